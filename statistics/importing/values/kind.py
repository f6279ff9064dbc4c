"""Define the type a column was given, the sentence on it, and the way back."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from careerguide.languages.writing import number_text
from statistics.table.schema import Column


@dataclass(frozen=True)
class Kind:
    """A column with its type, the sentence on it, and what one click makes of it.

    `choices` are (change, column) where there is more than one way to read it.
    """

    column: Column
    sentence: str = ""
    other: Column | None = None
    change: str = ""
    problems: tuple = ()
    choices: tuple = ()


def number_kind(column, sentence, cells, problems):
    """A column of numbers, whose sentence says what its words for scales mean."""
    powers = {amount.scale: amount.power for amount in cells.numbers if amount.scale}
    if powers:
        means = _("“%(word)s” is read as %(zeros)s")
        scales = ", ".join(
            means % {"word": word, "zeros": number_text(10**power)}
            for word, power in powers.items()
        )
        sentence = f"{sentence} {scales}."
    text = replace(column, type="text", currency="", scale="")
    return Kind(column, sentence, text, _("Make it text"), tuple(problems))


def as_number(column):
    return replace(column, type="integer"), _("Make it a number")
