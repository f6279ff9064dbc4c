"""Read an uploaded document through a process of its own, within time and memory."""

import json
import subprocess
import sys

from django.conf import settings
from django.utils.translation import gettext as _

from .errors import Refusal, gettext_noop
from .kinds import kind_of
from .tree import Document

MAX_BYTES = 20_000_000
SECONDS = 90  # by the clock: the processor's time is limited within
CHILD = "careerguide.importing.child"
TOO_LARGE = gettext_noop("The file is larger than 20 MB: make its pictures smaller.")
TOO_SLOW = gettext_noop(
    "The document takes too long to read: divide it, or save it anew as .docx."
)
NOT_READ = gettext_noop(
    "The document cannot be read: open it in Word or a browser, and save it anew."
)


def read_document(name, data):
    """Return the `Document` of a file; `Refusal` says why there is none.

    Whatever is in it: no address is asked for, and no file is opened or written.
    """
    if len(data) > MAX_BYTES:
        raise Refusal(TOO_LARGE)
    kind = kind_of(name, data)
    try:
        done = subprocess.run(
            [sys.executable, "-m", CHILD, kind],
            input=data,
            capture_output=True,
            cwd=settings.BASE_DIR,
            env={"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise Refusal(TOO_SLOW) from None
    head, _end, rest = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise Refusal(TOO_SLOW if -done.returncode in (9, 24) else NOT_READ)
    answer = json.loads(head)
    if "refusal" in answer:
        raise Refusal(answer["refusal"], **answer["values"])
    pictures, start = [], 0
    for size in answer["sizes"]:
        pictures.append(rest[start : start + size])
        start += size
    return Document.from_json(answer["document"], pictures)


def sentence_of(refusal):
    """Return the sentence of a `Refusal` in the language of the site."""
    sentence = _(refusal.sentence)
    return sentence % refusal.values if refusal.values else sentence
