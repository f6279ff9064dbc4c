"""What every test can use: people, a media folder of its own, and the seeded guide."""

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.management import call_command

from tests.factories import UserFactory


@pytest.fixture(autouse=True)
def _clean_slate(settings, tmp_path):
    """Uploads of a test go to its own folder, and no rate counts over from another."""
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()


@pytest.fixture
def clock(monkeypatch):
    """Stop the clock at an hour of your own: ``clock(noon)``."""

    def stop(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return stop


@pytest.fixture
def admin_client(client, db):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture
def sign_in(client, db):
    """Sign in as a new member of a group: ``user = sign_in("Author")``."""

    def sign_in_as(group):
        user = UserFactory()
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return sign_in_as


@pytest.fixture
def seeded(db):
    """The whole guide of the fixtures."""
    call_command("seed", verbosity=0)
