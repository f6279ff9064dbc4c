"""Test that an easily guessed password is refused wherever one is chosen."""

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client

from tests.accounts.mailing import link_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
GOOD = "a-heron-reads-slowly"
WEAK = {
    "short": "Tr0ub4dor",
    "common": "1q2w3e4r5t6y",
    "numeric": "82736450918273",
    "like the name": "mariamayer1",
}


@pytest.fixture(params=WEAK)
def weak(request):
    return WEAK[request.param]


@pytest.fixture
def maria(db):
    maria = UserFactory(username="mariamayer", is_superuser=True)
    maria.set_password(GOOD)
    maria.save()
    return maria


def was_accepted(user, password):
    user.refresh_from_db()
    return user.check_password(password)


def test_for_a_new_account(admin_client, weak):
    """Whoever is invited chooses it."""
    form = {"username": "mariamayer", "email": "m@example.org", "role": "Author"}
    admin_client.post("/admin/auth/user/add/", form)
    maria = get_user_model().objects.get(username="mariamayer")
    invited = Client()
    page = invited.get(link_in(mail.outbox[0]), follow=True).request["PATH_INFO"]
    invited.post(page, {"new_password1": weak, "new_password2": weak})
    assert not was_accepted(maria, weak)
    invited.post(page, {"new_password1": GOOD, "new_password2": GOOD})
    assert was_accepted(maria, GOOD)


def test_for_another_account(admin_client, maria, weak):
    form = {"password1": weak, "password2": weak, "usable_password": "true"}
    answer = admin_client.post(f"/admin/auth/user/{maria.pk}/password/", form)
    assert answer.status_code == 200
    assert not was_accepted(maria, weak)


def test_for_ones_own_account(client, maria, weak):
    client.force_login(maria)
    form = {"old_password": GOOD, "new_password1": weak, "new_password2": weak}
    assert client.post("/admin/password_change/", form).status_code == 200
    assert not was_accepted(maria, weak)


def test_at_the_command_line(maria, weak, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda prompt: weak)
    with pytest.raises(CommandError, match="Aborting password change"):
        call_command("changepassword", "mariamayer")
    assert not was_accepted(maria, weak)
