"""Explain why a table without a column of numbers has no chart."""

from django.utils.translation import gettext as _

from statistics.importing.values.amounts import take_apart


def why_no_numbers(table):
    """Return a reason that names the column that might have been numbers."""
    if not table.rows:
        return _("it has no rows yet")
    others = [
        (index, column)
        for index, column in enumerate(table.columns)
        if index != table.label_index
    ]
    for index, column in others:
        cells = [row.cells[index] for row in table.rows if row.cells[index] is not None]
        if column.type == "text" and (reason := _why_text(column.label, cells)):
            return reason
    for _index, column in others or list(enumerate(table.columns)):
        if column.type == "year":
            sentence = _(
                "“%s” holds years, which say when and not how much: if they are "
                "amounts, say so under “Column…”"
            )
            return sentence % column.label
    return _("no column holds numbers")


def _why_text(label, cells):
    written = [take_apart(cell) for cell in cells]
    if cells and all(written):
        signs = {number.sign or "%" * number.percent for number in written}
        if len(signs) > 1:
            sentence = _("“%(column)s” mixes units (%(units)s): a chart shows one")
            units = ", ".join(sorted(sign or _("no unit") for sign in signs))
            return sentence % {"column": label, "units": units}
    if cells and all(cell[0].isdigit() for cell in cells):
        sentence = _(
            "“%s” holds numbers with words, which are read as text: say the unit under "
            "“Column…”, and leave it out of the cells"
        )
        return sentence % label
    return ""
