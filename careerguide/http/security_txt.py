"""Serve `/.well-known/security.txt`: whom to tell of a vulnerability (RFC 9116)."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

# RFC 9116 advises less than a year; a page may stay in memory for some of it.
GOOD_FOR = timedelta(days=330)


@require_safe
def security_txt(request):
    """404 where no contact is set: a file without one would be no security.txt."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    return HttpResponse(
        "".join(f"{name}: {value}\n" for name, value in fields()),
        content_type="text/plain; charset=utf-8",
    )


def fields():
    for contact in settings.SECURITY_CONTACT:
        yield "Contact", contact
    ends = (timezone.now() + GOOD_FOR).astimezone(UTC)
    yield "Expires", f"{datetime(ends.year, ends.month, ends.day):%Y-%m-%dT%H:%M:%SZ}"
    yield "Canonical", settings.SITE_URL + reverse("security_txt")
    if settings.SECURITY_LANGUAGES:
        yield "Preferred-Languages", ", ".join(settings.SECURITY_LANGUAGES)
    if settings.SECURITY_POLICY:
        yield "Policy", settings.SECURITY_POLICY
