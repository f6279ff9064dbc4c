"""Test that forms of a new password write that and nothing else."""

import pytest
from django.contrib.auth.forms import SetPasswordMixin
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client

from tests.accounts.conftest import PASSWORD, sign_in
from tests.accounts.mailing import link_in

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
NEW = "a-crane-stands-quietly"
TWICE = {"new_password1": NEW, "new_password2": NEW}
ADDRESS = "other@example.org"


@pytest.fixture
def meanwhile(monkeypatch):
    """Change a row of accounts while a form with a password is looked at."""

    def change(user, **values):
        checked = SetPasswordMixin.validate_passwords

        def validate_passwords(form, *names, **options):
            User.objects.filter(pk=user.pk).update(**values)
            checked(form, *names, **options)

        monkeypatch.setattr(SetPasswordMixin, "validate_passwords", validate_passwords)

    return change


def by_mail(user, admin):
    client = Client()
    client.post("/admin/password_reset/", {"email": user.email})
    return client, client.get(link_in(mail.outbox[-1])).url, TWICE


def by_invitation(user, admin):
    User.objects.filter(pk=user.pk).update(password="!none")
    admin.post(f"/admin/auth/user/{user.pk}/invite/")
    client = Client()
    return client, client.get(link_in(mail.outbox[-1])).url, TWICE


def by_oneself(user, admin):
    client = Client()
    sign_in(client, user.username)
    form = TWICE | {"old_password": PASSWORD}
    return client, "/admin/password_change/", form


def by_an_administrator(user, admin):
    form = {"password1": NEW, "password2": NEW, "usable_password": "true"}
    return admin, f"/admin/auth/user/{user.pk}/password/", form


WAYS = [by_mail, by_invitation, by_oneself, by_an_administrator]


@pytest.fixture
def other(person):
    return person("other", is_superuser=True)


@pytest.mark.parametrize("way", WAYS)
def test_leaves_an_address_and_rights_as_they_are_now(
    way, other, boss, browser_of, meanwhile
):
    client, address, form = way(other, browser_of(boss))
    meanwhile(other, is_superuser=False, first_name="Olga")
    assert client.post(address, form).status_code == 302
    other.refresh_from_db()
    assert other.check_password(NEW)
    assert (other.is_superuser, other.first_name) == (False, "Olga")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("state", [{"is_active": False}, {"is_staff": False}])
def test_switches_nobody_on(way, state, other, boss, browser_of, meanwhile):
    client, address, form = way(other, browser_of(boss))
    meanwhile(other, **state)
    client.post(address, form)
    other.refresh_from_db()
    assert {name: getattr(other, name) for name in state} == state
    if way in (by_mail, by_invitation):
        assert not other.check_password(NEW)


@pytest.mark.parametrize("way", [by_mail, by_invitation])
def test_is_refused_by_a_link_once_the_account_is_deleted(
    way, other, boss, browser_of, monkeypatch
):
    client, address, form = way(other, browser_of(boss))
    checked = SetPasswordMixin.validate_passwords

    def validate_passwords(self, *names):
        User.objects.filter(pk=other.pk).delete()
        checked(self, *names)

    monkeypatch.setattr(SetPasswordMixin, "validate_passwords", validate_passwords)
    assert client.post(address, form).status_code == 200
    assert not User.objects.filter(pk=other.pk).exists()
