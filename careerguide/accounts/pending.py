"""Keep who gave the right password, until the second factor is given as well.

Until then nobody is signed in: the session names who it will be, for some minutes, and
everything that asks for an account sees a stranger.
"""

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from . import second_factor

IN_SESSION = "pending_sign_in"
SECONDS = 10 * 60
BACKEND = "django.contrib.auth.backends.ModelBackend"


def is_needed(user):
    return settings.REQUIRE_SECOND_FACTOR or second_factor.has_factor(user)


def begin(request, user, next_url):
    request.session.flush()
    request.session[IN_SESSION] = {
        "user": user.pk,
        "hash": user.get_session_auth_hash(),
        "at": timezone.now().timestamp(),
        "next": next_url,
    }


def user_of(request):
    """Return whose sign-in is pending, or None.

    Not after a new password or when it is old.
    """
    pending = request.session.get(IN_SESSION)
    if not pending or timezone.now().timestamp() - pending["at"] > SECONDS:
        return None
    users = get_user_model().objects.filter(is_active=True, is_staff=True)
    user = users.filter(pk=pending["user"]).first()
    if user is None:
        return None
    same = constant_time_compare(user.get_session_auth_hash(), pending["hash"])
    return user if same else None


def complete(request, user):
    """Sign in; the address it was for. A factor may have been removed meanwhile."""
    next_url = request.session.pop(IN_SESSION)["next"]
    login(request, user, backend=BACKEND)
    if second_factor.has_factor(user):
        request.session[second_factor.SESSION_KEY] = True
    return next_url


def hold_unverified(get_response):
    """Middleware: end sessions without a factor where every session needs one.

    They began before `REQUIRE_SECOND_FACTOR` was set.
    """

    def middleware(request):
        if settings.REQUIRE_SECOND_FACTOR and _is_unverified(request):
            request.session.flush()
        return get_response(request)

    return middleware


def _is_unverified(request):
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    session = request.session
    return "_auth_user_id" in session and second_factor.SESSION_KEY not in session
