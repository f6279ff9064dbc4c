"""Make the decisions that only a person can make."""

from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.importing.plan import FACT, LEFT_OUT, MYTH, TEXT
from careerguide.importing.refusals import Refused
from careerguide.importing.tables.lines import split_lines

from .naming import describe, item


def answer(opened, decision, answer=""):
    """Make a decision: by one of its choices, by a text, or “” to leave it as it is."""
    found = next((d for d in opened.plan.decisions if d.id == decision), None)
    if found is None:
        raise Refused(_("This was decided already."))
    ANSWERS[found.kind](opened, found, answer.strip())
    opened.plan = opened.plan.without_decisions(found)


def _decimals(opened, decision, answer):
    if answer not in decision.choices:
        raise Refused(_("Choose how the numbers are written."))
    opened.plan = opened.plan.chosen(decision.block, decimal_mark=answer)


def _columns(opened, decision, answer):
    """Part the names of the columns as somebody chose."""
    block = opened.block(decision.block)
    blocks = opened.document.blocks
    above = blocks[: blocks.index(block)][-1:]
    texts = [text.strip() for text in block.line.split("\n")]
    for heading in (*(b.line for b in above), ""):
        found = split_lines(texts, heading)
        for lines in found.readings if found else ():
            if " | ".join(lines[0]) == answer:
                placement = opened.plan.placement_of[block.id]
                lines = tuple(map(tuple, lines))
                opened.plan = opened.plan.replaced(
                    replace(placement, lines=lines, table={})
                )
                return
    raise Refused(_("Choose where the names of the columns part."))


def _myths(opened, decision, answer):
    """The list is of beliefs, as was read, or of facts, or neither."""
    if answer not in ("", MYTH, FACT, TEXT):
        raise Refused(_("Say whether these are beliefs or facts."))
    if answer:
        placement = opened.plan.placement_of[decision.block]
        opened.plan = opened.plan.replaced(replace(placement, role=answer))


def _picture(opened, decision, answer):
    if answer == LEFT_OUT:
        opened.plan = opened.plan.changed(decision.block, LEFT_OUT)
    elif answer:
        describe(opened, decision.about, answer)
    else:
        raise Refused(_("Say what the picture shows, or leave it out."))


def _title(opened, decision, answer):
    if answer:
        item(opened, decision.about, title=answer)


def _table(opened, decision, answer):
    """It is edited in the grid, placed as a text, or left out."""
    if answer == LEFT_OUT:
        opened.plan = opened.plan.changed(decision.block, LEFT_OUT)
    elif answer or opened.plan.placement_of[decision.block].role == "data":
        raise Refused(_("Edit the table, place it elsewhere, or leave it out."))


ANSWERS = {
    "columns": _columns,
    "decimals": _decimals,
    "myths": _myths,
    "picture": _picture,
    "table": _table,
    "title": _title,
}
