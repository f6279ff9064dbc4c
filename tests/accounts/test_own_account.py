"""Test what the pages of one's own account, and of signing in, say to whom."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from careerguide.accounts import roles
from tests.accounts.conftest import LOGIN

pytestmark = pytest.mark.django_db
ACCOUNT = "/admin/account/"


def test_says_who_can_add_an_address(maria, boss, browser_of):
    User.objects.update(email="")
    page = browser_of(maria).get(ACCOUNT).content.decode()
    assert "An administrator can add one." in page
    page = browser_of(boss).get(ACCOUNT).content.decode()
    assert f'href="/admin/auth/user/{boss.pk}/change/"' in page
    assert "An administrator can add" not in page


def test_sign_in_page_uses_the_words_of_the_others(maria):
    page = Client().get(LOGIN).content.decode()
    assert 'value="Sign in"' in page and "Forgotten your password?" in page
    assert "Log in" not in page and "credentials" not in page


def test_list_and_breadcrumbs_use_our_words(boss, browser_of):
    page = browser_of(boss).get("/admin/auth/user/").content.decode()
    assert "By role" in page and "superuser" not in page
    assert "Authentication and Authorization" not in page


def test_roles_are_explained_truly(boss, maria, browser_of):
    page = browser_of(boss).get(f"/admin/auth/user/{maria.pk}/change/").content.decode()
    assert "those above it" not in page
    assert str(roles.description_of(roles.RIGHTS)) in page
