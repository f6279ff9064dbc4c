"""Read an uploaded document through a process of its own, within time and memory."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from .errors import Refusal, gettext_noop
from .kinds import HTML, WORD, kind_of
from .tree import Document

MAX_BYTES = 20_000_000
SECONDS = 90  # by the clock: the processor's time is limited within
TICK = 1
START = str(Path(__file__).parent / "start.py")
TOO_LARGE = gettext_noop("The file is larger than 20 MB: make its pictures smaller.")
TOO_LONG = gettext_noop("The file is larger than 20 MB: divide it.")
TOO_SLOW = gettext_noop(
    "The document takes too long to read: divide it, or save it anew as .docx."
)
NOT_READ = gettext_noop(
    "The document cannot be read: open it in Word or a browser, and save it anew."
)


def check(name, data):
    """Return the kind of a file that can be tried; raise `Refusal`."""
    kind = kind_of(name, data)
    if len(data) > MAX_BYTES:
        raise Refusal(TOO_LARGE if kind in (WORD, HTML) else TOO_LONG)
    return kind


def read_document(name, data, tick=None):
    """Return the `Document` of a file; `Refusal` says why there is none.

    Whatever is in it: no address is asked for, and no file is opened or written.
    `tick` is called about once a second meanwhile; what it raises ends the reading.
    """
    kind = check(name, data)
    code, out = _answer_of_child(kind, data, tick or (lambda: None))
    head, _end, rest = out.partition(b"\n")
    if code or not head:
        raise Refusal(TOO_SLOW if -code in (9, 24) else NOT_READ)
    answer = json.loads(head)
    if "refusal" in answer:
        raise Refusal(answer["refusal"], **answer["values"])
    pictures, start = [], 0
    for size in answer["sizes"]:
        pictures.append(rest[start : start + size])
        start += size
    return Document.from_json(answer["document"], pictures)


def _answer_of_child(kind, data, tick):
    """(exit code, output) of the process that reads."""
    until = time.monotonic() + SECONDS
    # Not through a pipe: `communicate` writes no more once it has timed out.
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        with subprocess.Popen(
            # What it may import is said; to find that out takes as long as reading.
            [sys.executable, "-S", "-P", START, kind],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
            env={"PYTHONIOENCODING": "utf-8", "PYTHONPATH": _folders()},
        ) as child:
            try:
                return _output(child, until, tick)
            finally:
                child.kill()


def _folders():
    """Where this process finds modules, as a variable."""
    return os.pathsep.join(path for path in sys.path if path)


def _output(child, until, tick):
    while True:
        try:
            out, _errors = child.communicate(timeout=min(TICK, SECONDS))
            return child.returncode, out
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                raise Refusal(TOO_SLOW) from None
            tick()


def sentence_of(refusal):
    """Return the sentence of a `Refusal` in the language of the site."""
    sentence = _(refusal.sentence)
    return sentence % refusal.values if refusal.values else sentence
