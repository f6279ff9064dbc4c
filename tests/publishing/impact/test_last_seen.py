"""Test what readers are taken to have seen of an item last."""

import datetime

import pytest
from django.utils import timezone

from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.impact.last_seen import last_seen
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import ArticleFactory, CareerFactory

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def write(item, **values):
    draft = actions.draft_of(stored(item))
    actions.save_draft(item, apply_snapshot(draft, snapshot(draft) | values), None)


def seen(item):
    found = last_seen(stored(item))
    return found and found.body


@pytest.fixture
def article():
    return ArticleFactory(body="Of 3 bees.")


def test_what_shows(article):
    write(article, body="Of 4 bees.")
    assert seen(article) == "Of 3 bees."


def test_what_was_hidden_since(article):
    actions.unpublish(article, None)
    write(article, body="Of 4 bees.")
    assert seen(article) == "Of 3 bees."


def test_what_showed_before_a_plan_to_show_something_else(article):
    actions.unpublish(article, None)
    write(article, body="Of 4 bees.")
    schedule.schedule(article, None, publish_at=timezone.now() + HOUR)
    assert stored(article).body == "Of 4 bees."
    assert seen(article) == "Of 3 bees."


def test_what_was_planned_and_never_showed():
    article = ArticleFactory(status="draft")
    schedule.schedule(article, None, publish_at=timezone.now() + HOUR)
    assert seen(article) is None
    schedule.schedule(article, None)
    assert stored(article).was_published and seen(article) is None


def test_draft_that_nobody_published():
    assert seen(ArticleFactory(status="draft")) is None


def test_what_the_clock_took_down():
    ended = timezone.now() - HOUR
    article = ArticleFactory(body="Of 3 bees.", unpublish_at=ended)
    assert seen(article) == "Of 3 bees."


def test_guide_that_never_showed():
    assert seen(ArticleFactory(career=CareerFactory(status="draft"))) is None


def test_guide_that_was_hidden_since(article):
    actions.unpublish(article.career, None)
    assert seen(article) == "Of 3 bees."
