"""Write the rows of a table as HTML: a table may have thousands, and a page each."""

from collections.abc import Iterable

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from careerguide.markup.directions import has_right_to_left


def rows_html(rows: Iterable[dict]) -> SafeString:
    """Return `rows`, as `StatTable.shown` gives them, each a `tr` on a line."""
    isolates = get_language_bidi()
    mark = format_html(' <span class="forecast">{}</span>', _("(forecast)"))
    return mark_safe("\n".join(_row(row, isolates, mark) for row in rows))


def _row(row, isolates, forecast):
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
    start = '<tr class="total">' if row["total"] else "<tr>"
    return f"{start}{''.join(cells)}</tr>"
