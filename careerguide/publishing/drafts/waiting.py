"""Hold plans that would show a hole at their hour: what they show went meanwhile.

A plan is checked again when its hour comes. What readers never saw shows by the clock,
so it is held as soon as a table that it shows is taken from its hour.
"""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.markup.references.sources import slugs_of
from careerguide.publishing.checks.assumptions import published_at
from careerguide.publishing.impact.hiding import names_of
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.related import Plan, key_of
from careerguide.publishing.models.sections import guide_models
from careerguide.publishing.models.snapshots import snapshot
from careerguide.publishing.signals import Change, announce

from . import notes


def hold_what_shows(item, by):
    """Hold what waits for its hour and would show nothing where `item` stands in it.

    It becomes a draft with a held plan, which asks whoever planned it to decide.
    """
    slugs = {slug for _one, slug, _key in names_of(_shown_of(item))}
    if not slugs:
        return []  # and nothing is locked: two articles would wait for each other
    rows = [row for model in content_models() for row in _waiting(model)]
    held = []
    for row in rows:
        is_shown = not slugs.isdisjoint(slugs_of(row.referred_to()))
        if is_shown and (problem := _problem_of(row)):
            _hold(row, by, problem)
            held.append(row)
    return held


def _waiting(model):
    """What waits for its hour and shows other content, locked."""
    names = [Q(**{f"{name}__contains": "[["}) for name in model.reference_fields()]
    if not names:
        return []
    rows = model.objects.not_trashed().filter(
        reduce(or_, names), status=model.PUBLISHED, publish_at__gt=timezone.now()
    )
    return rows.order_by("pk").select_for_update()


def held_sentence(row):
    """Return what a change of `row` has held, in a sentence, or ""."""
    if not row.held_with_it:
        return ""
    names = ", ".join(f"“{item}”" for item in row.held_with_it)
    sentence = _("Planned to show it, and held now until somebody decides: %s.")
    return sentence % names


def _shown_of(item):
    """What texts show of an item: itself, or the tables of a career."""
    if hasattr(type(item), "embed_keyword"):
        return [item]
    found = []
    for model in guide_models():
        if not hasattr(model, "embed_keyword"):
            continue
        if isinstance(item, model._meta.get_field("career").related_model):
            found += model.objects.not_trashed().for_career(item).only("slug")
    return found


def _problem_of(row):
    with published_at(row.publish_at):
        faults = [fault for found in row.faults_of_embeds().values() for fault in found]
    return " ".join(str(fault.sentence) for fault in faults if fault.blocks)


def _hold(row, by, problem):
    now, planner = timezone.now(), row.modified_by
    Plan.objects.update_or_create(
        **key_of(row),
        defaults={
            "values": snapshot(row),
            "base": snapshot(row),
            "version": row.version,
            "publish_at": row.publish_at,
            "made_at": now,
            "made_by": planner,
            "note": notes.take_waiting(row).to_json(),
            "problem": problem,
        },
    )
    row.status, row.publish_at = row.DRAFT, None
    row.save()
    announce(Change.HIDDEN, row)
    add_revision(row, Event.HELD, by, problem)
