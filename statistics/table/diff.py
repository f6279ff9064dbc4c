"""Say what would change if one table took the place of another."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.writing import isolated

from .cell_notes import noted
from .formatting import format_value

EXAMPLES = 5


def differences(old, new, limit=EXAMPLES):
    """Return sentences on columns, rows and cells; empty if the tables are the same."""
    if not new.columns:
        return [_("The file holds no table.")]
    if not old.columns:
        rows, columns = len(new.rows), len(new.columns)
        size = {
            "rows": ngettext("%d row", "%d rows", rows) % rows,
            "columns": ngettext("%d column", "%d columns", columns) % columns,
        }
        return [_("A new table of %(rows)s and %(columns)s.") % size]
    old_rows, new_rows = _by_name(old), _by_name(new)
    return [
        *_come_and_gone(_columns(old), _columns(new), _column_sentences),
        *_come_and_gone(old_rows, new_rows, _row_sentences),
        *_cells(old, new, old_rows, new_rows, limit),
        *_order(old_rows, new_rows),
    ]


def _columns(table):
    return {column.label: place for place, column in enumerate(table.columns)}


def _by_name(table):
    """Rows by what names them, and by how often that stood above."""
    seen, rows = Counter(), {}
    for row in table.rows:
        name = table.label(row)
        rows[name, seen[name]] = row
        seen[name] += 1
    return rows


def _come_and_gone(old, new, sentences):
    for names, sentence in zip(
        ([n for n in new if n not in old], [n for n in old if n not in new]),
        sentences,
        strict=True,
    ):
        if names:
            yield sentence(len(names)) % {"count": len(names), "names": _some(names)}


def _some(names):
    texts = [f"“{name if isinstance(name, str) else name[0]}”" for name in names]
    more = ", …" if len(texts) > EXAMPLES else ""
    return ", ".join(texts[:EXAMPLES]) + more


_column_sentences = (
    lambda n: ngettext(
        "New column: %(names)s.", "%(count)d new columns: %(names)s.", n
    ),
    lambda n: ngettext(
        "Column that goes: %(names)s.", "%(count)d columns that go: %(names)s.", n
    ),
)
_row_sentences = (
    lambda n: ngettext("New row: %(names)s.", "%(count)d new rows: %(names)s.", n),
    lambda n: ngettext(
        "Row that goes: %(names)s.", "%(count)d rows that go: %(names)s.", n
    ),
)


def _cells(old, new, old_rows, new_rows, limit):
    old_columns, new_columns = _columns(old), _columns(new)
    shared = [label for label in new_columns if label in old_columns]
    changed = [
        (name[0], label, before, after)
        for name in new_rows
        if name in old_rows
        for label in shared
        if (before := _cell(old, old_rows[name], old_columns[label]))[1:]
        != (after := _cell(new, new_rows[name], new_columns[label]))[1:]
    ]
    if changed:
        yield ngettext(
            "%d cell changes:", "%d cells change, the first of them:", len(changed)
        ) % len(changed)
    for name, label, before, after in changed[:limit]:
        parts = map(isolated, (name, label, before[0](), after[0]()))
        yield "{}, {}: {} → {}".format(*parts)


def _cell(table, row, place):
    """How readers see a cell, its value and its note."""
    value, column = row.cells[place], table.columns[place]

    def shown():
        return noted(format_value(value, column), row, column, value)

    return shown, str(value), row.notes.get(column.key, "")


def _order(old_rows, new_rows):
    if [n for n in old_rows if n in new_rows] != [n for n in new_rows if n in old_rows]:
        yield _("The rows stand in another order.")
