"""Answer with data that anybody's page or program may fetch.

It is open to other origins, and checked anew each time by its ETag: a hash of what is
sent, which no clock can make wrong.
"""

import hashlib

from django.http import HttpResponse

from careerguide.http.conditions import unsent

SHARED = {
    "Cache-Control": "public, max-age=0, must-revalidate",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
DATA = SHARED | {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    # What is opened by itself is a document, as an SVG is, and may do nothing.
    "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
}


def answer(request, content, headers):
    """The content, or 304 to somebody who has it."""
    headers = {**headers, "ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"'}
    return unsent(request, headers) or HttpResponse(content, headers=headers)
