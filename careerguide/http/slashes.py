"""Redirect addresses without their last slash, where there is such a page.

Django's own redirect looks at patterns only: whatever could be a page's name leads to
the same name with a slash, and there to 404.
"""

import copy

from django.urls import is_valid_path
from django.utils.http import escape_leading_slashes

from .moved import SHARED_BY, moved_to


def append_slash(get_response):
    """Redirect in place of APPEND_SLASH, by asking the page itself."""

    def middleware(request):
        response = get_response(request)
        if (
            response.status_code != 404
            or request.method not in ("GET", "HEAD")
            or request.path_info.endswith("/")
            or not is_valid_path(f"{request.path_info}/")
        ):
            return response
        there = get_response(_with_slash(request))
        if there.status_code == 301:
            return there  # it has moved: there at once, and not by way of its old name
        if there.status_code >= 400:
            return response if there.status_code < 500 else there
        address = escape_leading_slashes(f"{request.get_full_path(True)}")
        return moved_to(address, is_shared=there.has_header(SHARED_BY))

    return middleware


def _with_slash(request):
    copied = copy.copy(request)
    copied.path, copied.path_info = f"{request.path}/", f"{request.path_info}/"
    copied.META = request.META | {"PATH_INFO": copied.path_info}
    copied.resolver_match = None
    return copied
