"""Define the form of a table's cells in an import: the grid of tables, and no more."""

from django import forms
from django.utils.translation import gettext_lazy as _

from statistics.editing.forms import DECIMALS, MAX_DESCRIPTIONS
from statistics.editing.widgets import GridWidget

MOST = 400_000  # characters


class TableForm(forms.Form):
    numbers = forms.CharField(
        label=_("Cells"),
        strip=False,
        max_length=MOST,
        widget=GridWidget({"data-table": ""}),
        error_messages={
            "required": _("There are no cells: leave the table out in the review.")
        },
        help_text=_(
            "The first line holds the names of the columns. An empty cell means "
            "unknown; 0 means none."
        ),
    )
    decimal_mark = forms.ChoiceField(
        label=_("Decimals"),
        required=False,
        choices=[("", _("Work it out, and ask if it is not clear")), *DECIMALS],
        widget=forms.RadioSelect({"data-guard": "aside"}),
        help_text=_("How the numbers above are written."),
    )
    columns = forms.CharField(
        label=_("What the columns hold"),
        required=False,
        max_length=MAX_DESCRIPTIONS,
        widget=forms.Textarea({"rows": 5, "class": "cells", "spellcheck": "false"}),
        help_text=_(
            "Leave it empty and it is worked out from the cells. One line a column, "
            "its name and type: “Average salary: money USD, unit per year”."
        ),
    )
