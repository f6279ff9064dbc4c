"""Configure the app of the desk: what needs editors, on the admin's first page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "careerguide.desk"
    verbose_name = _("Desk")

    def ready(self):
        from careerguide.publishing.checks import findings

        from . import receivers  # noqa: F401  they register themselves
        from .passages import repeated_elsewhere

        findings.register(repeated_elsewhere)
