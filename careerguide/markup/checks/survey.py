"""Run all checks of a text that need nothing else of the site."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import islice

from django.utils.translation import gettext as _

from careerguide.markup import render
from careerguide.markup.characters import ANY_GAP
from careerguide.markup.references.sources import Reference
from careerguide.markup.sanitise import readable

from . import definitions, hidden, lookalikes, near_misses, other_notations, references
from .addresses import OwnAddress, examine
from .balance import unbalanced
from .findings import Fault, shortened
from .half_marks import half_marks
from .list_numbers import renumbered
from .lost_words import unseen
from .misplaced import misplaced
from .outline import Outline
from .run_together import run_together
from .sources import Source
from .table_rows import rows
from .underlined import underlined
from .unread_notation import unread_notation

MOST = 300  # faults that are looked at; no text is told of so many
_SCHEME = re.compile(r"(?:https?|ftp)://", re.I)
_ODD_END = re.compile(r"[,;]$|[/?#]\.$|\.(?:com|org|net|html?|pdf|php)\.$", re.I)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True)
class OwnLink:
    """A link or picture that names something on this site."""

    line: int
    written: str
    target: OwnAddress
    is_picture: bool


@dataclass(frozen=True)
class Survey:
    faults: tuple[Fault, ...]
    links: tuple[OwnLink, ...]
    tables: dict[str, int]  # the line of each table's first `[[table: slug]]`
    references: dict[Reference, int]  # and of what stands within a sentence


def survey(text: str, *, site: str = "", shows_tables: bool = False) -> Survey:
    """Return the faults of a Markdown text, and its links to `site`, our own host."""
    text = readable(text)
    outline, source = Outline(text), Source(text)
    faults, links = [], []
    for link in outline.links:
        if references.is_like_a_note(link):
            continue
        problem, own = examine(link.address, site)
        if not problem and not link.is_picture and not link.text.strip(ANY_GAP):
            faults.append(_without_words(link))
        if problem:
            blocks = not _is_bare(link)
            faults.append(Fault("link", link.address, link.line, problem, blocks))
        elif not own and _ODD_END.search(link.address):
            faults.append(_with_odd_end(link))
        elif link.is_picture and not own:
            faults.append(_on_another_site(link))
        elif own:
            links.append(OwnLink(link.line, link.address, own, link.is_picture))
    for found in (
        lookalikes.lookalikes(outline, shows_tables),
        near_misses.nearly(outline),
        run_together(outline, source),
        half_marks(outline, source),
        underlined(outline, source),
        references.references(outline, source),
        hidden.hidden(outline, source),
        misplaced(outline, source),
        unbalanced(outline, source),
        rows(outline, source),
        renumbered(outline, source),
        definitions.unused(outline, source),
        other_notations.foreign(outline, source),
    ):
        faults += islice(found, MOST)
    document = render(text)
    tables = lookalikes.lines_of_tables(outline, source, document.table_slugs)
    faults += unseen(text, document.html, faults)
    faults += islice(unread_notation(text, document.html), MOST)
    once = {}
    for fault in faults:
        is_new = len(once) < MOST and fault.key not in once
        if is_new and not _is_escaped(fault, source):
            once[fault.key] = fault
    in_order = sorted(once.values(), key=lambda fault: fault.line)
    named = lookalikes.lines_of_references(outline)
    return Survey(tuple(in_order), tuple(links), tables, named)


def _without_words(link) -> Fault:
    problem = _(
        "The link to “%s” has no words, so readers do not see it: write "
        "[words](address)."
    )
    what = shortened(link.address)
    return Fault("no words", what, link.line, problem % what)


def _on_another_site(link) -> Fault:
    problem = _(
        "The picture “%s” is on another site, so readers get a link to it. Put it into "
        "the library with “Picture…” if you may."
    )
    what = shortened(link.address)
    return Fault("other picture", link.address, link.line, problem % what)


def _with_odd_end(link) -> Fault:
    problem = _(
        "The address “%(address)s” ends with “%(end)s”: take that out if it belongs to "
        "the sentence."
    )
    values = {"address": shortened(link.address), "end": link.address[-1]}
    return Fault("odd end", link.address, link.line, problem % values)


def _is_bare(link) -> bool:
    """Whether cmark made a link of words that nobody wrote as one."""
    made = {f"http://{link.text}", f"mailto:{link.text}"}
    if _SCHEME.match(link.text):
        made.add(link.text)
    return link.address in made


def _is_escaped(fault: Fault, source: Source) -> bool:
    """Whether a backslash or an entity says that marks are meant to be shown."""
    line = source.lines[fault.line - 1] if 0 < fault.line <= len(source.lines) else ""
    if "\\" not in line and "&" not in line:
        return False
    if fault.what in line and re.search(rf"(?<!\\){re.escape(fault.what)}", line):
        return False
    return fault.what in _unescaped(line)


@lru_cache(maxsize=4)
def _unescaped(line):
    return unescape(_ESCAPE.sub(r"\1", line))
