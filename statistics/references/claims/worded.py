"""Find claims that are written in words: forty percent, two thirds, one in five, ½."""

import re
from decimal import Decimal

from .masks import FRACTIONS

_FRACTION = re.compile(rf"(?<!\w)[{FRACTIONS}](?!\w)")
_UNIT = re.compile(
    r"\s?-?(?:an?\s+)?(?:inch|mile|hour|cup|day|page|pint|litre|teaspoon)"
)
_CLAUSE_END = re.compile(r"[.!?;]\s|\n\n")
TIED = "\ue002"  # stands for a number that is tied or marked; no text has it
NEAR = 200  # letters in which a clause is looked for
MOST = 300  # of one block


def worded_claims(shown, masked, words):
    """Return (start, end, percent or None) of each, in their order.

    `masked` is the same text without digits that say no amount.
    """
    found = []
    for match in words.WORDED.finditer(masked):
        if len(found) >= MOST:
            break
        if _is_meant(match, masked, words):
            found.append((match.start(), match.end(), _percent(match, words)))
    found += [(m.start(), m.end(), None) for m in words.FRACTION.finditer(shown)]
    found += [
        (m.start(), m.end(), None)
        for m in _FRACTION.finditer(shown)
        if not _UNIT.match(shown, m.end())
    ]
    found += _others(shown, masked, words)
    return _apart(sorted(found[: 3 * MOST], key=lambda span: (span[0], -span[1])))


def _is_meant(match, text, words):
    if re.search(r"[\s-][A-Z]", match[0]):
        return False  # a name: One Hundred Years
    if match["percent"] and "hundred" in match["percent"].casefold():
        at = match.start() + match["percent"].casefold().rindex("hundred") + 7
        return not words.SURE.match(text, at)
    if not match["percent"] and _is_beside_a_tie(match, text):
        return False  # 46%, which is less than half: the words are checked by it
    before = text[max(0, match.start() - 40) : match.start()]
    if match["out"] or match["of"]:
        numbers = [_value(part, words) for part in re.findall(words.COUNT, match[0])]
        if len(numbers) != 2 or None in numbers or not numbers[0] < numbers[1] <= 1000:
            return False
        return bool(match["whole"]) or not _is_labelled(before, words, match["of"])
    return True


def _is_beside_a_tie(match, text):
    before = text[max(0, match.start() - NEAR) : match.start()]
    after = text[match.end() : match.end() + NEAR]
    clause = _CLAUSE_END.split(before)[-1] + _CLAUSE_END.split(after)[0]
    return TIED in clause


def _is_labelled(before, words, of):
    """Whether the number of a thing stands there: photo 3 of 12."""
    last = re.search(r"([^\W\d_]+)\s+$", before)
    if not last:
        return False
    if not of:
        return last[1].casefold() in words.LABELS
    return last[1].casefold() not in words.FUNCTION and not last[1].endswith("ly")


def _value(part, words):
    part = part.replace(",", "")
    return Decimal(part) if part[:1].isdigit() else words.value_of(part)


def _percent(match, words):
    if not match["percent"]:
        return None
    number = re.split(r"\s+per", match[0])[0]
    value = words.value_of(number)
    return None if value is None else Decimal(value)


def _others(shown, text, words):
    """Yield ranks, parts of many, ratios and the like."""
    for pattern in (words.parts.AND_A_HALF, words.parts.MANY):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), None
    for match in words.parts.RANK.finditer(shown):  # in which 27th is not masked
        yield match.start(), match.end(), None
    for match in words.parts.RATIO.finditer(shown):  # nor 1:30
        yield *match.span(match.lastgroup), None
    for match in words.parts.PART.finditer(text):
        numbers = [_value(part, words) for part in match.groups() if part]
        before = text[max(0, match.start() - 40) : match.start()]
        is_part = None not in numbers and numbers[0] < numbers[1] <= 1000
        if is_part and not _is_labelled(before, words, True):
            yield match.start(), match.end(), None


def _apart(spans):
    found, end = [], -1
    for span in spans:
        if span[0] >= end:
            found.append(span)
            end = span[1]
    return found
