"""Read the texts of items once they are saved, and keep what was found in them."""

import logging

from django.db import DatabaseError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from careerguide.markup.references.sources import slugs_of
from careerguide.publishing.checks import claim_counts
from careerguide.publishing.checks.finding import BROKEN
from careerguide.publishing.checks.findings import Reading, findings_of
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.ignored import open_findings
from careerguide.publishing.models.related import key_of

from . import passages
from .models import MOST_FINDINGS, MOST_PROBLEMS, ItemFacts

logger = logging.getLogger(__name__)

AT_ONCE = 50  # items that are read anew with one that changed; others wait


def keep(item):
    """Read the draft of `item`, or its row, and keep the facts; those of what went, go.

    What is archived or in the trash needs nobody.
    """
    row = type(item)._base_manager.filter(pk=item.pk).first()
    before = passages.kept_of(item)
    if row is None or row.trashed_at or row.status == row.ARCHIVED:
        ItemFacts.objects.of(item).delete()
        passages.make_stale(item, before)
        return None
    draft = draft_of(row)
    reading = Reading(draft)
    found, _ignored = open_findings(row, findings_of(draft, reading))
    broken = [one.named(type(row)) for one in found if one.check in BROKEN]
    named, kept = _names(reading), passages.of(reading)
    facts, _is_new = ItemFacts.objects.update_or_create(
        **key_of(row),
        defaults={
            "career_id": next(iter(draft.career_keys()), None),
            "title": str(draft)[:300],
            "version": row.version,
            "problem_count": len(broken),
            "problems": broken[:MOST_PROBLEMS],
            "finding_count": len(found),
            "findings": [kept_finding(one, row) for one in found[:MOST_FINDINGS]],
            "claim_count": claim_counts.count(draft),
            "names": f" {' '.join(sorted(named))} " if named else "",
            "passages": f" {' '.join(kept)} " if kept else "",
            "is_stale": False,
            "read_at": timezone.now(),
        },
    )
    passages.make_stale(item, before ^ {*kept})
    return facts


def kept_finding(finding, item):
    """Return a finding as lists show it, which load nothing else of its item."""
    return {
        "check": finding.check,
        "key": finding.key,
        "sentence": finding.named(type(item)),
    }


def keep_all(items):
    """Keep the facts of each item; what cannot be read is logged, and stays stale."""
    count = 0
    for item in items:
        try:
            with transaction.atomic():
                keep(item)
            count += 1
        except DatabaseError:
            raise
        except Exception:
            logger.exception("Could not read the texts of %r", item)
            ItemFacts.objects.of(item).update(is_stale=True)
    return count


def _names(reading):
    """The addresses that the texts of an item name."""
    named = {
        link.target.path.strip("/").rpartition("/")[2]
        for survey in reading.surveys.values()
        for link in survey.links
        if link.target.path
    }
    return {*named, *slugs_of(reading.item.referred_to())} - {""}


def read_again(slugs):
    """Read again what names one of these addresses: as much as fits, or later."""
    names = Q()
    for slug in slugs:
        names |= Q(names__contains=f" {slug} ")
    if not names:
        return
    found = ItemFacts.objects.filter(names)
    found.update(is_stale=True)
    refresh(found.filter(is_stale=True), AT_ONCE)


def read_broken_again():
    """Read again what has broken links and ties: as much as fits, or later."""
    found = ItemFacts.objects.filter(problem_count__gt=0)
    found.update(is_stale=True)
    refresh(found.filter(is_stale=True), AT_ONCE)


def stale_of_guide(item):
    """Return the stale facts of the guide that `item` belongs to."""
    keys = [*item.career_keys()][:1]
    return ItemFacts.objects.filter(is_stale=True, career__in=keys)


def refresh(facts, most):
    """Read again the items of these stale facts, at most so many."""
    items = [one.item for one in facts.prefetch_related("item")[:most]]
    return keep_all(item for item in items if item)


def unread(model):
    """Return the items whose facts are missing, stale, or of another version."""
    current = ItemFacts.objects.of_model(model).filter(
        object_id=OuterRef("pk"), version=OuterRef("version"), is_stale=False
    )
    items = model.objects.not_trashed().exclude(status="archived")
    return items.filter(~Exists(current)).order_by("pk")


def refresh_all(most):
    """Read what was not read yet, at most so many items; return how many were read.

    Twice, as a paragraph that is found in two texts makes the one that was read first
    stale; what cannot be read does not end this.
    """
    count = 0
    for model in (*content_models(), *content_models()):
        if most > count:
            count += keep_all(unread(model)[: most - count])
    return count
