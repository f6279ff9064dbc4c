"""Take documents in: keep the file, and have it read."""

from hashlib import sha256
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import jobs, rights
from .errors import Refusal
from .models import MOST_NAME, Import, ImportFile, State, Step
from .reading import check, sentence_of
from .refusals import Refused

MOST_WAITING = 10  # imports of one person that are not read yet


def start(name, data, by, previous=None):
    """Keep an uploaded file and begin to read it, off this thread."""
    if not rights.may_import(by):
        raise Refused(_("You may not make guides of documents."))
    name = _tidied(name)
    try:
        kind = check(name, data)
    except Refusal as refusal:
        raise Refused(sentence_of(refusal)) from None
    reading = Import.objects.filter(created_by=by, state=State.READING)
    if reading.count() >= MOST_WAITING:
        raise Refused(_("Ten documents of yours wait to be read: wait for them first."))
    older = Import.objects.filter(pk=previous).first() if previous else None
    if previous and (older is None or not rights.may_change(by, older)):
        raise Refused(_("The earlier import is not there, or not yours."))
    if older and older.state != State.CREATED:
        raise Refused(_("The earlier import has no drafts that could be renewed."))
    with transaction.atomic():
        record = Import.objects.create(
            name=name,
            kind=kind,
            size=len(data),
            sha256=sha256(data).hexdigest(),
            created_by=by,
            previous=older,
        )
        ImportFile.objects.create(record=record, data=data)
        transaction.on_commit(lambda: jobs.begin(record.pk))
    return record


def start_pasted(text, by, previous=None, html=""):
    """Begin to read what was pasted: `html` as the clipboard has it, or plain text."""
    when = timezone.localtime().strftime("%Y-%m-%d %H.%M")
    ending = "html" if html.strip() else "txt"
    name = _("Pasted %s") % when + f".{ending}"
    content = html if html.strip() else text
    return start(name, content.encode(errors="replace"), by, previous)


def same_before(data, name=""):
    """Return earlier imports of the same bytes, or of a file of that name."""
    rows = Import.objects.listed().filter(state=State.CREATED)
    same = rows.filter(sha256=sha256(data).hexdigest())
    named = rows.filter(name=_tidied(name)) if name else rows.none()
    return list(dict.fromkeys([*same[:5], *named[:5]]))


def read_again(pk, by):
    """Read a file again that was not read, or whose reading broke off."""
    with transaction.atomic():
        record = Import.objects.select_for_update().filter(pk=pk).first()
        if record is None or not rights.may_change(by, record):
            raise Refused(_("The import is not there, or not yours."))
        if record.state != State.FAILED and not record.is_silent:
            raise Refused(_("The document is being read, or was read already."))
        record.state, record.attempts, record.refusal = State.READING, 0, {}
        record.token, record.step, record.seen_at = "", Step.WAITING, timezone.now()
        record.save()
        transaction.on_commit(lambda: jobs.begin(pk))
    return record


def _tidied(name):
    """The name of a file without its folder, short enough, its ending whole."""
    path = PurePath(name.replace("\0", "").replace("\\", "/"))
    stem, ending = " ".join(path.stem.split()), path.suffix[:12]
    return (stem[: MOST_NAME - len(ending)] or "document") + ending
