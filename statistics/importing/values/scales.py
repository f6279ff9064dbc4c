"""Read the words that shorten amounts: 1.5 Mio., 85k, 12 lakh, 3万, 5 करोड़.

Known everywhere are those below, which mean one thing in each language that has them
(CLDR), and on a site those of its own language. A word that means one thing here and
another there is read by neither, so that somebody is asked: "b", "t", "mil", and "bn"
on a Swedish site, where it is a million millions.
"""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from careerguide.languages.locales import locale_of
from careerguide.languages.scales import EXPONENTS, scale_word, scale_words

NAMES = {power: name for name, power in EXPONENTS.items()}

# As they are written; those of EITHER_CASE in capitals or not.
EXACT = {
    "k": 3,
    "K": 3,
    "M": 6,
    "MM": 6,
    "B": 9,
    "m": 6,
    "千": 3,
    "万": 4,
    "萬": 4,
    "만": 4,
    "億": 8,
    "亿": 8,
    "억": 8,
}
EITHER_CASE = {
    3: "thousand thousands tsd tsd. thsd thsd. tausend mille '000 000s tusen tusind "
    "duizend тыс тыс. тысяч тысячи हज़ार हजार ألف آلاف",
    5: "lakh lakhs lac lacs लाख",
    6: "million millions mio mio. mn mln mln. mill. millionen milioni milione milhões "
    "milhão milhoes millones millón miljoen milj milj. miljon miljoner millioner "
    "milion miliony milionów milyon млн млн. миллион миллиона миллионов مليون ملايين",
    7: "crore crores करोड़",
    9: "billion billions bn bln bln. mrd mrd. milliarde milliarden milliard milliards "
    "miliardi miliardo miljard miljarder milliarder miliard miliardów milyar bilhão "
    "bilhões md md. mld mld. mia mia. млрд млрд. миллиард миллиарда миллиардов अरब "
    "مليار",
    11: "खरब",
    12: "trillion trillions tn trn bio bio. billionen billioner biljon biljoner "
    "biljoen billón billones trilhão trilhões трлн трлн. триллион триллиона триллионов "
    "ترليون تريليون",
}
WORDS = {
    scale_word(word): power
    for power, words in EITHER_CASE.items()
    for word in words.split()
}
# Of a currency only: T€ are thousands of euros, but T alone, and in $5T, may be a
# trillion; and "$1.5b" are billions, where the b of "1.5b" may mark a break in the
# series.
WITH_CURRENCY = {"T": 3, "b": 9, "Cr": 7, "Cr.": 7, "cr": 7, "cr.": 7, "CR": 7}
# Of these currencies a Cr is a crore; of others it is a credit.
WITH_CRORES = {"INR", "PKR", "NPR", "BDT", "LKR"}
TRILLIONS = ("trillion", "trillions", "tn", "trn", "tn.", "trn.")
FIRST_INDIAN_LETTER = "\u0900"


@dataclass(frozen=True)
class Scales:
    """Scale words that a site reads: `exact` as written, `words` in any case.

    `doubtful` are words with the two powers of ten that they may mean.
    """

    exact: dict
    words: dict
    with_currency: dict
    doubtful: dict

    def power_of(self, word):
        """Return the power of ten that a word stands for, or 0 if it is none."""
        return self.exact.get(word) or self.words.get(scale_word(word), 0)

    def doubts(self, word):
        """Return the powers of ten that a word may stand for, or nothing."""
        return self.doubtful.get(scale_word(word.split()[0]), ()) if word else ()


def scales():
    """Return the `Scales` of the language that is active."""
    return _scales(get_language())


@lru_cache(maxsize=32)
def _scales(_language):
    locale = locale_of()
    own = scale_words(locale)
    general = {word.casefold(): power for word, power in WITH_CURRENCY.items()}
    general |= {word.casefold(): power for word, power in EXACT.items()} | WORDS
    doubtful = {
        word: (general[word], power)
        for word, power in own.items()
        if general.get(word, power) != power
        # English writes €5T, and so takes T€ for no trillion.
        and not (word == "t" and locale.language == "en")
    }
    if any(power == 12 and word.startswith("b") for word, power in own.items()):
        # Where a billion is a million millions, a trillion is a million of those.
        doubtful |= dict.fromkeys(("billion", "billions"), (9, 12))
        doubtful |= {word: (12, 18) for word in TRILLIONS if word not in own}
    known = WORDS | {word: p for word, p in own.items() if _is_plain(word)}

    def settled(words):
        return {w: p for w, p in words.items() if w.casefold() not in doubtful}

    return Scales(settled(EXACT), settled(known), settled(WITH_CURRENCY), doubtful)


def _is_plain(word):
    """Whether it is more than one letter, which may stand for a unit: t, m."""
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 or letters[0] >= FIRST_INDIAN_LETTER
