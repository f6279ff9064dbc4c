"""Invite new people by a link that is good for some days and for one password."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from .mail import reaches_people, send
from .models import Invitation
from .passwords import locked

LONGEST_TOKEN = 100


def invite(user):
    """Return a new invitation, in place of one there was.

    The token, which nobody stores.
    """
    token = secrets.token_urlsafe(32)
    fresh = {"token_hash": _hash(token), "made_at": timezone.now(), "is_mailed": False}
    Invitation.objects.update_or_create(user=user, defaults=fresh)
    return token


def link_of(token):
    return f"{settings.SITE_URL}{reverse('invitation', args=[token])}"


def mail_link(user, token):
    """Return whether it went out, as `send` says.

    Not in a transaction: it may take long.
    """
    if not (user.email and reaches_people()):
        return False
    days = settings.INVITATION_DAYS
    sent = send(user, "invitation", link=link_of(token), days=days)
    if sent:
        mailed = Invitation.objects.filter(user=user, token_hash=_hash(token))
        mailed.update(is_mailed=True)
    return sent


def find(token):
    """Return the invitation a token is for, while it is good; else None."""
    if not isinstance(token, str) or len(token) > LONGEST_TOKEN:
        return None
    found = Invitation.objects.select_related("user").filter(token_hash=_hash(token))
    invitation = found.first()
    return invitation if invitation and is_good(invitation) else None


def is_good(invitation):
    user = invitation.user
    return (
        not is_old(invitation)
        and user.is_active
        and user.is_staff
        and not user.has_usable_password()
    )


def is_old(invitation):
    ends = invitation.made_at + timedelta(days=settings.INVITATION_DAYS)
    return timezone.now() >= ends


def may_be_invited(user):
    return user.is_active and user.is_staff and not user.has_usable_password()


@transaction.atomic
def accept(token, form):
    """Set the password that `form` holds, and end the invitation; False if it is over.

    The account is locked, so that of two tabs only one sets it.
    """
    invitation = find(token)
    if invitation is None:
        return False
    user = locked(invitation.user_id)
    if user is None or find(token) is None:
        return False
    form.user = user
    form.save()
    return True


def _hash(token):
    return hashlib.sha256(token.encode()).hexdigest()
