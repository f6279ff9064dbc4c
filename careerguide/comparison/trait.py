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
    """What words of a table say, where no field of it does: see `clues`.

    Where they say something else than its field, they are believed: who compares reads
    the words.
    """

    name: str = ""

    def key(self, fact):
        return _step(fact.words, self.name) or _step(fact.basis(self.name), self.name)

    def separates(self, one, other):
        scale, facts = SCALES[self.name], (one, other)
        if scale.of_money and "money" not in (one.column.type, other.column.type):
            return False
        bases = [_step(fact.basis(self.name), self.name) for fact in facts]
        is_said = any(_step(fact.words, self.name) for fact in facts)
        if not is_said or all(bases) and bases[0] != bases[1]:
            return False  # as the fields say it, which have a trait of their own
        keys = self.key(one), self.key(other)
        if keys[0] == keys[1]:
            return False
        has_field = one.basis(self.name) or other.basis(self.name)
        return all(keys) or (scale.silence_counts and not has_field)


def _step(text, name):
    said = said_in(text, name)
    return "" if said is None else str(said[0])


@dataclass(frozen=True, eq=False)
class YearClue(Trait):
    """The years that words of a table name, beside its time where another's name none.

    `of` gives the years of the words, and `time` those of the field.
    """

    time: Callable = lambda fact: ""

    def key(self, fact):
        return self.of(fact) or self.time(fact)

    def words(self, fact):
        return self.key(fact)

    def separates(self, one, other):
        times = self.time(one), self.time(other)
        is_said = self.of(one) or self.of(other)
        if not is_said or all(times) and times[0] != times[1]:
            return False  # as the fields say it, which have a trait of their own
        keys = self.key(one), self.key(other)
        return all(keys) and keys[0] != keys[1]
