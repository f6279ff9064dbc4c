"""Take back what an import made, as long as no reader has seen it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.importing import rights
from careerguide.importing.models import State
from careerguide.importing.plan import CAREER
from careerguide.importing.refusals import Refused
from careerguide.importing.review.open_import import locked
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from statistics.table.errors import shortened


def made_items(record):
    """Return the rows of what an import made, with their items: careers first."""
    rows = record.made.select_related("content_type").prefetch_related("item")
    return sorted(rows.order_by("pk"), key=lambda row: not row.key.startswith(CAREER))


def obstacles_to_undo(record):
    """Yield why an import cannot be undone: what of it was published, or changed."""
    rows = [row for row in made_items(record) if row.item is not None]
    for row in rows:
        item, title = row.item, shortened(str(row.item))
        if row.is_new and item.first_published_at:
            yield _("“%s” was published: unpublish or correct it by itself.") % title
        elif not row.is_new and snapshot(draft_of(item)) != row.values:
            sentence = _("The draft of “%s” was changed or published since.")
            yield sentence % title
        elif row.is_new and _holds_more(item, rows):
            sentence = _("“%s” holds content that this import did not make.")
            yield sentence % title


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
        if sentences := [*obstacles_to_undo(record)]:
            raise Refused(*sentences)
        reason = _("The import of “%s” was undone") % shortened(record.name)
        for row in reversed(made_items(record)):
            item = row.item
            if item is None or item.trashed_at:
                continue
            if not rights.may_edit(by, item):
                raise Refused(_("You may not change “%s”: ask an editor.") % item)
            if row.is_new:
                actions.trash(item, by, reason=reason)
            else:
                before = apply_snapshot(draft_of(item), row.before)
                actions.save_draft(item, before, by, reason=reason)
        record.state = State.UNDONE
        record.changed_at = timezone.now()
        record.version += 1
        record.save()
        return record


def reopen(pk, by):
    """Review an import again that was undone; its drafts come out of the trash anew."""
    with transaction.atomic():
        record = locked(pk, by, states=(State.UNDONE,))
        record.state = State.REVIEW
        record.changed_at = timezone.now()
        record.version += 1
        record.save()
        return record
