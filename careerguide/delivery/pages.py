"""A finished answer: its bytes in each encoding, and the headers that go with them."""

import hashlib
import re
from email.utils import formatdate, parsedate_to_datetime
from functools import lru_cache

from django.conf import settings

from .compression import ENCODERS, FROM, TYPES, chosen_encoding

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
    one date could name two pages.
    """

    def __init__(self, headers, body, since):
        kept = [(name, v) for name, v in headers if name.lower() not in REPLACED]
        kept += [
            ("Cache-Control", f"max-age=0, s-maxage={settings.CDN_SECONDS}"),
            ("Vary", "Accept-Encoding"),
        ]
        self.since = since
        self.dated = ("Last-Modified", formatdate(since, usegmt=True))
        self.digest = hashlib.sha256(body).hexdigest()[:24]
        self.answers, self.unchanged = {}, {}
        for encoding, content in encoded(body, kept).items():
            tag = ("ETag", f'"{self.digest}{encoding and "-"}{encoding}"')
            said = [("Content-Encoding", encoding)] if encoding else []
            length = ("Content-Length", str(len(content)))
            self.answers[encoding] = ([*kept, tag, *said, length], content)
            of_page = [(n, v) for n, v in kept if n.lower() not in OF_A_BODY]
            self.unchanged[encoding] = [*of_page, tag]
        self.bytes = OVERHEAD + sum(
            len(content) for _, content in self.answers.values()
        )

    @property
    def content(self):
        """The bytes as they were made."""
        return self.answers[""][1]

    def answer(self, environ, start_response, now):
        """As WSGI does: the page, nothing of it to HEAD, or that it is unchanged."""
        encoding = usual_encoding(environ.get("HTTP_ACCEPT_ENCODING", "")[:200])
        if encoding not in self.answers:
            encoding = ""
        dated = [self.dated] if now >= self.since + SETTLED else []
        if self._is_known(environ, dated):
            start_response("304 Not Modified", self.unchanged[encoding] + dated)
            return []
        headers, content = self.answers[encoding]
        start_response("200 OK", headers + dated)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [content]

    def _is_known(self, environ, dated):
        """Whether the asker has these bytes, in whichever encoding (RFC 9110, 13.2)."""
        if tags := environ.get("HTTP_IF_NONE_MATCH"):
            return tags.strip() == "*" or any(
                tag.removeprefix("W/")[1:25] == self.digest
                for tag in _TAG.findall(tags)
            )
        if dated and (since := environ.get("HTTP_IF_MODIFIED_SINCE")):
            try:
                return parsedate_to_datetime(since).timestamp() >= self.since
            except (ValueError, TypeError, OverflowError):
                return False
        return False


usual_encoding = lru_cache(maxsize=256)(chosen_encoding)


def encoded(body, headers):
    """The body as it is, under "", and in each encoding that makes it smaller."""
    kind = next((v for n, v in headers if n.lower() == "content-type"), "")
    bodies = {"": body}
    if len(body) >= FROM and kind.partition(";")[0].strip() in TYPES:
        bodies |= {name: encode(body) for name, encode in ENCODERS.items()}
    return bodies
