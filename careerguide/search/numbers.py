"""Write numbers in one way: $120,000, 120k and 120 000 are the same token."""

import re
from functools import lru_cache

from careerguide.languages.folding import fold
from careerguide.languages.locales import locale_of
from careerguide.languages.numbers import number_symbols
from careerguide.languages.scales import scale_words

POINT = "p"  # stands for the decimal mark, so that a token is letters and digits
MOST_DIGITS = 40
# What is written in English beside CLDR's short forms.
ENGLISH = {"b": 9, "mn": 6, "mln": 6, "t": 12}
# Not “one”, which is a pronoun as well.
SMALL = """two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {
    "en": {word: str(number) for number, word in enumerate(SMALL.split(), 2)}
    | {word: str(number * 10) for number, word in enumerate(TENS.split(), 2)}
}


def plain_number(written, decimal_mark, power=0):
    """Return a token of digits, and `POINT` where decimals are left after `power` tens.

    `written` may hold marks between groups: "1 234.50" is "1234p5".
    """
    whole, _, fraction = written.rpartition(decimal_mark)
    if not whole:
        whole, fraction = fraction, ""
    whole = re.sub(r"\D", "", whole)
    if power:
        moved = fraction[:power].ljust(power, "0")
        whole, fraction = (whole + moved).lstrip("0") or "0", fraction[power:]
    fraction = fraction.rstrip("0")
    token = f"{whole}{POINT}{fraction}" if fraction else whole
    return token[:MOST_DIGITS]


def thousands_elsewhere(written, decimal_mark):
    """Return the digits of a number that has thousands in other languages: “1.234”.

    "" of any other.
    """
    whole, _, fraction = written.partition(decimal_mark)
    is_likely = len(fraction) == 3 and len(whole) <= 3 and whole.isdecimal()
    return whole + fraction if is_likely and whole[0] != "0" else ""


@lru_cache(maxsize=32)
def number_pattern(language):
    """Numbers as a language writes them, with a scale such as k or million after them.

    Groups of digits may be apart by whatever is not its decimal mark; thousands have
    three digits, and those before them two or three, as in India. A number whose marks
    are those of another language is `foreign`; `decimals` may be two numbers of a list.
    """
    mark, other = re.escape(decimal_mark(language)), re.escape(other_mark(language))
    group = r"[ '.,]".replace(decimal_mark(language), "")
    scales = "|".join(map(re.escape, sorted(scales_of(language), key=len)[::-1]))
    return (
        rf"(?<!\w)(?P<number>(?P<foreign>[1-9]\d{{0,2}}(?:(?:{mark}\d{{3}}){{2,9}}"
        rf"(?:{other}\d+)?|{mark}000(?:{other}\d+)?|{mark}\d{{3}}{other}\d{{1,2}}))"
        rf"(?![{mark}{other}]?\d)"
        rf"|(?<!\d[{mark}{other}])(?P<decimals>\d+{other}\d{{1,2}})(?![{mark}{other}]?\d)"
        rf"|(?:\d{{1,3}}(?P<group>{group})(?:\d{{2,3}}(?P=group)){{0,9}}"
        rf"\d{{3}}(?!\d)|\d+)(?:{mark}\d+)?)"
        rf"(?:(?P<apart>[ -]?)(?P<scale>{scales}))?(?!\w)"
    )


def number_of_word(word, language):
    """Return the digits of a folded word that is a number; "" of any other."""
    return NUMBER_WORDS.get(language.partition("-")[0], {}).get(word, "")


@lru_cache(maxsize=32)
def scales_of(language):
    """{folded word: power of ten} of the words by which a language shortens numbers."""
    words = scale_words(locale_of(language))
    if language.partition("-")[0] == "en":
        words = ENGLISH | words
    return {fold(word): power for word, power in words.items()}


@lru_cache(maxsize=32)
def decimal_mark(language):
    return fold(number_symbols(language).decimal)


def other_mark(language):
    """Return the decimal mark of languages that write numbers the other way round."""
    return "." if decimal_mark(language) == "," else ","
