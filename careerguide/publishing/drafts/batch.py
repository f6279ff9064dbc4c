"""Load what a page of many items needs of each, in a fixed number of queries."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model, Q

from careerguide.publishing.checks import live_faults
from careerguide.publishing.models.related import Plan, WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot, content_fields

from .versions import ShownVersion, newest_entries


@dataclass(frozen=True)
class Batch:
    """Drafts, plans and newest entries of some rows of one model, by primary key."""

    working_copies: dict
    plans: dict
    entries: dict

    @classmethod
    def of(cls, model, rows):
        keys = [row.pk for row in rows]
        kind = ContentType.objects.get_for_model(model)
        newest = newest_entries(Q(content_type=kind, object_id__in=keys))
        drafts = WorkingCopy.objects.of_model(model).filter(object_id__in=keys)
        plans = Plan.objects.of_model(model).filter(object_id__in=keys)
        return cls(
            {draft.object_id: draft for draft in drafts},
            {plan.object_id: plan for plan in plans},
            {key: entry for (_kind, key), entry in newest.items()},
        )

    def draft_of(self, row):
        """`row` with what its editors are working on; itself if there is no draft."""
        working = self.working_copies.get(row.pk)
        return apply_snapshot(row, working.values) if working else row

    def shown(self, row):
        return ShownVersion(row.version, self.entries.get(row.pk, 0), row.is_live)


def problems(model, changes):
    """A ValidationError for each (row, the item as it would be published), or None.

    As `full_clean` finds them, but for what the database holds to: that related items
    exist, and constraints, whose rules `clean` has, too. `actions.publish` checks all.
    """
    foreign = {f.name for f in content_fields(model) if isinstance(f, ForeignKey)}
    model.prepare_clean([item for _row, item in changes])
    taken = _taken_slugs(model, changes)
    found = []
    for row, item in changes:
        errors = {}
        try:
            Model.full_clean(
                item,
                exclude=foreign,
                validate_unique=False,
                validate_constraints=False,
            )
        except ValidationError as error:
            errors = error.error_dict
        if taken.get(item.slug, row.pk) != row.pk:
            errors["slug"] = [item.unique_error_message(model, ("slug",))]
        found.append(errors)
    model.prepare_clean([changes[n][0] for n, errors in enumerate(found) if errors])
    for place, (row, item) in enumerate(changes):
        if found[place]:
            error = ValidationError(found[place])
            found[place] = live_faults.new_faults(item, error, row=row, exclude=foreign)
    return [ValidationError(errors) if errors else None for errors in found]


def _taken_slugs(model, changes):
    """The key of the row that has it, by each slug that a row does not have yet."""
    wanted = {item.slug for row, item in changes if item.slug != row.slug}
    if not wanted:
        return {}
    rows = model._base_manager.filter(slug__in=wanted)
    return dict(rows.values_list("slug", "pk"))
