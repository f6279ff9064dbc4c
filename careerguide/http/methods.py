"""Answer 405 to methods that a page does not have, and name those it has."""

import copy

from django.http import HttpResponseNotAllowed

READ = ["GET", "HEAD"]
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
        # Who is exempt from that check looks at the method, and answers in its own way.
        method = request.method
        if getattr(view, "csrf_exempt", False) or method in (*READ, "OPTIONS"):
            return None
        if method == "POST" and request.path_info.startswith("/admin/"):
            return None
        allowed = allowed_methods(_as(request, "OPTIONS"), view, args, kwargs)
        if method in allowed:
            return None
        missing = answer_where_nothing_is(_as(request, "HEAD"), view, args, kwargs)
        return missing or HttpResponseNotAllowed(allowed)


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
    if hasattr(view, "cacheable"):
        return [*READ, "OPTIONS"] if hasattr(view, "view_class") else READ
    if request.path_info.startswith("/admin/"):
        return ANY  # of Django's, which look at nothing but whether it is a POST
    allow = view(request, *args, **kwargs).headers.get("Allow", "")
    return [name.strip() for name in allow.split(",")] if allow else ANY
