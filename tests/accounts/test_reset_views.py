"""Test resets by mail: the same answer for everybody, account or not."""

import re

import pytest
from axes.models import AccessAttempt
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from careerguide.accounts import reset_views
from careerguide.accounts.login_limit import LIMITS
from careerguide.http import logging
from tests.accounts.conftest import PASSWORD, is_signed_in, sign_in
from tests.accounts.mailing import link_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
RESET = "/admin/password_reset/"
NEW = {"new_password1": "a-heron-waits-for-fish"} | {
    "new_password2": "a-heron-waits-for-fish"
}


def ask(email="maria@example.org", client=None, **options):
    return (client or Client()).post(RESET, {"email": email}, **options)


def open_link(message=None, client=None):
    """The client, and the page to which the link leads."""
    client = client or Client()
    answer = client.get(link_in(message or mail.outbox[-1]), follow=True)
    return client, answer


def choose(client, answer):
    return client.post(answer.request["PATH_INFO"], NEW)


class TestRequest:
    def test_is_linked_from_the_sign_in_page(self, client):
        assert f'href="{RESET}"' in client.get("/admin/login/").content.decode()

    def test_mails_a_link_of_our_address_in_plain_text(self, maria, settings):
        settings.SITE_URL = "https://guides.example"
        settings.SITE_OVERRIDES = {"name": "Bees & more"}
        assert ask().headers["Location"] == f"{RESET}sent/"
        [message] = mail.outbox
        assert message.to == ["maria@example.org"]
        assert message.subject == "A new password for Bees & more"
        assert "maria" in message.body and message.content_subtype == "plain"
        assert link_in(message).startswith(RESET)

    def test_never_uses_the_host_that_was_asked(self, maria):
        ask(headers={"host": "localhost", "x-forwarded-host": "evil.example"})
        assert "localhost/" not in mail.outbox[0].body
        assert "evil" not in mail.outbox[0].body

    @pytest.mark.parametrize("email", ["MARIA@example.org", " maria@example.org "])
    def test_is_not_particular_about_the_address(self, maria, email):
        ask(email)
        assert len(mail.outbox) == 1

    @pytest.mark.parametrize("typed", ["o@MÜLLER.example", "O@Müller.EXAMPLE"])
    def test_takes_capitals_of_all_letters_in_a_domain(self, person, typed):
        person("olga", email="o@müller.example")
        ask(typed)
        assert len(mail.outbox) == 1

    def test_sends_nothing_to_who_may_not_sign_in(self, person):
        person("olga", "Editor", is_active=False)
        person("paul", is_staff=False)
        nobody = UserFactory(username="nora", email="nora@example.org")
        nobody.set_unusable_password()
        nobody.save()
        for name in ("olga", "paul", "nora", "nobody"):
            ask(f"{name}@example.org")
        assert mail.outbox == []

    def test_is_answered_alike_whoever_it_is_for(self, maria, person):
        person("olga", is_active=False)
        answers = [ask(f"{n}@example.org") for n in ("maria", "olga", "nobody")]
        facts = {(a.status_code, a.headers["Location"], a.content) for a in answers}
        assert len(facts) == 1

    def test_asks_for_no_account_before_it_is_answered(self, maria, monkeypatch):
        """So the time of an answer cannot depend on what is found."""
        later = []
        monkeypatch.setattr(reset_views, "do_later", lambda *job: later.append(job))
        queries = []
        for email in ("maria@example.org", "nobody@example.org"):
            with CaptureQueriesContext(connection) as captured:
                ask(email, REMOTE_ADDR=f"192.0.2.{len(queries)}")
            queries.append([re.sub(r"\d|'[^']*'", "", q["sql"]) for q in captured])
        assert queries[0] == queries[1]
        assert not any("auth_user" in sql for sql in queries[0])
        assert len(later) == 2

    def test_mail_that_fails_is_answered_alike(self, maria, settings, caplog):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
        assert ask().status_code == 302
        assert "was not sent: ConnectionRefusedError" in caplog.text
        assert RESET not in caplog.text

    @pytest.mark.parametrize("email", ["", "maria", "a@b\0.org", "a" * 300 + "@b.org"])
    def test_with_a_bad_address_gets_a_sentence(self, client, email):
        answer = ask(email, client)
        assert answer.status_code == 200
        assert 'class="errorlist"' in answer.content.decode()

    def test_says_where_mail_reaches_nobody(self, client, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
        assert "sends no mail" in client.get(RESET).content.decode()


class TestTooMany:
    def test_for_one_account_from_one_address_have_to_wait(self, maria):
        for email in ("maria@example.org", "nobody@example.org"):
            address = f"192.0.2.{len(email)}"
            for _ in range(LIMITS[0]):
                assert ask(email, REMOTE_ADDR=address).status_code == 302
            answer = ask(email, REMOTE_ADDR=address)
            assert answer.status_code == 429
            assert int(answer.headers["Retry-After"]) > 800

    def test_from_one_address_have_to_wait(self):
        answers = [ask(f"a{n}@example.org") for n in range(LIMITS[1] + 1)]
        assert [a.status_code for a in answers] == [302] * LIMITS[1] + [429]

    def test_send_few_mails_to_one_account_wherever_they_come_from(self, maria):
        for number in range(20):
            assert ask(REMOTE_ADDR=f"192.0.2.{number}").status_code == 302
        assert len(mail.outbox) == reset_views.MOST[0][0]


class TestLink:
    @pytest.fixture(autouse=True)
    def asked(self, maria):
        ask()

    def test_sets_the_password_once(self, maria):
        client, answer = open_link()
        assert choose(client, answer).headers["Location"] == f"{RESET}done/"
        assert not sign_in(Client()).headers.get("Location")
        password = NEW["new_password1"]
        assert sign_in(Client(), password=password).status_code == 302
        again = open_link()[1].content.decode()
        assert "This link was used already" in again and f'href="{RESET}"' in again

    def test_is_good_for_a_day(self, settings):
        settings.PASSWORD_RESET_TIMEOUT = -1
        assert "is too old" in open_link()[1].content.decode()

    def test_leaves_the_address_before_a_page_is_shown(self):
        path = link_in(mail.outbox[0])
        answer = Client().get(path)
        assert answer.status_code == 302
        assert answer.headers["Location"].endswith("/set-password/")
        used = Client().get(path[:-6] + "xxxxx/")
        assert used.headers["Referrer-Policy"] == "no-referrer"

    def test_is_in_no_log(self):
        path = link_in(mail.outbox[0])
        token = path.split("/")[-2]
        for text in (path, f"GET {path} HTTP/1.1", f"at {path}: it failed"):
            assert token not in logging.without_secrets(text)

    def test_ends_all_sessions_and_the_wait(self, maria, browser_of):
        stolen = browser_of(maria)
        assert is_signed_in(stolen)
        for _ in range(12):
            last = sign_in(Client(), password="wrong")
        assert last.status_code == 429
        ask()  # as signing in ends the link of before
        client, answer = open_link()
        choose(client, answer)
        assert not is_signed_in(stolen)
        assert not maria.sign_ins.exists()
        assert sign_in(Client(), password=NEW["new_password1"]).status_code == 302

    def test_of_two_tabs_only_one_sets_it(self, maria):
        client, answer = open_link()
        other, same = open_link(client=client)
        choose(client, answer)
        later = other.post(
            same.request["PATH_INFO"], dict.fromkeys(NEW, "another-long-password")
        )
        assert "This link was used already" in later.content.decode()
        maria.refresh_from_db()
        assert maria.check_password(NEW["new_password1"])

    def test_does_nothing_for_who_may_no_longer_sign_in(self, maria):
        client, answer = open_link()
        maria.is_active = False
        maria.save()
        choose(client, answer)
        maria.refresh_from_db()
        assert maria.check_password(PASSWORD)
        assert "This link was used already" in open_link()[1].content.decode()

    def test_signs_nobody_in(self, maria):
        client, answer = open_link()
        choose(client, answer)
        assert not is_signed_in(client)

    def test_keeps_the_form_when_the_password_is_weak(self, maria):
        client, answer = open_link()
        weak = dict.fromkeys(NEW, "12345")
        page = client.post(answer.request["PATH_INFO"], weak).content.decode()
        assert 'class="errorlist"' in page and "new_password1" in page

    @pytest.mark.parametrize("token", ["a" * 10_000, "-", "a-b", "é", "%00", "..-.."])
    @pytest.mark.parametrize(
        "uid", ["MQ", "a" * 5_000, "_", "OTk5OTk5OTk5OTk5OTk5OTk5"]
    )
    def test_that_is_none_says_so(self, client, uid, token):
        answer = client.get(f"{RESET}{uid}/{token}/")
        expected = 400 if "%00" in token else 200
        assert answer.status_code == expected
        assert client.post(f"{RESET}{uid}/{token}/", NEW).status_code == expected


def test_a_reset_is_kept_apart_from_names(maria):
    """A count for an address does not lock an account of the same name."""
    for _ in range(LIMITS[0]):
        ask()
    assert sign_in(Client()).status_code == 302
    assert AccessAttempt.objects.count() == 1


class TestInABrowserThatIsSignedIn:
    def test_ends_that_session_too(self, maria):
        client = Client()
        sign_in(client)
        ask(client=client)
        answer = choose(*open_link(client=client))
        assert answer.headers["Location"] == f"{RESET}done/"
        assert not is_signed_in(client)
        maria.refresh_from_db()
        assert maria.check_password(NEW["new_password1"])

    def test_to_another_account_keeps_that_session(self, maria, boss, browser_of):
        client = browser_of(boss)
        assert is_signed_in(client)
        ask(client=client)
        assert choose(*open_link(client=client)).status_code == 302
        assert is_signed_in(client)
