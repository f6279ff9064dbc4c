"""Tables inside articles: the line [[table: slug]] becomes the table's figure."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain

from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide import markup
from careerguide.publishing.records import OldSlug
from careerguide.publishing.targets import is_published_together
from statistics.figures import figure_html
from statistics.models import StatTable

MOST_CELLS = 20_000  # of the tables that stand in one text


def tables_in(*texts):
    """By slug, the published tables that stand in the texts."""
    slugs = list(chain.from_iterable(map(markup.table_slugs, texts)))
    return tables_by_slug(slugs, StatTable.objects.published()) if slugs else {}


def embed_tables(tables, ids=""):
    """A function from a slug to the figure's HTML, empty where `tables` has none.

    `ids` goes before the figures' ids, where several texts stand on one page. Beyond
    `MOST_CELLS` in all, a table that is not the first is a link to its page.
    """
    shown, cells = Counter(), 0

    def embed(slug):
        nonlocal cells
        if slug not in tables:
            return ""
        table = tables[slug]
        if cells <= MOST_CELLS:  # or there is no need to read how large it is
            cells += len(table.table.rows) * len(table.table.columns)
        if cells > MOST_CELLS and shown:
            link = '<p class="table-elsewhere"><a href="{}">{}</a></p>'
            return format_html(link, table.get_absolute_url(), table.title)
        shown[slug] += 1
        suffix = f"-{shown[slug]}" if shown[slug] > 1 else ""
        heading_id = f"{ids}{table.figure_id}{suffix}"
        return figure_html(table, heading_id)

    return embed


def tables_by_slug(slugs, tables):
    """Those of `tables` that have one of the slugs, or once had it."""
    found = tables.in_bulk(slugs, field_name="slug")
    if missing := set(slugs) - found.keys():
        old = OldSlug.objects.of_model(StatTable).filter(slug__in=missing)
        led_to = dict(old.values_list("slug", "object_id"))
        moved = tables.in_bulk(led_to.values()) if led_to else {}
        found |= {slug: moved[pk] for slug, pk in led_to.items() if pk in moved}
    return found


@dataclass(frozen=True)
class StoredTables:
    """Of the tables that texts name, by slug: what exists, and what readers see."""

    known: dict
    visible: frozenset
    trashed: frozenset = frozenset()

    @classmethod
    def named_in(cls, *texts):
        slugs = list(chain.from_iterable(map(markup.table_slugs, texts)))
        if not slugs:
            return cls({}, frozenset())
        kept = StatTable.objects.kept().select_related("career").defer("data")
        published = StatTable.objects.published().only("slug")
        known = tables_by_slug(slugs, kept)
        trashed = {}
        if missing := {*slugs} - known.keys():
            gone = StatTable.objects.filter(trashed_at__isnull=False).only("slug")
            trashed = gone.in_bulk(missing, field_name="slug")
        return cls(
            known, frozenset(tables_by_slug(slugs, published)), frozenset(trashed)
        )


def missing_tables(model, items):
    """A sentence for each of the live items that names tables readers do not have."""
    field = getattr(model, "embedding_field", None)
    texts = {item: getattr(item, field) for item in items} if field else {}
    tables = StoredTables.named_in(*texts.values())
    found = {}
    for item, text in texts.items():
        if missing := {*markup.table_slugs(text)} - tables.visible:
            sentence = ngettext(
                "Shows a table that readers no longer have.",
                "Shows %(count)d tables that readers no longer have.",
                len(missing),
            )
            found[item] = sentence % {"count": len(missing)}
    return found


def table_problems(text, *, published, beside=None, tables=None):
    """By slug, sentences about table lines that would show readers nothing.

    A draft may name a table that is itself a draft; a published article may not, but
    for what readers see `beside` it: what is published of a guide that is hidden yet,
    and what is being published with it. `tables` are the StoredTables of the text and
    others, if they are known.
    """
    slugs = markup.table_slugs(text)
    tables = tables or StoredTables.named_in(text)
    problems = {}
    for slug in dict.fromkeys(slugs):
        if slug in tables.trashed:
            problems[slug] = (
                _("The table “%s” is in the trash: restore it, or take its line out.")
                % slug
            )
        elif slug not in tables.known:
            problems[slug] = (
                _("There is no table “%s”: write the last part of the table’s address.")
                % slug
            )
        elif (
            published
            and slug not in tables.visible
            and not _is_shown(tables.known[slug], beside)
        ):
            problems[slug] = _("The table “%s” is not published yet.") % slug
    return problems


def _is_shown(table, beside):
    if table.is_published or is_published_together(table):
        return True
    return beside is not None and table.is_live and table.career_id == beside.career_id
