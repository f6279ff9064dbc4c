"""Test that a change reaches the readers of each process; a lost database, none."""

import datetime
import logging
import threading
import time
from dataclasses import replace
from functools import partial

import pytest
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.management import call_command
from django.db import DataError, IntegrityError, OperationalError
from django.utils import timezone

from articles.models import Article
from careerguide.page_cache.watcher import ChangeWatcher
from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.models.related import ContentVersion, WorkingCopy
from careerguide.publishing.public.cache_version import current_version
from careerguide.server import problem_log
from tests.factories import ArticleFactory, CareerFactory
from tests.library.helpers import stored

from .caching import Process

pytestmark = pytest.mark.django_db
LATER = datetime.timedelta(minutes=1)


@pytest.fixture
def process():
    """A process whose readers know home, the list, and an article on bees."""
    process = Process()
    # However slow this machine is, there is time to make three pages anew.
    process.cache.change = partial(process.cache.change, seconds=600)
    process.article = ArticleFactory(title="Bees")
    process.path = process.article.get_absolute_url()
    process.poll()
    for path in ("/", "/articles/", process.path):
        process.ask(path)
    return process


def save_title(article, title):
    content = actions.draft_of(Article.objects.get(pk=article.pk))
    content.title = title
    actions.save_draft(article, content, None)


def shown(process, words):
    """The kept pages on which the words stand."""
    return [path for path in process.cached if words in process.ask(path).text]


class TestChange:
    def test_is_on_every_page_after_the_next_look(self, process):
        save_title(process.article, "Wasps")
        actions.publish(process.article, None)
        assert shown(process, "Wasps") == []
        process.poll()
        assert {*shown(process, "Wasps")} == {"/", "/articles/", process.path}

    def test_has_pages_made_before_anybody_asks(self, process):
        actions.publish(process.article, None)
        process.poll()
        made = process.made
        assert {*process.cached} == {"/", "/articles/", process.path}
        process.ask(process.path)
        assert process.made == made

    def test_of_a_draft_changes_no_page(self, process):
        made = process.made
        save_title(process.article, "Wasps")
        process.poll()
        assert process.made == made and shown(process, "Wasps") == []

    def test_takes_a_page_away(self, process):
        actions.unpublish(process.article, None)
        process.poll()
        assert process.ask(process.path).status == 404
        assert shown(process, "Bees") == [] and process.path not in process.cached

    def test_of_a_picture_is_seen(self, process, admin_client):
        picture = stored()
        Article.objects.update(picture=picture)
        ContentVersion.bump()
        process.poll()
        form = {"alt": "A hive", "credit": "", "focal_x": 50, "focal_y": 50}
        url = f"/admin/library/image/{picture.pk}/change/"
        assert admin_client.post(url, form).status_code == 302
        process.poll()
        assert process.path in shown(process, 'alt="A hive"')

    def test_of_what_is_loaded_is_seen(self, process):
        call_command("loaddata", "site", verbosity=0)
        process.poll()
        assert "/about/" in process.ask("/").text

    def test_back_to_an_older_database_is_one(self, process):
        actions.publish(process.article, None)
        process.poll()
        ContentVersion.objects.update(number=0)
        Article.objects.update(title="As in the backup")
        process.poll()
        assert process.path in shown(process, "As in the backup")

    def test_while_a_page_is_made_leaves_it_to_the_next_reader(self, process):
        cache, since = process.cache, process.cache.since
        old = cache.pages[process.path, ""]
        actions.unpublish(process.article, None)
        process.poll()
        cache.keep((process.path, ""), old, since)
        assert process.path not in process.cached


class TestBusyMachine:
    """On which a look comes late."""

    @pytest.mark.parametrize(
        ("ago", "least", "most"), [(0, 0.1, 0.5), (1.3, 0.1, 0.3), (30, 0.1, 0.1)]
    )
    def test_has_fewer_pages_made_before_a_change_is_shown(
        self, process, monkeypatch, ago, least, most
    ):
        given = []

        def change(*args, seconds, **options):
            given.append(seconds)
            return []

        monkeypatch.setattr(ChangeWatcher, "is_alive", lambda self: True)
        monkeypatch.setattr(process.cache, "change", change)
        process.watch.looked_at = time.monotonic() - ago
        ContentVersion.bump()
        process.poll()
        assert least <= given[0] <= most


