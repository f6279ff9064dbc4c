"""Define the widgets of the grid and of its file upload."""

from django import forms
from django.urls import reverse

from careerguide.languages.numbers import number_symbols


class GridWidget(forms.Textarea):
    """A table's cells as text, over which a script lays a grid.

    Without script it is a plain textarea, which pastes from and to a spreadsheet.
    """

    template_name = "statistics/grid.html"

    class Media:
        css = {
            "all": [
                "vendor/tabulator/tabulator.min.css",
                "careerguide/admin/editor.css",
                "statistics/grid.css",
            ]
        }
        js = [
            "vendor/tabulator/tabulator.min.js",
            forms.Script("statistics/grid.js", type="module"),
        ]

    def __init__(self, attrs=None):
        plain = {"rows": 12, "class": "cells", "spellcheck": "false", "wrap": "off"}
        super().__init__(plain | (attrs or {}))

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["addresses"] = {
            name: reverse(f"admin:statistics_stattable_grid_{name}")
            for name in ("check", "clipboard", "file")
        }
        symbols = number_symbols()
        context["marks"] = {
            name: getattr(symbols, name)
            for name in ("decimal", "group", "first_group", "other_groups")
        } | {"example": f"1{symbols.group}234{symbols.decimal}56"}
        return context


class ReadFileWidget(forms.FileInput):
    """A file, and the button that reads it into the form."""

    template_name = "statistics/read_file.html"

    def __init__(self, attrs=None):
        super().__init__({"accept": ".csv,.xlsx"} | (attrs or {}))
