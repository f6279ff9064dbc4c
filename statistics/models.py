"""Define the statistics table, its data, its source and its chart."""

from functools import cached_property

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from careerguide.markup import validate_length
from careerguide.publishing.models.content import GuideContent, Status, published_needs
from careerguide.publishing.models.languages import in_own_language
from careerguide.publishing.models.search_text import SearchText
from careerguide.publishing.models.sections import GuideSection
from careerguide.publishing.models.tags import Extent
from statistics.table.cell_notes import footnotes
from statistics.table.choices import ChartForm, RowOrder
from statistics.table.diff import differences
from statistics.table.parsed import parsed
from statistics.table.schema import DataError, TableData, parse

from .attention import ATTENTION
from .content_checks import CHECKS
from .downloads import schema_org
from .downloads.pictures import preview_picture
from .editions.models import Edition  # noqa: F401  a model of this app
from .editions.names import later_editions, names_of
from .former_names import FormerName  # noqa: F401  a model of this app
from .measures.checks import measure_errors, prepare_measures
from .measures.described import Described, described_constraints
from .measures.models import Measure  # noqa: F401  a model of this app
from .own_numbers import OwnNumbersField, source_of
from .querysets import StatTableQuerySet
from .references.rewriting import follow_renames, former_names
from .references.texts import texts_naming
from .shown_rows import shown_fact, shown_rows, text_rows
from .skeletons import skeleton_of
from .table.order import rows_in_order
from .validation import (
    chart_errors,
    headline_errors,
    own_number_errors,
    prepare_slugs,
    row_errors,
    slug_errors,
    title_errors,
)


def empty_data():
    return {"columns": [], "rows": []}


