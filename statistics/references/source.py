"""Register tables and their numbers as what texts can refer to."""

from functools import cached_property

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext as _

from careerguide.markup.references.sources import Loaded, Source
from careerguide.publishing.models.texts import is_markdown
from statistics.models import StatTable

from .claims import CellsByValue, claims_in, proposals
from .embeds import embed_tables
from .faults import StoredTables, faults_of
from .notation import COUNTS, NotationError, cell_names
from .numbers import number_of
from .numbers_list import Listed, numbers_list
from .published import SHOWN, published_tables

MOST_TABLES = 200  # that the numbers of a page about the site are compared with


class TableSource(Source):
    keywords = tuple(COUNTS)
    lines = (StatTable.embed_keyword,)

    def slugs(self, reference):
        if reference.keyword in self.lines:
            return (reference.target,)
        return tuple(dict.fromkeys(name.slug for name in _names_in(reference)))

    def load(self, references, items=()):
        lines = {r.target for r in references if r.keyword in self.lines}
        names = {r[:2]: _names_in(r) for r in references if r.keyword not in self.lines}
        slugs = lines.union(name.slug for those in names.values() for name in those)
        tables = {one.slug: one for one in items if _is_at_hand(one)}
        tables = {slug: tables[slug] for slug in slugs & tables.keys()}
        if missing := slugs - tables.keys():
            tables |= published_tables(missing)
        return LoadedTables(tables, names)

    def prepare(self, items):
        items = list(items)
        tables = StoredTables.of(one for item in items for one in item.referred_to())
        for item in items:
            item.stored_tables = tables

    def claims(self, item, name, text):
        tables = list(_tables_beside(item))
        names = [table.table.label(row) for table in tables for row in table.table.rows]
        cells = CellsByValue(tables)
        markdown = is_markdown(item._meta.get_field(name))
        return [
            {
                "written": claim.written,
                "line": claim.line,
                "proposals": [
                    {"notation": notation, "name": cell, "table": table.title}
                    for notation, cell, table in proposals(claim, cells)
                ],
            }
            for claim in claims_in(text, names, markdown)
        ]

    def faults(self, item):
        return faults_of(item)


def _names_in(reference):
    """The `CellName`s of a reference; none where it is not written as one."""
    try:
        return cell_names(reference)
    except NotationError:
        return ()


def _is_at_hand(item):
    """Whether an item is a table that readers see, and says what is shown of it."""
    return (
        isinstance(item, StatTable)
        and item.get_deferred_fields().isdisjoint(SHOWN)
        and StatTable.career.is_cached(item)
        and item.is_published
    )


def _tables_beside(item):
    """Those of the guide that an item belongs to; of no guide, all there are."""
    tables = StatTable.objects.not_trashed()
    if careers := [key for key in item.career_keys() if key]:
        return tables.filter(career__in=careers)
    return tables.none() if hasattr(item, "career_id") else tables[:MOST_TABLES]


class LoadedTables(Loaded):
    """Published tables by slug, what they show, and their numbers."""

    lines = TableSource.lines

    def __init__(self, tables, names=None):
        """`names` are the `CellName`s of references that were read before."""
        self.tables = tables
        self._names = names or {}
        self._numbers, self._pages = {}, {}

    def embed(self, ids, links=None):
        figure = embed_tables(self.tables, ids)

        def html(reference):
            if reference.keyword in TableSource.lines:
                return figure(reference.target)
            return self._number_html(reference, links)

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

    def list_html(self, references, links=None, level=2):
        named = {}
        for reference in references:
            number = reference.keyword not in TableSource.lines and self.number(
                reference
            )
            for cell in number.cells if number else ():
                table, shown = named.setdefault(cell.table.pk, (cell.table, {}))
                shown.setdefault(cell.name, cell)
        listed = [self._listed(*one, links) for one in named.values()]
        return numbers_list(listed, level)

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

    def _number_html(self, reference, links):
        number = self.number(reference)
        if number is None:
            return _("no data")
        if reference.is_linked:
            return format_html('<span class="live-number">{}</span>', number.text)
        url = self._url(number.cells[0], links)
        return format_html('<a class="live-number" href="{}">{}</a>', url, number.text)


def _led(url, links):
    return links(url)[0] if links else url
