"""Test `make password`."""

import re

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command
from django.test import RequestFactory

from careerguide.accounts.printed_passwords import create_first_admin
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = re.compile(r"(?:[a-z2-9]{4}-){3}[a-z2-9]{4}")


def signed_in(username, password):
    request = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1")
    return authenticate(request, username=username, password=password)


def new_password(capsys, *arguments):
    call_command("newpassword", *arguments)
    return PASSWORD.search(capsys.readouterr().out).group()


class TestNewPassword:
    def test_signs_admin_in_and_the_old_one_does_not(self, capsys):
        old = create_first_admin()
        assert signed_in("admin", new_password(capsys))
        assert not signed_in("admin", old)

    def test_is_for_the_account_that_is_named(self, capsys):
        UserFactory(username="maria")
        password = new_password(capsys, "maria")
        assert signed_in("maria", password)

    def test_makes_the_admin_where_there_is_none(self, capsys):
        assert signed_in("admin", new_password(capsys)).is_superuser

    def test_ends_the_wait_of_who_tried_too_many(self, capsys):
        UserFactory(username="maria")
        for name in ["maria"] * 11 + ["nobody"] * 11:
            assert not signed_in(name, "wrong")
        assert signed_in("maria", new_password(capsys, "maria"))

    def test_unknown_account_is_a_sentence(self):
        with pytest.raises(SystemExit, match="There is no account nobody"):
            call_command("newpassword", "nobody")

    def test_does_not_promote_an_account_called_admin(self, capsys):
        UserFactory(username="admin", is_superuser=False)
        new_password(capsys)
        assert not get_user_model().objects.get(username="admin").is_superuser


class TestFirstAdmin:
    def test_is_made_once(self):
        assert create_first_admin()
        assert create_first_admin() is None

    def test_is_not_made_beside_another_superuser(self):
        UserFactory(username="maria", is_superuser=True)
        assert create_first_admin() is None
