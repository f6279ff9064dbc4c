"""Configure the app that asks whether links to other sites still answer."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LinkCheckingConfig(AppConfig):
    name = "careerguide.link_checking"
    verbose_name = _("Links to other sites")

    def ready(self):
        from careerguide.publishing.checks import findings

        from .findings import broken_elsewhere

        findings.register(broken_elsewhere)
