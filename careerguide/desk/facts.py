"""Read the texts of items once they are saved, and keep what was found in them."""

import logging

from django.db import DatabaseError, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import capfirst

from careerguide.markup.references.sources import slugs_of
from careerguide.publishing.checks import claim_counts, links, texts
from careerguide.publishing.checks.plain_notation import faults_of_notation
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import key_of

from .models import MOST_PROBLEMS, ItemFacts

logger = logging.getLogger(__name__)

AT_ONCE = 50  # items that are read anew with one that changed; others wait
# Of links: what readers notice. That one is old or relative is said in its form.
UNNOTICED = ("old", "relative")


def keep(item):
    """Read the draft of `item`, or its row, and keep the facts; those of what went, go.

    What is archived or in the trash needs nobody.
    """
    row = type(item)._base_manager.filter(pk=item.pk).first()
    if row is None or row.trashed_at or row.status == row.ARCHIVED:
        ItemFacts.objects.of(item).delete()
        return None
    draft = draft_of(row)
    problems, named = _problems(draft)
    facts, _is_new = ItemFacts.objects.update_or_create(
        **key_of(row),
        defaults={
            "career_id": next(iter(draft.career_keys()), None),
            "title": str(draft)[:300],
            "version": row.version,
            "problem_count": len(problems),
            "problems": problems[:MOST_PROBLEMS],
            "claim_count": claim_counts.count(draft),
            "names": f" {' '.join(sorted(named))} " if named else "",
            "is_stale": False,
            "read_at": timezone.now(),
        },
    )
    return facts


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


def _problems(item):
    """Sentences on broken links and ties, and the addresses that the texts name."""
    surveys = texts._surveys(item)
    found = {
        name: [fault for fault in faults if fault.kind not in UNNOTICED]
        for name, faults in links.faults_of_links(item, surveys).items()
    }
    for others in (item.faults_of_embeds(), faults_of_notation(item)):
        for name, faults in others.items():
            found[name] = [*found.get(name, ()), *faults]
    labels = {f.name: capfirst(f.verbose_name) for f in item._meta.concrete_fields}
    sentences = [
        f"{labels[name]}: {fault.sentence}"
        for name, faults in found.items()
        for fault in faults
    ]
    named = {
        link.target.path.strip("/").rpartition("/")[2]
        for survey in surveys.values()
        for link in survey.links
        if link.target.path
    }
    return sentences, {*named, *slugs_of(item.referred_to())} - {""}


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
    """Read what was not read yet, at most so many items; return how many were read."""
    count = 0
    for model in content_models():
        if most > count:
            count += keep_all(unread(model)[: most - count])
    return count
