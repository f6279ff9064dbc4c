"""Test how long somebody stays signed in, and what their browser keeps of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "a-heron-reads-slowly"


@pytest.fixture
def owner():
    owner = UserFactory(username="owner", is_superuser=True)
    owner.set_password(PASSWORD)
    owner.save()
    return owner


@pytest.fixture
def new_browser(owner):
    """One more browser in which the owner is signed in."""

    def sign_in():
        client = Client()
        client.force_login(owner)
        return client

    return sign_in


def is_signed_in(client):
    return client.get("/admin/").status_code == 200


def test_ends_after_8_hours_of_work(new_browser, clock):
    client, start = new_browser(), timezone.now()
    clock(start + timedelta(hours=7, minutes=59))
    assert is_signed_in(client)
    clock(start + timedelta(hours=8, seconds=1))
    assert not is_signed_in(client)


def test_ends_everywhere_else_with_a_new_password(new_browser):
    mine, stolen = new_browser(), new_browser()
    new = {f"new_password{n}": "a-heron-waits-for-fish" for n in (1, 2)}
    mine.post("/admin/password_change/", {"old_password": PASSWORD, **new})
    assert is_signed_in(mine) and not is_signed_in(stolen)


def test_ends_for_a_copied_cookie_when_its_owner_leaves(new_browser):
    mine, copy = new_browser(), Client()
    copy.cookies = mine.cookies.copy()
    assert is_signed_in(copy)
    mine.post("/admin/logout/")
    assert not is_signed_in(copy)


def test_cookies_are_of_this_host_alone_and_no_script_reads_them(
    client, owner, settings
):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client.get("/admin/login/")
    client.post("/admin/login/", {"username": "owner", "password": PASSWORD})
    assert {*client.cookies} == {"sessionid", "csrftoken"}
    for cookie in client.cookies.values():
        # What a name that begins with __Host- has to have, or browsers refuse it.
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
