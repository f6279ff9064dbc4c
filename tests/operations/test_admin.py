"""Test that the age of the newest backup is shown to those who can do something."""

import datetime

import pytest
from django.utils import timezone

from careerguide.operations.models import BackupRecord

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def backed_up(**ago):
    made_at = timezone.now() - datetime.timedelta(**ago)
    BackupRecord.objects.create(pk=1, made_at=made_at, file="a", machine="b", size=1)


def test_first_page_tells_the_age(admin_client):
    backed_up(hours=5)
    page = admin_client.get("/admin/").content.decode()
    assert "The newest backup is 5\xa0hours old." in page
    assert "errornote" not in page


def test_old_one_is_a_warning(admin_client):
    backed_up(days=3)
    page = admin_client.get("/admin/").content.decode()
    assert "The newest backup is 3\xa0days old." in page and "errornote" in page


def test_none_is_a_warning(admin_client):
    page = admin_client.get("/admin/").content.decode()
    assert "This site was never backed up." in page and "errornote" in page


@pytest.mark.parametrize("group", ["Author", "Editor", "Publisher"])
def test_is_told_to_nobody_else(client, sign_in, group):
    sign_in(group)
    assert "backup" not in client.get("/admin/").content.decode()
