"""Limit how many passwords somebody may try before they have to wait.

django-axes counts a try once it has failed. So a thousand at once are all looked at
before the first one counts, and the right password of somebody who may not edit counts
never. Here each try counts before its password is looked at, and signing in takes it
back. It is the database that counts, which all processes share, whatever Redis does.
"""

import logging
import math

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import F, Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.http import rate_limit
from careerguide.http.client_ip import client_of
from careerguide.http.errors import error_page

logger = logging.getLogger(__name__)

# From one address in AXES_COOLOFF_TIME: at one account, and at all of them.
LIMITS = (10, 20)  # in the order of AXES_LOCKOUT_PARAMETERS
OF_OLD_PASSWORDS = 10  # by somebody signed in, who changes theirs
UNKNOWN = "::"  # who comes by no address; without one, a row would not be unique


class CountedTries(AxesDatabaseHandler):
    def is_locked(self, request, credentials=None):
        """Axes' backend asks once for each try, before a password is hashed."""
        if self.seconds_to_wait(request, credentials):
            return True
        self._count(request, credentials)
        # Of all that came at this moment, only as many as are allowed go on.
        return self.seconds_to_wait(request, credentials, more=0) > 0

    def seconds_to_wait(self, request, credentials, more=1):
        """Return the seconds until `more` tries are within the limits, or 0."""
        forgotten = get_cool_off_threshold(request)
        waits = [0]
        all_tries = self.get_user_attempts(request, credentials)
        for tries, limit in zip(all_tries, LIMITS, strict=True):
            total = more
            counted = tries.values_list("failures_since_start", "attempt_time")
            for times, last in counted.order_by("-attempt_time"):
                total += times
                if total > limit:
                    waits.append((last - forgotten).total_seconds())
                    break
        return max(waits)

    def _count(self, request, credentials):
        self._forget(request, Q())
        key = {
            "username": account_tried(request, credentials),
            "ip_address": request.axes_ip_address,
            "user_agent": "",
        }
        row, made = AccessAttempt.objects.get_or_create(
            {"failures_since_start": 1}, **key
        )
        if not made:
            AccessAttempt.objects.filter(pk=row.pk).update(
                failures_since_start=F("failures_since_start") + 1,
                attempt_time=request.axes_attempt_time,
            )

    def user_login_failed(self, sender, credentials, request=None, **kwargs):
        """Say so at once where it was the last try, and not at the next one."""
        if request is None:
            return
        request.axes_credentials = credentials
        if not request.axes_locked_out and self.seconds_to_wait(request, credentials):
            request.axes_locked_out = True
            logger.warning("No more tries to sign in from %s", request.axes_ip_address)

    def user_logged_in(self, sender, request, user, **kwargs):
        """Forget the tries at this account from here; those at others still count."""
        account = account_tried(request, {"username": user.get_username()})
        self._forget(request, Q(username=account, ip_address=request.axes_ip_address))

    def user_logged_out(self, sender, request, user, **kwargs):
        """Ignore sign-outs: nothing is kept of them."""

    def _forget(self, request, tries):
        """Delete `tries`, and all that are too old to count."""
        old = Q(attempt_time__lt=get_cool_off_threshold(request))
        AccessAttempt.objects.filter(tries | old).delete()


def client_address(request):
    """Return what axes counts by: the address, or the first one of an IPv6 network."""
    return client_of(request).partition("/")[0] or UNKNOWN


def account_tried(request, credentials):
    """Return what is kept of a name: enough to count, as some type a password there."""
    username = (credentials or {}).get("username") or ""
    return salted_hmac(__name__, username, algorithm="sha256").hexdigest()


def count_try(request, account):
    """Count a try that axes does not see; the seconds to wait, or 0 to go on.

    It is taken back, as a wrong password is, by signing in to an account of that name.
    """
    AxesProxyHandler.update_request(request)
    handler, credentials = CountedTries(), {"username": account}
    if not handler.is_locked(request, credentials):
        return 0
    return max(1, handler.seconds_to_wait(request, credentials))


def end_waits_of(user):
    """Forget the tries at one account, from wherever."""
    account = account_tried(None, {"username": user.get_username()})
    AccessAttempt.objects.filter(username=account).delete()


def end_all_waits():
    """Forget all tries: somebody may wait for what others did at their address."""
    AccessAttempt.objects.all().delete()


def locked_out(request, response, credentials):
    """Return what axes answers in place of `response`, whatever was typed."""
    return wait_page(request, CountedTries().seconds_to_wait(request, credentials))


def check_old_password(request):
    """Return a page that says how long to wait, or None where it may be looked at.

    Or a session left open would be worth a thousand guesses at its owner's password. A
    new password begins a new count.
    """
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    password = request.user.get_session_auth_hash()[:16]
    times = rate_limit.count(f"old-{request.user.pk}-{password}", seconds)
    return wait_page(request, seconds) if times > OF_OLD_PASSWORDS else None


def wait_page(request, seconds, message=None):
    """`message` is a title and an advice, where it is not about passwords."""
    minutes = max(1, math.ceil(seconds / 60))
    wait = ngettext(
        "Please wait %(minutes)d minute, then try again.",
        "Please wait %(minutes)d minutes, then try again.",
        minutes,
    )
    title, advice = message or (
        _("Too many passwords tried"),
        _(
            "Until then the right password is not taken, either. If you do not know "
            "yours, ask whoever runs this site: “make password” makes a new one and "
            "ends the wait."
        ),
    )
    message = (title, f"{wait % {'minutes': minutes}} {advice}")
    page = error_page(request, 429, message, back=request.get_full_path())
    page.headers["Retry-After"] = str(max(1, math.ceil(seconds)))
    return page
