"""Say what is wrong with the tables and numbers that a text names."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.markup.checks.findings import Fault
from careerguide.markup.references.sources import slugs_of
from careerguide.publishing.checks.assumptions import (
    hour_of_publishing,
    is_published_together,
)
from careerguide.publishing.checks.texts import surveyed
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.models.texts import is_markdown
from statistics.models import StatTable

from .embeds import tables_by_slug
from .notation import COUNTS, NotationError
from .numbers import number_of

TABLE = StatTable.embed_keyword
NAMING = frozenset({TABLE, *COUNTS})  # keywords that name a table


@dataclass(frozen=True)
class StoredTables:
    """Tables that texts name, by slug: which exist, and what readers see."""

    known: dict
    visible: frozenset
    trashed: frozenset = frozenset()

    @classmethod
    def of(cls, references):
        references = list(references)
        slugs = slugs_of(references)
        if not slugs:
            return cls({}, frozenset())
        kept = StatTable.objects.not_trashed().select_related("career")
        if all(reference.keyword == TABLE for reference in references):
            kept = kept.defer("data")
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
    slugs = {item: slugs_of(item.referred_to()) for item in items}
    tables = StoredTables.of(one for item in items for one in item.referred_to())
    found = {}
    for item, named in slugs.items():
        if missing := named - tables.visible:
            sentence = ngettext(
                "Shows a table that readers no longer have.",
                "Shows %(count)d tables that readers no longer have.",
                len(missing),
            )
            found[item] = sentence % {"count": len(missing)}
    return found


def faults_of(item):
    """Return faults by field: what would show nothing, or no number.

    A draft may name a table that is itself a draft; what is published may not, but for
    what readers see beside it: what is published of a guide that is hidden yet, and
    what is being published with it.
    """
    tables = getattr(item, "stored_tables", None)
    found = {}
    for name in item.reference_fields():
        references = item.references_of(name)
        named = [one for one in dict.fromkeys(references) if one.keyword in NAMING]
        if not named:
            continue
        tables = tables or StoredTables.of(item.referred_to())
        lines = _lines_of(item, name)
        faults = [
            Fault(reference.keyword, reference.target, lines(reference), problem, True)
            for reference in named
            if (problem := problem_of(reference, tables, item))
        ]
        if faults:
            found[name] = faults
    return found


def _lines_of(item, name):
    if not is_markdown(item._meta.get_field(name)):
        return lambda reference: 0
    survey = surveyed(type(item), name, getattr(item, name))

    def line(reference):
        if reference.keyword == TABLE:
            return survey.tables.get(reference.target, 0)
        return survey.references.get(reference._replace(is_linked=False), 0)

    return line


def problem_of(reference, tables, beside=None):
    """Return a sentence on a reference of a text that is published, or ""."""
    for slug in sorted(slugs_of([reference])):
        if slug in tables.trashed:
            sentence = _(
                "The table “%s” is in the trash: restore it, or take its line out."
            )
            return sentence % slug
        if slug not in tables.known:
            sentence = _(
                "There is no table “%s”: write the last part of the table’s address."
            )
            return sentence % slug
        if not _is_shown(tables, slug, beside):
            return _unseen(tables.known[slug], slug)
    if reference.keyword == TABLE:
        return ""
    try:
        number_of(reference, tables.known)
    except NotationError as error:
        return str(error)
    return ""


def _is_shown(tables, slug, beside):
    table = tables.known[slug]
    if slug in tables.visible or is_published_together(table):
        return True
    if table == beside:  # its own cells are shown wherever the text is
        return True
    if beside is None or table.career_id not in beside.career_keys():
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