class StatTable(Described, GuideContent):
    """One record per table: page, chart, download and citation all come from it."""

    guide = GuideSection(
        title=_("Statistics"),
        career_title=_("In numbers"),
        print_title=_("The tables"),
        anchor="figures",
        on_career_page=40,
        leads=True,
        complete=3,
    )

    embed_keyword = "table"
    found_by = (*GuideContent.found_by, "measure_id")
    more_inner_fields = ("data",)
    search = SearchText(
        key=("subtitle", "topic", "headline_label", "labels"),
        text=("lines", "source_name", "period", "note"),
    )
    short_fields = ("topic",)
    document_kind = "table"
    schema_type = "Dataset"
    review_days = 180  # numbers age before words do
    attention = ATTENTION
    checks = CHECKS
    lost_with_it = _("Its editions go with it, and the addresses that others cite.")
    own_number_fields = ("title", "headline_label")
    stored_facts = None  # what its JSON said, of an edition: see `editions.stored`

    topic = models.CharField(
        _("topic"),
        max_length=60,
        blank=True,
        help_text=_("Tables of one topic stand together: Pay."),
    )
    title = OwnNumbersField(
        _("title"),
        shown_length=200,
        help_text=_(
            "The message in one sentence of at most 15 words that the numbers prove: "
            "Half of all machine learning engineers are 25 to 34 years old. "
            "[[number: row; column]] shows a number of this table."
        ),
    )
    subtitle = models.CharField(
        _("subtitle"),
        max_length=200,
        blank=True,
        help_text=_(
            "Measure, place and period: Average salary a year in US dollars, 2024."
        ),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        help_text=_("Its part of the address. Articles name the table by it."),
    )
    data = models.JSONField(_("data"), default=empty_data, blank=True)
    chart_form = models.CharField(
        _("chart"),
        max_length=10,
        choices=ChartForm.choices,
        default=ChartForm.AUTO,
        help_text=_(
            "A form that does not suit the numbers is refused with the reason."
        ),
    )
    row_order = models.CharField(
        _("order of the rows"),
        max_length=10,
        choices=RowOrder.choices,
        default=RowOrder.AUTO,
        help_text=_(
            "What fits: years, months, ages and levels as they follow each other, the "
            "rest by value."
        ),
    )
    source_name = models.CharField(
        _("source"),
        max_length=300,
        blank=True,
        help_text=_(
            "Publication and organisation: Survey of Earnings from Office for "
            "National Statistics. Leave it empty if nobody knows: readers are told."
        ),
    )
    source_url = models.CharField(
        _("address of the source"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("Beginning with https://"),
    )
    period = models.CharField(
        _("period of the data"),
        max_length=100,
        blank=True,
        help_text=_("What time the numbers are about: 2020 to 2027."),
    )
    note = models.TextField(
        _("note"),
        blank=True,
        validators=[validate_length],
        help_text=_("What a careful reader has to know, in Markdown."),
    )
    headline_label = OwnNumbersField(
        _("quick fact"),
        shown_length=100,
        blank=True,
        help_text=_(
            "What the marked number is: Average salary, mid-level. It may name numbers "
            "of this table, as the title may."
        ),
    )
    headline_row = models.CharField(
        _("row of the quick fact"),
        max_length=500,
        blank=True,
        help_text=_("The row's name, as in the table: Mid-Level."),
    )
    headline_column = models.CharField(
        _("column of the quick fact"),
        max_length=40,
        blank=True,
        help_text=_("The column's label or key: Average annual salary."),
    )
    measure = models.ForeignKey(
        "statistics.Measure",
        models.PROTECT,
        verbose_name=_("measure of the quick fact"),
        null=True,
        blank=True,
        help_text=_("What it has in common with quick facts of other careers."),
    )
    next_update = models.DateField(
        _("next update"),
        null=True,
        blank=True,
        help_text=_("When new numbers are expected, if known."),
    )

    objects = StatTableQuerySet.as_manager()

    class Meta(GuideContent.Meta):
        verbose_name = _("table")
        verbose_name_plural = _("tables")
        indexes = [
            *GuideContent.Meta.indexes,
            models.Index(
                fields=["career"],
                name="tables_without_source",
                condition=models.Q(source_name="", source_url=""),
            ),
            models.Index(
                fields=["next_update"],
                name="tables_by_next_update",
                condition=models.Q(next_update__isnull=False),
            ),
        ]
        constraints = [
            *GuideContent.Meta.constraints,
            published_needs("title"),
            models.CheckConstraint(
                name="statistics_stattable_chart_form_is_known",
                condition=models.Q(chart_form__in=ChartForm.values),
            ),
            models.CheckConstraint(
                name="statistics_stattable_row_order_is_known",
                condition=models.Q(row_order__in=RowOrder.values),
            ),
            models.UniqueConstraint(
                name="statistics_stattable_one_of_a_measure",
                fields=["career", "measure"],
                condition=models.Q(status=Status.PUBLISHED),
            ),
            models.CheckConstraint(
                name="statistics_stattable_measure_is_of_a_quick_fact",
                condition=models.Q(measure=None)
                | models.Q(headline_label__gt="")
                | ~models.Q(status=Status.PUBLISHED),
            ),
            *described_constraints("statistics_stattable"),
        ]

    @property
    def figure_id(self):
        """The id of the heading that titles its figure, where it stands once."""
        return f"figure-{self.slug}"

    @cached_property
    def table(self):
        """The parsed data; empty if what is stored cannot be read."""
        try:
            return parsed(self.data)
        except DataError:
            return TableData()

    @cached_property
    def renames(self):
        """What its rows and columns were called, and are: two dicts of names."""
        return former_names(self) if self.pk else ({}, {})

    @cached_property
    def edition_names(self):
        """The `EditionName`s of what readers saw of it, the newest first."""
        return names_of(self)

    @cached_property
    def edition(self):
        """The `EditionName` of what readers see of it, or None."""
        newest = next(iter(self.edition_names), None)
        return None if newest is None or newest.is_withdrawn else newest

    def told_days(self):
        """Return also that of its edition, which each other content makes anew.

        The first one is none: it came with the table, or with the file it is from.
        """
        is_another = self.edition and len(self.edition_names) > 1
        return [*super().told_days(), *([self.edition.day] if is_another else [])]

    @classmethod
    def further_told_days(cls, now):
        return later_editions(now), "day", "table"

    @property
    def ordered_rows(self):
        """The rows of the data in the order readers see."""
        return rows_in_order(self.table, self.row_order)

    @property
    def rows(self):
        """Rows in the order readers see, as `shown` gives them."""
        return self.shown(self.ordered_rows)

    @property
    def labels(self):
        """The names of its columns and rows."""
        labels = [column.label for column in self.table.columns]
        if self.table.label_index is not None:
            place = self.table.label_index
            labels += [row["cells"][place]["text"] for row in self.rows]
        return labels

    @property
    def lines(self):
        """Each row as a line of text, for searches."""
        rows = ((cell["text"] for cell in row["cells"]) for row in self.rows)
        return [" ".join(filter(None, cells)) for cells in rows]

    @in_own_language
    def shown(self, rows):
        """Return rows as pages show them, see `shown_rows`."""
        return list(shown_rows(self.table, rows))

    @property
    def cell_notes(self):
        """The marks in its cells that need a word below the table."""
        return footnotes(self.table.rows)

    @property
    @in_own_language
    def headline(self):
        """The quick fact as `value`, `unit`, `label`, `note` and flags, or None."""
        if not self.headline_label:
            return None
        cell = self.table.find(self.headline_row, self.headline_column)
        if cell is None:
            return None
        column, row = cell
        value = row.cells[self.table.columns.index(column)]
        return {
            **shown_fact(value, row, column),
            "unit": column.unit,
            "label": self.headline_label,
            "forecast": row.forecast,
        }

    @property
    def has_source(self):
        return bool(self.source_name or self.source_url)

    @property
    def source_text(self):
        """The source of the numbers in plain text, or that nobody knows it."""
        if self.has_source:
            return _("Source: %s") % (self.source_name or self.source_url)
        return _("Source: none is known")

    @property
    @in_own_language
    def preview_text(self):
        """Sentences for the descriptions that searches and link previews show."""
        parts = (self.subtitle, self.source_text)
        return " ".join(f"{part}." for part in parts if part)

    @in_own_language
    def preview_picture(self):
        return preview_picture(self)

    def schema_properties(self, absolute):
        return schema_org.properties(self, absolute)

    @staticmethod
    def compare_data(before, after):
        """Return sentences on the columns, rows and cells that differ."""
        try:
            found = differences(parse(before or {}), parse(after or {}), limit=50)
        except DataError:
            return [_("One of the two versions cannot be read as a table.")]
        return found or [_("What the columns or the marks of rows say.")]

    @staticmethod
    def rows_of_data(value):
        """Yield the head and the rows, each cell as readers see it."""
        try:
            yield from text_rows(parse(value or {}))
        except DataError:
            return

    def export_values(self):
        """Return the data in one order of keys; PostgreSQL keeps another.

        Texts that name its cells are as they were written. What cannot be read stays
        as it is: a draft must not empty it.
        """
        texts = {
            name: source_of(getattr(self, name)) for name in self.own_number_fields
        }
        table = self.table
        if not table.columns and self.data != empty_data():
            try:
                parse(self.data)
            except DataError:
                return texts
        return texts | {"data": table.to_json()}

    def clean(self):
        super().clean()
        errors = slug_errors(self)
        try:
            table = parse(self.data)
        except DataError as error:
            errors["data"] = error.problems
        else:
            self.__dict__["table"] = table
            errors |= headline_errors(self) | measure_errors(self) | chart_errors(self)
            errors |= title_errors(self) | own_number_errors(self)
            errors |= row_errors(self)
        if errors:
            raise ValidationError(errors)

    @classmethod
    def prepare_clean(cls, items):
        super().prepare_clean(items)
        prepare_measures(items)
        prepare_slugs(items)

    def named_in(self):
        """Return the texts that show it, and would no longer if it went."""
        return texts_naming(self)

    def extent_since(self, before):
        found = super().extent_since(before)
        names_own = any("[[" in getattr(self, name) for name in self.own_number_fields)
        return min(found, Extent.GUIDE) if names_own else found  # lists show the title

    def after_publication(self, before, by):
        follow_renames(self, before["data"], by)

    def skeleton(self, career):
        return skeleton_of(self, career)

    def appears_in(self):
        """(page, what it has of this table in words), beside texts: see `impact`."""
        if self.headline:
            yield self.career, _("has a quick fact from it")
