"""The type that a column was given, the sentence on it, and the way back."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from statistics.data import Column


@dataclass(frozen=True)
class Kind:
    """A column with its type, the sentence on it, and what one click makes of it."""

    column: Column
    sentence: str = ""
    other: Column | None = None
    change: str = ""
    problems: tuple = ()


def number_kind(column, sentence, cells, problems):
    words = dict.fromkeys(a.scale for a in cells.numbers if a.scale)
    if words:
        scales = ", ".join(
            _("“%(word)s” is read as %(zeros)s") % {"word": word, "zeros": zeros}
            for word, zeros in (
                (a.scale, f"{10**a.power:,}") for a in cells.numbers if a.scale
            )
            if words.pop(word, "gone") != "gone"
        )
        sentence = f"{sentence} {scales}."
    text = replace(column, type="text", currency="", scale="")
    return Kind(column, sentence, text, _("Make it text"), tuple(problems))


def as_number(column):
    return replace(column, type="integer"), _("Make it a number")
