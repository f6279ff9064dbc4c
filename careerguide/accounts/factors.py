"""Adapt django-otp's devices: with bounded waits and hashed recovery codes."""

import base64
import hashlib

from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

# django-otp doubles the wait with every wrong code, without end. Somebody who knows the
# password could keep the owner out for years; so it ends at 2**9 seconds, 8.5 minutes.
MOST_FAILURES = 10


class BoundedThrottle:
    """A mixin for devices with django-otp's ThrottlingMixin."""

    def throttle_increment(self, commit=True):
        self.throttling_failure_count = min(
            self.throttling_failure_count, MOST_FAILURES - 1
        )
        super().throttle_increment(commit=commit)


class Authenticator(BoundedThrottle, TOTPDevice):
    """An app that shows a new code every 30 seconds (TOTP, RFC 6238)."""

    class Meta:
        proxy = True
        default_permissions = ()


class RecoveryCodes(BoundedThrottle, StaticDevice):
    """Codes to sign in without the app, each of them once."""

    class Meta:
        proxy = True
        default_permissions = ()

    def verify_token(self, token):
        return super().verify_token(hash_of(token))


def hash_of(code):
    """80 bits of SHA-256, which is what the column holds.

    A code has 79 random bits, so neither a salt nor a slow hash is needed.
    """
    digest = hashlib.sha256(code.encode()).digest()
    return base64.b32encode(digest[:10]).decode().lower()
