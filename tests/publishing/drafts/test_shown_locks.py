"""Test publishing an article in the very moment in which its table is hidden.

Each of the two is right alone. Whichever comes first, the other one has to know of it.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections, transaction
from django.utils import timezone

from articles.models import Article
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.due import publish_due
from careerguide.publishing.drafts.schedule import schedule
from careerguide.publishing.models.related import Plan
from statistics.models import StatTable
from tests.factories import ArticleFactory, StatTableFactory, UserFactory
from tests.forms import sent_by
from tests.publishing.admin.test_base import admin_url

LONGEST = 60  # seconds: catches what hangs

needs_locks = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite writes one after the other"
)
pytestmark = [
    pytest.mark.every_database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def in_days(days):
    return timezone.now() + timedelta(days=days)


class Checked:
    """Stops the first thread that has checked an article, until it `may_go_on`."""

    def __init__(self, monkeypatch):
        self.is_checked, self.may_go_on = Event(), Event()
        check = Article.full_clean

        def full_clean(item, *args, **kwargs):
            check(item, *args, **kwargs)
            if not self.is_checked.is_set():
                self.is_checked.set()
                assert self.may_go_on.wait(LONGEST)

        monkeypatch.setattr(Article, "full_clean", full_clean)


@pytest.fixture
def at_once(monkeypatch):
    """Does `first` up to its check, then `second`, then the rest of `first`."""

    def work(function):
        try:
            return function()
        finally:
            connections.close_all()

    def do(first, second):
        checked = Checked(monkeypatch)
        with ThreadPoolExecutor(2) as pool:
            one = pool.submit(work, first)
            try:
                assert checked.is_checked.wait(LONGEST)
                other = pool.submit(work, second)
                wait_until_blocked(other)
            finally:
                checked.may_go_on.set()
            return one.result(LONGEST), other.result(LONGEST)

    return do


def wait_until_blocked(future):
    """Until the other thread waits for a lock, or has not waited for any."""
    blocked = (
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
        "AND datname = current_database()"
    )
    end = time.monotonic() + LONGEST
    while not future.done() and time.monotonic() < end:
        with connection.cursor() as cursor:
            cursor.execute(blocked)
            if cursor.fetchone()[0]:
                return
        time.sleep(0.01)


@pytest.fixture
def article():
    return ArticleFactory(status="draft", body="Pay.\n\n[[table: pay]]")


@needs_locks
class TestAtOnce:
    def test_publishing_and_unpublishing(self, at_once, article, admin_client):
        table = StatTableFactory(slug="pay")
        address = admin_url(table, "unpublish", table.pk)
        form = sent_by(admin_client.get(address))
        _row, answer = at_once(
            lambda: actions.publish(article, None),
            lambda: admin_client.post(address, form).content.decode(),
        )
        assert Article.objects.get().is_published
        assert StatTable.objects.get().is_published
        assert str(article) in answer  # the page names what would lose it now

    def test_publishing_and_trash(self, at_once, article, admin_client):
        table = StatTableFactory(slug="pay")
        Article.objects.update(body="Pay.")
        address = admin_url(table, "delete", table.pk)
        form = sent_by(admin_client.get(address))
        Article.objects.update(body="Pay.\n\n[[table: pay]]")
        at_once(
            lambda: actions.publish(article, None),
            lambda: admin_client.post(address, form),
        )
        assert StatTable.objects.get().is_published

    def test_planning_and_cancelling_the_plan(self, at_once, article):
        table = StatTableFactory(slug="pay", publish_at=in_days(1))
        user = UserFactory()
        _row, cancelled = at_once(
            lambda: schedule(article, user, publish_at=in_days(2)),
            lambda: schedule(table, user, publish_at=None),
        )
        assert cancelled.held_with_it == [article]
        assert Plan.objects.of(article).get().is_held

    def test_planning_and_unpublishing(self, at_once, article):
        table, user = StatTableFactory(slug="pay"), UserFactory()
        _row, hidden = at_once(
            lambda: schedule(article, user, publish_at=in_days(2)),
            lambda: actions.unpublish(table, user),
        )
        assert hidden.held_with_it == [article]

    def test_planning_and_hiding_the_career(self, at_once, article):
        table, user = StatTableFactory(slug="pay"), UserFactory()
        _row, hidden = at_once(
            lambda: schedule(article, user, publish_at=in_days(2)),
            lambda: actions.unpublish(table.career, user),
        )
        assert hidden.held_with_it == [article]

    def test_planning_anew_what_waits_already(self, at_once, article):
        """Both have what the other one needs: neither waits for the other for ever."""
        table, user = StatTableFactory(slug="pay"), UserFactory()
        schedule(article, user, publish_at=in_days(2))
        _row, hidden = at_once(
            lambda: schedule(article, user, publish_at=in_days(3), plans_again=True),
            lambda: actions.unpublish(table, user),
        )
        assert hidden.held_with_it == [article]

    def test_its_hour_and_unpublishing(self, at_once, admin_client):
        table, user = StatTableFactory(slug="pay"), UserFactory()
        article = ArticleFactory(body="Pay.")
        wanted = Article.objects.get()
        wanted.body = "Pay.\n\n[[table: pay]]"
        actions.save_draft(article, wanted, user)
        schedule(article, user, publish_at=in_days(1))
        address = admin_url(table, "unpublish", table.pk)
        form = sent_by(admin_client.get(address)) | {"base_losses": ""}
        at_once(
            lambda: publish_due(in_days(2)),
            lambda: admin_client.post(address, form),
        )
        assert "[[table: pay]]" in Article.objects.get().body
        assert StatTable.objects.get().is_published


class TestOneAfterTheOther:
    def test_table_that_went_blocks(self, article):
        table = StatTableFactory(slug="pay")
        actions.unpublish(table, None)
        with pytest.raises(ValidationError, match="not published yet"):
            actions.publish(article, None)

    @needs_locks
    def test_table_that_is_being_changed_is_waited_for(self, article):
        """Hidden, but not yet committed: the check comes after it."""
        table = StatTableFactory(slug="pay")
        is_hidden, may_commit = Event(), Event()

        def hide():
            try:
                with transaction.atomic():
                    actions.unpublish(table, None)
                    is_hidden.set()
                    assert may_commit.wait(LONGEST)
            finally:
                connections.close_all()

        def publish():
            try:
                actions.publish(article, None)
            except ValidationError as error:
                return str(error)
            finally:
                connections.close_all()

        with ThreadPoolExecutor(2) as pool:
            one = pool.submit(hide)
            assert is_hidden.wait(LONGEST)
            other = pool.submit(publish)
            wait_until_blocked(other)
            may_commit.set()
            one.result(LONGEST)
            assert "not published yet" in other.result(LONGEST)
        assert not Article.objects.get().is_published
