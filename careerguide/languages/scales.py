"""Look up how a language shortens thousands, millions, billions and trillions.

CLDR's compact patterns say in what a language counts: German writes “12,5 Mio.”, Hindi
counts lakhs, “125 लाख”, Japanese myriads, “1250万”. A pattern has as many zeros as the
smallest number that it is for has digits, so the zeros say how far the decimal mark
moves.
"""

import unicodedata
from dataclasses import astuple
from functools import lru_cache

from .folding import fold_case
from .locales import ENGLISH, locale_of
from .numbers import NBSP, Affixes, affixes

EXPONENTS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def scale_forms(locale, scale, money=False):
    """Return by plural category a scale's affixes, and how far its mark moves.

    With `money` they hold ¤ where the language has such a pattern. There is no form
    where the language has no word for the scale: it writes the number out.
    """
    if locale.language == "en":
        locale = locale_of(ENGLISH)  # k, m, bn and tn, whatever the country
    names = ("short", "long")
    choices = [locale.compact_decimal_formats.get(name, {}) for name in names]
    if money:
        choices.insert(0, locale.compact_currency_formats.get("short", {}))
    power = str(10 ** EXPONENTS[scale])
    for patterns in choices:
        forms = {
            category: _form(locale, by_power[power])
            for category, by_power in patterns.items()
            if power in by_power
        }
        if "other" in forms and _has_a_word(forms["other"]):
            return forms
    return {}


def _form(locale, pattern):
    parts = (part.replace(" ", NBSP) for part in astuple(affixes(locale, pattern)))
    return Affixes(*parts), pattern.int_prec[0] - 1


def _has_a_word(form):
    around, _moved = form
    return any(letter.isalpha() for letter in around.before + around.after)


@lru_cache(maxsize=64)
def scale_words(locale):
    """The words by which a language shortens numbers, and the power of ten of each.

    {"mio.": 6, "mio": 6, "milliarden": 9} in German: as `scale_word` writes them. A
    word to which the language itself gives two meanings is left out.
    """
    formats = (locale.compact_decimal_formats, locale.compact_currency_formats)
    found = {}
    for patterns in (f.get(name, {}) for f in formats for name in ("short", "long")):
        for by_power in patterns.values():
            for power, pattern in by_power.items():
                if "0" not in pattern.pattern:
                    continue  # “mille”, which counts nothing
                moved = pattern.int_prec[0] - 1
                for word in _words(affixes(locale, pattern)):
                    found.setdefault(word, set()).add(len(power) - 1 - moved)
    return {word: powers.pop() for word, powers in found.items() if len(powers) == 1}


def scale_word(text):
    """A word as it is compared: composed, without case, marks of direction and ends."""
    text = unicodedata.normalize("NFC", text).replace(NBSP, " ")
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return fold_case(" ".join(text.split()))


def _words(around):
    """What stands around the digits; an abbreviation without its full stop as well."""
    for affix in (around.before, around.after):
        word = scale_word(affix.replace("¤", ""))
        if any(letter.isalpha() for letter in word):
            yield from {word, word.rstrip(".")}
