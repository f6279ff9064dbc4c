"""Configure the project's own app and its admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _

from careerguide.languages import catalogues


class CareerGuideConfig(AppConfig):
    name = "careerguide"
    verbose_name = _("Guides")

    def ready(self):
        from careerguide.publishing.checks import missing

        from .db import folded, migrated  # noqa: F401  they register themselves
        from .markup.references.sources import register
        from .models.missing import missing_related
        from .site import frame, places
        from .site.site_values import SiteSource

        missing.register(missing_related, is_fault=False)
        places.connect()
        frame.connect()
        register(SiteSource())


class GuideAdminConfig(AdminConfig):
    """Configure Django's admin with our header and menu."""

    default_site = "careerguide.admin_site.site.GuideAdminSite"

    def __init__(self, *names):
        # Before anything is translated, which Django's own models do as they are read:
        # all apps are made before any of their models.
        catalogues.install()
        super().__init__(*names)
