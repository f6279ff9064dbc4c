"""Test that editions are the same bytes on every database."""

import datetime
import hashlib

import pytest
from django.core.management import call_command

from statistics.editions.models import Edition

NOON = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
# Of all editions of the founding guide, each after its slug. They change with its text,
# with the JSON form and with what the name and SITE_URL are in tests: by no database.
CSV = "98a790409e684f546ad842375c8df95765db38eb4dd4de9db6ee87278cc78129"
JSON = "0a11b38212f82e08bce61c86c144ec2d14c92ac95333710a9a3668405dde9f78"


@pytest.mark.django_db
def test_founding_guide_has_these(settings, clock):
    settings.SITE_URL = "http://127.0.0.1:8000"
    clock(NOON)
    call_command("seed", verbosity=0)
    editions = list(Edition.objects.order_by("slug"))
    assert len(editions) == 11
    assert {edition.day for edition in editions} == {NOON.date()}
    for edition in editions:
        for name in ("csv", "json"):
            digest = hashlib.sha256(getattr(edition, name).encode()).hexdigest()
            assert digest == getattr(edition, f"{name}_sha256")
    assert (_digest(editions, "csv"), _digest(editions, "json")) == (CSV, JSON)


def _digest(editions, name):
    lines = (f"{e.slug} {getattr(e, f'{name}_sha256')}\n" for e in editions)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
