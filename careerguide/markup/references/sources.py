"""Register what texts can refer to: a `Source` for each app that has it.

`[[table: slug]]` is a line of its own, `[[number: pay; Senior; Mean]]` stands within a
sentence. What a keyword shows is for the app to say that has the content, so none
imports another for it.
"""

from collections.abc import Callable, Iterable
from html import escape
from typing import NamedTuple

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

    `keywords` stand within sentences, `lines` are alone on theirs, and what is
    `worked_out` of cells an editor can pick.
    """

    keywords: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    worked_out: tuple[str, ...] = ()  # of the keywords, what `work_out` takes

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

    def follow_names(self, item) -> None:
        """Write what an item's texts call by a former name as it is called now."""

    def claims(self, item, name: str, text: str) -> list[dict]:
        """Return what a text of an item claims, and what other content says as well.

        Each has what is `written`, its `line`, whether it `is_open`, so that somebody
        has to answer for it, and `proposals`: the `name` of what it may be, its
        `table` and the `notation` that refers to it.
        """
        return []

    def numbers(self, texts: Iterable[str], items: Iterable) -> list[list[dict]]:
        """Return what plain texts claim that are stored nowhere yet: a list for each.

        `items` are what stands beside them, stored or not. Each claim is one of
        `claims`, with the place where it starts; its notation is that of Markdown.
        """
        return [[] for _text in texts]

    def cells(self, item, name: str, words: Iterable[str]) -> Iterable[dict]:
        """Return what a text of an item can refer to, and has all of the words.

        Each has what readers would see as `text`, its `name` and its `table`, whether
        that is `published`, the `cell` as `work_out` takes it, and its `notation`.
        """
        return ()

    def work_out(self, item, name: str, keyword: str, cells: Iterable) -> dict:
        """Return what a keyword makes of some cells: its `text`, its `notation`.

        Both are empty where it can make nothing of them: the `problem` says why.
        """
        raise NotImplementedError

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

    def plain_embed(self) -> Callable[[Reference], str]:
        """Return the same without drawings and links to cells, for Markdown."""
        return lambda reference: escape(self.text(reference))

    def text(self, reference: Reference) -> str:
        """Return what one within a sentence shows, as plain text."""
        return ""

    def lasting_text(self, reference: Reference) -> str:
        """Return the same where no clock takes it away; "" where it may be another."""
        return self.text(reference)

    def list_items(
        self,
        references: Iterable[Reference],
        links: Callable[[str], tuple[str, int]] | None = None,
    ) -> str:
        """Return entries, `<li>…</li>`, of the list at the end of a text.

        They say where what it refers to comes from.
        """
        return ""


def register(source: Source) -> None:
    """Have what `source` names recognised in texts; from an app's `ready`."""
    _sources.append(source)


def sources() -> tuple[Source, ...]:
    return tuple(_sources)


def line_keywords() -> set[str]:
    return {name for source in _sources for name in source.lines}


def keywords() -> set[str]:
    """Return the words that begin a reference within a sentence."""
    return {name for source in _sources for name in source.keywords}


def slugs_of(references: Iterable[Reference]) -> set[str]:
    """Return the slugs of all items that references name."""
    found = set()
    for reference in references:
        for source in _sources:
            if reference.keyword in (*source.keywords, *source.lines):
                found.update(source.slugs(reference))
    return found
