"""Read documents off the threads that answer requests, one at a time in a process.

Whoever reads says so in the record once a second (`seen_at`). What nobody has said
anything of for half a minute died with its process, and is begun again by whoever asks
for its progress; after some attempts it is given up.
"""

import logging
import secrets
from collections import deque
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from careerguide.server.background import Background

from .errors import Refusal, gettext_noop
from .making.again import carried_over
from .models import Import, ImportPicture, State, Step
from .reading import NOT_READ, read_document
from .recognition.recognise import recognise
from .tables.readings import Readings
from .tree import walk

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
EVERY = timedelta(seconds=1)
BROKEN_OFF = gettext_noop(
    "Reading was broken off each time it was tried: divide the document, or tell "
    "whoever runs the site."
)
_waiting = deque()
_thread = Background("documents")


class Superseded(Exception):
    """Somebody deleted the import, or another process reads it by now."""


def begin(pk):
    """Read an import soon; its progress is in its row."""
    if pk not in _waiting:
        _waiting.append(pk)
    _thread.start(_read_all)


def resume(record):
    """Begin anew what nobody reads, and go on with what waits in this process."""
    if record.is_silent or record.pk in _waiting:
        begin(record.pk)


def _read_all():
    while _waiting:
        read(_waiting.popleft())


def read(pk):
    """Read an import here and now, unless another does."""
    token = secrets.token_hex(8)
    record = _taken(pk, token)
    if record is None:
        return
    try:
        if record.attempts > MOST_ATTEMPTS:
            raise Refusal(BROKEN_OFF)
        _read(record, token)
    except Superseded:
        return
    except Refusal as refusal:
        _fail(pk, token, refusal)
    except Exception:
        logger.exception("An imported document could not be read")
        _fail(pk, token, Refusal(NOT_READ))


def _taken(pk, token):
    """The record with our token, None where it is read by another, or was."""
    with transaction.atomic():
        record = Import.objects.select_for_update().filter(pk=pk).first()
        if record is None or record.state != State.READING:
            return None
        if record.token and not record.is_silent:
            return None
        record.token, record.seen_at = token, timezone.now()
        record.attempts += 1
        record.step, record.done, record.total = Step.OPENING, 0, 0
        record.save(
            update_fields=["token", "seen_at", "attempts", "step", "done", "total"]
        )
        return record


class _Ticks:
    """Says in the record how far the reading is, at most once a second."""

    def __init__(self, pk, token):
        self.rows = Import.objects.filter(pk=pk, token=token, state=State.READING)
        self.said_at = timezone.now()

    def __call__(self, **values):
        now = timezone.now()
        if values or now - self.said_at >= EVERY:
            self.said_at = now
            if not self.rows.update(seen_at=now, **values):
                raise Superseded

    def table(self):
        if timezone.now() - self.said_at >= EVERY:
            self(done=F("done") + 1)


def _read(record, token):
    ticks = _Ticks(record.pk, token)
    document = read_document(record.name, bytes(record.file.data), ticks)
    tables = sum(block.kind == "table" for block in walk(document.blocks))
    ticks(step=Step.TABLES, total=tables)
    readings = Readings(tick=ticks.table)
    plan = recognise(document, readings)
    if record.previous and record.previous.document:
        document, plan = carried_over(record.previous, document, plan)
    ticks(step=Step.WORDS)
    with transaction.atomic():
        rows = Import.objects.select_for_update().filter(
            pk=record.pk, token=token, state=State.READING
        )
        if not rows.exists():
            raise Superseded
        ImportPicture.objects.bulk_create(
            ImportPicture(
                record=record,
                number=n,
                sha256=sha256(picture.data).hexdigest(),
                kind=picture.kind[:100],
                data=picture.data,
            )
            for n, picture in enumerate(document.pictures, 1)
            if picture.data
        )
        rows.update(
            document=document.to_json(),
            plan=plan.to_json(),
            readings=readings.stored,
            state=State.REVIEW,
            changed_at=timezone.now(),
            token="",
        )


def _fail(pk, token, refusal):
    Import.objects.filter(pk=pk, token=token, state=State.READING).update(
        state=State.FAILED,
        refusal={"sentence": refusal.sentence, "values": refusal.values},
        changed_at=timezone.now(),
        token="",
    )
