"""Render error pages: one template, a sentence for each status, and no database."""

import errno
import sqlite3
import sys

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpResponse
from django.template import loader
from django.urls import Resolver404, resolve
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from careerguide.identity.current import without_asking

from . import request_id

MESSAGES = {
    400: (
        _("This request makes no sense to us"),
        _("The address or the form held something we cannot read."),
    ),
    403: (
        _("You may not see this page"),
        _("It needs an account with more rights than yours."),
    ),
    404: (
        _("There is no page here"),
        _("It may have moved, or the address has a typing error."),
    ),
    405: (
        _("This page cannot do that"),
        _("It can be read, and that is all. Nothing was changed."),
    ),
    413: (
        _("That is too large"),
        _("We take at most 20 MB at once. Nothing was saved."),
    ),
    500: (
        _("Something went wrong on our side"),
        _("It is not your fault, and nothing of yours was saved or lost by it."),
    ),
    503: (
        _("We cannot show this page right now"),
        _("Please try again in a minute."),
    ),
    507: (
        _("Our disk is full"),
        _("Nothing can be saved before whoever runs this site has made room."),
    ),
}
DISK_FULL = "53100"  # PostgreSQL's code
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
CSRF_MESSAGE = (
    _("This form has expired"),
    _(
        "Go back, load the page again, and send the form once more. If that does not "
        "help, allow cookies for this site: the form needs one."
    ),
)
# The form keeps its text in the browser: `publishing/static/publishing/guard.js`.
TEXT_IS_SAFE = _(
    "Nothing is lost: your text is kept in this browser. Go back to the form, put the "
    "text back, and save it again."
)
CSRF_MESSAGE_TEXT_IS_SAFE = (
    _("This form is older than your sign-in"),
    format_lazy("{} {}", _("Nothing was saved."), TEXT_IS_SAFE),
)
NOT_SAVED = {413, 500, 503, 507}  # and may be, when the form is sent again


def error_page(request, status, message=None, back=None, **more):
    """Return the page of a status; `more` is what else its template shows."""
    title, sentence = message or MESSAGES[status]
    if status in NOT_SAVED and request and _keeps_its_text(request):
        sentence, back = format_lazy("{} {}", sentence, TEXT_IS_SAFE), request.path
    context = {"title": title, "sentence": sentence, "status": status, "back": back}
    context |= more
    if status >= 500:
        context["asked"] = request_id.current()
    template = loader.get_template("errors/error.html")
    with without_asking():
        return HttpResponse(template.render(context, request), status=status)


def bad_request(request, exception):
    if isinstance(exception, SessionInterrupted):
        # What Django says of every session it could not save, for whatever reason.
        reason = getattr(exception.__context__, "__context__", None)
        if isinstance(reason, DatabaseError):
            return failed(request, reason)
    too_much = isinstance(exception, TOO_MUCH)
    return error_page(request, 413 if too_much else 400)


def permission_denied(request, exception):
    """Refuse with 403; in the admin, what was written comes back with it."""
    match = request.resolver_match
    model_admin = getattr(match.func, "model_admin", None) if match else None
    give_back = getattr(model_admin, "permission_denied", None)
    return (give_back and give_back(request)) or error_page(request, 403)


def server_error(request):
    return failed(request, sys.exc_info()[1])


def failed(request, error):
    """Answer an error, and say where the disk is full or the database is away."""
    if is_full(error):
        return error_page(request, 507)
    if isinstance(error, OperationalError | InterfaceError):
        return unavailable(request)
    return error_page(request, 500)


def is_full(error):
    """Return whether it comes from a disk that is full, ours or the database's."""
    while error:
        if (
            getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
            or getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
            or getattr(error, "sqlstate", None) == DISK_FULL
        ):
            return True
        error = error.__cause__
    return False


def unavailable(request=None):
    """Answer 503, and say when to come back."""
    page = error_page(request, 503)
    page.headers["Retry-After"] = "10"
    return page


def csrf_failure(request, reason=""):
    if _keeps_its_text(request):
        return error_page(request, 403, CSRF_MESSAGE_TEXT_IS_SAFE, back=request.path)
    return error_page(request, 403, CSRF_MESSAGE)


def _keeps_its_text(request):
    """Whether it was a form of content, and not that of a person or the sign-in."""
    if request.method != "POST":
        return False
    try:
        match = request.resolver_match or resolve(request.path_info)
    except Resolver404:
        return False
    model_admin = getattr(match.func, "model_admin", None)
    name = match.url_name or ""  # Django's redirects have none
    is_form = model_admin and name.endswith(("_add", "_change"))
    return bool(is_form and getattr(model_admin, "keeps_text", False))
