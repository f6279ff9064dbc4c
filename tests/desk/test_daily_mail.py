"""Test that the list goes by mail once a day, to those who want it and may see it."""

import io
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from careerguide.desk.daily_mail import send_lists
from careerguide.desk.facts import keep
from careerguide.desk.models import DailyMail, ItemFacts
from careerguide.operations.housekeeping import housekeeping, send_daily_mail
from careerguide.search.models import MissedSearch
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(sign_in):
    user = sign_in("Publisher")
    user.email = "ada@example.org"
    user.save()
    DailyMail.objects.create(user=user)
    return user


@pytest.fixture
def late(db):
    day = timezone.localdate() - timedelta(days=1)
    return ArticleFactory(title="Bees in winter", review_by=day)


def test_has_the_list_and_goes_once_a_day(reader, late):
    assert (send_lists(), send_lists()) == ((1, 0), (0, 0))
    [sent] = mail.outbox
    assert sent.to == ["ada@example.org"]
    assert "Bees in winter" in sent.body and "/admin/" in sent.body
    DailyMail.objects.update(sent_on=timezone.localdate() - timedelta(days=1))
    assert send_lists() == (1, 0)


def test_counts_are_written_as_the_language_does(reader, late):
    ItemFacts.objects.of(late).delete()
    facts = keep(late)
    ItemFacts.objects.filter(pk=facts.pk).update(claim_count=1234)
    MissedSearch.objects.create(words="visa", times=5678)
    send_lists()
    [sent] = mail.outbox
    assert "1,234" in sent.body and "visa (5,678)" in sent.body
    assert "1,237 things need you" in sent.subject


def test_failing_mail_is_tried_again(reader, late, monkeypatch):
    monkeypatch.setattr("careerguide.desk.daily_mail.send", lambda *a, **k: False)
    assert send_lists() == (0, 1)
    [outcome] = housekeeping(io.StringIO(), io.StringIO(), [send_daily_mail])
    assert outcome.error.startswith("Lists that could not be sent by mail: 1.")
    monkeypatch.undo()
    assert send_lists() == (1, 0)


def test_nothing_goes_without_anything_to_do(reader):
    assert send_lists() == (0, 0) and not mail.outbox


def test_not_to_those_who_may_not_see_it(late):
    user = UserFactory(email="bo@example.org")
    DailyMail.objects.create(user=user)
    assert send_lists() == (0, 0) and not mail.outbox


def test_is_asked_for_and_ended_on_the_first_page(client, reader):
    client.post("/admin/desk/mail/", {"wanted": "0"})
    assert not DailyMail.objects.exists()
    client.post("/admin/desk/mail/", {"wanted": "1"})
    assert DailyMail.objects.get().user == reader


def test_account_without_an_address_is_told(client, sign_in):
    sign_in("Editor")
    answer = client.post("/admin/desk/mail/", {"wanted": "1"}, follow=True)
    assert "has no address" in answer.content.decode()
    assert not DailyMail.objects.exists()
