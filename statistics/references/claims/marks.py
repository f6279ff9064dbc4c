"""Read and show who answers for a number that no table has.

`[[claim: 43.8 %; source: Name, https://…]]` is shown with its source in the list of
numbers; `[[claim: 90 %; own: reason]]` is the editor's own, whose reason only editors
see. See docs/adr/0035.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from django.utils.html import format_html
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from careerguide.markup.checks.findings import Fault, shortened
from careerguide.markup.links import UNTOLD
from careerguide.markup.references.sources import Loaded, Source
from careerguide.publishing.checks.texts import surveyed
from careerguide.publishing.models.texts import is_markdown
from statistics.models import StatTable
from statistics.references.faults import StoredTables
from statistics.references.numbers_list import source_items

from .beside import beside_ties, title_faults
from .doubled import doubled_units

CLAIM = "claim"
SOURCE, OWN = "source", "own"
LONGEST = 120  # characters of what is claimed
_PARTS = re.compile(r"([^;；]*)(?:[;；]\s*([^:：]{1,30}?)\s*[:：]\s*(.*))?", re.S)
_ADDRESS = re.compile(r"[\s,;(]*(https?://[^\s<>\"]+)\s*$", re.I)


class MarkError(ValueError):
    """A sentence that says what is wrong with a mark, and how to write it."""


class Mark(NamedTuple):
    """What is claimed, and its source with an address, or the editor's reason."""

    text: str
    source: str = ""
    url: str = ""
    reason: str = ""


def read_mark(target: str) -> Mark:
    """Return the `Mark` of what stands behind “claim:”; raise MarkError."""
    text, kind, rest = (part or "" for part in _PARTS.fullmatch(target).groups())
    text, rest = text.strip(), rest.strip()
    kind = kind.casefold()
    if not text or len(text) > LONGEST or not kind:
        raise MarkError(_how_to_write())
    if kind in (OWN, pgettext("in [[claim: 90 %; own: reason]]", "own").casefold()):
        if not re.search(r"[^\W\d_]{2}", rest):
            raise MarkError(_("Say why: [[claim: %s; own: the reason]].") % text)
        return Mark(text, reason=rest)
    names = SOURCE, pgettext("in [[claim: 90 %; source: name]]", "source").casefold()
    if kind not in names:
        raise MarkError(_how_to_write())
    address = _ADDRESS.search(rest)
    name = rest[: address.start()].strip(" ,") if address else rest
    if not re.search(r"\w", rest):
        raise MarkError(_("Say which: [[claim: %s; source: its name]].") % text)
    url = _without_end_of_sentence(address[1]) if address else ""
    if url and not _leads_somewhere(url):
        sentence = _("“%s” is no address: copy it from your browser’s address bar.")
        raise MarkError(sentence % shortened(url))
    return Mark(text, name or url.split("/")[2], url)


def _without_end_of_sentence(url):
    url = url.rstrip(".,;”’»")
    while url.endswith(")") and url.count(")") > url.count("("):
        url = url[:-1]
    return url


def _leads_somewhere(url):
    try:
        parts = urlsplit(url)
        return parts.port != 0 and bool(re.search(r"[^\W_]", parts.hostname or ""))
    except ValueError:  # a port too high, half an IPv6 address
        return False


class ClaimSource(Source):
    """Registers `claim`; it names no content, so there is nothing to load."""

    keywords = (CLAIM,)

    def slugs(self, reference):
        return ()

    def load(self, references, items=()):
        return LoadedClaims()

    def faults(self, item):
        found = {}
        tables = None
        for name in item.reference_fields():
            faults = [*_faults_of(item, name)]
            if "[[" in getattr(item, name):
                tables = tables or _tables_of(item)
                faults += beside_ties(item, name, tables)
                faults += doubled_units(item, name, tables)
            if faults:
                found[name] = faults
        if isinstance(item, StatTable) and (faults := [*title_faults(item)]):
            found["title"] = faults
        return found


def _tables_of(item):
    """The tables that its texts name, by slug."""
    stored = getattr(item, "stored_tables", None)
    return (stored or StoredTables.of(item.referred_to())).known


def _faults_of(item, name):
    named = [r for r in item.references_of(name) if r.keyword == CLAIM]
    lines = {}
    for reference in dict.fromkeys(r._replace(is_linked=False) for r in named):
        try:
            read_mark(reference.target)
        except MarkError as error:
            if not lines and is_markdown(item._meta.get_field(name)):
                lines = surveyed(type(item), name, getattr(item, name)).references
            line = lines.get(reference, 0)
            yield Fault(CLAIM, reference.target, line, str(error), blocks=True)


class LoadedClaims(Loaded):
    def embed(self, ids, links=None):
        def html(reference):
            mark = _mark_of(reference.target, get_language())
            if not mark.url or reference.is_linked:
                return format_html('<span class="claim">{}</span>', mark.text)
            url = links(mark.url)[0] if links else mark.url
            link = '<a class="live-number" href="{}" rel="{}">{}</a>'
            return format_html(link, url, UNTOLD, mark.text)

        return html

    def text(self, reference):
        return _mark_of(reference.target, get_language()).text

    def list_items(self, references, links=None):
        """Return an entry for each source, with what it is the source of."""
        found = {}
        for reference in references:
            mark = _mark_of(reference.target, get_language())
            if mark.source:
                texts = found.setdefault((mark.source, mark.url), {})
                texts.setdefault(mark.text)
        return source_items(
            (list(texts), name, links(url)[0] if links and url else url)
            for (name, url), texts in found.items()
        )


@lru_cache(maxsize=1_000)  # pages are made anew with it
def _mark_of(target, _language):
    """The mark of a reference; of one that is written wrongly its number alone."""
    try:
        return read_mark(target)
    except MarkError:
        text = re.split("[;；]", target)[0].strip()[:LONGEST]
        return Mark(text or _("no data"))


def _how_to_write():
    return _(
        "Write [[claim: the number; source: name, https://…]], or "
        "[[claim: the number; own: the reason]]."
    )
