"""Describe where a table was found in its file, for the grid's script to change."""

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from statistics.importing.workbooks.worksheets import letters

MOST_SHOWN = 12  # lines
MOST_CELLS = 12
LONGEST = 300  # characters of a line that was left out


@dataclass(frozen=True)
class Source:
    kind: str
    sheets: list = field(default_factory=list)
    sheet: str = ""
    columns: list = field(default_factory=list)
    separators: list = field(default_factory=list)
    separator: str = ""
    layout: object = None

    def of(self, layout):
        return replace(self, layout=layout)

    def place(self, number, column):
        """Say where it is: cell B2 of the sheet, line 2 of the file."""
        if self.kind == "text":
            return _("That is line %d of the file.") % number
        if column is None or column >= len(self.columns):
            return _("That is row %d of the sheet.") % number
        name = f"{letters(self.columns[column])}{number}"
        return _("That is cell %s of the sheet.") % name

    def to_json(self):
        data = {"kind": self.kind}
        if self.kind == "workbook":
            data |= {"sheets": self.sheets, "sheet": self.sheet}
        else:
            data |= {"separators": self.separators, "separator": self.separator}
        if layout := self.layout:
            data |= {
                "header_row": layout.header_row,
                "header_choices": [
                    {
                        "row": line.number,
                        "cells": [_cut(c) for c in line.cells[:MOST_CELLS]],
                    }
                    for line in layout.first_lines()[:MOST_SHOWN]
                ],
                "above": _shown(layout.above),
                "below": _shown(layout.below),
                "notes": layout.notes(),
            }
        return data


def _shown(lines):
    return [
        {"row": line.number, "text": _cut(line.text)} for line in lines[:MOST_SHOWN]
    ]


def _cut(text):
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
