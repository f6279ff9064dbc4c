"""Show tables and their numbers in texts, as they were loaded for a page."""

from functools import cached_property

from django.db.models import Q
from django.utils.html import escape, format_html
from django.utils.translation import gettext as _

from careerguide.caching.memory import digest, memory_cache
from careerguide.markup.references.sources import Loaded
from careerguide.publishing.models.languages import language_of
from statistics import figures
from statistics.models import StatTable

from .embeds import embed_tables
from .notation import NotationError
from .numbers import number_of
from .numbers_list import Listed, list_items

BYTES_OF_NUMBER = 500  # about: what is kept of one, as a page shows it

# What a number and its entry in the list show of a table.
MADE_OF = ("pk", "slug", "title", "data", "source_name", "source_url", "period")


class LoadedTables(Loaded):
    """Published tables by slug, what they show, and their numbers."""

    lines = (StatTable.embed_keyword,)

    def __init__(self, tables, names=None):
        """`names` are the `CellName`s of references that were read before."""
        self.tables = tables
        self._names = names or {}
        self._numbers, self._pages = {}, {}

    def embed(self, ids, links=None):
        figure = embed_tables(self.tables, ids)
        is_kept = self._names and not links
        kept = self._kept_numbers() if is_kept else {}

        def html(reference):
            if reference.keyword in self.lines:
                return figure(reference.target)
            if reference in kept:
                return kept[reference]
            shown = self._number_html(reference, links)
            if not self._has_looked_further:
                kept[reference] = shown
            return shown

        return html

    def plain_embed(self):
        figure = embed_tables(self.tables, figure=figures.plain_figure_html)

        def html(reference):
            if reference.keyword in self.lines:
                return figure(reference.target)
            return escape(self.text(reference))

        return html

    def text(self, reference):
        number = self.number(reference)
        return number.text if number else _("no data")

    def lasting_text(self, reference):
        number = self.number(reference)
        if number is None or {cell.table.pk for cell in number.cells} & self._ending:
            return ""
        return number.text

    @cached_property
    def _ending(self):
        """The keys of those that the clock takes from readers."""
        keys = {table.pk for table in self.tables.values()}
        ends = Q(unpublish_at__isnull=False) | Q(career__unpublish_at__isnull=False)
        ending = StatTable.objects.filter(ends, pk__in=keys)
        return set(ending.values_list("pk", flat=True))

    def number(self, reference):
        """Return the `Number` of a reference, or None where there is none."""
        name = reference[:2]  # a link around it changes no number
        if name not in self._numbers:
            try:
                names = self._names.get(name)
                self._numbers[name] = number_of(reference, self.tables, names=names)
            except NotationError:
                self._numbers[name] = None
        return self._numbers[name]

    def list_items(self, references, links=None):
        if links:
            return self._list_items(references, links)
        key = digest("list of numbers", self._made_of, references)
        html = memory_cache.find(key)
        if html is None:
            html = self._list_items(references)
            if not self._has_looked_further:
                memory_cache.put(key, html)
        return html

    def _list_items(self, references, links=None):
        named = {}
        for reference in references:
            number = reference.keyword not in self.lines and self.number(reference)
            for cell in number.cells if number else ():
                table, shown = named.setdefault(cell.table.pk, (cell.table, {}))
                shown.setdefault(cell.name, cell)
        return list_items([self._listed(*one, links) for one in named.values()])

    def _listed(self, table, shown, links):
        """A table as the list of numbers names it; `shown` are its cells by name."""
        cells = [(cell, self._url(cell, links)) for cell in shown.values()]
        return Listed(table, _led(self._page_of(table), links), cells)

    def _url(self, cell, links):
        return _led(f"{self._page_of(cell.table)}{cell.fragment}", links)

    def _page_of(self, table):
        """The address of a table, put together once: a text may name many cells."""
        if table.pk not in self._pages:
            self._pages[table.pk] = table.get_absolute_url()
        return self._pages[table.pk]

    @cached_property
    def _made_of(self):
        """The key of all that its numbers, and the list of them, are made from."""
        return digest(
            [
                (slug, language_of(table), *(_stored(table, name) for name in MADE_OF))
                for slug, table in sorted(self.tables.items())
            ]
        )

    def _kept_numbers(self):
        """The HTML of its numbers by reference, kept for the next time."""
        names = sorted(self._names)
        return memory_cache.get(
            digest("numbers", self._made_of, names),
            dict,
            weigh=lambda _kept: BYTES_OF_NUMBER * 2 * len(names),  # in links or not
        )

    @property
    def _has_looked_further(self):
        """Whether a name was not found in the data, but looked up among former ones."""
        return any("renames" in table.__dict__ for table in self.tables.values())

    def _number_html(self, reference, links):
        number = self.number(reference)
        if number is None:
            return _("no data")
        if reference.is_linked:
            return format_html('<span class="live-number">{}</span>', number.text)
        url = self._url(number.cells[0], links)
        return format_html('<a class="live-number" href="{}">{}</a>', url, number.text)


def _stored(table, name):
    """A field of a table as it is stored: to show its title may take its numbers."""
    values = table.__dict__
    return values[name] if name in values else getattr(table, name)


def _led(url, links):
    return links(url)[0] if links else url
