"""The form of a table: its cells as text that pastes from and to a spreadsheet."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .data import DataError, TableData
from .models import StatTable
from .paste import from_text, to_text


class StatTableForm(forms.ModelForm):
    numbers = forms.CharField(
        label=_("Cells"),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 12, "class": "cells", "spellcheck": "false", "wrap": "off"}
        ),
        help_text=_(
            "The first line holds the names of the columns. A comma separates "
            "thousands, a point decimals: $1,234.50. An empty cell means unknown; 0 "
            "means none. A last column named Mark may say forecast or total of a row."
        ),
    )
    columns = forms.CharField(
        label=_("What the columns hold"),
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 5, "class": "cells", "spellcheck": "false"}
        ),
        help_text=_(
            "Leave it empty and it is worked out from the cells. One line a column, its "
            "name and type: “Average salary: money USD, unit per year”. Types: text, "
            "integer, decimal, percent, money, year, rank. Options: thousand, million, "
            "billion, trillion, unit …, decimals 2."
        ),
    )

    class Meta:
        model = StatTable
        exclude = ("data",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        numbers, columns = to_text(self.instance.table)
        self.initial = {"numbers": numbers, "columns": columns} | self.initial

    def clean(self):
        cleaned = super().clean()
        known = self.instance.table if self.instance.pk else TableData()
        try:
            table = from_text(
                cleaned.get("numbers", ""), cleaned.get("columns", ""), known
            )
        except DataError as error:
            in_columns = all(text.startswith("Columns,") for text in error.problems)
            self.add_error("columns" if in_columns else "numbers", error.problems)
        else:
            self.instance.data = table.to_json()
            self.instance.__dict__.pop("table", None)
        return cleaned

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
