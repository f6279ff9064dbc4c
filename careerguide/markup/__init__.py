"""Convert Markdown to safe HTML: the only place that marks text safe.

The threat is stored script: an editor's text, pasted or hostile, is read by visitors
and by superusers. It is also time and memory: one saved text must not stop the site.

Four steps, each one pass and a file. ``cmark`` writes HTML; raw HTML in the Markdown is
let through, so that ``<sub>`` and ``<details>`` work. ``tidy`` leaves as tags only the
names on the list, closes what is open and bounds how deep it nests. ``sanitise`` has
nh3, the guard: elements, attributes, classes and addresses not in ``rules`` are gone.
``page`` then adds what readers need: notes, ids, directions, table frames, image sizes,
``[[table: slug]]`` and what else is in ``references``.

Adding after sanitising reopens nothing. nh3 writes ``<`` in text as ``&lt;`` and quotes
every value, and no element on the list switches the HTML tokenizer to another state (no
script, style, textarea, svg, math), so ``tokens`` reads exactly the tags a browser
does. Each is copied whole or written anew from escaped values. No placeholder is used,
so none can be forged: a note or a table line is known by where it stands.

Reading never fails: ``render`` takes any ``str``, shows a lone surrogate as ``?`` and
NUL as U+FFFD, and ignores what is beyond ``MAX_BYTES``, which forms and models refuse.

A page depends on nothing but the text and the options of ``render``, so pages are kept
in memory by these. References are put in afterwards: what they show changes by itself.
"""

import sys
from collections.abc import Callable
from html import escape

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from careerguide.caching.memory import digest, memory_cache
from careerguide.languages.writing import number_text

from .headings import Heading
from .limits import MAX_TAGS, too_much
from .page import Document, Page
from .plain_blocks import text_in_blocks
from .references.notation import REFERENCE, reference_of, references_in
from .references.sources import Reference
from .rules import (
    ATTRIBUTES,
    HEADING_TAGS,
    INLINE_TAGS,
    MAX_BYTES,
    MAX_DEPTH,
    RESERVED_IDS,
    TAGS,
    URL_SCHEMES,
    VOID_TAGS,
)
from .sanitise import sanitise, sanitise_line, to_raw_html
from .tables import table_lines
from .tokens import Token, text_of
from .tokens import text as text_token

__all__ = [
    "ATTRIBUTES",
    "Document",
    "HEADING_TAGS",
    "Heading",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_TAGS",
    "RESERVED_IDS",
    "Reference",
    "TAGS",
    "URL_SCHEMES",
    "VOID_TAGS",
    "plain_text",
    "references_of",
    "references_in",
    "render",
    "render_inline",
    "table_slugs",
    "to_raw_html",
    "validate_length",
    "validate_size",
]


def render(
    text: str,
    *,
    embed: Callable[[Reference], str] | None = None,
    top_level: int = 2,
    ids: str = "",
    links: Callable[[str], tuple[str, int]] | None = None,
) -> Document:
    """Make the page of a Markdown text.

    The shallowest heading used becomes ``top_level``, the others keep their distance
    (at most h6), so ``#`` and ``##`` are both a right start. ``ids`` goes before every
    id and ``#`` link, so that several texts can stand on one page.

    ``embed`` gets each ``Reference`` of the text, and returns HTML to put there
    unchanged; "" shows nothing, as without it. Those of a line that is only
    ``[[table: slug]]`` in a paragraph at the outer level are blocks, the others stand
    within a sentence.

    ``links`` gets the address of each link that leaves the text, and returns the one to
    lead to instead, with a safe scheme, and the number of a note about it, or 0.
    """

    made_from = text, top_level, ids
    if links:
        document = _with_links(made_from, links)
    else:
        document = memory_cache.get(
            digest("document", *made_from),
            lambda: Page(sanitise(text), top_level, ids).document(),
            _weight,
        )
    return document.with_references(embed) if embed and document.pieces else document


def _with_links(
    made_from: tuple[str, int, str], links: Callable[[str], tuple[str, int]]
) -> Document:
    """The same with other links: asked for each time, made for what they lead to."""
    known = digest("addresses", *made_from)
    if (addresses := memory_cache.find(known)) is not None:
        given = [links(address) for address in addresses]
        if document := memory_cache.find(digest("linked", known, given)):
            return document
        again = iter(given)
    asked = []

    def lead(address: str) -> tuple[str, int]:
        asked.append((address, links(address) if addresses is None else next(again)))
        return asked[-1][1]

    text, top_level, ids = made_from
    document = Page(sanitise(text), top_level, ids, links=lead).document()
    addresses, given = [a for a, _ in asked], [g for _, g in asked]
    memory_cache.put(known, addresses, lambda them: sum(map(sys.getsizeof, them)))
    memory_cache.put(digest("linked", known, given), document, _weight)
    return document


def _weight(document: Document) -> int:
    return sys.getsizeof(document.html) + sum(map(sys.getsizeof, document.pieces))


def render_inline(text: str) -> SafeString:
    """Make one line: emphasis, code and links; anything else keeps only its text."""
    return Page(sanitise_line(text), keep=INLINE_TAGS).document().html


def table_slugs(text: str) -> list[str]:
    """Return the slugs of a text's table lines, in order, as ``render`` finds them."""
    return list(render(text).table_slugs)


def references_of(text: str) -> tuple[Reference, ...]:
    """Return what a text refers to, in order, as ``render`` finds it."""
    return render(text).references if "[[" in text else ()


def plain_text(
    text: str,
    shown: Callable[[Reference], str] | None = None,
    in_blocks: bool = False,
) -> str:
    """The words of a Markdown text on one line, without its tables and note numbers.

    ``shown`` returns what stands in a sentence for a reference; without it nothing.
    ``in_blocks``: with a line for each of its blocks.
    """
    write = text_in_blocks if in_blocks else text_of
    if shown is None:
        key = digest("plain", text, in_blocks)
        return memory_cache.get(key, lambda: write(_tokens_of(text)))
    return write(
        text_token(escape(shown(reference_of(token))))
        if token[2] == REFERENCE
        else token
        for token in _known_tokens(text)
    )


def _known_tokens(text: str) -> list[Token]:
    key = digest("tokens", text)
    return memory_cache.get(key, lambda: _tokens_of(text), _weight_of_tokens)


def _weight_of_tokens(tokens: list[Token]) -> int:
    return sum(sys.getsizeof(part) for token in tokens for part in (token, *token))


def _tokens_of(text: str) -> list[Token]:
    page = Page(sanitise(text))
    page.document()
    return page.tokens


def validate_length(text: str) -> None:
    """Refuse a text that is longer, or has more in it, than a page may cost."""
    validate_size(text)
    if problems := too_much(to_raw_html(text), table_lines(text)):
        divide = _("Divide it between two items.")
        raise ValidationError([*problems[:-1], f"{problems[-1]} {divide}"], "too_much")


def validate_size(text: str) -> None:
    size = len(text.encode(errors="replace"))
    if size > MAX_BYTES:
        raise ValidationError(
            _(
                "This text is %(size)s bytes long; the limit is %(limit)s. "
                "Shorten it or divide it between two items."
            ),
            code="too_long",
            params={"size": number_text(size), "limit": number_text(MAX_BYTES)},
        )
