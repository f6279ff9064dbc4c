"""Define the form of a table: cells as text that pastes from and to a spreadsheet."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from careerguide.markup.characters import one_kind_of_line_end
from careerguide.markup.fields import TextField
from careerguide.publishing.admin.forms import PublishableForm
from statistics.importing.layout.cells import SEPARATORS, SPACES, TAB
from statistics.importing.text import read_text, to_text
from statistics.importing.values.digits import COMMA, POINT
from statistics.models import StatTable
from statistics.own_numbers import row_named_now, text_with_names
from statistics.table.schema import DataError, TableData

from .widgets import GridWidget, ReadFileWidget

READ_FILE = "_read_file"  # the button that fills the form in and saves nothing
SHOWN_PROBLEMS = 20
SEPARATOR_NAMES = {TAB: _("tab"), SPACES: _("spaces")}
MAX_DESCRIPTIONS = 20_000  # characters: of thirty columns, each with a label and a unit
DECIMALS = ((POINT, "1,234.56"), (COMMA, "1.234,56"))  # as the form shows them


class StatTableForm(PublishableForm):
    numbers = forms.CharField(
        label=_("Cells"),
        required=False,
        strip=False,
        widget=GridWidget(),
        help_text=_(
            "The first line holds the names of the columns. An empty cell means "
            "unknown; 0 means none. A last column named Mark may say forecast or total "
            "of a row."
        ),
    )
    decimal_mark = forms.ChoiceField(
        label=_("Decimals"),
        required=False,
        choices=[("", _("Work it out, and ask if it is not clear")), *DECIMALS],
        widget=forms.RadioSelect({"data-guard": "aside"}),
        help_text=_("How the numbers above are written."),
    )
    spreadsheet = forms.FileField(
        label=_("From a file"),
        required=False,
        widget=ReadFileWidget(),
        help_text=_(
            "A .csv or .xlsx file of at most 2 MB. It takes the place of the cells; "
            "you see what was read, and nothing is saved yet."
        ),
    )
    spreadsheet_sheet = forms.CharField(
        label=_("Sheet"),
        required=False,
        max_length=100,
        help_text=_("The name of the sheet, if the first with a table is not meant."),
    )
    spreadsheet_header_row = forms.IntegerField(
        label=_("Line of names"),
        required=False,
        min_value=0,
        max_value=10_000,
        help_text=_("Its number, if another was taken; 0 if there is none."),
    )
    spreadsheet_separator = forms.ChoiceField(
        label=_("Between cells"),
        required=False,
        choices=[
            ("", _("Work it out")),
            *((name, SEPARATOR_NAMES.get(name, name)) for name in SEPARATORS),
        ],
        help_text=_("Of a .csv file."),
    )
    columns = TextField(
        label=_("What the columns hold"),
        required=False,
        max_length=MAX_DESCRIPTIONS,
        widget=forms.Textarea(
            attrs={"rows": 5, "class": "cells", "spellcheck": "false"}
        ),
        help_text=_(
            "Leave it empty and it is worked out from the cells. One line a column, "
            "its name and type: “Average salary: money USD, unit per year”. Types: "
            "text, integer, decimal, percent, money, year, rank. Options: thousand, "
            "million, billion, trillion, unit …, decimals 2."
        ),
    )

    class Meta:
        model = StatTable
        fields = (
            *("career", "topic", "title", "subtitle", "slug"),
            *("chart_form", "row_order", "source_name", "source_url", "period"),
            *("note", "headline_label", "headline_row", "headline_column", "measure"),
            *("provenance", "sample_size", "margin", "place", "own_definition"),
            *("statistic", "pay_tax", "pay_parts", "pay_period", "prices"),
            "price_year",
            *("next_update", "content_updated_on", "review_by"),
        )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        numbers, columns = to_text(self.instance.table)
        self.initial = {"numbers": numbers, "columns": columns} | self.initial
        if numbers := self.fields.get("numbers"):  # not for those who only read
            numbers.widget.attrs["data-table"] = self.instance.pk or ""

    sentences = ()  # sentences on what was worked out from the cells

    def is_valid(self):
        """Say no while a file is read: the form is shown again, filled in."""
        return READ_FILE not in self.data and super().is_valid()

    @property
    def has_same_cells(self):
        """Whether the numbers are those of the table as it is: not read anew, then.

        What is stored may be such as no form would take.
        """
        if not self.instance.pk:
            return False
        return all(
            one_kind_of_line_end(self.data.get(name) or "").strip("\n")
            == self.initial[name].strip("\n")
            for name in ("numbers", "columns")
        )

    def _clean_fields(self):
        super()._clean_fields()
        if self.has_same_cells:
            for name in ("numbers", "columns"):
                self._errors.pop(name, None)

    def clean(self):
        cleaned = super().clean()
        if self.has_same_cells:
            return cleaned
        known = self.instance.table if self.instance.pk else TableData()
        try:
            reading = read_text(
                cleaned.get("numbers", ""),
                cleaned.get("columns", ""),
                known,
                cleaned.get("decimal_mark", ""),
                separator=cleaned.get("spreadsheet_separator", ""),
            )
        except DataError as error:
            in_columns = all(problem.in_descriptions for problem in error.problems)
            problems = error.problems[:SHOWN_PROBLEMS]
            if more := len(error.problems) - len(problems):
                sentence = ngettext(
                    "And %d more like these.", "And %d more like these.", more
                )
                problems.append(sentence % more)
            self.add_error("columns" if in_columns else "numbers", problems)
        else:
            self.sentences = [entry["sentence"] for entry in reading.inferred]
            self.sentences += reading.sentences
            self._follow_renames(cleaned, known, reading.table)
            self.instance.data = reading.table.to_json()
            self.instance.__dict__.pop("table", None)
        return cleaned

    def _follow_renames(self, cleaned, before, after):
        """Have its texts and quick fact name cells as they are called from now on."""
        for name in self.instance.own_number_fields:
            if text := cleaned.get(name):
                cleaned[name] = text_with_names(self.instance, text, before, after)
        if row := cleaned.get("headline_row"):
            cleaned["headline_row"] = row_named_now(row, before, after)

    def _update_errors(self, errors):
        """Show what the model finds wrong with the data where it is edited."""
        if "data" in getattr(errors, "error_dict", {}):
            errors = ValidationError(
                {
                    "numbers" if name == "data" else name: found
                    for name, found in errors.error_dict.items()
                }
            )
        super()._update_errors(errors)
