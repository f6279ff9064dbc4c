"""Find the cells of a table whose numbers readers saw, and that it would change."""

from collections import Counter

from django.utils.translation import gettext as _

from careerguide.languages.scales import EXPONENTS
from careerguide.publishing.impact.number_changes import NumberChange
from statistics.models import StatTable
from statistics.table.formatting import format_value
from statistics.table.schema import cell_text

from .notation import same
from .renames import found


def changed_cells(seen, item):
    """Yield a NumberChange for each: a measure's that says another amount, or goes.

    A row or a column that was renamed is the same one; a new one changes nothing that
    readers saw, nor does another order, or another way to write an amount.
    """
    if not isinstance(item, StatTable):
        return
    told = set()
    if seen.data != item.data:
        for change in _cells(seen.table, item.table):
            told.add((change.before, change.after))
            yield change
    before, after = (table.headline or {"value": ""} for table in (seen, item))
    fact = (before["value"], after["value"])
    if fact[0] and fact[0] != fact[1] and fact not in told:
        yield NumberChange(_("Quick fact"), *fact)


def _cells(old, new):
    columns = {column.key: place for place, column in enumerate(new.columns)}
    renames = found(old, new).rows
    rows = {_folded(*key): row for key, row in _by_name(new)}
    for (name, nth), row in _by_name(old):
        name_now = renames.get(same(name), name)
        row_now = rows.get(_folded(name_now, nth))
        for column, value in zip(old.columns, row.cells, strict=True):
            if value is None or not column.is_measure:
                continue
            place = columns.get(column.key)
            column_now = None if place is None else new.columns[place]
            value_now = row_now.cells[place] if row_now and column_now else None
            if value_now is not None and not column_now.is_measure:
                value_now = None
            if value_now is None:
                yield NumberChange(
                    f"{name}, {column.label}", format_value(value, column)
                )
            elif _amount(column, value) != _amount(column_now, value_now):
                yield NumberChange(
                    f"{name}, {column.label}",
                    *_written((column, value), (column_now, value_now)),
                )


def _by_name(table):
    """((name, how often it stood above), row) of each row."""
    counts = Counter()
    for row in table.rows:
        name = table.label(row)
        yield (name, counts[same(name)]), row
        counts[same(name)] += 1


def _folded(name, nth):
    return same(name), nth


def _amount(column, value):
    amount = value.scaleb(EXPONENTS.get(column.scale, 0))
    return amount, column.currency, column.type == "percent"


def _written(*cells):
    """Two amounts as their table writes them; in all digits where that is the same."""
    texts = [format_value(value, column) for column, value in cells]
    if texts[0] == texts[1]:
        texts = [cell_text(value) for _column, value in cells]
    return texts
