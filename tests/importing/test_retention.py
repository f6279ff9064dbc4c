"""Test that files of old imports go, and imports that nobody goes on with."""

from datetime import timedelta

import pytest
from django.utils import timezone

from careerguide.importing.models import Import, ImportFile, State
from careerguide.importing.retention import prune
from tests.each import each

from .records import started

pytestmark = pytest.mark.django_db


@each(
    ("state", "days", "left"),
    [
        (State.CREATED, 89, (1, 1)),
        (State.CREATED, 91, (0, 1)),
        (State.REVIEW, 179, (1, 1)),
        (State.REVIEW, 181, (0, 0)),
        (State.UNDONE, 181, (0, 0)),
    ],
)
def test_what_is_left(state, days, left):
    Import.objects.all().delete()
    record = started("a.txt", b"Baker\n\nBread.")
    long_ago = timezone.now() - timedelta(days=days)
    Import.objects.filter(pk=record.pk).update(state=state, changed_at=long_ago)
    prune()
    assert (ImportFile.objects.count(), Import.objects.count()) == left
