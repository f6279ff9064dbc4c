"""Compare what two editors changed since the version that both began with."""

from dataclasses import dataclass, field

from django.db.models import Q

from careerguide.publishing.models.history import Event
from careerguide.publishing.models.snapshots import content_fields

# What gives an item other content. Publishing does so from a form alone, which is one
# entry with what it saves; from a list, or by the clock, it does not.
WRITES = Q(event__in=(Event.CREATED, Event.SAVED, Event.DISCARDED)) | (
    Q(event=Event.PUBLISHED) & ~Q(form_key="")
)


@dataclass(frozen=True)
class FieldChange:
    """One field that somebody else changed meanwhile.

    Where the editor left it alone, theirs is taken; where both changed it, `clashes`.
    """

    field: object
    base: object
    theirs: object
    mine: object

    @property
    def clashes(self):
        return self.mine not in (self.base, self.theirs)


@dataclass(frozen=True)
class Conflict:
    changes: list
    authors: list
    merged: dict = field(repr=False)


def find_conflict(item, current, mine, base_version, form_key):
    """Return the Conflict of saving `mine` over `current`, or None if there is none.

    `base_version` is the one the form was filled in from. What was saved meanwhile from
    the same form, by a double click or before the back button, is no conflict.
    """
    if mine == current or base_version == item.version:
        return None
    since = item.history.listed().filter(WRITES)
    if base_version is not None:
        since = since.filter(version__gt=base_version)
        if form_key and since and all(entry.form_key == form_key for entry in since):
            return None
    base = values_at(item, base_version)
    changes = list(field_changes(type(item), base, current, mine))
    if not changes:
        return None
    authors = dict.fromkeys(entry.author for entry in since)
    return Conflict(changes, [a for a in authors if a], merged(mine, changes))


def field_changes(model, base, theirs, mine):
    """A FieldChange for each field that `theirs` changed since `base` and `mine` lacks.

    All three are `snapshot` of an item.
    """
    for column in content_fields(model):
        name = column.attname
        before, other, own = base.get(name), theirs.get(name), mine.get(name)
        if other not in (before, own):
            yield FieldChange(column, before, other, own)


def merged(mine, changes):
    """`mine` with what others changed in the fields that it left alone."""
    theirs = {c.field.attname: c.theirs for c in changes if not c.clashes}
    return {**mine, **theirs}


def values_at(item, version):
    """Return what the form began with; empty if history has forgotten it."""
    entry = item.history.filter(WRITES, version=version).first()
    entry = entry or item.history.filter(version=version).first()
    return entry.content if entry else {}
