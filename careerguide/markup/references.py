"""Recognise what stands in a text for other content: `[[number: pay; Senior; Mean]]`.

`[[table: slug]]` is a line of its own, see `tables`; what is here stands within a
sentence. What a keyword shows is for the app to say that has the content, so none
imports another for it: it registers a `Source`.

A target is read after Markdown, as text: its own signs may be escaped by backslashes,
and whatever stands in quotation marks may hold brackets and semicolons.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import NamedTuple

from django.utils.safestring import mark_safe

from .directions import has_right_to_left
from .tokens import Token, text

REFERENCE = ":reference"  # the name of a token that is one; no element is called so
ESCAPED = "\ufdd0"  # a noncharacter: no text has it, and no page shows it
LITERAL_TAGS = frozenset({"code", "pre", "kbd", "samp"})  # show what stands in them

# In no target: what stands for marks and code where checks read a text.
_MARKS = "\\x00\ufffc"
UNTOLD = "…"  # stands for what may be another by the clock
LONGEST = 40_000  # of a target: thirty cells, their names as long as they may be
_QUOTED = "|".join(
    f"{start}[^{end}\\n{_MARKS}]*[{end}]"
    for start, end in (('"', '"'), ("“", "”"), ("„", "“”"))
)
_TARGET = rf'(?:{_QUOTED}|[^\[\]"“”{_MARKS}]){{1,{LONGEST}}}?'
_BRACKET = r"(?:\\\[|&(?:#0*91|#[xX]0*5[bB]|lbrack|lsqb);)"
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_sources = []


class Reference(NamedTuple):
    """A keyword in lower case, and what stands behind its colon, on one line.

    `is_linked`: it is part of a link, so it can be none itself.
    """

    keyword: str
    target: str
    is_linked: bool = False

    @classmethod
    def read(cls, keyword: str, target: str) -> "Reference":
        return cls(" ".join(keyword.lower().split()), " ".join(target.split()))


class Source:
    """What the content of an app shows in texts; a subclass is registered.

    `keywords` stand within sentences, `lines` are alone on theirs.
    """

    keywords: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    def load(self, references: Iterable[Reference], items: Iterable = ()) -> "Loaded":
        """Fetch at once what references of its keywords show.

        `items` are those whose texts they are: what is among them is at hand.
        """
        raise NotImplementedError

    def slugs(self, reference: Reference) -> tuple[str, ...]:
        """Return the slugs of the items that a reference names."""
        raise NotImplementedError

    def prepare(self, items: Iterable) -> None:
        """Fetch at once what `faults` of each of the items asks for."""

    def claims(self, item, name: str, text: str) -> list[dict]:
        """Return what stands in a text of an item and is its content as well.

        Each has what is `written`, its `line`, and `proposals`: the `name` of what it
        may be, its `table` and the `notation` that refers to it.
        """
        return []

    def faults(self, item) -> dict:
        """Return what is wrong with the references of an item: lists by field."""
        return {}


class Loaded:
    """What a `Source` has loaded; this one shows nothing."""

    def embed(
        self, ids: str, links: Callable[[str], tuple[str, int]] | None = None
    ) -> Callable[[Reference], str]:
        """Return a function to the HTML of references of one text; "" shows nothing.

        `ids` goes before every id in it, and `links` are those of `render`.
        """
        return lambda reference: ""

    def text(self, reference: Reference) -> str:
        """Return what one within a sentence shows, as plain text."""
        return ""

    def lasting_text(self, reference: Reference) -> str:
        """Return the same where no clock takes it away; "" where it may be another."""
        return self.text(reference)

    def list_html(
        self,
        references: Iterable[Reference],
        links: Callable[[str], tuple[str, int]] | None = None,
        level: int = 2,
    ) -> str:
        """Return a list for the end of a text: where what it refers to comes from.

        Its heading is of that `level`.
        """
        return ""


class LoadedReferences:
    """What the references of some texts show, whichever source they have."""

    def __init__(self, references: Iterable[Reference] = (), items: Iterable = ()):
        self.known = found = frozenset(references)
        self._loaded = {}
        for source in _sources if found else ():
            names = {*source.keywords, *source.lines}
            if own := [one for one in found if one.keyword in names]:
                self._loaded |= dict.fromkeys(names, source.load(own, items))

    def embed(
        self,
        ids: str = "",
        links: Callable[[str], tuple[str, int]] | None = None,
        lines: bool = True,
    ) -> Callable[[Reference], str]:
        """Return a function to the HTML of references of one text.

        `lines`: whether what is alone on its line shows something.
        """
        embeds = {one: one.embed(ids, links) for one in set(self._loaded.values())}
        silent = () if lines else line_keywords()

        def html(reference):
            loaded = self._loaded.get(reference.keyword)
            if loaded is None or reference.keyword in silent:
                return ""
            return embeds[loaded](reference)

        return html

    def list_html(
        self,
        references: Iterable[Reference],
        links: Callable[[str], tuple[str, int]] | None = None,
        level: int = 2,
    ) -> str:
        """Return the lists of all sources, for the end of a text."""
        references, lists = list(references), []
        for loaded in dict.fromkeys(self._loaded.values()):
            own = [r for r in references if self._loaded.get(r.keyword) is loaded]
            lists.append(loaded.list_html(own, links, level))
        return mark_safe("".join(lists))

    def text(self, reference: Reference) -> str:
        loaded = self._loaded.get(reference.keyword)
        return loaded.text(reference) if loaded else ""

    def lasting_text(self, reference: Reference) -> str:
        """Return what shows until an editor changes it: what is stored may say it."""
        loaded = self._loaded.get(reference.keyword)
        return (loaded.lasting_text(reference) if loaded else "") or UNTOLD

    def _isolated(self, reference):
        return f"\u2068{self.text(reference)}\u2069"

    def in_plain(
        self, text: str, shown: Callable[[Reference], str] | None = None
    ) -> str:
        """Return a plain text, one without Markdown, with what it refers to.

        `shown` returns what stands for a reference: its `text`, if none is given, in an
        order of its own where the words around it run from right to left.
        """
        if "[[" not in text:
            return text
        if shown is None:
            shown = self._isolated if has_right_to_left(text) else self.text
        return _pattern().sub(lambda match: shown(_read_source(match)), text)


def sources() -> tuple[Source, ...]:
    return tuple(_sources)


def line_keywords() -> set[str]:
    return {name for source in _sources for name in source.lines}


def slugs_of(references: Iterable[Reference]) -> set[str]:
    """Return the slugs of all items that references name."""
    found = set()
    for reference in references:
        for source in _sources:
            if reference.keyword in (*source.keywords, *source.lines):
                found.update(source.slugs(reference))
    return found


def register(source: Source) -> None:
    """Have what `source` names recognised in texts; from an app's `ready`."""
    _sources.append(source)
    _patterns.clear()


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


