"""Pages are compressed where they are the same for everybody.

Where a page holds a secret and says what its reader sent, its compressed length betrays
the secret byte by byte (BREACH). So what is made for somebody who is signed in, sets a
cookie or may be kept by nobody stays as it is. Static files are compressed beforehand.
"""

import gzip
import re

import brotli
from django.conf import settings
from django.utils.cache import patch_vary_headers

FROM = 500  # bytes; less is not worth a header
TYPES = {
    *("text/html", "text/plain", "text/csv", "text/xml", "application/xml"),
    *("application/json", "application/schema+json", "application/manifest+json"),
    "image/svg+xml",
}
# In the order we like them. These levels take a millisecond or two for a page.
ENCODERS = {
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),
}
_REFUSED = re.compile(r"q\s*=\s*0(\.0*)?\s*$", re.A)


def chosen_encoding(accepted):
    """The best encoding that an Accept-Encoding header takes, or "" for none."""
    codings = set()
    for part in accepted.lower().split(","):
        coding, _, weight = part.partition(";")
        if not _REFUSED.match(weight.strip()):
            codings.add(coding.strip())
    return next((name for name in ENCODERS if name in codings), "")


def compress_public_pages(get_response):
    def middleware(request):
        response = get_response(request)
        if not _is_for_everybody(request, response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        encoding = chosen_encoding(request.headers.get("Accept-Encoding", ""))
        if encoding and len(response.content) >= FROM:
            response.content = ENCODERS[encoding](response.content)
            response.headers["Content-Encoding"] = encoding
            response.headers["Content-Length"] = str(len(response.content))
            etag = response.headers.get("ETag", "")
            if etag.startswith('"'):  # the same page, in other bytes
                response.headers["ETag"] = f"W/{etag}"
        return response

    return middleware


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
