"""Edit the cells of a table in the grid, whose texts are those of a table's form."""

from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.importing.plan import DATA
from careerguide.importing.refusals import Refused
from statistics.importing.text import EMPTY, from_text, lines_to_text, to_text
from statistics.table.errors import DataError


def grid_texts(reading):
    """Return (cells, lines on columns) as the grid takes them."""
    if reading.table:
        return to_text(reading.table)
    return lines_to_text([list(line) for line in reading.lines]), ""


def cells(opened, block, numbers="", columns="", decimal_mark=""):
    """Keep the cells of a table as the grid has them."""
    placement = opened.plan.placement_of[opened.block(block).id]
    if placement.role != DATA:
        raise Refused(_("Place it as a table first."))
    reading = next(d.reading for d in opened.drafts if d.key == placement.item)
    try:
        table = from_text(numbers, columns, reading.table or EMPTY, decimal_mark)
    except DataError as error:
        raise Refused(*error.problems) from None
    if not table.rows:
        raise Refused(_("A table without rows: leave it out instead."))
    opened.plan = opened.plan.replaced(replace(placement, table=table.to_json()))
    for decision in opened.plan.decisions:
        asks = decision.kind in ("table", "columns", "decimals")
        if asks and block in (decision.block, *decision.others):
            opened.plan = opened.plan.settled(decision, block)
