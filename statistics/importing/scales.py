"""The words by which amounts are shortened: 1.5 Mio., 85k, 12 lakh, 3万.

A word that means one thing here and another there is in no list, so that somebody is
asked: "b", "t", "mil".
"""

from careerguide.languages.scales import EXPONENTS

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
    3: "thousand thousands tsd tsd. thsd thsd. tausend mille '000 000s",
    5: "lakh lakhs lac lacs",
    6: "million millions mio mio. mn mln mln. mill. millionen milioni milhões milhoes "
    "millones miljoen milj milj. miljoner millioner",
    7: "crore crores cr cr.",
    9: "billion billions bn bln bln. mrd mrd. milliarde milliarden milliard milliards "
    "miliardi miljard miljarder milliarder md md. mld mld. mia mia.",
    12: "trillion trillions tn trn",
}
WORDS = {word: power for power, words in EITHER_CASE.items() for word in words.split()}
# Of a currency only: T€ are thousands of euros, but T alone may be a trillion; and
# "$1.5b" are billions, where the b of "1.5b" may mark a break in the series.
WITH_CURRENCY = {"T": 3, "b": 9}


def power_of(word):
    """The power of ten that a word stands for, or 0 if it is none."""
    return EXACT.get(word) or WORDS.get(word.casefold(), 0)
