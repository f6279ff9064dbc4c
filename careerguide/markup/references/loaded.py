"""Load what the references of some texts show, from all sources at once."""

from collections.abc import Callable, Iterable

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from careerguide.markup.directions import has_right_to_left

from .notation import with_references_shown
from .sources import Reference, line_keywords, sources

UNTOLD = "…"  # stands for what may be another by the clock


class LoadedReferences:
    """What the references of some texts show, whichever source they have."""

    def __init__(self, references: Iterable[Reference] = (), items: Iterable = ()):
        self.known = found = frozenset(references)
        self._loaded = {}
        for source in sources() if found else ():
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
        return self._embed(embeds, lines)

    def plain_embed(self, lines: bool = True) -> Callable[[Reference], str]:
        """Return the same without drawings: tables as tables, numbers as text."""
        embeds = {one: one.plain_embed() for one in set(self._loaded.values())}
        return self._embed(embeds, lines)

    def _embed(self, embeds, lines):
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
        """Return the list for the end of a text, with the entries of all sources.

        Its heading is of that `level`.
        """
        references, entries = list(references), []
        for loaded in dict.fromkeys(self._loaded.values()):
            own = [r for r in references if self._loaded.get(r.keyword) is loaded]
            entries.append(loaded.list_items(own, links))
        if not any(entries):
            return ""
        return format_html(
            '<section class="numbers-in-text">\n'
            '<h{0} class="minor-heading">{1}</h{0}>\n<ul>\n{2}</ul>\n</section>\n',
            level,
            _("Numbers in this text"),
            mark_safe("".join(entries)),
        )

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
        return with_references_shown(text, shown)
