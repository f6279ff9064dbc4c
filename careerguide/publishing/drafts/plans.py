"""Plan what is to be published at an hour, kept apart from the draft.

A plan covers the version it was made from and no later one. What is published while it
waits is carried into the fields that the plan leaves alone; where both changed a field,
the plan is held until somebody decides.
"""

from dataclasses import dataclass

from django.contrib.auth import get_permission_codename
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.publishing.checks import live_faults
from careerguide.publishing.checks.assumptions import published_at
from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.related import Plan, WorkingCopy, key_of
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot

from .conflicts import field_changes, merged


@dataclass(frozen=True)
class Rebase:
    """Result for a plan when other values are published while it waits.

    `values` are then those of the plan; `taken` and `clashes` are labels of fields: of
    those that take the correction over, and of those that both changed.
    """

    values: dict
    is_fulfilled: bool
    taken: list
    clashes: list


def plan_of(row):
    return Plan.objects.of(row).select_related("made_by").first()


def held_plans_of(user):
    """The plans that wait for `user`: their own, and those of nobody who could come.

    The latter for everybody who may publish the item.
    """
    if not getattr(user, "pk", None):
        return []
    plans = Plan.objects.exclude(problem="").defer("values", "base")
    plans = plans.select_related("made_by")
    return [
        plan
        for plan in plans.prefetch_related("item").order_by("pk")
        if plan.item and _waits_for(user, plan)
    ]


def _waits_for(user, plan):
    owner = plan.made_by
    if plan.made_by_id == user.pk:
        return True
    if not may_publish(user, plan.item):
        return False
    # Without staff status, or the right, nobody opens the page of the schedule.
    return not (owner and owner.is_staff and may_publish(owner, plan.item))


def may_publish(user, item):
    opts = item._meta
    codename = get_permission_codename("publish", opts)
    return user.has_perm(f"{opts.app_label}.{codename}")


def rebase(row, plan, published):
    """The Rebase of the plan of `row` once `published` are the values readers see."""
    mine = snapshot(apply_snapshot(row, plan.values))
    base = snapshot(apply_snapshot(row, plan.base))
    found = list(field_changes(type(row), base, published, mine))
    values = merged(mine, found)
    return Rebase(
        values=values,
        is_fulfilled=values == published,
        taken=[_label(c.field) for c in found if not c.clashes],
        clashes=[_label(c.field) for c in found if c.clashes],
    )


def plan_note(row, plan, published):
    """Say what becomes of the plan of `row` if `published` is published now."""
    found = rebase(row, plan, published)
    if found.is_fulfilled:
        return _("The plan is dropped: this publishes what is planned.")
    if found.clashes:
        labels = "”, “".join(found.clashes)
        return (
            _("The plan changes “%s”, too, and is held until somebody decides.")
            % labels
        )
    if found.taken:
        labels = "”, “".join(found.taken)
        return _("The plan stays, and takes over “%s”.") % labels
    return _("The plan stays as it is.")


def _label(field):
    return str(capfirst(field.verbose_name))


def carry_over(row, by):
    """Bring the plan of `row`, which was just published by `by`, up to that."""
    plan = plan_of(row)
    if plan is None:
        return
    published = snapshot(row)
    found = rebase(row, plan, published)
    if found.is_fulfilled:
        plan.delete()
        return
    plan.values, plan.base = found.values, published
    if found.clashes:
        sentence = _(
            "What readers see was changed in “%s”, which the plan changes, too. Look "
            "at both, then plan it again or drop the plan."
        )
        hold(row, plan, sentence % "”, “".join(found.clashes), by)
    elif found.taken and not plan.is_held:
        _hold_what_cannot_be_published(row, plan, by)
    plan.save()


def _hold_what_cannot_be_published(row, plan, by):
    wanted = apply_snapshot(row, plan.values)
    wanted.mark_published()
    try:
        with published_at(plan.publish_at, with_plans=True):
            wanted.full_clean()
    except ValidationError as error:
        hold(row, plan, live_faults.error_text(row, error), by)


def hold(row, plan, problem, by):
    """Have a plan wait for a person; the caller saves it."""
    plan.problem = problem
    add_revision(row, Event.HELD, by, problem)


def drop(row):
    """Take the plan of a locked row away; what it held is the draft, if there is none.

    Raises the version of `row`, which the caller saves, where the draft is another now.
    Returns whether there was a plan.
    """
    plan = plan_of(row)
    if plan is None:
        return False
    plan.delete()
    planned = snapshot(apply_snapshot(row, plan.values))
    drafts = WorkingCopy.objects.of(row)
    if plan.note:
        drafts.filter(note={}).update(note=plan.note)
    if planned != snapshot(row) and not drafts.exists():
        WorkingCopy.objects.create(
            **key_of(row),
            values=planned,
            note=plan.note,
            saved_at=plan.made_at,
            saved_by=plan.made_by,
        )
        row.version += 1
    return True
