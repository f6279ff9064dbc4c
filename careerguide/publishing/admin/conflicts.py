"""Show the second of two editors the same form, with what both changed."""

from django.contrib.admin.helpers import AdminForm

from careerguide.publishing.drafts.diff import differences
from careerguide.publishing.models.history import EVENTS_FOR_READERS, Event
from careerguide.publishing.models.snapshots import apply_snapshot

from .note_fields import NOTE_FIELDS


def conflict_context(model_admin, context, item, conflict):
    """The context of the form of `item`, filled in with what both editors changed."""
    merged = apply_snapshot(item.row, conflict.merged)
    merged.row, merged.working, merged.plan = item.row, item.working, item.plan
    form_class = type(context["adminform"].form)
    shown = context["adminform"]
    form = form_class(instance=merged)
    sent = shown.form.cleaned_data
    form.initial["reason"] = sent.get("reason", "")
    note = {name: sent.get(name, "") for name in NOTE_FIELDS}
    if any(note.values()):  # or that of the draft stays
        form.initial |= note
    form.initial["base_side_values"] = sent.get("base_side_values")
    # What was published meanwhile is shown here; what else was decided is asked about
    # when this is published.
    seen = sent.get("base_entry") or 0
    others = [event for event in EVENTS_FOR_READERS if event != Event.PUBLISHED]
    if item.row.history.filter(event__in=others, pk__gt=seen).exists():
        form.initial["base_entry"] = seen
    adminform = AdminForm(
        form,
        shown.fieldsets,
        {},  # only of new items
        shown.readonly_fields,
        model_admin=model_admin,
    )
    return {
        "adminform": adminform,
        "conflict": conflict,
        "conflict_list": list(conflict_lines(model_admin.model, conflict)),
        "errors": None,  # nothing is wrong with the text
        "media": model_admin.media + adminform.media,
    }


def conflict_lines(model, conflict):
    """Yield what they changed, field by field, and where you changed it otherwise."""
    for change in conflict.changes:
        name = change.field.attname
        theirs = {name: change.theirs}
        [difference] = differences(model, {name: change.base}, theirs)
        line = {"difference": difference, "clashes": change.clashes}
        if change.clashes:
            [line["against_mine"]] = differences(model, theirs, {name: change.mine})
        yield line
