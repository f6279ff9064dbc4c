"""Validate the contacts for reports of vulnerabilities (RFC 9116)."""

import re

from django.core.exceptions import ImproperlyConfigured

_MAIL = re.compile(r"[^\s@,:<>]+@[^\s@,<>/]+\.[^\s@,<>/]+")
_URI = re.compile(r"(mailto:[^\s@]+@\S+|https://[^\s/]+\S*|tel:\+[\d-]+)")


def contact_uri(text):
    """Return a contact as an address of the web.

    A plain address of mail becomes one.
    """
    text = text.strip()
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    if _URI.fullmatch(text) and text.isprintable():
        return text
    raise ImproperlyConfigured(
        f"SECURITY_CONTACT has {text!r}: give an address of mail, such as "
        "security@example.org, or one that begins with https:// or tel:+."
    )