class TestHour:
    @pytest.mark.parametrize("field", ["publish_at", "unpublish_at"])
    def test_that_an_editor_set_is_kept_by_the_clock(self, process, clock, field):
        now = timezone.now()
        wasps = ArticleFactory(title="Wasps", **{field: now + LATER})
        ContentVersion.bump()
        process.poll()
        before = shown(process, "Wasps")
        clock(now + LATER / 2)
        process.poll()
        assert shown(process, "Wasps") == before
        clock(now + LATER)
        process.poll()
        process.ask(wasps.get_absolute_url())
        hidden = field == "unpublish_at"
        assert bool(before) == hidden and bool(shown(process, "Wasps")) != hidden

    def test_of_a_draft_publishes_it(self, process, clock):
        save_title(process.article, "Wasps")
        schedule.schedule(process.article, None, publish_at=timezone.now() + LATER)
        process.poll()
        assert shown(process, "Wasps") == []
        clock(timezone.now() + LATER)
        process.poll()
        assert process.path in shown(process, "Wasps")
        assert not WorkingCopy.objects.exists()


class TestDatabaseGone:
    @pytest.fixture
    def break_database(self, monkeypatch):
        def refuse(*args, **options):
            raise OperationalError("gone")

        def switch(is_gone):
            if is_gone:
                monkeypatch.setattr(
                    "careerguide.page_cache.watcher.current_version", refuse
                )
            else:
                monkeypatch.undo()

        return switch

    def test_leaves_readers_their_pages(self, process, break_database):
        kept = process.cached
        break_database(True)
        process.poll()
        made = process.made
        assert {process.ask(path).status for path in kept} == {200}
        assert process.made == made

    def test_is_said_once_and_so_is_its_return(self, process, break_database, caplog):
        caplog.set_level(logging.INFO, "careerguide.page_cache.watcher")
        break_database(True)
        process.poll()
        process.poll()
        break_database(False)
        process.poll()
        process.poll()
        told = [record.getMessage() for record in caplog.records]
        assert told == [
            "The database cannot be asked, pages stay: gone",
            "The database answers again",
        ]

    def test_hanging_is_said_by_those_who_read_on(self, process, caplog, monkeypatch):
        monkeypatch.setattr(process.cache, "late_at", 0)
        process.ask("/")
        process.ask("/")
        [record] = caplog.records
        assert "readers get 3 pages from memory" in record.getMessage()

    def test_in_the_middle_of_a_change_leaves_all_as_it_was(self, process, monkeypatch):
        actions.publish(process.article, None)
        kept = process.cached
        monkeypatch.setattr(process.cache, "make", lambda key, since: (503, None))
        process.poll()
        monkeypatch.undo()
        assert process.cached == kept
        process.poll()
        assert {*process.cached} == {*kept} and process.cache.counters["changes"] == 2


