"""Refuse requests that no view should see, and keep pages of staff out of caches."""

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.cache import patch_cache_control

from .errors import error_page


def error_pages(get_response):
    """Give the bare refusals of Django's own machinery a page, and refuse huge bodies.

    Also a length that is no number, which would crash Django where it reads the body.
    """

    def middleware(request):
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit()):
            return error_page(request, 400)
        if len(length) > 18 or int(length) > settings.MAX_REQUEST_BYTES:
            return error_page(request, 413)
        response = get_response(request)
        if response.status_code == 405 and not response.content:
            page = error_page(request, 405)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        if response.status_code == 204:  # has none (RFC 9110, 8.6); Django gives it one
            response.headers.pop("Content-Length", None)
        return response

    return middleware


def refuse_null_bytes(get_response):
    """Refuse NUL in address, query and cookies, which PostgreSQL does not take.

    Not in the parameters that a view names in `takes_any_text`, or in any where that is
    True: it hands nothing of them to the database as it is.
    """

    def middleware(request):
        texts = [request.path_info, *request.COOKIES.values()]
        if any("\x00" in text for text in texts):
            return error_page(request, 400)
        found = {
            name
            for name, values in request.GET.lists()
            if any("\x00" in text for text in (name, *values))
        }
        if found and not _takes_any_text(request.path_info, found):
            return error_page(request, 400)
        return get_response(request)

    return middleware


def _takes_any_text(path, names):
    try:
        taken = getattr(resolve(path).func, "takes_any_text", ())
    except Resolver404:
        return False
    return taken is True or names <= {*taken}


def never_store_staff_pages(get_response):
    """A page made for someone signed in is kept by no cache."""

    def middleware(request):
        response = get_response(request)
        staff_page = request.path_info.startswith("/admin/") or (
            settings.SESSION_COOKIE_NAME in request.COOKIES
        )
        if staff_page and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response

    return middleware
