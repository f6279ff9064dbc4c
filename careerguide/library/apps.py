from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "careerguide.library"
    verbose_name = "Library"
