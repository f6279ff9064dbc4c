from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "careerguide.library"
    verbose_name = _("Library")

    def ready(self):
        from . import targets

        targets.connect()
