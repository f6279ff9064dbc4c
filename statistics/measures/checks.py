"""Find what is wrong with the measure of a table's quick fact."""

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.visibility import Status

TYPE_NAMES = {
    "text": _("words"),
    "integer": _("whole numbers"),
    "decimal": _("numbers"),
    "percent": _("percentages"),
    "money": _("money"),
    "year": _("years"),
    "rank": _("ranks"),
}


def measure_errors(item):
    """Return {"measure": a sentence} where the measure of `item` does not fit it."""
    try:
        measure = item.measure
    except ObjectDoesNotExist:  # which is an error of its own
        return {}
    if measure is None:
        return {}
    if not item.headline_label:
        return {"measure": _("There is no quick fact to measure: choose one first.")}
    columns = {column.key: column for column in item.table.columns}
    column = columns.get(item.headline_column)
    if column and not measure.kind.fits(column):
        return {"measure": _does_not_fit(measure, column)}
    if item.status == Status.PUBLISHED and (other := holder_of_measure(item)):
        return {"measure": _taken(other)}
    return {}


def holder_of_measure(item):
    """Return another published table of the same career with the measure, or None."""
    if item.measure_id is None:
        return None
    holders = getattr(item, "measure_holders", None)
    if holders is not None:
        other = holders.get((item.career_id, item.measure_id))
        return None if other == item else other
    others = type(item)._base_manager.filter(
        career=item.career_id, measure=item.measure_id, status=Status.PUBLISHED
    )
    return others.exclude(pk=item.pk).first()


def prepare_measures(items):
    """Fetch in two queries what `measure_errors` asks of each of these tables."""
    items = [item for item in items if item.measure_id is not None]
    if not items:
        return
    model = type(items[0])
    keys = {item.measure_id for item in items}
    measures = model._meta.get_field("measure").related_model.objects.in_bulk(keys)
    held = model._base_manager.filter(
        career__in={item.career_id for item in items},
        measure__in=keys,
        status=Status.PUBLISHED,
    )
    holders = {(table.career_id, table.measure_id): table for table in held}
    for item in items:
        if item.measure_id in measures:
            item.measure = measures[item.measure_id]
        item.measure_holders = holders


def taken_soon(other):
    """Return what the editor of a draft is told of a measure that is taken."""
    sentence = _(
        "“%(table)s” has this measure already. Before you publish this one, take it "
        "away there."
    )
    return sentence % {"table": other}


def _does_not_fit(measure, column):
    sentence = _(
        "“%(measure)s” is of the kind “%(kind)s”; the column “%(column)s” holds "
        "%(type)s. Choose another measure or another column."
    )
    return sentence % {
        "measure": measure,
        "kind": measure.kind.label,
        "column": column.label,
        "type": TYPE_NAMES[column.type],
    }


def _taken(other):
    sentence = _(
        "“%(table)s” has this measure already, and a career has one number for each. "
        "Take it away there first."
    )
    return sentence % {"table": other}
