"""Compress pages, but only those that are the same for everybody (BREACH).

Where a page holds a secret and says what its reader sent, its compressed length betrays
the secret byte by byte (BREACH). So what is made for somebody who is signed in, sets a
cookie or may be kept by nobody stays as it is. Static files are compressed beforehand.
"""

import gzip

import brotli
from django.conf import settings
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

from careerguide.http.negotiation import acceptable

FROM = 500  # bytes; less is not worth a header
TYPES = {
    *("text/html", "text/plain", "text/csv", "text/xml", "application/xml"),
    *("text/markdown", "application/atom+xml"),
    *("application/json", "application/schema+json", "application/manifest+json"),
    "image/svg+xml",
}
# In the order we like them. These levels take a millisecond or two for a page.
ENCODERS = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
ENCODINGS = tuple(ENCODERS)
BEST = "br"


def compress_best(content):
    """Return the content in the encoding `BEST`: it takes fifty times as long."""
    return brotli.compress(content, mode=brotli.MODE_TEXT, quality=11)


def chosen_encoding(accepted, length=FROM):
    """Return the best encoding that an Accept-Encoding header takes of `length` bytes.

    "" is as they are, and None where the header takes none of ours.
    """
    taken = acceptable(accepted, ENCODINGS)
    if length < FROM and "" in taken:
        return ""
    return next(iter(taken), None)


def compress_public_pages(get_response):
    def middleware(request):
        response = get_response(request)
        if response.status_code == 304:
            # Django's, of a body that is none; the page itself is as long as it was.
            response.headers.pop("Content-Length", None)
            return response
        if not _is_for_everybody(request, response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        accepted = request.headers.get("Accept-Encoding", "")
        encoding = chosen_encoding(accepted, len(response.content))
        if encoding is None and response.status_code == 200:
            return not_acceptable()
        if encoding:
            response.content = ENCODERS[encoding](response.content)
            response.headers["Content-Encoding"] = encoding
            response.headers["Content-Length"] = str(len(response.content))
            etag = response.headers.get("ETag", "")
            if etag.startswith('"'):  # the same page, in other bytes
                response.headers["ETag"] = f"W/{etag}"
        return response

    return middleware


def not_acceptable():
    """Answer who takes neither an encoding of ours nor the bytes as they are."""
    return HttpResponse(
        "There is no encoding of this page that you take.\n",
        status=406,
        content_type="text/plain; charset=utf-8",
        headers={"Vary": "Accept-Encoding", "Cache-Control": "no-store"},
    )


def _is_for_everybody(request, response):
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    return (
        not response.streaming
        and kind in TYPES
        and not response.has_header("Content-Encoding")
        and not response.cookies
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not request.path_info.startswith("/admin/")
        and "no-store" not in response.headers.get("Cache-Control", "")
    )
