from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LibraryConfig(AppConfig):
    name = "careerguide.library"
    verbose_name = _("Library")

    def ready(self):
        from careerguide.publishing import beside, missing

        from . import targets
        from .missing import missing_pictures
        from .wording import changes_since

        beside.register(changes_since)
        missing.register(missing_pictures, is_fault=False)
        targets.connect()
