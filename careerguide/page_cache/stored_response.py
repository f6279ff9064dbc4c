"""Store a finished response: its bytes in each encoding, and its headers."""

import gzip
import hashlib
import time
from email.utils import formatdate

from django.conf import settings

from careerguide.http.compression import (
    BEST,
    ENCODERS,
    ENCODINGS,
    FROM,
    TYPES,
    compress_best,
    not_acceptable,
)
from careerguide.http.negotiation import acceptable

from .validators import is_known, is_other_wanted

REPLACED = {
    *("cache-control", "content-encoding", "content-length"),
    *("etag", "last-modified", "vary", "x-request-id"),
}
OF_A_BODY = {"content-type", "content-disposition", "content-language"}
SETTLED = 3  # seconds until every process shows a change
OVERHEAD = 6_000  # bytes: the headers and objects of a page, about
OF_A_TAG = 100  # bytes: the place of one in a set, about


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
        self.known_tags, self.is_packed = {}, True
        self.length = len(body)
        self._add("", body)
        if self.may_be_encoded and len(body) >= FROM:
            for encoding, encode in ENCODERS.items():
                self._add(encoding, encode(body))
            self.answers[""] = self.answers[""][0], None  # see `content`
            self.is_packed = False
        self.bytes = self._weigh()

    def _weigh(self):
        """How much memory it takes, about."""
        bodies = (len(body) for _, body in self.answers.values() if body is not None)
        return OVERHEAD + OF_A_TAG * len(self.depends) + sum(bodies)

    def date(self, since):
        """Say from which moment this is what there was to read."""
        self.since = since
        self.dated = ("Last-Modified", formatdate(since, usegmt=True))

    def _add(self, encoding, content, level=""):
        """Have the body in an encoding; `level` tells it from others of the same."""
        self.tags[encoding] = f'"{self.digest}{encoding and "-"}{encoding}{level}"'
        tag = ("ETag", self.tags[encoding])
        encoded = [("Content-Encoding", encoding)] if encoding else []
        length = ("Content-Length", str(len(content)))
        of_page = [(n, v) for n, v in self.stored_headers if n.lower() not in OF_A_BODY]
        # Who has the page as it was packed before has the same page.
        self.known_tags[encoding] = {*self.known_tags.get(encoding, ()), tag[1]}
        self.unchanged[encoding] = [*of_page, tag]
        self.answers[encoding] = (
            [*self.stored_headers, tag, *encoded, length],
            content,
        )

    @property
    def content(self):
        """The bytes as they were made: unpacked where there are others, as hardly
        anybody asks for them.
        """
        body = self.answers[""][1]
        return gzip.decompress(self.answers["gzip"][1]) if body is None else body

    def pack(self):
        """Return its bytes in `BEST`, packed as well as can be; that takes a while."""
        return compress_best(self.content)

    def put_packed(self, body):
        """Take what `pack` returned in the place of what was packed in a hurry."""
        self.is_packed = True
        if len(body) < len(self.answers[BEST][1]):
            self._add(BEST, body, "-best")
            self.bytes = self._weigh()

    def answer(self, environ, start_response, now):
        """Answer as WSGI does: the page, its head alone, or that it is unchanged."""
        encoding = self._encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        if encoding is None:
            refusal = not_acceptable()
            start_response("406 Not Acceptable", [*refusal.headers.items()])
            return [refusal.content]
        dated = [self.dated] if now >= self.since + SETTLED else []
        # What it is packed into anew meanwhile has another tag: one is taken for all.
        (headers, content), tag = self.answers[encoding], self.tags[encoding]
        if is_other_wanted(environ, tag, self.since, dated):
            start_response("412 Precondition Failed", [("Content-Length", "0")])
            return []
        if is_known(environ, self.known_tags[encoding], self.since, dated):
            start_response("304 Not Modified", self.unchanged[encoding] + dated)
            return []
        start_response("200 OK", headers + dated)
        if environ["REQUEST_METHOD"] == "HEAD":
            return []
        return [self.content if content is None else content]

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


def kind_of(headers):
    """Return the media type that the headers name, without its parameters."""
    kind = next((v for n, v in headers if n.lower() == "content-type"), "")
    return kind.partition(";")[0].strip()
