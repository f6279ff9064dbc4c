"""Administer statistics tables."""

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.urls import path
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.admin.base import GuideContentAdmin
from careerguide.publishing.admin.changelist import (
    AttentionFilter,
    ReviewFilter,
    StateFilter,
)
from careerguide.publishing.admin.guide_filter import GuideFilter
from statistics.editing.dry_run import dry_run
from statistics.editing.forms import READ_FILE, StatTableForm
from statistics.importing.layout.cells import SEPARATORS
from statistics.importing.text import to_text
from statistics.table.schema import DataError

from .editing import views
from .editions.admin import EditionPages
from .measures.admin import MeasureAdmin  # noqa: F401  registered by it
from .measures.checks import holder_of_measure, taken_soon
from .models import StatTable
from .references.claims.admin_page import claims_view

FILE_FIELDS = (
    "spreadsheet",
    "spreadsheet_sheet",
    "spreadsheet_header_row",
    "spreadsheet_separator",
)
MOST_SENTENCES = 20


@admin.register(StatTable)
class StatTableAdmin(EditionPages, GuideContentAdmin):
    form = StatTableForm
    input_names = {"data": "numbers"}
    list_columns = ("career", "topic", "has_source")
    list_filter = (
        *(StateFilter, ReviewFilter, AttentionFilter),
        *(("career", GuideFilter), "topic", "measure"),
    )
    autocomplete_fields = ("career", "measure")
    search_fields = (
        *("title__folds", "subtitle__folds", "source_name__folds", "note__folds"),
        "slug",
    )
    prepopulated_fields = {"slug": ("title",)}
    content_fieldsets = (
        (None, {"fields": ("career", "topic", "title", "subtitle")}),
        (
            _("Numbers"),
            {
                "fields": (
                    "numbers",
                    "columns",
                    "decimal_mark",
                    FILE_FIELDS,
                    ("chart_form", "row_order"),
                ),
                "description": _(
                    "Copy cells in a spreadsheet and paste them here, or read a file."
                ),
            },
        ),
        (
            _("Where the numbers come from"),
            {
                "fields": (
                    *("source_name", "source_url", "provenance"),
                    ("period", "place"),
                    ("sample_size", "margin"),
                    *("next_update", "note"),
                ),
                "description": _(
                    "Leave empty what nobody knows: readers are told that it is not "
                    "known."
                ),
            },
        ),
        (
            _("Quick fact"),
            {
                "fields": (
                    "headline_label",
                    ("headline_row", "headline_column"),
                    "measure",
                ),
                "description": _(
                    "One number of this table can stand in large type on the page of "
                    "the career. Leave all of it empty for none."
                ),
            },
        ),
        (
            _("What the quick fact counts"),
            {
                "fields": (
                    ("statistic", "pay_period"),
                    ("pay_tax", "pay_parts"),
                    ("prices", "price_year"),
                    "own_definition",
                ),
                "description": _(
                    "Careers are compared only where this is known of both. Leave "
                    "empty what the source does not say."
                ),
                "classes": ("collapse",),
            },
        ),
    )

    def get_urls(self):
        name = "statistics_stattable_grid"
        return [
            path("grid/check/", views.check, name=f"{name}_check"),
            path("grid/clipboard/", views.clipboard, name=f"{name}_clipboard"),
            path("grid/file/", views.file, name=f"{name}_file"),
            path(
                "claims/",
                self.admin_site.admin_view(claims_view),
                name="statistics_stattable_claims",
            ),
            *super().get_urls(),
        ]

    def get_fieldsets(self, request, obj=None):
        """Leave out how typed cells are written for those who may only read."""
        fieldsets = super().get_fieldsets(request, obj)
        may_write = self.has_change_permission(request, obj) if obj else True
        if may_write:
            return fieldsets
        asked = ("decimal_mark", FILE_FIELDS)
        return [
            (
                name,
                {**options, "fields": [f for f in options["fields"] if f not in asked]},
            )
            for name, options in fieldsets
        ]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and READ_FILE in request.POST:
            self._read_file(request, object_id)
        return super().changeform_view(request, object_id, form_url, extra_context)

    def _read_file(self, request, object_id):
        """Fill the sent form in from its file, and say what saving it would change."""
        item = self.get_object(request, unquote(object_id)) if object_id else None
        sent = request.POST.copy()
        names = ("numbers", "columns", "decimal_mark")
        try:
            if "spreadsheet" not in request.FILES:
                raise DataError([_("Choose a .csv or an .xlsx file first.")])
            result = dry_run(
                request.FILES["spreadsheet"],
                *(sent.get(name, "") for name in names),
                known=item.table if item else None,
                sheet=sent.get("spreadsheet_sheet", "")[:100].strip(),
                header_row=sent.get("spreadsheet_header_row", "")[:10].strip(),
                separator=_separator(sent.get("spreadsheet_separator", "")),
            )
        except DataError as error:
            self.message_user(request, " ".join(error.problems), messages.ERROR)
            return
        for name in names:
            sent[name] = getattr(result, name)
        request.POST = sent
        first = _("The file was read; nothing is saved yet.")
        if result.question:
            first = _("Answer this, and read the file again; nothing was changed.")
        sentences = [first, *result.sentences]
        sentences += [entry["sentence"] for entry in result.inferred]
        self.message_user(request, " ".join(map(str, sentences)))
        if notes := (result.source or {}).get("notes"):
            sentence = _("Below the table stands this, which may go to the note: %s")
            self.message_user(request, sentence % notes)
        for problem in result.problems[:10]:
            self.message_user(request, problem, messages.ERROR)

    def save_model(self, request, obj, form, change):
        """Save, and say what the columns were taken for where no line says it."""
        super().save_model(request, obj, form, change)
        for sentence in form.sentences[:MOST_SENTENCES]:
            self.message_user(request, sentence)
        if not form.is_publishing and (other := holder_of_measure(obj)):
            self.message_user(request, taken_soon(other), messages.WARNING)

    # The form's own fields, for those who may read the table and not change it.

    @admin.display(description=_("Cells"))
    def numbers(self, table):
        return to_text(table.table)[0]

    @admin.display(description=_("What the columns hold"))
    def columns(self, table):
        return to_text(table.table)[1]

    @admin.display(description=_("source"), boolean=True)
    def has_source(self, table):
        return bool(table.source_name)


def _separator(chosen):
    return chosen if chosen in SEPARATORS else ""
