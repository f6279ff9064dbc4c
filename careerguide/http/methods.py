"""Answer 405 to methods that a page does not have, and name those it has.

What is open to other origins has OPTIONS: so browsers ask before a script's request.
"""

import copy

from django.http import HttpResponse, HttpResponseNotAllowed

READ = ["GET", "HEAD"]
OPEN_METHODS = [*READ, "OPTIONS"]  # of what scripts of other origins may read
PREFLIGHT = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": ", ".join(OPEN_METHODS),
    # Any header is harmless here. Conditions are named as well, for browsers of before
    # 2020, to which the star is a name.
    "Access-Control-Allow-Headers": (
        "If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, *"
    ),
    "Access-Control-Max-Age": "86400",
    "Allow": ", ".join(OPEN_METHODS),
    "Cross-Origin-Resource-Policy": "cross-origin",
}
NOT_THERE = (404, 410)
ANY = ["GET", "HEAD", "POST", "OPTIONS"]


class KnownMethods:
    """Django middleware: before the check of tokens, which answers 403 to all but
    reading, also where nothing could be sent.

    Where there is no page at all, it is still 404.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        method = request.method
        # A browser asks this way whether a script of another origin may ask (CORS).
        if method == "OPTIONS" and is_open(view):
            return _preflight()
        # Who is exempt from that check looks at the method, and answers in its own way.
        if getattr(view, "csrf_exempt", False) or method in (*READ, "OPTIONS"):
            return None
        if method == "POST" and request.path_info.startswith("/admin/"):
            return None
        allowed = allowed_methods(_as(request, "OPTIONS"), view, args, kwargs)
        if method in allowed:
            return None
        missing = answer_where_nothing_is(_as(request, "HEAD"), view, args, kwargs)
        return missing or HttpResponseNotAllowed(allowed)


def _preflight():
    response = HttpResponse(status=204, headers=PREFLIGHT)
    del response.headers["Content-Type"]  # Django's own, of a body that is not there
    return response


def is_open(view):
    return getattr(view, "allowed_methods", None) is OPEN_METHODS


def answer_where_nothing_is(request, view, args, kwargs):
    """Http404 or an answer that says it, where the address leads to no page; or None.

    A view whose address names no item has one. A page is looked up and not made, as it
    is by all of Django's detail views.
    """
    if not (args or kwargs):
        return None
    kind = getattr(view, "view_class", None)
    if hasattr(kind, "get_object"):
        page = kind(**view.view_initkwargs)
        page.setup(request, *args, **kwargs)
        page.get_object()
        return None
    response = view(request, *args, **kwargs)
    return response if response.status_code in NOT_THERE else None


def _as(request, method):
    copied = copy.copy(request)
    copied.method = method
    return copied


def allowed_methods(request, view, args, kwargs):
    """Return what the page at this address can be asked for, as it says itself."""
    if is_open(view):
        return OPEN_METHODS
    if hasattr(view, "cacheable"):
        return [*READ, "OPTIONS"] if hasattr(view, "view_class") else READ
    if request.path_info.startswith("/admin/"):
        return ANY  # of Django's, which look at nothing but whether it is a POST
    allow = view(request, *args, **kwargs).headers.get("Allow", "")
    return [name.strip() for name in allow.split(",")] if allow else ANY
