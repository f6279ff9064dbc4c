"""Find lines that were meant as points of a list, and run together to a paragraph."""

from django.utils.translation import gettext as _

from careerguide.markup.sanitise import readable

from .findings import Fault, shortened
from .outline import TAG, Outline


def points(text: str) -> list[Fault]:
    """Faults of a text that should be a list, such as the takeaways of an article."""
    text = readable(text)
    lines, found = text.split("\n"), []
    for block in Outline(text).blocks:
        if block.name != "p" or block.parent or "\n" not in block.text.strip():
            continue
        first = lines[block.line - 1]
        if first.endswith(("  ", "\\")):
            continue  # its lines are kept apart
        what = block.text.replace(TAG, "").split("\n")[0].strip()
        problem = _(
            "“%s” and the next line run together. Begin each point with a hyphen and a "
            "blank."
        )
        found.append(Fault("points", what, block.line, problem % shortened(what)))
    return found
