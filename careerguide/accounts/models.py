"""Define what accounts store besides Django's user: sign-ins and invitations."""

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.utils import timezone

from .factors import Authenticator, RecoveryCodes

__all__ = ["Authenticator", "Invitation", "RecoveryCodes", "SignIn"]


class SignIn(models.Model):
    """A session somebody is signed in with; deleting the session deletes this too.

    Neither the address nor the whole user agent is stored.
    """

    session = models.OneToOneField(Session, models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="sign_ins"
    )
    browser = models.CharField(max_length=30, default="")
    system = models.CharField(max_length=30, default="")
    began_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)  # to ten minutes

    class Meta:
        default_permissions = ()
        ordering = ("-seen_at", "-pk")

    def __str__(self):
        return " ".join([str(self.user), self.browser, self.system]).strip()


class Invitation(models.Model):
    """A link by which somebody new sets a password, once. Only its hash is stored."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="invitation"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    is_mailed = models.BooleanField(default=False)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return str(self.user)
