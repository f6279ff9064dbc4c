"""Configure the app that counts how often pages are read."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReadershipConfig(AppConfig):
    name = "careerguide.readership"
    verbose_name = _("Readership")

    def ready(self):
        from careerguide.publishing.public import readership

        from .models import PageViews

        readership.register(PageViews.objects.in_days)
