from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "careerguide.publishing"
    verbose_name = "Publishing"
