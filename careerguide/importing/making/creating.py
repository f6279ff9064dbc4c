"""Make the drafts of a reviewed import, once, and remember which they are."""

from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.importing import rights
from careerguide.importing.content import models_by_kind
from careerguide.importing.creation import create_drafts
from careerguide.importing.models import Import, ImportedItem, State
from careerguide.importing.plan import CAREER
from careerguide.importing.refusals import NotReady, Refused
from careerguide.importing.review.open_import import OpenImport, locked
from careerguide.importing.tree import Document
from careerguide.publishing.models.related import key_of
from careerguide.publishing.models.snapshots import snapshot
from statistics.table.errors import shortened

from .known import existing_items
from .obstacles import obstacles_of


def create(pk, version, by):
    """Make all drafts, or none; or bring those of the previous import up to date."""
    record = Import.objects.filter(pk=pk, state=State.REVIEW).first()
    if record is None or record.version != version:
        locked(pk, by, version)  # which says why not
        raise Refused(_("This import was changed meanwhile: look at it again."))
    opened = OpenImport(record)
    if sentences := obstacles_of(opened, opened.drafts, by):
        raise NotReady(*sentences)
    if not rights.may_change(by, record):
        raise Refused(_("This import is somebody else’s: an editor may change it."))
    career = None
    if opened.plan.career:
        careers = models_by_kind()[CAREER].objects.not_trashed()
        career = careers.filter(pk=opened.plan.career).first()
        if career is None:
            raise NotReady(_("The career is not there any more: choose another."))
    named = {"file": shortened(record.name)}
    create_drafts(
        _with_pictures(record),
        opened.plan,
        by,
        career,
        read=opened.readings,
        existing=existing_items(opened),
        reason=_("Made of “%(file)s”") % named,
        check=lambda: locked(pk, by, version),
        finish=lambda items: _finish(record, items, by),
    )
    return Import.objects.get(pk=pk)


def _with_pictures(record):
    data = dict(record.pictures.values_list("number", "data"))
    stored = record.document["pictures"]
    pictures = [bytes(data.get(n, b"")) for n in range(1, len(stored) + 1)]
    return Document.from_json(record.document, pictures or ())


def _finish(record, items, by):
    """Remember what was made, in the transaction that makes it."""
    earlier = set(record.made.values_list("key", flat=True))
    for item in items:
        values = {
            **key_of(item),
            "values": snapshot(item),
            "before": item.draft_before,
        }
        if item.plan_key not in earlier:
            values["is_new"] = item.draft_before is None
        ImportedItem.objects.update_or_create(
            record=record, key=item.plan_key, defaults=values
        )
    record.made.exclude(key__in=[item.plan_key for item in items]).delete()
    Import.objects.filter(pk=record.pk).update(
        state=State.CREATED,
        version=record.version + 1,
        made_at=timezone.now(),
        made_by=by,
        changed_at=timezone.now(),
    )