class TestPlans:
    """That are due, and cannot be carried out."""

    ERRORS = [
        IntegrityError("no such row"),
        ValidationError("no longer valid"),
        ObjectDoesNotExist("gone"),
        AttributeError("'NoneType' object has no attribute 'pk'"),
        OperationalError("deadlock detected"),
        DataError("too long"),
        RuntimeError("a bug in clean()"),
    ]

    @pytest.fixture
    def due(self, process, monkeypatch):
        """`due(error)`: something is due, always, and what publishes it raises."""

        def set_due(error):
            def fail():
                raise error

            monkeypatch.setattr("careerguide.page_cache.watcher.publish_due", fail)
            monkeypatch.setattr(
                "careerguide.page_cache.watcher.current_version",
                lambda *a, **o: replace(current_version(*a, **o), is_due=True),
            )

        return set_due

    @pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
    def test_stop_no_change(self, process, due, error, caplog):
        due(error)
        process.poll()
        save_title(process.article, "Wasps")
        actions.publish(process.article, None)
        process.poll()
        assert {*shown(process, "Wasps")} == {"/", "/articles/", process.path}
        assert "cannot be asked" not in caplog.text

    @pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
    def test_are_told_of_once(self, process, due, error, caplog):
        due(error)
        for _ in range(3):
            process.poll()
        [record] = caplog.records
        assert record.name == "careerguide.page_cache.watcher" and record.exc_info
        assert "What is due could not be published" in record.getMessage()

    def test_are_told_of_each_and_again_after_all_was_well(self, process, due, caplog):
        for error in (KeyError("a"), KeyError("b"), KeyError("a")):
            due(error)
            process.poll()
        assert len(caplog.records) == 2
        due(None)
        process.watch.plan_problems.clear()
        due(KeyError("a"))
        process.poll()
        assert len(caplog.records) == 3

    def test_that_differ_each_time_do_not_fill_the_log(self, process, due, caplog):
        for number in range(200):
            due(KeyError(number))
            process.watch._publish_due()
        assert len(caplog.records) == problem_log.MOST

    def test_come_after_the_pages(self, process, due, monkeypatch):
        order = []
        due(None)
        change = process.cache.change
        monkeypatch.setattr(
            process.cache,
            "change",
            lambda *a, **o: order.append("pages") or change(*a, **o),
        )
        monkeypatch.setattr(
            "careerguide.page_cache.watcher.publish_due",
            lambda: order.append("plans") or [],
        )
        ContentVersion.bump()
        process.poll()
        assert order == ["pages", "plans"]

    def test_without_a_database_say_that_once(self, process, due, caplog, monkeypatch):
        due(OperationalError("gone"))
        asked = iter([current_version(timezone.now())])

        def answer(*args, **options):
            if found := next(asked, None):
                return replace(found, is_due=True)
            raise OperationalError("gone")

        monkeypatch.setattr("careerguide.page_cache.watcher.current_version", answer)
        process.poll()
        process.poll()
        [record] = caplog.records
        assert record.getMessage() == "The database cannot be asked, pages stay: gone"

    def test_that_hang_do_not_keep_the_watch(self, process, due, monkeypatch):
        """As it runs in a process: beside it."""
        go, looks = threading.Event(), threading.Semaphore(0)
        watch, found = process.watch, current_version(timezone.now())
        numbers = iter(range(1_000, 1_009))
        monkeypatch.setattr(ChangeWatcher, "is_alive", lambda self: True)
        monkeypatch.setattr(
            process.cache, "change", lambda *a, **o: looks.release() or []
        )
        monkeypatch.setattr(
            "careerguide.page_cache.watcher.current_version",
            lambda *a, **o: replace(found, number=next(numbers), is_due=True),
        )
        monkeypatch.setattr(
            "careerguide.page_cache.watcher.publish_due", lambda: go.wait(30) and []
        )
        for _ in range(3):
            watch.poll()
        assert watch.planning.is_busy
        for _ in range(3):
            assert looks.acquire(blocking=False)
        go.set()
        watch.planning.thread.join(30)


class Over(BaseException):
    """What ends a watch that has no end."""


class TestRun:
    def run(self, monkeypatch, *steps, to_make=()):
        """Run a watch whose looks raise these, or None, one after the other."""
        watch, left = ChangeWatcher(cache=None), [*steps, Over()]
        watch.to_make.extend(to_make)

        def poll():
            if error := left.pop(0):
                raise error

        monkeypatch.setattr(watch, "poll", poll)
        monkeypatch.setattr(watch.look_again, "wait", lambda seconds: None)
        with pytest.raises(Over):
            watch.run()
        return watch

    def test_goes_on_after_a_stumble_which_is_told_once(self, monkeypatch, caplog):
        self.run(monkeypatch, ValueError("a"), ValueError("a"), ValueError("b"))
        assert [record.getMessage() for record in caplog.records] == [
            "The watch stumbled, and goes on: a",
            "The watch stumbled, and goes on: b",
        ]

    def test_tells_of_it_again_after_all_was_well(self, monkeypatch, caplog):
        self.run(monkeypatch, ValueError("a"), None, ValueError("a"))
        assert len(caplog.records) == 2

    def test_has_pages_made_beside_its_looks_where_some_are_left(self, monkeypatch):
        begun = []
        monkeypatch.setattr(
            "careerguide.server.background.Background.start",
            lambda self, work: begun.append(work.__name__),
        )
        self.run(monkeypatch, None)
        assert begun == []
        self.run(monkeypatch, None, ValueError("a"), to_make=["/"])
        assert begun == ["_make_all_ready"]


class TestStart:
    def test_makes_home_and_what_it_leads_to(self):
        career = CareerFactory()
        process = Process()
        process.poll()
        assert process.cached == ["/"]
        process.make_ready()
        assert {"/articles/", "/faq/", career.get_absolute_url()} < {*process.cached}

    def test_knows_what_changed_before_the_first_look(self):
        process = Process()
        article = ArticleFactory(title="Bees")
        process.ask(article.get_absolute_url())
        Article.objects.update(title="Wasps")
        ContentVersion.bump()
        process.poll()
        assert "Wasps" in process.ask(article.get_absolute_url()).text
