"""Recognise references in texts: `[[number: pay; Senior; Mean]]`.

A target is read after Markdown, as text: its own signs may be escaped by backslashes,
and whatever stands in quotation marks may hold brackets and semicolons.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape

from careerguide.markup.tokens import Token, text

from .sources import Reference, keywords, line_keywords

REFERENCE = ":reference"  # the name of a token that is one; no element is called so
ESCAPED = "\ufdd0"  # a noncharacter: no text has it, and no page shows it
LITERAL_TAGS = frozenset({"code", "pre", "kbd", "samp"})  # show what stands in them

# In no target: what stands for marks and code where checks read a text.
_MARKS = "\\x00\ufffc"
LONGEST = 40_000  # of a target: thirty cells, their names as long as they may be
_QUOTED = "|".join(
    f"{start}[^{end}\\n{_MARKS}]*[{end}]"
    for start, end in (('"', '"'), ("“", "”"), ("„", "“”"))
)
_TARGET = rf'(?:{_QUOTED}|[^\[\]"“”{_MARKS}]){{1,{LONGEST}}}?'
_BRACKET = r"(?:\\\[|&(?:#0*91|#[xX]0*5[bB]|lbrack|lsqb);)"
_BEGUN = r"\s*[:;：][^\]\n]{0,200}\]{0,3}"
# What is spelled as one, with a word that begins none: [[diff: pay; Senior; Mean]].
_OTHER_WORD = (
    r"[^\W\d_][^\W\d_ -]{1,19}(?:[ -][^\W\d_]{1,19}){0,3}"
    r"(?=\s*[:：][^\]\n]{1,300}[;；])"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def with_references(tokens: list[Token]) -> list[Token]:
    """Return the tokens of a text, in which each reference is a token of its own."""
    if not any("[[" in token[0] for token in tokens if not token[2]):
        return tokens
    found, literal = [], 0
    for token in tokens:
        whole, is_closing, name, _ = token
        if name in LITERAL_TAGS:
            literal += -1 if is_closing else 1
        if name or literal or "[[" not in whole:
            found.append(token)
        else:
            found += _divided(whole)
    return found


def references_in(shown: str) -> Iterator[tuple[Reference, re.Match]]:
    """Yield the references of a text without marks, and where each stands."""
    for match in _pattern().finditer(shown) if "[[" in shown else ():
        yield Reference.read(match[1], match[2]), match


def plain_references_in(text: str) -> Iterator[tuple[Reference, re.Match]]:
    """Yield those of a text without Markdown, as it is stored.

    Signs may be escaped in it, too: a reference is copied from one text to another.
    """
    for match in _pattern().finditer(text) if "[[" in text else ():
        yield _read_source(match), match


def with_references_shown(text: str, shown: Callable[[Reference], str]) -> str:
    """Return a text without Markdown with `shown` in place of each reference."""
    return _pattern().sub(lambda match: shown(_read_source(match)), text)


def rewritten(text: str, write: Callable[[Reference], str | None]) -> str:
    """Return the source of a text with references written anew.

    `write` returns the notation of one, or None where it stays as it is. In Markdown
    its signs are escaped as far as Markdown would read them.
    """

    def replacement(match):
        found = write(_read_source(match))
        return match[0] if found is None else found

    return _pattern().sub(replacement, text) if "[[" in text else text


def _read_source(match):
    return Reference.read(match[1], _ESCAPE.sub(r"\1", match[2]))


def begun_references(shown: str) -> Iterator[re.Match]:
    """Yield what begins as a reference does, in a text without those that are."""
    yield from _begun_pattern().finditer(shown)


def almost_references(shown: str) -> Iterator[re.Match]:
    """Yield what is written as a reference but for its brackets: `{{number: …; …}}`."""
    yield from _almost_pattern().finditer(shown)


def spelled_references(text: str) -> Iterator[re.Match]:
    """Yield what is spelled as a reference, or a line of one, in a text as stored."""
    yield from _spelled_pattern().finditer(text) if "[[" in text else ()


def with_escaped_brackets(line: str) -> str:
    """The Markdown of a line, with `ESCAPED` in what only spells a reference."""
    return _escaped_pattern().sub(lambda m: f"{m[1]}{ESCAPED}{m[2]}", line)


def _divided(whole: str) -> Iterator[Token]:
    end = 0
    for match in _pattern().finditer(whole):
        if match.start() > end:
            yield text(whole[end : match.start()])
        yield match[0], "", REFERENCE, match[0]
        end = match.end()
    if end < len(whole):
        yield text(whole[end:])


def reference_of(token: Token) -> Reference:
    """The reference of a token of `with_references`."""
    match = _pattern().fullmatch(token[0])
    return Reference.read(match[1], unescape(match[2]))


def _pattern() -> re.Pattern:
    return _compiled(
        rf"(?<!\[)\[\[\s*({_words()})\s*:\s*({_TARGET})\s*\]\](?!\])",
    )


def _begun_pattern() -> re.Pattern:
    return _compiled(rf"(?:\[\[|(?<!\[)\x00\[)\s*(?:{_words()}|{_OTHER_WORD}){_BEGUN}")


def _almost_pattern() -> re.Pattern:
    inside = r"[^\[\]{}<>\n]{1,300}"
    return _compiled(
        rf"(?:(?<!\[)\[(?!\[)|\{{{{1,2}}|<<|［{{1,2}}|【)\s*(?:{_words()})\s*[:：]"
        rf"{inside}[;；]{inside}(?:\]|\}}{{1,2}}|>>|］{{1,2}}|】)"
    )


def _spelled_pattern() -> re.Pattern:
    words = _any_of(frozenset(keywords() | line_keywords()))
    return _compiled(rf"\[\[\s*(?:{words}|{_OTHER_WORD}){_BEGUN}")


def _escaped_pattern() -> re.Pattern:
    return _compiled(
        # After two backslashes, which are one that is shown, nothing is escaped.
        rf"(?<!\\)((?:\\\\)*(?:{_BRACKET}|\[(?={_BRACKET})))"
        rf"((?:\[|{_BRACKET})\s*(?:{_words()})\s*:)"
    )


@cache
def _compiled(pattern: str) -> re.Pattern:
    return re.compile(pattern, re.I)


def _words() -> str:
    return _any_of(frozenset(keywords()))


@cache
def _any_of(keywords: frozenset[str]) -> str:
    words = sorted(keywords, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) or "(?!)"
