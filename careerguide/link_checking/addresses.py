"""Collect the addresses on other sites that an item links to."""

from urllib.parse import urldefrag, urlsplit

from django.conf import settings
from django.core.validators import URLValidator

from .models import LONGEST


def addresses_in(reading):
    """Return {address: (field, line, as written)} of the links of an item.

    `reading` is a `publishing.checks.findings.Reading`. Of fields that hold an address,
    such as a table's source, the line is 0.
    """
    found = {}
    for name, advice in reading.advice.items():
        for line, written in advice.elsewhere:
            _add(found, written, name, line)
    for field in reading.item._meta.concrete_fields:
        if any(isinstance(one, URLValidator) for one in field.validators):
            _add(found, getattr(reading.item, field.name) or "", field.name, 0)
    return found


def _add(found, written, name, line):
    try:
        address = urldefrag(written.strip()).url
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:  # which is a fault of the text
        return
    ours = urlsplit(settings.SITE_URL).netloc
    if parts.scheme.lower() not in ("http", "https") or not host:
        return
    if parts.netloc != ours and len(address) <= LONGEST:
        found.setdefault(address, (name, line, written))
