"""Find the pictures that stand in the texts of a plan, with their descriptions."""

from .plan import DATA, LEFT_OUT, TITLE
from .tree import pictures_in

PLAIN = (DATA, LEFT_OUT, TITLE)  # roles that keep words and nothing else


def description(document, plan, number):
    """Return what somebody said a picture shows, or the document."""
    return plan.descriptions.get(str(number)) or document.pictures[number - 1].text


def placed_pictures(document, plan):
    """Return (number, picture, description) of those of a text that are in the file."""
    return [
        (
            number,
            document.pictures[number - 1],
            description(document, plan, number),
        )
        for block in document.blocks
        if plan.placement_of[block.id].role not in PLAIN
        for number in pictures_in(block)
        if document.pictures[number - 1].size
    ]
