from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "careerguide.library"
    verbose_name = _("Library")

    def ready(self):
        from careerguide.publishing import missing

        from . import targets
        from .missing import missing_pictures

        missing.register(missing_pictures, is_fault=False)
        targets.connect()
