"""Configure the app of statistics tables."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatisticsConfig(AppConfig):
    name = "statistics"
    verbose_name = _("Statistics")

    def ready(self):
        from careerguide.markup.references.sources import register
        from careerguide.publishing.checks import claim_counts, missing, page_places
        from careerguide.publishing.impact import number_changes, publishing

        from .editions import migrated, recording  # noqa: F401  which hears of changes
        from .references.changed_cells import changed_cells
        from .references.changes import changed_sentences
        from .references.claims.counting import count_open
        from .references.claims.marks import ClaimSource
        from .references.faults import missing_tables
        from .references.source import TableSource

        register(TableSource())
        register(ClaimSource())
        claim_counts.register(count_open)
        missing.register(missing_tables, is_fault=True)
        publishing.register(changed_sentences)
        migrated.connect(self)
        number_changes.register(changed_cells)
        table = self.get_model("StatTable")
        career = table._meta.get_field("career").related_model
        items = ("figure-", table), ("career-", career)
        page_places.register("statistics:list", *items, ids={"q"})
