"""List the kinds of unit that a measure has, and what each asks of a table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

NUMBERS = ("integer", "decimal")


class UnitKind(models.TextChoices):
    """What a measure is counted in: which columns hold it, and what it must say.

    `column_types` are the types of a column that fit. `bases` are the fields of a table
    without which nobody knows whether two numbers of this kind mean the same.
    """

    PAY = "pay", _("Pay: money for work")
    MONEY = "money", _("Another amount of money")
    SHARE = "share", _("A share, in percent")
    COUNT = "count", _("A count of people or things")
    DURATION = "duration", _("A length of time")
    SCORE = "score", _("A score on a scale")
    RANK = "rank", _("A rank")
    WORDS = "words", _("A name or words")

    @property
    def column_types(self):
        return {
            UnitKind.PAY: ("money",),
            UnitKind.MONEY: ("money",),
            UnitKind.SHARE: ("percent",),
            UnitKind.RANK: ("rank",),
            UnitKind.WORDS: ("text",),
        }.get(self, NUMBERS)

    @property
    def bases(self):
        return {
            UnitKind.PAY: ("statistic", "pay_tax", "pay_parts", "pay_period", "prices"),
            UnitKind.MONEY: ("prices",),
            UnitKind.DURATION: ("statistic",),
            UnitKind.SCORE: ("statistic",),
        }.get(self, ())

    @property
    def needs_unit(self):
        """Whether the unit of a column says what its numbers are: hours, or years."""
        return self in (UnitKind.DURATION, UnitKind.SCORE)

    @property
    def is_quantity(self):
        """Whether it says how much: it can stand on a scale."""
        return self not in (UnitKind.RANK, UnitKind.WORDS)

    @property
    def is_sortable(self):
        return self is not UnitKind.WORDS

    def fits(self, column):
        return column.type in self.column_types
