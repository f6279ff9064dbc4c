"""Show blocks with what somebody said of their pictures and their numbers."""

import re
from dataclasses import replace

from .tree import spans_in

# The slug that a table of the plan has in notations until its own is known.
PLANNED = "draft-of-"
_PLANNED = re.compile(rf"{PLANNED}([\w-]+)")


def shown(block, plan, slugs):
    """Return a block as it is written: with descriptions, and the slugs of tables."""

    def span(one):
        if one.reference:
            return replace(one, reference=with_slugs(one.reference, slugs))
        text = plan.descriptions.get(str(one.picture)) if one.picture else None
        return replace(one, text=text) if text else one

    if not any(one.reference or one.picture for one in spans_in(block)):
        return block
    inner = tuple(shown(child, plan, slugs) for child in block.blocks)
    rows = tuple(
        tuple(replace(cell, spans=tuple(map(span, cell.spans))) for cell in row)
        for row in block.rows
    )
    spans = tuple(map(span, block.spans))
    return replace(block, spans=spans, blocks=inner, rows=rows)


def with_slugs(notation, slugs):
    """Return a notation with the slugs of tables, by the keys of their drafts."""
    return _PLANNED.sub(lambda found: slugs.get(found[1], found[0]), notation)
