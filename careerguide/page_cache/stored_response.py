"""Store a finished response: its bytes in each encoding, and its headers."""

import hashlib
import re
import time
from email.utils import formatdate, parsedate_to_datetime

from django.conf import settings

from careerguide.http.compression import (
    ENCODERS,
    ENCODINGS,
    FROM,
    TYPES,
    not_acceptable,
)
from careerguide.http.negotiation import acceptable

REPLACED = {
    *("cache-control", "content-encoding", "content-length"),
    *("etag", "last-modified", "vary", "x-request-id"),
}
OF_A_BODY = {"content-type", "content-disposition", "content-language"}
SETTLED = 3  # seconds until every process shows a change
OVERHEAD = 6_000  # bytes: the headers and objects of a page, about
_TAG = re.compile(r'(?:W/)?"[^"]*"')


class Page:
    """Status 200, `headers` and the bytes of `body`, the same for every reader.

    `since` is the moment, in whole seconds since 1970, from which this is what there
    was to read. It is told once every process shows the changes of that second: before,
    one date could name two pages. `depends` are the tags of what it was made from, and
    `read_at` when it was sent last.
    """

    def __init__(self, headers, body, since, depends=frozenset()):
        stored = [(name, v) for name, v in headers if name.lower() not in REPLACED]
        stored += [
            ("Cache-Control", f"max-age=0, s-maxage={settings.CDN_SECONDS}"),
            ("Vary", "Accept-Encoding"),
        ]
        self.depends, self.made_at = depends, time.monotonic()
        self.read_at = 0.0
        self.date(since)
        self.digest = hashlib.sha256(body).hexdigest()[:24]
        self.stored_headers, self.may_be_encoded = stored, kind_of(stored) in TYPES
        self.tags, self.answers, self.unchanged = {}, {}, {}
        self._add("", body)
        if self.may_be_encoded and len(body) >= FROM:
            for encoding, encode in ENCODERS.items():
                self._add(encoding, encode(body))
        self.bytes = OVERHEAD + sum(
            len(content) for _, content in self.answers.values()
        )

    def date(self, since):
        """Say from which moment this is what there was to read."""
        self.since = since
        self.dated = ("Last-Modified", formatdate(since, usegmt=True))

    def _add(self, encoding, content):
        self.tags[encoding] = f'"{self.digest}{encoding and "-"}{encoding}"'
        tag = ("ETag", self.tags[encoding])
        encoded = [("Content-Encoding", encoding)] if encoding else []
        length = ("Content-Length", str(len(content)))
        of_page = [(n, v) for n, v in self.stored_headers if n.lower() not in OF_A_BODY]
        self.unchanged[encoding] = [*of_page, tag]
        self.answers[encoding] = (
            [*self.stored_headers, tag, *encoded, length],
            content,
        )

    @property
    def content(self):
        """The bytes as they were made."""
        return self.answers[""][1]

    def answer(self, environ, start_response, now):
        """Answer as WSGI does: the page, its head alone, or that it is unchanged."""
        encoding = self._encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if encoding is None:
            refusal = not_acceptable()
            start_response("406 Not Acceptable", [*refusal.headers.items()])
            return [refusal.content]
        dated = [self.dated] if now >= self.since + SETTLED else []
        if self._has_changed(environ, self.tags[encoding], dated):
            start_response("412 Precondition Failed", [("Content-Length", "0")])
            return []
        if self._is_known(environ, self.tags[encoding], dated):
            start_response("304 Not Modified", self.unchanged[encoding] + dated)
            return []
        headers, content = self.answers[encoding]
        start_response("200 OK", headers + dated)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]

    def _encoding(self, accepted):
        """The best that is accepted of what there is; None for none."""
        taken = acceptable(accepted, ENCODINGS)
        for encoding in taken:
            if encoding in self.answers:
                return encoding
        if not self.may_be_encoded:
            return ""  # a file that is packed in its own way, and offers no choice
        if taken:  # of a page too short for it to be worth while
            self._add(taken[0], ENCODERS[taken[0]](self.content))
            return taken[0]
        return None

    def _has_changed(self, environ, tag, dated):
        """Whether only another version was asked for than this (RFC 9110, 13.2)."""
        if tags := environ.get("HTTP_IF_MATCH"):
            return tags.strip() != "*" and tag not in _TAG.findall(tags)
        if dated and (since := environ.get("HTTP_IF_UNMODIFIED_SINCE")):
            moment = _moment(since)
            return moment is not None and moment < self.since
        return False

    def _is_known(self, environ, tag, dated):
        """Whether the asker has these bytes, in this encoding (RFC 9110, 13.2)."""
        if tags := environ.get("HTTP_IF_NONE_MATCH"):
            return tags.strip() == "*" or any(
                known.removeprefix("W/") == tag for known in _TAG.findall(tags)
            )
        if dated and (since := environ.get("HTTP_IF_MODIFIED_SINCE")):
            moment = _moment(since)
            return moment is not None and moment >= self.since
        return False


def _moment(date):
    """Seconds since 1970, or None of what is no date."""
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None


def kind_of(headers):
    """Return the media type that the headers name, without its parameters."""
    kind = next((v for n, v in headers if n.lower() == "content-type"), "")
    return kind.partition(";")[0].strip()
