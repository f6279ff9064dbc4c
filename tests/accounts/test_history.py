"""Test that what a button does to an account is in its History."""

import html

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from tests.accounts.conftest import PASSWORD, is_signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(boss, browser_of):
    return browser_of(boss)


@pytest.fixture
def nora(admin):
    new = {"username": "nora", "email": "nora@example.org", "role": "Editor"}
    admin.post("/admin/auth/user/add/", new)
    return User.objects.get(username="nora")


def push(admin, user, name, **data):
    admin.post(f"/admin/auth/user/{user.pk}/{name}/", data)


def history(admin, user):
    page = admin.get(f"/admin/auth/user/{user.pk}/history/").content.decode()
    return html.unescape(page)


def test_holds_an_invitation_and_its_end(admin, nora, settings):
    assert "Invited by mail to nora@example.org." in history(admin, nora)
    push(admin, nora, "withdraw")
    assert "Withdrew the invitation." in history(admin, nora)
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    push(admin, nora, "invite")
    assert "Invited by a link that was shown." in history(admin, nora)


def test_holds_a_switch_off_and_ended_sessions(admin, boss, maria, browser_of):
    for words, name in (
        ("Signed out all browsers.", "end-sessions"),
        ("Switched the account off.", "deactivate"),
    ):
        assert is_signed_in(browser_of(maria))
        push(admin, maria, name)
        assert words in history(admin, maria)
    entry = LogEntry.objects.first()
    assert entry.user == boss and entry.object_id == str(maria.pk)


def test_holds_a_second_step_that_was_removed(admin, with_factor):
    push(admin, with_factor, "remove-factor", password="wrong")
    assert "Removed the second step." not in history(admin, with_factor)
    push(admin, with_factor, "remove-factor", password=PASSWORD)
    assert "Removed the second step." in history(admin, with_factor)


def test_holds_nothing_that_was_not_done(admin, maria):
    before = LogEntry.objects.count()
    for name in ("invite", "withdraw", "end-sessions"):
        push(admin, maria, name)
    push(admin, maria, "remove-factor", password=PASSWORD)
    User.objects.filter(pk=maria.pk).update(is_active=False)
    push(admin, maria, "deactivate")
    assert LogEntry.objects.count() == before
