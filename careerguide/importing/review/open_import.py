"""Lock an import for a change, and keep what was changed with what takes it back."""

import json
from contextlib import contextmanager
from functools import cached_property

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.importing import rights
from careerguide.importing.drafts import make_drafts
from careerguide.importing.models import Import, ImportStep, State
from careerguide.importing.refusals import Refused, Stale
from careerguide.importing.tables.readings import Readings

from .deltas import delta, with_delta


class OpenImport:
    """An import in work: its `document` and `plan` may be put in place of others."""

    def __init__(self, record):
        self.record = record
        self.document, self.plan = record.tree, record.guide
        self.readings = Readings(record.readings)

    @cached_property
    def blocks(self):
        return {block.id: block for block in self.document.blocks}

    @property
    def drafts(self):
        return make_drafts(self.document, self.plan, read=self.readings)

    def block(self, block_id):
        if block_id not in self.blocks:
            raise Refused(_("This part of the document is not there any more."))
        return self.blocks[block_id]

    def set_document(self, document):
        self.document = document
        self.__dict__.pop("blocks", None)


def locked(pk, by, version=None, states=(State.REVIEW,)):
    """Return the row, held until the transaction ends, at the version it should have.

    Raises `Stale` where it is another by now, `Refused` where it cannot be changed.
    """
    record = Import.objects.select_for_update().filter(pk=pk).first()
    if record is None:
        raise Refused(_("The import is not there any more: somebody deleted it."))
    if not rights.may_change(by, record):
        raise Refused(_("This import is somebody else’s: an editor may change it."))
    if record.state not in states:
        sentence = _("Nothing was changed: the state of this import is “%s” by now.")
        raise Refused(sentence % record.get_state_display())
    if version is not None and record.version != version:
        raise Stale(_stale(record, by))
    return record


def _stale(record, by):
    last = record.steps.select_related("made_by").first()
    if last and last.made_by and last.made_by != by:
        sentence = _(
            "%s changed this import meanwhile, so nothing was done. You see it as it "
            "is now: make your change again, if it is still wanted."
        )
        return sentence % last.made_by
    return _(
        "This import was changed meanwhile, in another tab, so nothing was done. You "
        "see it as it is now: make your change again, if it is still wanted."
    )


@contextmanager
def change(pk, version, by, operation, values):
    """Give an `OpenImport` to work at; afterwards all of it is saved, or nothing."""
    with transaction.atomic():
        record = locked(pk, by, version)
        opened = OpenImport(record)
        yield opened
        opened.plan = opened.plan.tidied()
        document, plan = _plain(opened.document), _plain(opened.plan)
        back = {
            "document": delta(record.document, document),
            "plan": delta(record.plan, plan),
        }
        if not (back["document"] or back["plan"]):
            return
        record.document, record.plan = document, plan
        record.readings = opened.readings.stored
        _save(record)
        ImportStep.objects.create(
            record=record,
            version=record.version,
            operation=operation,
            values=values,
            back=back,
            made_by=by,
        )


def undo(pk, version, by):
    """Take the last operation back."""
    with transaction.atomic():
        record = locked(pk, by, version)
        step = record.steps.first()
        if step is None:
            raise Refused(_("There is nothing to take back."))
        record.document = with_delta(record.document, step.back["document"])
        record.plan = with_delta(record.plan, step.back["plan"])
        step.delete()
        _save(record)
        return record


def _save(record):
    for name in ("tree", "guide"):
        record.__dict__.pop(name, None)
    record.version += 1
    record.changed_at = timezone.now()
    record.save()


def _plain(value):
    """What JSON holds of it, as the database gives it back."""
    return json.loads(json.dumps(value.to_json(), cls=DjangoJSONEncoder))
