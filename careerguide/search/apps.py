"""Configure the app of the search."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "careerguide.search"
    verbose_name = _("Search")

    def ready(self):
        from careerguide.publishing.public import finding as lists

        from . import finding, updates

        lists.register(finding.find)
        updates.connect(self)
