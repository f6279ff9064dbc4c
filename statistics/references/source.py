"""Register tables and their numbers as what texts can refer to."""

from functools import cached_property, lru_cache

from django.db.models import Q
from django.utils.html import escape, format_html
from django.utils.translation import gettext as _

from careerguide.markup.references.sources import Loaded, Source
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.texts import is_markdown
from statistics import figures
from statistics.models import StatTable
from statistics.own_numbers import own_slug as own_slug_of

from .claims.finding import claims_in
from .claims.proposals import CellsByValue, proposals
from .embeds import SHOWN, embed_tables, shown_tables
from .faults import StoredTables, faults_of
from .notation import COUNTS, NotationError, cell_names
from .numbers import number_of
from .numbers_list import Listed, list_items
from .picking import cells_saying, work_out

MOST_TABLES = 200  # that one text is compared with, or chosen from


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
            tables |= shown_tables(missing)
        return LoadedTables(tables, names)

    def prepare(self, items):
        items = list(items)
        tables = StoredTables.of(one for item in items for one in item.referred_to())
        for item in items:
            item.stored_tables = tables

    def claims(self, item, name, text):
        tables, own_slug = _tables_for(item, name)
        names = [table.table.label(row) for table in tables for row in table.table.rows]
        cells = CellsByValue(tables)
        markdown = is_markdown(item._meta.get_field(name))
        found = [
            {
                "written": claim.written,
                "line": claim.line,
                "is_open": claim.is_sure,
                "in_heading": claim.in_heading,
                "proposals": [
                    {"notation": notation, "name": cell, "table": table.title}
                    for notation, cell, table in proposals(
                        claim, cells, own_slug, markdown
                    )
                ],
            }
            for claim in claims_in(text, names, markdown, unsure=True)
        ]
        is_own = name in item.own_number_fields  # which hold no other notation
        return [
            one for one in found if one["proposals"] or (one["is_open"] and not is_own)
        ]

    def numbers(self, texts, items):
        tables = [item for item in items if isinstance(item, StatTable)]
        names = [table.table.label(row) for table in tables for row in table.table.rows]
        cells = CellsByValue(tables)
        found = (claims_in(text, names, markdown=False, unsure=True) for text in texts)
        return [
            [
                one
                for one in (_as_number(claim, cells) for claim in claims)
                if one["proposals"] or one["is_open"]
            ]
            for claims in found
        ]

    def cells(self, item, name, words):
        tables, own_slug = _tables_for(item, name)
        markdown = is_markdown(item._meta.get_field(name))
        return cells_saying(tables, words, own_slug, markdown)

    def work_out(self, item, name, keyword, cells):
        slugs = {slug for slug, _row, _column in cells if slug.isascii()}
        tables, own_slug = _tables_for(item, name, slugs)
        tables = {table.slug: table for table in tables}
        markdown = is_markdown(item._meta.get_field(name))
        return work_out(keyword, cells, tables, own_slug, markdown)

    def faults(self, item):
        return faults_of(item)


def _as_number(claim, cells):
    """A claim of a plain text, which will be one of Markdown."""
    named = proposals(claim, cells)
    return {
        "written": claim.written,
        "start": claim.start,
        "is_open": claim.is_sure,
        "proposals": [
            {"notation": notation, "name": cell, "table": table.title}
            for notation, cell, table in named
        ],
    }


@lru_cache(maxsize=1_000)
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


def _tables_for(item, name, slugs=None):
    """The tables that a text may name, in reading order, and the slug of its own.

    `slugs` are of those that are wanted alone. A text that names cells of its own table
    has that one, as its editors are working on it.
    """
    if name in item.own_number_fields:
        draft = draft_of(item) if item.pk else None
        return ([draft], own_slug_of(draft)) if draft else ([], "")
    tables = _tables_beside(item).select_related("career").in_reading_order()
    if slugs is not None:
        tables = tables.filter(slug__in=slugs)
    return list(tables[:MOST_TABLES]), ""


def _tables_beside(item):
    """Those of the guide that an item belongs to; of no guide, all there are."""
    tables = StatTable.objects.not_trashed()
    if careers := [key for key in item.career_keys() if key]:
        return tables.filter(career__in=careers)
    return tables.none() if hasattr(item, "career_id") else tables


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

    def plain_embed(self):
        figure = embed_tables(self.tables, figure=figures.plain_figure_html)

        def html(reference):
            if reference.keyword in TableSource.lines:
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
        named = {}
        for reference in references:
            number = reference.keyword not in TableSource.lines and self.number(
                reference
            )
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
