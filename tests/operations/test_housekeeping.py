"""Test that one command does what is due each day, whatever step fails."""

import datetime
import os
import sys

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from articles.models import Article
from careerguide.desk.models import ItemFacts
from careerguide.link_checking.models import ExternalLink
from careerguide.operations import housekeeping
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import Plan, Presence, PreviewLink
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import ArticleFactory, UserFactory, plan_for_now

pytestmark = pytest.mark.django_db


def ago(**time):
    return timezone.now() - datetime.timedelta(**time)


def keep_house(capsys):
    """What is printed, and the exit status."""
    try:
        call_command("housekeeping")
    except SystemExit as ended:
        return capsys.readouterr(), ended.code
    return capsys.readouterr(), 0


def session(key, ends):
    Session.objects.create(session_key=key, session_data="", expire_date=ends)


def test_deletes_what_has_expired_and_nothing_else(capsys):
    item, user, other = ArticleFactory(), UserFactory(), UserFactory()
    session("old", ago(minutes=1)), session("new", ago(minutes=-1))
    for minutes in (1, -1):
        PreviewLink.objects.create(item=item, expires_at=ago(minutes=minutes))
    Presence.objects.create(item=item, user=user, seen_at=ago(seconds=91))
    Presence.objects.create(item=item, user=other)
    for name, minutes in (("old", 16), ("new", 14)):
        attempt = AccessAttempt.objects.create(
            username=name, ip_address="::1", failures_since_start=1
        )
        AccessAttempt.objects.filter(pk=attempt.pk).update(
            attempt_time=ago(minutes=minutes)
        )
    printed, status = keep_house(capsys)
    assert (status, printed.err) == (0, "")
    assert [s.session_key for s in Session.objects.all()] == ["new"]
    assert PreviewLink.objects.get().expires_at > timezone.now()
    assert Presence.objects.get().user == other
    assert AccessAttempt.objects.get().username == "new"


def test_does_what_the_single_commands_do(capsys, settings):
    settings.TRASH_DAYS, settings.HISTORY_DAYS, settings.FEEDBACK_DAYS = 30, 30, 30
    due, trashed = ArticleFactory(), ArticleFactory()
    actions.save_draft(due, apply_snapshot(due, {"title": "On time"}), None)
    plan_for_now(due)
    actions.trash(trashed, None)
    Article.objects.filter(pk=trashed.pk).update(trashed_at=ago(days=31))
    printed, status = keep_house(capsys)
    assert status == 0
    assert Article.objects.get().title == "On time"
    for words in ("“On time” is published", "1 item deleted", "0 versions", "0 answe"):
        assert words in printed.out


def test_links_are_checked_once_a_day_where_that_is_allowed(
    capsys, settings, monkeypatch, tmp_path
):
    settings.STATE_DIR = tmp_path
    asked = []
    monkeypatch.setattr(
        "careerguide.link_checking.fetching.status_of",
        lambda url, agent: asked.append(url) or 404,
    )
    article = ArticleFactory(body="See [it](https://gone.example/).")
    keep_house(capsys)
    assert not asked
    settings.CHECK_LINKS = True
    for _hour in range(3):
        printed, status = keep_house(capsys)
    assert (asked, status) == (["https://gone.example/"], 0)
    assert "checked today" in printed.out
    assert ItemFacts.objects.of(article).get().finding_count
    ExternalLink.objects.update(checked_at=ago(days=8))
    keep_house(capsys)
    assert len(asked) == 1
    yesterday = ago(hours=24).timestamp()
    os.utime(tmp_path / housekeeping.LINKS_CHECKED, (yesterday, yesterday))
    keep_house(capsys)
    assert len(asked) == 2


@pytest.mark.parametrize("text", ["No link.", "See [it](https://a.example/)."])
def test_texts_are_read_for_links_once_a_day_whatever_they_have(
    capsys, settings, monkeypatch, tmp_path, text
):
    settings.CHECK_LINKS, settings.STATE_DIR = True, tmp_path
    read = []
    monkeypatch.setattr(housekeeping, "call_command", lambda *a, **k: read.append(a))
    ArticleFactory(body=text)
    for _hour in range(3):
        housekeeping.check_links(sys.stdout, sys.stderr)
    assert read == [("check_links",)]


@pytest.mark.parametrize("failing", range(len(housekeeping.STEPS)))
def test_failing_step_is_named_and_the_others_are_done(capsys, monkeypatch, failing):
    done = []

    def replaced(number, step):
        def run(**streams):
            if number == failing:
                raise ValueError("bees")
            done.append(step.__name__)

        run.__name__ = step.__name__
        return run

    steps = [replaced(*pair) for pair in enumerate(housekeeping.STEPS)]
    monkeypatch.setattr(housekeeping.housekeeping, "__defaults__", (steps,))
    printed, status = keep_house(capsys)
    name = housekeeping.STEPS[failing].__name__
    assert status == 1
    assert f"{name} failed: ValueError: bees" in printed.err
    assert done == [s.__name__ for s in housekeeping.STEPS if s.__name__ != name]


@pytest.mark.one_database
def test_machines_fault_is_a_sentence(capsys, monkeypatch):
    def full(**streams):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(housekeeping.housekeeping, "__defaults__", ((full,),))
    printed, status = keep_house(capsys)
    assert status == 1 and "full failed: The disk is full: free some" in printed.err


def test_unpublishable_draft_is_told_and_no_failure(capsys):
    due = ArticleFactory(title="Swarms")
    actions.save_draft(due, apply_snapshot(due, {"body": "They gather."}), None)
    plan_for_now(due)
    plan = Plan.objects.get()
    plan.values["body"] = ""
    plan.save()
    printed, status = keep_house(capsys)
    assert status == 0 and "“Swarms” is not published" in printed.err
