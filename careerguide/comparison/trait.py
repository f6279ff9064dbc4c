"""Define a trait of numbers, which decides whether two of them may be compared."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careerguide.languages.folding import fold

from .clues import SCALES, said_in


@dataclass(frozen=True, eq=False)
class Trait:
    """`of` gives a fact's value in words, "" where it is not known.

    `differs` and `unknown` are sentences with the values of all at %s. Where neither of
    two facts says anything, that is a reason only if `needed` says so of one of them.
    """

    of: Callable
    differs: str
    unknown: str
    needed: Callable = lambda fact: True
    applies: Callable = lambda fact: True
    shown: Callable | None = None

    def key(self, fact):
        return " ".join(fold(str(self.of(fact))).split())

    def words(self, fact):
        """Return what the sentences say of a fact."""
        text = (self.shown or self.of)(fact)
        return str(text) if text else _("not known")

    def separates(self, one, other):
        """Whether the two must not be compared for its sake."""
        if not (self.applies(one) and self.applies(other)):
            return False
        keys = self.key(one), self.key(other)
        if not any(keys):
            return self.needed(one) or self.needed(other)
        return keys[0] != keys[1] or not all(keys)


@dataclass(frozen=True, eq=False)
class Clue(Trait):
    """What words of a table say, where no field of it does: see `clues`."""

    name: str = ""

    def key(self, fact):
        said = said_in(fact.words, self.name)
        return "" if said is None else str(said[0])

    def separates(self, one, other):
        scale, keys = SCALES[self.name], (self.key(one), self.key(other))
        is_money = "money" in (one.column.type, other.column.type)
        if keys[0] == keys[1] or (scale.of_money and not is_money):
            return False
        has_field = one.basis(self.name) or other.basis(self.name)
        return all(keys) or (scale.silence_counts and not has_field)
