"""Test that mail is sent beside responses, and that its errors reveal no secrets."""

import threading
from concurrent.futures import ThreadPoolExecutor
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail as outgoing
from django.core.mail import EmailMessage

from careerguide.accounts import mail
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]  # who the site is
TOKEN = "t0k3n" * 9
WAIT = 60  # seconds, which only a thread that hangs takes


@pytest.fixture
def thread(monkeypatch):
    """The real thing: a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        monkeypatch.setattr(mail, "_thread", thread)
        monkeypatch.setattr(mail, "AFTER", 0)
        yield thread


class TestThread:
    def test_answers_do_not_wait_for(self, thread):
        gate, done = threading.Event(), threading.Event()
        mail.do_later(gate.wait, WAIT)
        mail.do_later(done.set)
        assert not done.is_set()
        gate.set()
        assert done.wait(WAIT)

    def test_begins_when_the_answer_is_out(self, thread, monkeypatch):
        """Or what it finds would take its share of the time of the answer."""
        slept = []
        monkeypatch.setattr(mail, "AFTER", 30)
        monkeypatch.setattr(mail.time, "sleep", slept.append)
        mail.do_later(int)
        thread.shutdown(wait=True)
        assert 0 < slept[0] <= 30

    def test_goes_on_after_a_failure_and_logs_its_kind_alone(self, thread, caplog):
        def fail():
            raise RuntimeError(TOKEN)

        done = threading.Event()
        mail.do_later(fail)
        mail.do_later(done.set)
        assert done.wait(WAIT)
        assert "Mail failed: RuntimeError" in caplog.text and TOKEN not in caplog.text

    def test_drops_what_would_fill_the_memory(self, thread, monkeypatch, caplog):
        monkeypatch.setattr(mail, "_room", threading.BoundedSemaphore(2))
        gate, ran = threading.Event(), []
        mail.do_later(gate.wait, WAIT)
        for number in range(5):
            mail.do_later(ran.append, number)
        gate.set()
        thread.shutdown(wait=True)
        assert ran == [0]
        assert "some is dropped" in caplog.text


class TestSending:
    @pytest.mark.parametrize(
        "problem",
        [
            SMTPRecipientsRefused({"maria@example.org": (550, TOKEN.encode())}),
            TimeoutError(TOKEN),
            ConnectionResetError(TOKEN),
            ValueError(TOKEN),
        ],
        ids=lambda problem: type(problem).__name__,
    )
    def test_that_fails_is_said_and_not_what_it_held(
        self, monkeypatch, caplog, problem
    ):
        def fail(message, **options):
            raise problem

        monkeypatch.setattr(EmailMessage, "send", fail)
        user = UserFactory.build(email="maria@example.org")
        assert not mail.send(user, "password_reset", link=TOKEN, hours=24)
        assert type(problem).__name__ in caplog.text
        assert TOKEN not in caplog.text and "maria@" not in caplog.text

    def test_has_one_line_of_subject_whatever_the_site_is_called(self, settings):
        settings.SITE_OVERRIDES = {"name": "Bees\nBcc: everybody@example.org"}
        user = UserFactory.build(email="maria@example.org")
        assert mail.send(user, "factor_added")
        [message] = outgoing.outbox
        assert message.subject.endswith("at Bees")
        assert message.recipients() == ["maria@example.org"]


class TestSlowServer:
    """One that answers a byte at a time, which no timeout of a socket ends."""

    @pytest.fixture
    def hold(self, monkeypatch):
        """Mails that are not answered until the test is over."""
        gate, held = threading.Event(), []

        def send(message):
            held.append(message)
            assert gate.wait(WAIT)
            return 1

        monkeypatch.setattr(mail, "LONGEST", 0.01)
        with monkeypatch.context() as slow:
            slow.setattr(EmailMessage, "send", send)
            slow.setattr(mail, "_sending", threading.BoundedSemaphore(3))
            yield held
            gate.set()

    def test_is_waited_for_no_longer_than_that(self, hold, caplog):
        user = UserFactory.build(email="maria@example.org")
        assert mail.send(user, "factor_added") is None
        assert "was not sent in" in caplog.text and "maria@" not in caplog.text

    def test_holds_few_threads(self, hold):
        user = UserFactory.build(email="maria@example.org")
        sent = [mail.send(user, "factor_added") for _ in range(5)]
        assert sent == [None] * 3 + [False] * 2 and len(hold) == 3

    def test_holds_nothing_that_waits_behind_it(self, hold, thread):
        user, done = UserFactory.build(email="maria@example.org"), threading.Event()
        mail.do_later(mail.send, user, "factor_added")
        mail.do_later(done.set)
        assert done.wait(WAIT)

    @pytest.mark.django_db
    def test_leaves_the_administrator_with_the_link(self, hold, boss, browser_of):
        new = {"username": "nora", "email": "nora@example.org", "role": "Editor"}
        admin = browser_of(boss)
        page = admin.post("/admin/auth/user/add/", new, follow=True).content.decode()
        assert "the mail may arrive later" in page
        assert "<code>http" in page
