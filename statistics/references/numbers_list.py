"""Write the entries of the list at the end of a text, where its numbers come from.

Put together here and not by a template, as pages are made anew with it: its many small
parts would take a third of the time of a short page.
"""

from html import escape
from typing import NamedTuple

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from careerguide.markup.directions import has_right_to_left
from careerguide.markup.links import UNTOLD


class Listed(NamedTuple):
    """A table whose cells a text names: its address, and each cell's with it."""

    table: object
    url: str
    cells: list  # (Cell, address)


def list_items(listed):
    """Return the HTML of the entries of a list, one for each `Listed`."""
    turns = get_language_bidi()
    return "".join(f"<li>{_line(*one, turns)}</li>\n" for one in listed)


def source_items(sources):
    """Return those of what is claimed, by (texts, name of the source, its address)."""
    turns, label = get_language_bidi(), _("Source:")
    return "".join(
        f"<li>{_isolated(', '.join(texts), turns)}. {label} "
        f"{_link(url, _isolated(name, turns), UNTOLD)}.</li>\n"
        for texts, name, url in sources
    )


def _line(table, url, cells, turns):
    of_one_column = len({cell.column.key for cell, _url in cells}) == 1
    numbers = ", ".join(
        f"{_link(cell_url, escape(cell.text))} "
        f"({_isolated(cell.row_name if of_one_column else cell.name, turns)})"
        for cell, cell_url in cells
    )
    line = f"{_link(url, _isolated(table.title, turns))}: {numbers}. "
    line += f"{escape(table.source_text)}."
    if table.period:
        line += " " + _("Period: %(period)s.") % {"period": escape(table.period)}
    return line


def _link(url, html, rel=""):
    if not url:
        return html
    rel = f' rel="{rel}"' if rel else ""
    return f'<a href="{escape(url)}"{rel}>{html}</a>'


def _isolated(text, turns):
    """As `isolated_html` writes it."""
    html = escape(text)
    return f"<bdi>{html}</bdi>" if turns or has_right_to_left(text) else html
