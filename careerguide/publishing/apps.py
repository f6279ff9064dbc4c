"""Configure the app of what all content shares."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "careerguide.publishing"
    verbose_name = _("Publishing")

    def ready(self):
        from . import declarations, receivers  # noqa: F401 (they register themselves)
