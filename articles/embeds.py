"""Embed tables in articles: a line `[[table: slug]]` becomes the table's figure."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide import markup
from careerguide.publishing.checks.assumptions import (
    hour_of_publishing,
    is_published_together,
)
from careerguide.publishing.models.related import OldSlug, Plan
from careerguide.publishing.models.snapshots import apply_snapshot
from statistics.figures import figure_html
from statistics.models import StatTable

MOST_CELLS = 20_000  # of the tables that stand in one text


def tables_in(*texts):
    """Return the published tables that stand in the texts, by slug."""
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
    """Return those of `tables` that have one of the slugs, or once had it."""
    found = tables.in_bulk(slugs, field_name="slug")
    if missing := set(slugs) - found.keys():
        old = OldSlug.objects.of_model(StatTable).filter(slug__in=missing)
        led_to = dict(old.values_list("slug", "object_id"))
        moved = tables.in_bulk(led_to.values()) if led_to else {}
        found |= {slug: moved[pk] for slug, pk in led_to.items() if pk in moved}
    return found


@dataclass(frozen=True)
class StoredTables:
    """Tables that texts name, by slug: which exist, and what readers see."""

    known: dict
    visible: frozenset
    trashed: frozenset = frozenset()

    @classmethod
    def named_in(cls, *texts):
        slugs = list(chain.from_iterable(map(markup.table_slugs, texts)))
        if not slugs:
            return cls({}, frozenset())
        kept = StatTable.objects.not_trashed().select_related("career").defer("data")
        if hour := hour_of_publishing():
            return cls._at(slugs, kept, *hour)
        published = StatTable.objects.published().only("slug")
        known = tables_by_slug(slugs, kept)
        trashed = {}
        if missing := {*slugs} - known.keys():
            gone = StatTable.objects.filter(trashed_at__isnull=False).only("slug")
            trashed = gone.in_bulk(missing, field_name="slug")
        return cls(
            known, frozenset(tables_by_slug(slugs, published)), frozenset(trashed)
        )

    @classmethod
    def _at(cls, slugs, kept, moment, with_plans):
        known = tables_by_slug(slugs, kept)
        if with_plans:
            known |= _planned_tables(slugs, known, kept, moment)
        shown = {slug for slug, table in known.items() if table.is_published_at(moment)}
        return cls(known, frozenset(shown))


def _planned_tables(slugs, known, kept, moment):
    """By slug, those tables that a plan has changed by then, as they are planned."""
    plans = Plan.objects.of_model(StatTable).filter(publish_at__lte=moment, problem="")
    keys = [table.pk for table in known.values()]
    plans = plans.filter(Q(object_id__in=keys) | Q(values__slug__in=slugs))
    plans = {plan.object_id: plan for plan in plans}
    planned = {
        pk: apply_snapshot(table, plans[pk].values)
        for pk, table in kept.in_bulk(plans).items()
    }
    named = {slug: planned.get(table.pk, table) for slug, table in known.items()}
    return named | {table.slug: table for table in planned.values()}


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
    """Return sentences about table lines that would show nothing, by slug.

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
        elif published and not _is_shown(tables, slug, beside):
            problems[slug] = _unseen(tables.known[slug], slug)
    return problems


def _is_shown(tables, slug, beside):
    table = tables.known[slug]
    if slug in tables.visible or is_published_together(table):
        return True
    if beside is None or table.career_id != beside.career_id:
        return table.is_published and not hour_of_publishing()
    hour = hour_of_publishing()
    return table.is_live_at(hour[0]) if hour else table.is_live


def _unseen(table, slug):
    """A sentence: when readers see the table, if that is the wrong hour."""
    hour = hour_of_publishing()
    moment = hour[0] if hour and table.status == table.PUBLISHED else None
    if moment and table.publish_at and table.publish_at > moment:
        sentence = _(
            "The table “%(slug)s” is planned for %(hour)s: plan this for that hour or "
            "later, or the table earlier."
        )
        return sentence % {"slug": slug, "hour": _hour_text(table.publish_at)}
    if moment and table.unpublish_at and table.unpublish_at <= moment:
        sentence = _(
            "The table “%(slug)s” is taken down on %(hour)s, before this is published."
        )
        return sentence % {"slug": slug, "hour": _hour_text(table.unpublish_at)}
    return _("The table “%s” is not published yet.") % slug


def _hour_text(hour):
    return date_format(timezone.localtime(hour), "DATETIME_FORMAT")
