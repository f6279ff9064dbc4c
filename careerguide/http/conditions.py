"""Evaluate conditional requests (RFC 9110, section 13)."""

from django.http import HttpResponse
from django.utils.cache import get_conditional_response

from .ranges import UNSATISFIABLE, asked_range

ABOUT_THE_BODY = ("Content-Length", "Content-Range", "Content-Type")


def answer(request, content, headers):
    """`content`, the part of it that is asked for, or why it is not sent.

    `headers` are those of the whole file, of which its ETag is one.
    """
    if (instead := unsent(request, headers)) is not None:
        return instead
    size, part = len(content), None
    if request.method == "GET" and wants_part_of(request, headers):
        part = asked_range(request.headers.get("Range", ""), size)
    headers = {**headers, "Accept-Ranges": "bytes"}
    if part is None:
        return _with(HttpResponse(content), headers)
    if part == UNSATISFIABLE:
        refused = HttpResponse(status=416)
        refused.headers["Content-Range"] = f"bytes */{size}"
        return _with(refused, headers, *ABOUT_THE_BODY, "Cache-Control")
    first, last = part
    partial = HttpResponse(content[first : last + 1], status=206)
    partial.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return _with(partial, headers)


def unsent(request, headers):
    """304 or 412, where a condition asks for that in place of the file; or None."""
    instead = get_conditional_response(request, headers["ETag"])
    if instead is None:
        return None
    # How long the file may be kept says nothing of a refusal.
    is_refused = instead.status_code == 412
    return _with(instead, headers, *ABOUT_THE_BODY, *["Cache-Control"] * is_refused)


def wants_part_of(request, headers):
    """Return whether a range of these bytes is wanted: If-Range (RFC 9110, 13.1.5)."""
    wanted = request.headers.get("If-Range", "").strip()
    return not wanted or wanted in (headers.get("ETag"), headers.get("Last-Modified"))


def _with(response, headers, *leave_out):
    """The response with all of `headers` but those named."""
    if "Content-Type" in leave_out or "Content-Type" in headers:
        response.headers.pop("Content-Type", None)  # Django's own
    for name, value in headers.items():
        if name not in leave_out:
            response.headers[name] = value
    return response
