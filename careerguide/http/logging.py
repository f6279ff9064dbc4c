"""Format log lines: with the request's id, and without secrets.

A line says nothing but the fields named here, so no library's own can add a query
string or a cookie; and `without_secrets` reads every text before it is written.
"""

import logging
import re

from pythonjsonlogger.json import JsonFormatter

from . import request_id as request_ids

HIDDEN = "[hidden]"
# Strangers choose much of what is read here, so each of these takes time in proportion.
SECRETS = [
    # The address of a shared draft is its key.
    (re.compile(r"(/preview/)[^/\s'\"]+"), rf"\1{HIDDEN}"),
    # So are those of links to set a password.
    (
        re.compile(r"(/admin/(?:password_reset/[^/\s'\"]+|invitation)/)[^/\s'\"]+"),
        rf"\1{HIDDEN}",
    ),
    # What follows the question mark of an address.
    (re.compile(r"(?<=[\w/])\?[\w%&=][^\s'\"]*"), f"?{HIDDEN}"),
    # The account in the address of a database or of Redis.
    (re.compile(r"(://)[^\s/@]+@"), rf"\1{HIDDEN}@"),
    # PostgreSQL shows the whole row that it refuses.
    (re.compile(r"\bDETAIL:.*"), f"DETAIL: {HIDDEN}"),
    # Named values: password=…, 'sessionid': '…', Cookie: ….
    (
        re.compile(
            r"((?:passw|secret|token|csrf|session|cookie|authorization)\w{0,30}"
            r"['\"]?\s?[=:]\s?(?:b?['\"])?(?:(?:basic|bearer)\s)?)[^\s'\"&;,}\])]+",
            re.IGNORECASE,
        ),
        rf"\1{HIDDEN}",
    ),
]
LONGEST = 20_000  # characters of a text; of a longer one both ends

# In plain text a name could otherwise begin a line of its own, or rule the terminal.
CONTROLS = {n: f"\\x{n:02x}" for n in (*range(32), *range(127, 160))}
IN_TRACEBACKS = {n: to for n, to in CONTROLS.items() if n != ord("\n")}

FIELDS = {
    "time": "time",
    "levelname": "level",
    "name": "logger",
    "message": "message",
    "request_id": "request_id",
    "method": "method",
    "path": "path",
    "status_code": "status",
    "exc_info": "traceback",
    "stack_info": "stack",
}


def without_secrets(text):
    for pattern, instead in SECRETS:
        text = pattern.sub(instead, text)
    if len(text) > LONGEST:
        text = f"{text[: LONGEST // 2]} [...] {text[-LONGEST // 2 :]}"
    return text


class InRequest(logging.Filter):
    """Lets every record pass, and tells it which request it was made in."""

    def filter(self, record):
        if asked := request_ids.current():
            record.request_id = asked.id
            record.method, record.path = asked.method, asked.path
        return True


class CausedByAnybody(logging.Filter):
    """Lets every record pass, as a warning where it tells of a refused request.

    Django calls a wrong host or a field too many an error, and bots send both all day:
    whoever is woken by errors would learn to sleep on.
    """

    def filter(self, record):
        if record.name.startswith("django.security."):
            record.levelno = min(record.levelno, logging.WARNING)
            record.levelname = logging.getLevelName(record.levelno)
        return True


class JsonLines(JsonFormatter):
    """One JSON object a line, with those of `FIELDS` that the record has."""

    def __init__(self):
        super().__init__(["levelname", "name", "message"], timestamp="time")

    def process_log_record(self, log_data):
        known = ((name, log_data.get(field)) for field, name in FIELDS.items())
        return {
            name: without_secrets(value) if isinstance(value, str) else value
            for name, value in known
            if value is not None
        }


class PlainLines(logging.Formatter):
    """Format log lines for people: the request's id at the end, the traceback below."""

    def __init__(self):
        super().__init__("{asctime} {levelname} {name} {message}", style="{")

    def formatMessage(self, record):
        request_id = getattr(record, "request_id", None)
        line = super().formatMessage(record).translate(CONTROLS)
        return f"{line} [{request_id}]" if request_id else line

    def format(self, record):
        return without_secrets(super().format(record).translate(IN_TRACEBACKS))
