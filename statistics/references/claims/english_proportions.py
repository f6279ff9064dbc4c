"""Know the English words that say a proportion or a multiple: half, twice, no one.

Twenty-odd patterns; whatever else a sentence says of its numbers is not judged.
"""

import re

# Each stands for a percentage, or for how many times as much.
PROPORTIONS = {
    r"half": 50,
    r"three[- ]quarters|three in four|three out of four": 75,
    r"(?:a|one) quarter|one in four|one out of four": 25,
    r"two[- ]thirds|two in three|two out of three": 200 / 3,
    r"(?:a|one) third|one in three|one out of three": 100 / 3,
    r"(?:a|one) fifth|one in five|one out of five": 20,
    r"two[- ]fifths|two in five|two out of five": 40,
    r"three[- ]fifths|three in five|three out of five": 60,
    r"four[- ]fifths|four in five|four out of five": 80,
    r"(?:a|one) tenth|one in ten|one out of ten": 10,
    r"nine in ten|nine out of ten": 90,
}
# Words that say by themselves: at least, at most, both in percent, the ends left out.
SHARES = {
    r"(?:a|the|vast|large|clear|great) majority": (50, 100.1),
    r"(?<!the )(?<!at )most (?:of|(?:[a-z’'-]+ ){0,3}[a-z]+s\b|people)": (50, 100.1),
    r"(?:a|small|the) minority": (-0.1, 50),
    r"no one|nobody|none of": (-0.1, 0.1),
    r"everyone|everybody": (99.9, 100.1),
    r"(?<!of )(?<!not )(?<!above )(?<!at )all (?:of )?(?:the |these )?[a-z]+s\b": (
        *(99.9, 100.1),
    ),
}
MULTIPLES = {
    r"twice|doubl(?:es?|ed|ing)|twofold|two times": 2,
    r"tripl(?:es?|ed|ing)|trebl(?:es?|ed)|threefold|three times": 3,
    r"quadrupl(?:es?|ed)|fourfold|four times": 4,
    r"fivefold|five times": 5,
    r"tenfold|ten times": 10,
    r"elevenfold|eleven times": 11,
    r"halv(?:es?|ed|ing)": 0.5,
}
_MORE, _LESS = "more than|over|above|well over", "less than|fewer than|under|below"
_NEARLY, _ABOUT = "nearly|almost|just under|not quite", "about|around|roughly|some"
QUALIFIED = rf"(?:(?P<qualifier>{_MORE}|{_LESS}|{_NEARLY}|{_ABOUT}|exactly)\s+)?"
# Not the half of another thing, an hour or an idiom.
_NOT = r"(?!\s+(?:an?\b|past\b|the time|of (?:an?|the time)\b|hour|year|day|way))"
# Beside a number that a table gives exactly, these say something else.
BESIDE_EXACT = re.compile(rf"\b({_MORE}|{_LESS}|nearly|almost)\s+$", re.I)
CLAUSE = re.compile(
    r"(?<=[.!?;:])\s+|\s[–—]\s|\n+|(?<=,)\s+(?:but|while|whereas|and)\s"
)


def _compiled(words):
    return [
        (re.compile(rf"\b(?:{QUALIFIED}(?:{pattern})){_NOT}", re.I), value)
        for pattern, value in words.items()
    ]


PROPORTIONS, MULTIPLES = _compiled(PROPORTIONS), _compiled(MULTIPLES)
SHARES = [(re.compile(rf"\b(?:{p})", re.I), ends) for p, ends in SHARES.items()]


def agrees(qualifier, said, value):
    """Return whether a value is what is said, by the word before it if there is one."""
    tolerance = 0.02 * said if said > 20 else 0.1 * said
    qualifier = (qualifier or "").lower()
    if qualifier in _MORE.split("|"):
        return value > said
    if qualifier in _LESS.split("|"):
        return value < said
    if qualifier in _NEARLY.split("|"):
        return 0.85 * said <= value < said
    if qualifier == "exactly":
        return value == said
    if qualifier:
        return abs(value - said) <= max(2 * tolerance, 0.08 * said)
    return abs(value - said) <= max(tolerance, 0.04 * said)
