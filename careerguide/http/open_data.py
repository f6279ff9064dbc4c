"""Answer with data that anybody's page or program may fetch.

It is open to other origins, and checked anew each time by its ETag: a hash of what is
sent, which no clock can make wrong.
"""

import hashlib

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from careerguide.http.conditions import unsent
from careerguide.http.methods import OPEN_METHODS

SHARED = {
    "Cache-Control": "public, max-age=0, must-revalidate",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
OPEN = SHARED | {
    "Access-Control-Allow-Origin": "*",
    # Beside those that scripts may read anyway, of which old browsers know fewer.
    "Access-Control-Expose-Headers": (
        "Content-Disposition, Content-Length, ETag, Last-Modified, Link"
    ),
}
DATA = OPEN | {
    # What is opened by itself is a document, as an SVG is, and may do nothing.
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
}


def open_data(view):
    """Let a view be read, and scripts of other origins ask it under conditions."""
    read = require_safe(view)
    read.allowed_methods = OPEN_METHODS
    return read


def answer(request, content, headers):
    """The content, or 304 to somebody who has it."""
    headers = {**headers, "ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"'}
    return unsent(request, headers) or HttpResponse(content, headers=headers)
