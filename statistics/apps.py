"""Configure the app of statistics tables."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticsConfig(AppConfig):
    name = "statistics"
    verbose_name = _("Statistics")

    def ready(self):
        from careerguide.publishing.checks import page_places

        table = self.get_model("StatTable")
        career = table._meta.get_field("career").related_model
        items = ("figure-", table), ("career-", career)
        page_places.register("statistics:list", *items, ids={"q"})
