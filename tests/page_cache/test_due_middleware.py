"""Test that a draft whose hour has come is published by the next request, once."""

import datetime
import threading

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from careerguide.page_cache import due_middleware
from careerguide.page_cache.due_middleware import PublishDue
from careerguide.publishing.drafts import actions, due
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from careerguide.wsgi import django
from tests.factories import ArticleFactory, plan_for_now
from tests.wsgi import call

pytestmark = pytest.mark.django_db


@pytest.fixture
def application(monkeypatch):
    """The site, as a process that has not looked yet."""
    return PublishDue(django)


def due_draft(title="Bees in winter"):
    article = ArticleFactory(title="Bees")
    content = apply_snapshot(article, snapshot(article) | {"title": title})
    actions.save_draft(article, content, None)
    plan_for_now(article)
    return article


class TestPublishDue:
    def test_page_shows_what_is_due_at_once(self, application):
        article = due_draft()
        page = call(article.get_absolute_url(), application=application)
        assert "Bees in winter" in page.text

    def test_looks_once_a_second(self, application, monkeypatch):
        now = 1000.0
        monkeypatch.setattr(due_middleware.time, "monotonic", lambda: now)
        call("/", application=application)
        article = due_draft()
        path = article.get_absolute_url()
        assert "Bees in winter" not in call(path, application=application).text
        now += 1
        assert "Bees in winter" in call(path, application=application).text

    def test_next_hour_is_left_alone(self, application):
        article = due_draft()
        later = timezone.now() + datetime.timedelta(hours=1)
        Plan.objects.update(publish_at=later)
        page = call(article.get_absolute_url(), application=application)
        assert "Bees in winter" not in page.text

    def test_database_that_is_gone_stops_no_page(self, application, monkeypatch):
        def gone():
            raise OperationalError("gone")

        monkeypatch.setattr(due_middleware, "publish_due", gone)
        assert call("/", application=application).status == 200


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_many_processes_publish_it_once(shared_database):
    article = due_draft()
    published = []

    def process():
        try:
            published.extend(due.publish_due())
        finally:
            connection.close()

    threads = [threading.Thread(target=process) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert published == [article]
    assert article.history.filter(event="published").count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.every_database
def test_what_somebody_has_locked_stops_no_other(shared_database):
    """On SQLite, which locks no rows, whoever writes waits for its turn."""
    locked, other = due_draft("Locked"), due_draft("Other")
    has_lock, go_on, published = threading.Event(), threading.Event(), []

    def editor():
        try:
            with transaction.atomic():
                actions.lock(locked)
                has_lock.set()
                go_on.wait(60)
        finally:
            connection.close()

    holding = threading.Thread(target=editor)
    holding.start()
    has_lock.wait(60)
    if not connection.features.has_select_for_update_skip_locked:
        go_on.set()
        holding.join()
    published += due.publish_due()
    go_on.set()
    holding.join()
    published += due.publish_due()
    assert set(published) == {locked, other}
    assert len(published) == 2
