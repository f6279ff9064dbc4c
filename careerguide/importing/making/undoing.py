"""Take back what an import made, as long as no reader has seen it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.importing import rights
from careerguide.importing.locks import locked_items
from careerguide.importing.models import State
from careerguide.importing.plan import CAREER
from careerguide.importing.refusals import Refused
from careerguide.importing.review.open_import import locked
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from statistics.table.errors import shortened


def made_items(record):
    """Return the rows of what an import made, with their items: careers first."""
    rows = record.made.select_related("content_type").prefetch_related("item")
    return sorted(rows.order_by("pk"), key=lambda row: not row.key.startswith(CAREER))


def is_edited(row):
    """Return whether somebody changed a new draft that readers never saw."""
    return row.is_new and snapshot(row.item) != row.values


def obstacles_to_undo(record, rows=None):
    """Yield why an import cannot be undone: what of it was published, or changed."""
    if record.later.filter(state=State.CREATED).exists():
        yield _("A newer version of the document was imported: undo that one first.")
    rows = made_items(record) if rows is None else rows
    rows = [row for row in rows if row.item is not None]
    for row in rows:
        item, title = row.item, shortened(str(row.item))
        if row.is_new and item.first_published_at:
            yield _("“%s” was published: unpublish or correct it by itself.") % title
        elif _is_touched(record, row):
            sentence = _("The draft of “%s” was changed or published since.")
            yield sentence % title
        elif row.is_new and _holds_more(item, rows):
            sentence = _("“%s” holds content that this import did not make.")
            yield sentence % title


def changed_a_draft(row):
    """Return whether an item was here before, and the import left another draft."""
    return not row.is_new and row.values != row.before


def _is_touched(record, row):
    """Whether somebody went on with a draft that the import changed."""
    if not changed_a_draft(row):
        return False
    published = row.item.history.filter(event=Event.PUBLISHED)
    is_seen = published.filter(created_at__gte=record.made_at).exists()
    return is_seen or snapshot(draft_of(row.item)) != row.values


def _holds_more(item, rows):
    """Whether a career has content beside what the import made."""
    if isinstance(item, GuideContent):
        return False
    made = {(type(row.item), row.item.pk) for row in rows}
    for model in content_models():
        if issubclass(model, GuideContent):
            there = model.objects.not_trashed().filter(career=item)
            keys = [pk for kind, pk in made if kind is model]
            if there.exclude(pk__in=keys).exists():
                return True
    return False


def undo_import(pk, by):
    """Put all that an import made into the trash, and drafts back that it changed."""
    with transaction.atomic():
        record = locked(pk, by, states=(State.CREATED,))
        rows = _locked_rows(record)
        if sentences := [*obstacles_to_undo(record, rows)]:
            raise Refused(*sentences)
        reason = _("The import of “%s” was undone") % shortened(record.name)
        for row in reversed(rows):
            item = row.item
            if row.is_new and not item.trashed_at:
                _check_right(by, item)
                actions.trash(item, by, reason=reason)
            elif changed_a_draft(row):
                _check_right(by, item)
                before = apply_snapshot(draft_of(item), row.before)
                actions.save_draft(item, before, by, reason=reason)
        record.state = State.UNDONE
        record.changed_at = timezone.now()
        record.version += 1
        record.save()
        return record


def _locked_rows(record):
    """What an import made, as it is now: nobody publishes or saves it meanwhile."""
    rows = [row for row in made_items(record) if row.item is not None]
    held = locked_items(row.item for row in rows)
    rows = [row for row in rows if row.item in held]
    for row in rows:
        row.item = held[row.item]
    return rows


def _check_right(by, item):
    if not rights.may_edit(by, item):
        raise Refused(_("You may not change “%s”: ask an editor.") % item)


def reopen(pk, by):
    """Review an import again that was undone; its drafts come out of the trash anew."""
    with transaction.atomic():
        record = locked(pk, by, states=(State.UNDONE,))
        record.state = State.REVIEW
        record.changed_at = timezone.now()
        record.version += 1
        record.save()
        return record
