"""Find headings that skip a level, so that the outline of a page has a gap."""

import re

from django.utils.translation import gettext as _

from .findings import Fault, shortened
from .outline import CODE, TAG

_HEADING = re.compile(r"h([1-6])")


def out_of_order(outline):
    """Yield a fault for each heading more than a level below the one before it."""
    above = 0
    for block in outline.blocks:
        if not (found := _HEADING.fullmatch(block.name)):
            continue
        level = int(found[1])
        if above and level > above + 1:
            text = " ".join(block.text.replace(TAG, "").replace(CODE, "…").split())
            problem = _(
                "“%(text)s” is a heading of level %(level)d right below one of level "
                "%(above)d: take out a #."
            )
            values = {"text": shortened(text), "level": level, "above": above}
            yield Fault("heading-order", text, block.line, problem % values)
        above = level
