"""Find what the words of a table say of its numbers: net or gross, men or women.

What a field of the table says needs no words. They are a second look, for what stands
in a title, a subtitle or the name of a column alone: two that say different things, or
of which one says nothing, are not compared. Nor are those whose words contradict a
field, of either of them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language, override, pgettext_lazy

from careerguide.languages.folding import fold

# Each a list of what excludes each other: the words of one thing stand between commas.
TAX = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "gross, before tax, before taxes, pre tax; net, after tax, after taxes, take home",
)
STATISTIC = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "mean, average; median",
)
PARTS = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "base pay, base salary, basic pay, without bonus, without bonuses, excluding "
    "bonuses; total pay, total compensation, with bonus, with bonuses, including "
    "bonuses",
)
PAID_FOR = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "hourly, an hour, per hour; daily, a day, per day; weekly, a week, per week; "
    "monthly, a month, per month; annual, yearly, a year, per year, per annum",
)
PRICES = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "nominal, current prices; real terms, real wages, constant prices, adjusted for "
    "inflation, inflation adjusted",
)
HOURS = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "full time; part time",
)
CONTRACT = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "employees only, salaried; self employed, freelance, freelancers, contractors",
)
GENDER = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "men, male, boys; women, female, girls",
)
SECTOR = pgettext_lazy(
    "things that exclude each other; their words, separated by commas",
    "public sector; private sector",
)


@dataclass(frozen=True)
class Scale:
    """`of_money`: says something of amounts only. `silence_counts`: where one table
    says it and another does not, nobody knows whether they are alike.
    """

    words: str
    of_money: bool = False
    silence_counts: bool = True


# By the field of a table that says the same, where there is one.
SCALES = {
    "pay_tax": Scale(TAX, of_money=True),
    "statistic": Scale(STATISTIC, silence_counts=False),
    "pay_parts": Scale(PARTS, of_money=True),
    "pay_period": Scale(PAID_FOR, of_money=True),
    "prices": Scale(PRICES, of_money=True),
    "hours": Scale(HOURS),
    "contract": Scale(CONTRACT),
    "gender": Scale(GENDER),
    "sector": Scale(SECTOR),
}


def said_in(text, name):
    """Return (step of a scale, the words that say it), or None.

    A text that says two of them, men and women, says neither.
    """
    plain, found = _plain(text), []
    for step, pattern in enumerate(_patterns(name, get_language())):
        if match := pattern.search(plain):
            found.append((step, match[0]))
    return found[0] if len(found) == 1 else None


def _plain(text):
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


@lru_cache(maxsize=64)
def _patterns(name, _language):
    message = SCALES[name].words
    with override("en"):
        english = str(message)
    steps = {}
    for text in (english, str(message)):
        for number, step in enumerate(text.split(";")):
            words = {_plain(word) for word in step.split(",")} - {""}
            steps.setdefault(number, set()).update(words)
    return [
        re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b")
        for words in steps.values()
    ]
