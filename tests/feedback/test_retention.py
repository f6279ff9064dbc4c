"""Test what `prune_feedback` deletes, forgets and keeps."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from careerguide.feedback.models import Feedback
from tests.factories import ArticleFactory
from tests.feedback.sending import send

pytestmark = pytest.mark.django_db


@pytest.fixture
def of_age(db):
    article = ArticleFactory()

    def make(days, minutes=1):
        age = datetime.timedelta(days=days, minutes=minutes)
        return Feedback.objects.create(
            item=article,
            page="/",
            kind="helpful",
            sender="a",
            created_at=timezone.now() - age,
        )

    return make


def run(capsys, **options):
    call_command("prune_feedback", **options)
    return capsys.readouterr().out


def test_deletes_what_is_older(of_age, capsys, settings):
    settings.FEEDBACK_DAYS = 10
    of_age(10), (young := of_age(9))
    assert "1 answer older than 10 days deleted." in run(capsys)
    assert list(Feedback.objects.all()) == [young]


def test_keeps_everything_for_0_days_but_forgets_senders(of_age, capsys):
    of_age(900), of_age(2), of_age(1)
    output = run(capsys, days=0)
    assert "2 senders forgotten." in output and "All feedback is kept" in output
    senders = Feedback.objects.order_by("created_at").values_list("sender", flat=True)
    assert list(senders) == ["", "", "a"]


def test_next_feedback_lets_what_is_too_old_go(of_age, client, settings):
    settings.FEEDBACK_DAYS = 10
    of_age(11), of_age(3)
    send(client, ArticleFactory(), helpful="yes")
    left = Feedback.objects.order_by("created_at")
    assert [bool(feedback.sender) for feedback in left] == [False, True]
