"""Test invitations: a link to choose a password; the administrator chooses none."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.utils import timezone

from careerguide.accounts.models import Invitation
from careerguide.http import logging
from tests.accounts.conftest import sign_in
from tests.accounts.mailing import link_in

pytestmark = pytest.mark.django_db
ADD = "/admin/auth/user/add/"
NEW = {"username": "nora", "email": "nora@example.org", "role": "Editor"}
PASSWORD = "a-heron-waits-for-fish"
TWICE = {"new_password1": PASSWORD, "new_password2": PASSWORD}
SHOWN = re.compile(r"<code>(http[^<]+)</code>")


@pytest.fixture
def admin(boss, browser_of):
    return browser_of(boss)


@pytest.fixture
def nora(admin):
    admin.post(ADD, NEW)
    return User.objects.get(username="nora")


def tool(admin, user, name):
    return admin.post(f"/admin/auth/user/{user.pk}/{name}/", follow=True)


def opened(path):
    client = Client()
    return client, client.get(path, follow=True)


def accept(path):
    client, page = opened(path)
    return client.post(page.request["PATH_INFO"], TWICE)


class TestInvited:
    def test_chooses_the_password_by_a_link_and_signs_in(self, nora):
        assert not nora.has_usable_password() and nora.is_staff
        [message] = mail.outbox
        assert message.to == ["nora@example.org"] and "nora" in message.body
        answer = accept(link_in(message))
        assert answer.headers["Location"] == "/admin/password_reset/done/"
        assert sign_in(Client(), "nora", PASSWORD).status_code == 302
        assert not Invitation.objects.exists()

    def test_by_a_link_that_is_good_once(self, nora):
        path = link_in(mail.outbox[0])
        accept(path)
        assert "This invitation is over" in opened(path)[1].content.decode()
        assert "This invitation is over" in accept(path).content.decode()

    def test_in_two_tabs_chooses_once(self, nora):
        path = link_in(mail.outbox[0])
        client, page = opened(path)
        client.get(path)
        client.post(page.request["PATH_INFO"], TWICE)
        second = client.post(
            page.request["PATH_INFO"], dict.fromkeys(TWICE, "quite-another-word")
        )
        assert "This invitation is over" in second.content.decode()
        nora.refresh_from_db()
        assert nora.check_password(PASSWORD)

    def test_for_some_days_only(self, nora, clock, settings):
        settings.INVITATION_DAYS = 3
        path, now = link_in(mail.outbox[0]), timezone.now()
        clock(now + timedelta(days=2, hours=23))
        assert "Choose your password" in opened(path)[1].content.decode()
        clock(now + timedelta(days=3, seconds=5))
        assert "This invitation is over" in opened(path)[1].content.decode()

    def test_keeps_the_form_when_the_password_is_weak(self, nora):
        client, page = opened(link_in(mail.outbox[0]))
        weak = dict.fromkeys(TWICE, "nora")
        answer = client.post(page.request["PATH_INFO"], weak)
        assert "errorlist" in answer.content.decode()
        assert Invitation.objects.exists()

    def test_not_when_switched_off_meanwhile(self, nora):
        client, page = opened(link_in(mail.outbox[0]))
        User.objects.filter(pk=nora.pk).update(is_active=False)
        answer = client.post(page.request["PATH_INFO"], TWICE)
        assert "This invitation is over" in answer.content.decode()

    def test_cannot_have_a_reset_sent_before(self, nora):
        Client().post("/admin/password_reset/", {"email": nora.email})
        assert len(mail.outbox) == 1

    def test_token_is_not_stored_logged_or_left_in_the_address(self, nora):
        path = link_in(mail.outbox[0])
        token = path.split("/")[-2]
        assert token not in str([*Invitation.objects.values()])
        assert token not in logging.without_secrets(f"GET {path}")
        assert opened(path)[1].request["PATH_INFO"].endswith("/set-password/")

    @pytest.mark.parametrize("token", ["a", "a" * 10_000, "set-password", "é", "%00"])
    def test_no_other_token_is_taken(self, client, nora, token):
        for answer in (
            client.get(f"/admin/invitation/{token}/"),
            client.post(f"/admin/invitation/{token}/", TWICE),
        ):
            if "%00" in token:
                assert answer.status_code == 400
            else:
                assert "This invitation is over" in answer.content.decode()


class TestAdministrator:
    def test_sees_who_is_invited(self, admin, nora):
        page = admin.get(f"/admin/auth/user/{nora.pk}/change/").content.decode()
        assert "It was sent by mail." in page
        assert "invited" in admin.get("/admin/auth/user/").content.decode()

    def test_sends_it_again_and_the_old_link_ends(self, admin, nora):
        tool(admin, nora, "invite")
        first, second = map(link_in, mail.outbox)
        assert "This invitation is over" in opened(first)[1].content.decode()
        assert accept(second).status_code == 302

    def test_withdraws_it_and_the_account_stays(self, admin, nora):
        tool(admin, nora, "withdraw")
        answer = accept(link_in(mail.outbox[0]))
        assert "This invitation is over" in answer.content.decode()
        assert User.objects.filter(username="nora").exists()
        again = tool(admin, nora, "withdraw").content.decode()
        assert "There is no invitation any more." in again

    @pytest.mark.parametrize("backend", ["console", "dummy", "smtp"])
    def test_is_shown_the_link_where_mail_fails(self, admin, settings, backend):
        settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        page = admin.post(ADD, NEW, follow=True).content.decode()
        why = {"smtp": "The mail server did not take the invitation."}
        assert why.get(backend, "This site sends no mail yet") in page
        [link] = SHOWN.findall(page)
        assert link.startswith(settings.SITE_URL)
        nora = User.objects.get(username="nora")
        page = admin.get(f"/admin/auth/user/{nora.pk}/change/").content.decode()
        assert not SHOWN.findall(page) and "It is not known to have gone out" in page
        assert accept(link.removeprefix(settings.SITE_URL)).status_code == 302

    def test_invites_nobody_who_has_a_password(self, admin, maria):
        page = tool(admin, maria, "invite").content.decode()
        assert "no password is invited" in page and mail.outbox == []

    def test_by_another_password_ends_the_invitation(self, admin, nora):
        both = {"password1": PASSWORD, "password2": PASSWORD}
        form = both | {"usable_password": "true"}
        admin.post(f"/admin/auth/user/{nora.pk}/password/", form)
        answer = accept(link_in(mail.outbox[0]))
        assert "This invitation is over" in answer.content.decode()


class TestForm:
    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"email": ""}, "email"),
            ({"email": "MARIA@example.org"}, "email"),
            ({"email": "a\0@b.org"}, "email"),
            ({"email": "a@b.org\nBcc: c@d.org"}, "email"),
            ({"username": "maria"}, "username"),
            ({"username": "a" * 200}, "username"),
            ({"username": "a\0b"}, "username"),
            ({"role": ""}, "role"),
            ({"role": "nobody"}, "role"),
            ({"role": "Emperor"}, "role"),
        ],
    )
    def test_says_what_is_wrong_and_keeps_the_rest(self, admin, maria, change, field):
        answer = admin.post(ADD, NEW | {"first_name": "Nora"} | change)
        assert answer.status_code == 200
        assert answer.context["adminform"].form.errors.keys() == {field}
        assert 'value="Nora"' in answer.content.decode()
        assert mail.outbox == [] and User.objects.count() == 2

    def test_sent_twice_adds_one(self, admin):
        admin.post(ADD, NEW)
        answer = admin.post(ADD, NEW)
        assert "already exists" in answer.content.decode()
        assert len(mail.outbox) == 1

    def test_has_no_field_for_a_password(self, admin):
        assert 'type="password"' not in admin.get(ADD).content.decode()
