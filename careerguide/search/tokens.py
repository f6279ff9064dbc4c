"""Cut text into plain tokens: the one function that index and query share.

A token is made of letters, digits and combining marks only, so both databases take it
as it is. Texts are folded first (`languages.folding`), then cut:

- Words become stems: “Engineers” is `engin`. Apostrophes in them are left out.
- Words joined by a sign are words of their own, and one: “e-commerce” is `e`,
  `commerc` and `ecommerc`; “24/7” is `24`, `7` and `24x7`.
- Dotted abbreviations are one word: “Ph.D.” is `phd`, “U.S.” is `us`.
- “C++”, “C#” and “.NET” are `cplusplus`, `csharp` and `dotnet`.
- Letters with a number after them are both, in a row, and one word: “HTML5” is `html`,
  `5` and `html5`. A number with decimals is always one: “WCAG2.2” is `wcag` and `2p2`.
- Numbers are written in one way, see `numbers`; “five” is `five` and `5`, and “55 %” is
  `55` and `55percent`. One that may be of a language with other marks is both: “1.234”
  is `1p234` and `1234`.
- Scripts that are written without spaces (Chinese, Japanese, Thai, Lao, Khmer,
  Burmese), and Korean, whose particles stand at the word, are cut into pairs of
  characters that overlap. A query for them is such pairs in a row, that is any part of
  the text; no dictionary is needed, and no spelling is corrected.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from careerguide.languages.folding import fold

from .numbers import (
    decimal_mark,
    number_of_word,
    number_pattern,
    other_mark,
    plain_number,
    scales_of,
    thousands_elsewhere,
)
from .stems import CACHED_WORDS, stem

LONGEST = 64  # characters of a token; what is longer is no word
MOST_JOINED = 5  # words of one joined word; an address has more
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005\u3007\u3040-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
ELIDING = ("ca", "fr", "it", "oc")  # l'école, dell'arte: the article goes

_UNSPACED = re.compile(f"([{UNSPACED}]+)")
_NAMES = re.compile(r"(?<!\w)([a-z])(\+\+|#)(?![\w+#])|\.net(?!\w)")
_LETTER = r"[^\W\d_]"
_DOTTED = re.compile(
    rf"(?<![\w.])(?:{_LETTER}{{1,4}}\.){{1,5}}{_LETTER}{{1,4}}(?!\w)\.?"
    rf"|(?<![\w.])(?:{_LETTER}{{1,2}}\. ){{1,3}}{_LETTER}\.(?!\w)"
)
_PERCENT = re.compile(r" ?(?:%|per ?cent(?!\w))")
PERCENT = "percent"  # what the token of a number of percent ends in
_BEFORE_DECIMALS = re.compile(rf"(?<={_LETTER}{_LETTER})(?=\d+[.,]\d)")
_NUMBERED = re.compile(rf"({_LETTER}{{2,}})(\d+)")
_NOT_ASCII_DIGIT = re.compile(r"(?![0-9])\d")


class Token(NamedTuple):
    """`text` is indexed; `word` is what was folded to it, "" of numbers and pairs."""

    text: str
    word: str = ""


class Unit(NamedTuple):
    """What is written without a space, with its `tokens` in their order.

    `joined` are tokens that say the same as all of them. `also` are indexed as well,
    so that a part of it is found. `in_a_row`: only together do they say it.
    """

    tokens: tuple[Token, ...]
    joined: tuple[Token, ...] = ()
    also: tuple[str, ...] = ()
    in_a_row: bool = False


def units(text, language):
    """Yield the `Unit`s of a text of a language code such as en-gb, in their order."""
    text = _prepared(text)
    chain, end = [], -1
    for match in _pattern(language, text.isascii()).finditer(text):
        if match.start() < end:  # “percent”, which is of the number before it
            continue
        joins = match.start() == end + 1 and text[end] in "-/&.+'"
        if chain and not joins:
            yield from _joined(chain, language)
            chain = []
        end = match.end()
        percent = _PERCENT.match(text, end) if match["number"] else None
        if percent and percent[0].strip() != "%":
            end = percent.end()
        chain += _units_of(match, language, percent)
    if chain:
        yield from _joined(chain, language)


def _prepared(text):
    text = fold(text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        text = _NOT_ASCII_DIGIT.sub(lambda m: str(unicodedata.decimal(m[0], "")), text)
    text = _BEFORE_DECIMALS.sub(" ", text)
    if "++" in text or "#" in text or ".net" in text:
        text = _NAMES.sub(_spelt_out, text)
    return _DOTTED.sub(_undotted, text) if "." in text else text


def _spelt_out(match):
    letter, sign = match.groups()
    return letter + {"++": "plusplus", "#": "sharp"}[sign] if letter else " dotnet"


def _undotted(match):
    parts = re.split(r"\. ?", match[0])
    letters = "".join(parts)
    return letters if 1 in map(len, parts) and len(letters) <= 8 else match[0]


@lru_cache(maxsize=32)
def _pattern(language, is_ascii):
    letter = r"[^\W_]" if is_ascii else rf"(?:[^\W_]|[{_marks()}])"
    return re.compile(rf"{number_pattern(language)}|{letter}+(?:'{letter}+)*")


@lru_cache(maxsize=1)
def _marks():
    """Combining marks that folding leaves: the vowel signs of many scripts."""
    blocks = (range(0x300, 0x3100), range(0xA66F, 0xAC00))
    found = (chr(code) for block in blocks for code in block)
    return "".join(c for c in found if unicodedata.category(c)[0] == "M")


def _units_of(match, language, is_percent):
    if match["number"]:
        return (_number(match, language, is_percent),)
    word = match[0]
    if len(word) > LONGEST:  # a sentence of a script without spaces, or no word
        return _cut(word, language)
    return _units_of_word(word, language)


@lru_cache(maxsize=CACHED_WORDS)
def _units_of_word(word, language):
    number = number_of_word(word, language)
    if number:
        return (Unit((_word(word, language),), joined=(Token(number),)),)
    numbered = _NUMBERED.fullmatch(word)
    if numbered and not _UNSPACED.search(word):
        letters, digits = numbered.groups()
        tokens = _word(letters, language), Token(digits)
        return (Unit(tokens, joined=(Token(word),), in_a_row=True),)
    return _cut(word, language)


def _cut(word, language):
    """Of a word, what is of a script without spaces, and what is not."""
    return tuple(
        _run(part)
        if _UNSPACED.match(part)
        else Unit((_word(part[:LONGEST], language),))
        for part in _UNSPACED.split(word)
        if part
    )


def _word(word, language):
    if "'" in word:
        word = _without_apostrophes(word, language)
    if any(map(str.isdigit, word)):
        return Token(word)
    return Token(stem(word, language)[:LONGEST], word)


def _without_apostrophes(word, language):
    start, _, rest = word.partition("'")
    code = language.partition("-")[0]
    if code in ELIDING and len(rest) > 1:
        return rest.replace("'", "")
    if code == "en" and word.endswith("'s"):
        word = word[:-2]
    return word.replace("'", "")


def _number(match, language, is_percent):
    mark = decimal_mark(language)
    if match["foreign"] or match["decimals"]:
        mark = other_mark(language)
    written = match["number"]
    plain = plain_number(written, mark)
    if is_percent and not match["scale"]:
        return Unit((Token(plain),), joined=(Token(f"{plain}{PERCENT}"),))
    if match["scale"]:
        scaled = plain_number(written, mark, scales_of(language)[match["scale"]])
        if match["apart"]:
            word = _word(match["scale"].strip("."), language)
            return Unit((Token(plain), word), joined=(Token(scaled),))
        return Unit((Token(scaled),), also=(plain,))
    if match["decimals"]:  # or two numbers: “18,25” of a list
        return Unit(tuple(map(Token, written.split(mark))), joined=(Token(plain),))
    thousands = thousands_elsewhere(written, mark)
    return Unit((Token(plain),), joined=(Token(thousands),) if thousands else ())


def _run(run):
    """Pairs of characters; the last one alone, so that its begin finds it."""
    if len(run) == 1:
        return Unit((Token(run),))
    pairs = (run[at : at + 2] for at in range(len(run) - 1))
    return Unit(tuple(map(Token, pairs)), also=(run[-1],), in_a_row=True)


def _joined(chain, language):
    """One unit of those that signs join, or each of them alone."""
    if not 2 <= len(chain) <= MOST_JOINED or any(unit.in_a_row for unit in chain):
        return chain
    chain = [_without_number(unit, language) for unit in chain]
    tokens = tuple(token for unit in chain for token in unit.tokens)
    sign = "" if any(token.word for token in tokens) else "x"
    whole = sign.join(token.word or token.text for token in tokens)[:LONGEST]
    joined = tuple(token for unit in chain for token in unit.joined)
    also = tuple(text for unit in chain for text in unit.also)
    return [Unit(tokens, (_word(whole, language), *joined), also)]


def _without_number(unit, language):
    """A number in words is no number in a joined word: “two-thirds”, “twenty-one”."""
    first = unit.tokens[0].word
    return Unit(unit.tokens) if number_of_word(first, language) else unit
