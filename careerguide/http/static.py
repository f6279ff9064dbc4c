"""Serve static files, with an ETag for each of their encodings.

WhiteNoise finds the files and says their headers. What it answers to conditions, ranges
and weights is its own: all encodings share one strong ETag, a list of tags matches
none, `gzip;q=0` is taken for gzip, and the first byte alone cannot be had.
"""

from email.utils import parsedate_to_datetime

from django.http import HttpResponse, HttpResponseNotAllowed
from django.utils.cache import get_conditional_response
from whitenoise.middleware import WhiteNoiseFileResponse, WhiteNoiseMiddleware
from whitenoise.responders import SlicedFile

from .conditions import wants_part_of
from .negotiation import acceptable
from .ranges import UNSATISFIABLE, asked_range

METHODS = ["GET", "HEAD"]


class StaticFiles(WhiteNoiseMiddleware):
    """Django middleware in the place of WhiteNoise's."""

    @staticmethod
    def serve(static_file, request):
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        path, headers = _variant(static_file, request)
        if headers is None:
            return HttpResponse(
                "There is no encoding of this file that you take.\n",
                status=406,
                content_type="text/plain; charset=utf-8",
                headers={"Vary": "Accept-Encoding"},
            )
        etag, changed = headers.get("ETag"), headers.get("Last-Modified")
        timestamp = changed and int(parsedate_to_datetime(changed).timestamp())
        unchanged = get_conditional_response(request, etag, timestamp)
        if unchanged is not None:
            kept = () if unchanged.status_code == 304 else ("Cache-Control",)
            return _with(unchanged, headers, leave_out=("Content-", *kept))
        return _content(request, path, headers)


def _variant(static_file, request):
    """Path and headers of the file in the best encoding; (None, None) for none."""
    variants = {}
    for _pattern, path, items in static_file.alternatives:
        headers = dict(items)
        encoding = headers.get("Content-Encoding", "")
        if encoding and "ETag" in headers:
            headers["ETag"] = f'{headers["ETag"][:-1]}-{encoding}"'
        variants[encoding] = path, headers
    if [*variants] == [""]:
        return variants[""]  # nothing to choose
    # The smaller one first, of those that are liked as much.
    encodings = tuple(filter(None, variants))
    taken = acceptable(request.headers.get("Accept-Encoding", ""), encodings)
    return next((variants[name] for name in taken if name in variants), (None, None))


def _content(request, path, headers):
    size = int(headers["Content-Length"])
    headers = {**headers, "Accept-Ranges": "bytes"}
    part = None
    if request.method == "GET" and wants_part_of(request, headers):
        part = asked_range(request.headers.get("Range", ""), size)
    if part == UNSATISFIABLE:
        response = HttpResponse(
            status=416, headers={"Content-Range": f"bytes */{size}"}
        )
        return _with(response, headers, leave_out=("Content-", "Cache-Control"))
    file = open(path, "rb") if request.method == "GET" else ()  # noqa: SIM115  FileResponse closes it
    if part is None:
        return _with(WhiteNoiseFileResponse(file), headers)
    first, last = part
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    headers["Content-Length"] = str(last - first + 1)
    return _with(
        WhiteNoiseFileResponse(SlicedFile(file, first, last), status=206), headers
    )


def _with(response, headers, leave_out=()):
    """The response with these headers, but those that begin with one of `leave_out`."""
    response.headers.pop("Content-Type", None)  # Django's own
    for name, value in headers.items():
        if not name.startswith(tuple(leave_out)):
            response.headers[name] = value
    return response