_patterns = {}


def _pattern() -> re.Pattern:
    if "shown" not in _patterns:
        _patterns["shown"] = re.compile(
            rf"(?<!\[)\[\[\s*({_words()})\s*:\s*({_TARGET})\s*\]\](?!\])", re.I
        )
    return _patterns["shown"]


def _begun_pattern() -> re.Pattern:
    if "begun" not in _patterns:
        _patterns["begun"] = re.compile(
            rf"(?:\[\[|(?<!\[)\x00\[)\s*(?:{_words()})\s*[:;：][^\]\n]{{0,200}}\]{{0,3}}",
            re.I,
        )
    return _patterns["begun"]


def _spelled_pattern() -> re.Pattern:
    if "spelled" not in _patterns:
        words = _any_of(name for s in _sources for name in (*s.keywords, *s.lines))
        _patterns["spelled"] = re.compile(
            rf"\[\[\s*(?:{words})\s*[:;：][^\]\n]{{0,200}}\]{{0,2}}", re.I
        )
    return _patterns["spelled"]


def _escaped_pattern() -> re.Pattern:
    if "escaped" not in _patterns:
        _patterns["escaped"] = re.compile(
            rf"({_BRACKET}|\[(?={_BRACKET}))((?:\[|{_BRACKET})\s*(?:{_words()})\s*:)",
            re.I,
        )
    return _patterns["escaped"]


def _words() -> str:
    return _any_of(word for source in _sources for word in source.keywords)


def _any_of(keywords: Iterable[str]) -> str:
    words = sorted(keywords, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) or "(?!)"
