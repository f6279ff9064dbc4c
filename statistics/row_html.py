"""Write the rows of a table as HTML: a table may have thousands, and a page each."""

from collections.abc import Iterable

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from careerguide.markup.directions import has_right_to_left


def row_id(number: int) -> str:
    """Return the id of a row on its table's page, by its number in the data."""
    return f"row-{number}"


def rows_html(rows: Iterable[dict], ids: bool = False) -> SafeString:
    """Return `rows`, as `StatTable.shown` gives them, each a `tr` on a line.

    `ids`: whether each has its `row_id`, at which a link opens.
    """
    isolates = get_language_bidi()
    mark = format_html(' <span class="forecast">{}</span>', _("(forecast)"))
    return mark_safe("\n".join(_row(row, isolates, mark, ids) for row in rows))


def _row(row, isolates, forecast, has_id):
    cells = []
    for cell in row["cells"]:
        text, name = escape(cell["text"]), cell["css_class"]
        # Of a number the direction is known; a name may run the other way.
        if (cell["names_row"] or not name) and (isolates or has_right_to_left(text)):
            text = f"<bdi>{text}</bdi>"
        if cell["names_row"]:
            mark = forecast if row["forecast"] else ""
            cells.append(f'<th scope="row">{text}{mark}</th>')
        elif name:
            cells.append(f'<td class="{name}">{text}</td>')
        else:
            cells.append(f"<td>{text}</td>")
    attributes = f' id="{row_id(row["number"])}"' if has_id else ""
    attributes += ' class="total"' if row["total"] else ""
    return f"<tr{attributes}>{''.join(cells)}</tr>"
