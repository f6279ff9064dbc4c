from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.admin import GuideContentAdmin

from .forms import StatTableForm
from .models import StatTable


@admin.register(StatTable)
class StatTableAdmin(GuideContentAdmin):
    form = StatTableForm
    list_display = (
        "title",
        "status",
        "career",
        "topic",
        "has_source",
        "order",
        "content_updated_on",
    )
    list_filter = ("status", "career", "topic", "review_by")
    search_fields = ("title", "subtitle", "source_name", "note", "slug")
    prepopulated_fields = {"slug": ("title",)}
    content_fieldsets = (
        (None, {"fields": ("career", "topic", "title", "subtitle")}),
        (
            _("Numbers"),
            {
                "fields": ("numbers", "columns", "row_order"),
                "description": _(
                    "Copy the cells in a spreadsheet, with the line of column names on "
                    "top, and paste them here."
                ),
            },
        ),
        (
            _("Where the numbers come from"),
            {"fields": ("source_name", "source_url", "period", "next_update", "note")},
        ),
        (
            _("Quick fact"),
            {
                "fields": ("headline_label", ("headline_row", "headline_column")),
                "description": _(
                    "One number of this table can stand in large type on the page of "
                    "the career. Leave all three empty for none."
                ),
            },
        ),
    )

    @admin.display(description=_("source"), boolean=True)
    def has_source(self, table):
        return bool(table.source_name)
