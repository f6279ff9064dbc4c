"""Set up, check and remove the second factor of an account."""

import base64
import math
import re
import unicodedata
from dataclasses import dataclass

import segno
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_otp.plugins.otp_static.models import StaticToken

from .factors import Authenticator, RecoveryCodes, hash_of
from .generated import generate_password
from .mail import send_later
from .sessions import end_sessions

# In the session of somebody who gave a code, or set a factor up in it.
SESSION_KEY = "second_factor"
SETTING_UP = "authenticator"  # in the session: which one
MOST_AT_ONCE = 5  # being set up for an account; the oldest goes
HOW_MANY_CODES = 10
APP_CODE = re.compile(r"[0-9]{6}")
SEPARATORS = {"Pd", "Cf", "Zs", "Cc", "Zl", "Zp"}  # dashes, spaces, what is not seen


@dataclass
class Result:
    is_right: bool
    problem: str = ""
    codes_left: int | None = None  # where it was a recovery code


def has_factor(user):
    return Authenticator.objects.filter(user=user, confirmed=True).exists()


def is_set_up(user):
    """Return whether there is one and no other is being set up."""
    kinds = Authenticator.objects.filter(user=user).values_list("confirmed", flat=True)
    return {*kinds} == {True}


def codes_left(user):
    return StaticToken.objects.filter(device__user=user).count()


def pending_authenticator(user, session):
    """Return the one being set up: in every tab of a browser the same, until confirmed.

    In another browser it is another one, whose secret nobody else has seen.
    """
    pending = Authenticator.objects.filter(user=user, confirmed=False)
    device = pending.filter(pk=session.get(SETTING_UP)).first()
    if device is None:
        old = pending.order_by("-pk").values_list("pk", flat=True)[: MOST_AT_ONCE - 1]
        pending.exclude(pk__in=[*old]).delete()
        device = Authenticator.objects.create(user=user, name="app", confirmed=False)
        session[SETTING_UP] = device.pk
    return device


def qr_code(authenticator):
    """An inline SVG without script or style, dark on light in every colour scheme."""
    code = segno.make(authenticator.config_url, micro=False)
    return code.svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)


def secret_as_text(authenticator):
    """Write the secret in groups of four, to type where no camera is at hand."""
    secret = base64.b32encode(authenticator.bin_key).decode().rstrip("=")
    return " ".join(re.findall(".{1,4}", secret))


def check_code(user, code):
    """Return whether `code` is of the app or one for recovery; each is right once.

    The device is locked, so of two requests with one code only one gets in.
    """
    code = normalised(code)
    model = Authenticator if APP_CODE.fullmatch(code) else RecoveryCodes
    with transaction.atomic():
        devices = model.objects.select_for_update()
        device = devices.filter(user=user, confirmed=True).first()
        result = _verify(device, code)
        if result.is_right and model is RecoveryCodes:
            result.codes_left = codes_left(user)
    if result.codes_left is not None:
        send_later(user, "recovery_code_used", left=result.codes_left)
    return result


def confirm(user, code, session):
    """Make the authenticator that this session sets up the factor of the account.

    Another one goes with its recovery codes. The new codes, or None with the problem.
    """
    with transaction.atomic():
        devices = Authenticator.objects.select_for_update().filter(user=user)
        device = devices.filter(confirmed=False, pk=session.get(SETTING_UP)).first()
        result = _verify(device, normalised(code))
        if not result.is_right:
            return None, result.problem
        devices.exclude(pk=device.pk).delete()
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        codes = _replace_codes(user)
    send_later(user, "factor_added")
    return codes, ""


def make_recovery_codes(user):
    """Ten new ones, in place of all there were; None where there is no factor."""
    with transaction.atomic():
        devices = Authenticator.objects.select_for_update()
        if not devices.filter(user=user, confirmed=True).exists():
            return None
        return _replace_codes(user)


def remove(user):
    """Return whether there was one.

    Who removes it for somebody else ends their sessions.
    """
    with transaction.atomic():
        had_one = has_factor(user)
        Authenticator.objects.filter(user=user).delete()
        RecoveryCodes.objects.filter(user=user).delete()
    if had_one:
        send_later(user, "factor_removed")
    return had_one


def mark_session(request):
    """Mark this session as having the factor, and end those that began without it."""
    request.session[SESSION_KEY] = True
    end_sessions(request.user, but=request.session.session_key)


def normalised(code):
    """Normalise a typed code: spaces, hyphens, capitals, digits of other scripts."""
    plain = unicodedata.normalize("NFKC", code).replace("\N{MINUS SIGN}", "")
    seen = (char for char in plain if unicodedata.category(char) not in SEPARATORS)
    return "".join(str(unicodedata.decimal(char, char)) for char in seen).lower()


def _replace_codes(user):
    RecoveryCodes.objects.filter(user=user).delete()
    device = RecoveryCodes.objects.create(user=user, name="recovery")
    codes = [generate_password() for _ in range(HOW_MANY_CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=hash_of(normalised(code))) for code in codes
    )
    return codes


def _verify(device, code):
    wrong = _("This code is not right, or it was used before.")
    if device is None:
        return Result(False, wrong)
    allowed, why = device.verify_is_allowed()
    if not allowed:
        left = (why["locked_until"] - timezone.now()).total_seconds()
        return Result(False, _wait(left, isinstance(device, RecoveryCodes)))
    if APP_CODE.fullmatch(code) or isinstance(device, RecoveryCodes):
        if device.verify_token(code):
            return Result(True)
        return Result(False, wrong)
    return Result(False, _("A code of the app has six digits."))


def _wait(seconds, for_recovery):
    seconds, wrong = max(1, math.ceil(seconds)), _("A wrong code was typed.")
    if for_recovery:
        wait = ngettext(
            "Please wait %(seconds)d second, then type a recovery code again.",
            "Please wait %(seconds)d seconds, then type a recovery code again.",
            seconds,
        )
        return " ".join((wrong, wait % {"seconds": seconds}))
    wait = ngettext(
        "Please wait %(seconds)d second, then type the code your app shows then.",
        "Please wait %(seconds)d seconds, then type the code your app shows then.",
        seconds,
    )
    return " ".join((wrong, wait % {"seconds": seconds}))
