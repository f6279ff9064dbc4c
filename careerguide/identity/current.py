"""Say who the site is now: asked once in a request, in a query that its frame needs.

Outside of a request, what was read last in this process stands: commands and threads
ask once. `asked_once` makes a request of anything else.
"""

import threading
from contextlib import contextmanager, suppress
from dataclasses import replace

from django.db import DatabaseError, InterfaceError, transaction

from .values import of_record

_thread = threading.local()
_process = {}  # "read": who reads; "text": of the record, as it was read last


class Reading:
    """The record as JSON, and whatever else the reader has read beside it."""

    def __init__(self, text, beside=None):
        self.text, self.beside = text, beside


def register(read):
    """Have `read()` called, which returns a Reading, where the record is asked for."""
    _process["read"] = read


@contextmanager
def asked_once():
    """Ask for the record at most once while this lasts, in this thread."""
    outer = getattr(_thread, "kept", None)
    _thread.kept = kept = {}
    try:
        yield kept
    finally:
        _thread.kept = outer


@contextmanager
def without_asking():
    """Go on with what is known: for an error page, as the database may have failed."""
    text = _known()
    with asked_once() as kept:
        kept["reading"] = Reading(text)
        yield


def reading():
    """Return the Reading of this request; outside of one, a new one each time."""
    kept = getattr(_thread, "kept", None)
    if kept is None:
        return _read()
    if "reading" not in kept:
        kept["reading"] = _read()
    return kept["reading"]


def current():
    """Return the site's Identity."""
    kept = getattr(_thread, "kept", None)
    if kept is None:
        if "text" not in _process:
            _read_if_there()
        return of_record(_known())
    if "identity" not in kept:
        kept["identity"] = of_record(reading().text)
    return kept["identity"]


@contextmanager
def as_it_was(**said):
    """Have the site say these of itself while this lasts, in this thread."""
    was = replace(current(), **said)
    read = getattr(_thread, "kept", None) or {}
    with asked_once() as kept:
        kept |= read | {"identity": was}
        yield


def site_name(*_whoever_asks):
    """Return the name, for Django and libraries that take a function."""
    return current().name


def forget():
    """Ask once more: the record was changed in this request."""
    if (kept := getattr(_thread, "kept", None)) is not None:
        kept.clear()


def know(text):
    """Take this for what was read last, as a test has it that reads nothing."""
    _process["text"] = text


def _read():
    found = _process["read"]()
    _process["text"] = found.text
    return found


def _read_if_there():
    """Read, where there is a record to be read: not while `migrate` makes its table."""
    with suppress(DatabaseError, InterfaceError), transaction.atomic():
        _read()


def _known():
    kept = getattr(_thread, "kept", None) or {}
    known = kept.get("reading")
    return known.text if known else _process.get("text", "")


def once_a_request(get_response):
    """Django middleware: the site is the same from begin to end of a request."""

    def answer(request):
        with asked_once():
            return get_response(request)

    return answer
