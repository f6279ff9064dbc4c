"""List where somebody is signed in, and end these sessions, one or all."""

import hashlib
import logging
from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.dispatch import receiver
from django.utils import timezone

from .browsers import browser_and_system
from .models import SignIn

logger = logging.getLogger(__name__)

COARSE = 10 * 60  # seconds between two writes of when a session was last seen
BEGAN = "signed_in_at"


def note_sessions(get_response):
    """Middleware: write down that a session is in use, once in ten minutes."""

    def middleware(request):
        response = get_response(request)
        if request.path_info.startswith("/admin/") and response.status_code < 500:
            _note(request)
        return response

    return middleware


def sessions_of(user):
    now = timezone.now()
    return SignIn.objects.filter(user=user, session__expire_date__gt=now)


def end_sessions(user, but=None, only=None):
    """End all of them, all but one key, or only the one listed under an id."""
    found = sessions_of(user)
    if only is not None:
        found = found.filter(pk=only)
    keys = [*found.exclude(session=but).values_list("session", flat=True)]
    Session.objects.filter(pk__in=keys).delete()
    return len(keys)


@receiver(user_logged_in)
def begin(sender, request, **kwargs):
    """Record in the session when it began: new passwords give it a new key and row."""
    request.session[BEGAN] = timezone.now().isoformat()
    _note(request)


def _note(request):
    session = request.session
    if not session.accessed or SESSION_KEY not in session or not session.session_key:
        return
    key = hashlib.sha256(session.session_key.encode()).hexdigest()
    if not cache.add(f"session-{key}", 1, timeout=COARSE):
        return
    try:
        with transaction.atomic():
            _write(request)
    except DatabaseError as error:  # It is ended at this moment, or nothing is written.
        logger.warning("A session was not noted: %s", type(error).__name__)


def _write(request):
    session, now = request.session, timezone.now()
    if SignIn.objects.filter(session=session.session_key).update(seen_at=now):
        return
    if not Session.objects.filter(pk=session.session_key).exists():
        return
    # Django leaves those that ran out to a command; here each new sign-in removes them.
    Session.objects.filter(expire_date__lt=now).delete()
    browser, system = browser_and_system(request.META.get("HTTP_USER_AGENT", ""))
    SignIn.objects.create(
        session_id=session.session_key,
        user_id=session[SESSION_KEY],
        browser=browser,
        system=system,
        began_at=_moment(session.get(BEGAN)) or now,
        seen_at=now,
    )


def _moment(text):
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
