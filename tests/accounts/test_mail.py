"""Mail goes out beside the answers, and what goes wrong with it says no secrets."""

import threading
from concurrent.futures import ThreadPoolExecutor
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail as outgoing
from django.core.mail import EmailMessage

from careerguide.accounts import mail
from tests.factories import UserFactory

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
        settings.SITE_NAME = "Bees\nBcc: everybody@example.org"
        user = UserFactory.build(email="maria@example.org")
        assert mail.send(user, "factor_added")
        [message] = outgoing.outbox
        assert message.subject.endswith("at Bees")
        assert message.recipients() == ["maria@example.org"]
