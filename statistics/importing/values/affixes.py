"""Read what stands before and after the digits of a number."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import get_language

from careerguide.languages.folding import fold_case
from statistics.table.vocabulary import folded

from .currencies import CODE, SHARED, SIGNS, candidates, known_codes
from .scales import EXACT, WITH_CRORES, scales
from .words import percent_words

LONGEST_WORD = 40
CROWNS = re.compile(r"\bt(?=(?:kr|SEK|NOK|DKK|ISK|EUR|CHF)\b)")  # tkr, tEUR


@dataclass(frozen=True)
class Affixes:
    """Findings around the digits; `word` is what was not understood."""

    minus: bool = False
    sign: str = ""
    currencies: tuple = ()
    percent: bool = False
    scale: str = ""
    power: int = 0
    word: str = ""


def read_affixes(before, after, attached=False, is_long=False):
    """Return the `Affixes`, or None where this is no number.

    `attached` says that no space stands before `after`: 12m is millions, 12 m may be
    metres. `is_long` says that it has three digits at least: R500 is an amount.
    """
    return _read(before, after, attached, is_long, get_language())


@lru_cache(maxsize=1024)
def _read(before, after, attached, is_long, language):
    before, after = (
        CROWNS.sub("T", unicodedata.normalize("NFC", text)) for text in (before, after)
    )
    stands_apart = before[-1:] == " " or is_long
    minus, before = _minus(before.strip())
    if minus is None:
        return None
    front = _tokens(before)
    if front is None or not _may_stand_before(front, stands_apart):
        return None
    back, rest = _tokens_and_rest(after)
    found = Affixes(minus=minus)
    for token in [*front, *back]:
        found = _with(found, token)
        if found is None:
            return None
    if found.word == "T" and attached and _is_trillion(back, language):
        found = replace(found, scale="T", power=12, word="")
    if found.scale == "m" and not (found.sign or attached):
        rest, found = f"m {rest}".strip(), replace(found, scale="", power=0)
    if rest:
        if not _is_word(rest):
            return None
        found = replace(found, word=f"{found.word} {rest}".strip()[:LONGEST_WORD])
    return _settled_scale(found)


def _is_trillion(tokens, language):
    """Whether a T after an amount of money is one: $3.42T, as English writes it."""
    return tokens == ["T"] and (language or "").startswith("en")


def _may_stand_before(tokens, stands_apart):
    """B2 and R2 are names of things; T€ 12 and R 12 are amounts."""
    if tokens and tokens[-1] == "R" and not stands_apart:
        return False
    return not tokens or any(
        candidates(token) or token in percent_words() for token in tokens
    )


def _minus(before):
    """Whether there is a minus, which may stand on either side of the sign."""
    signs = re.findall(r"[-+]", before)
    if len(signs) > 1:
        return None, before
    if not signs:
        return False, before
    if before[0] not in "-+" and before[-1] not in "-+":
        return None, before
    return signs[0] == "-", before.strip("-+ ")


def _tokens(text):
    """All of a text as tokens, or None."""
    tokens, rest = _tokens_and_rest(text)
    return None if rest else tokens


def _tokens_and_rest(text):
    """The longest run of tokens that a text begins with, and what follows it."""
    tokens = []
    while text:
        token = next((t for t in _beginnings(text) if _ends_well(text[len(t) :])), None)
        if token is None:
            break
        tokens.append(token)
        text = text[len(token) :].lstrip()
    return tokens, text


@lru_cache(maxsize=32)
def _tokens_by_first(_language):
    """The known words and signs by their first letter, the longest first."""
    known = scales()
    tokens = {*percent_words(), *SHARED, *SIGNS, *known.exact, *known.words}
    by_first = {}
    for token in sorted(tokens | {*known.with_currency}, key=len, reverse=True):
        by_first.setdefault(fold_case(token)[0], []).append(token)
    return by_first


@lru_cache(maxsize=32)
def _either_case(_language):
    return scales().words.keys() | percent_words()


def _beginnings(text):
    """What the text may begin with: known words and signs, and three capitals."""
    words = _either_case(get_language())
    for token in _tokens_by_first(get_language()).get(fold_case(text[0]), ()):
        start = text[: len(token)]
        if start == token or token in words and fold_case(start) == fold_case(token):
            yield start
    if CODE.match(text):
        yield text[:3]


def _ends_well(rest):
    """Whether a word ends where `rest` begins: k€ is k and €, but km is no k."""
    is_mark = rest and unicodedata.category(rest[0]).startswith("M")
    if not rest or not (rest[0].isalnum() or is_mark or rest[0] in "²³'’"):
        return True
    tokens = _tokens(rest)
    return bool(tokens) and bool(candidates(tokens[0]))


def _with(found, token):
    """What was found with one more token, or None where it has one of the kind."""
    if folded(token) in percent_words():
        return None if found.percent else replace(found, percent=True)
    known = scales()
    # Three capitals may be a currency nobody knows, or MLN for mln.
    is_code = token in SIGNS or token in SHARED or token in known_codes()
    is_scale = token in EXACT or (not is_code and known.power_of(token))
    if candidates(token) and not is_scale:
        if found.sign:
            return None
        return replace(found, sign=token, currencies=candidates(token))
    if found.scale:
        return None
    if token == "T" and found.sign:
        return replace(found, word=token)  # €5 T, which may be a trillion
    power = known.power_of(token) or known.with_currency.get(token, 0)
    return replace(found, scale=token, power=power)


def _settled_scale(found):
    """Without a currency, "T" and "b" are words to ask about."""
    known = scales()
    needs_currency = found.scale in known.with_currency and not known.power_of(
        found.scale
    )
    is_credit = found.power == 7 and not WITH_CRORES & set(found.currencies)
    if needs_currency and (not found.sign or is_credit):
        word = f"{found.scale} {found.word}".strip()
        return replace(found, scale="", power=0, word=word)
    if found.percent and (found.sign or found.scale):
        return None
    return found


def _is_word(text):
    """A unit or another word after a number, but no range, time or list of things."""
    return (
        len(text) <= LONGEST_WORD
        and text[0] not in "-+:.,;'\"’”)]"
        and any(c.isalpha() or c in "°/" for c in text)
        and not any(c.isdecimal() for c in text)
    )
