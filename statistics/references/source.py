"""Register tables and their numbers as what texts can refer to."""

from functools import lru_cache

from careerguide.markup.references.sources import Source, slugs_of
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.texts import is_markdown
from statistics.models import StatTable
from statistics.own_numbers import own_slug as own_slug_of

from .claims.finding import claims_in
from .claims.proposals import CellsByValue, proposals
from .embeds import SHOWN, shown_tables
from .faults import StoredTables, faults_of
from .loaded import LoadedTables
from .notation import COUNTS, NotationError, cell_names
from .picking import cells_saying, work_out
from .rewriting import follow_former_names, renames_by_slug

MOST_TABLES = 200  # that one text is compared with, or chosen from


class TableSource(Source):
    keywords = worked_out = tuple(COUNTS)
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
        named = [one for item in items for one in item.referred_to()]
        tables, renames = StoredTables.of(named), renames_by_slug(slugs_of(named))
        for item in items:
            item.stored_tables, item.stored_renames = tables, renames

    def follow_names(self, item):
        follow_former_names(item)

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
