"""Provide what every test can use: people, a media folder, and the seeded guide."""

import os
import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections
from django.test.utils import override_settings

from careerguide.caching import redis as shared_cache
from careerguide.caching.memory import memory_cache, site_cache
from careerguide.identity import current
from careerguide.publishing.signals import Change
from careerguide.search import updates
from careerguide.server.interpreter import freeze_gc
from tests.accounts.mailing import at_once
from tests.collected import collect_once
from tests.factories import PublishedFactory, UserFactory
from tools.testbed.machine import find_redis
from tools.testbed.redis import temporary_redis

# Sets of parameters that on a second database stand for all of a test.
FEW = 2


def pytest_addoption(parser):
    parser.addoption(
        "--database-only",
        action="store_true",
        help="run only the tests that use the database, as on a second one",
    )
    parser.addoption(
        "--one-of-each",
        action="store_true",
        help="run each test with one set of its parameters, for a first answer",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    refuse_to_leave_an_empty_database(items)
    if config.getoption("--database-only"):
        keep(few_of_each([i for i in items if uses_database(i)]), config, items)
    if config.getoption("--one-of-each"):
        keep((same[0] for same in by_test(items)), config, items)
    # One that began last would keep a single process busy while the others are done.
    items.sort(key=lambda item: not item.get_closest_marker("long"))


def refuse_to_leave_an_empty_database(items):
    """A test with transactions of its own brings back what `migrate` made, or the next
    one meets other content types than Django remembers."""
    for item in items:
        for marker in item.iter_markers("django_db"):
            if len({"transaction", "serialized_rollback"} & {*marker.kwargs}) == 1:
                raise pytest.UsageError(
                    f"{item.nodeid}: django_db(transaction=True) needs "
                    "serialized_rollback=True"
                )


def keep(chosen, config, items):
    """Leave the others out, in the way of pytest's own options."""
    chosen = {*chosen}
    config.hook.pytest_deselected(items=[i for i in items if i not in chosen])
    items[:] = [item for item in items if item in chosen]


def by_test(items):
    """The items of each test: one for every set of its parameters."""
    tests = defaultdict(list)
    for item in items:
        tests[item.nodeid.partition("[")[0]].append(item)
    return tests.values()


def few_of_each(items):
    """All tests; of one that asks for pages, with many parameters, a few spread ones.

    Another database may answer a page's queries in another way, and mostly does so
    whatever the parameters are; where they matter, the test is marked.
    """
    for same in by_test(items):
        asks = {"client", "wsgi", "browser_of"} & {*same[0].fixturenames}
        asks = asks or same[0].get_closest_marker("through_pages")
        whole = same[0].get_closest_marker("every_database")
        if asks and not whole and len(same) > FEW:
            same = [same[n * (len(same) - 1) // (FEW - 1)] for n in range(FEW)]
        yield from same


def pytest_collection_finish():
    """It saves about a seventh of the time of tests that show pages."""
    freeze_gc()


def uses_database(item):
    if item.get_closest_marker("one_database"):
        return False
    fixtures = {"db", "transactional_db", "django_db_serialized_rollback"}
    return bool(item.get_closest_marker("django_db") or fixtures & {*item.fixturenames})


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, tmp_path_factory):
    """Make the database, and copy a SQLite one while nothing is in it.

    None is made, and ours is named, where no test of a run asks for one.
    """
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        return None
    file = tmp_path_factory.mktemp("migrated") / "guide.sqlite3"
    with django_db_blocker.unblock(), closing(sqlite3.connect(file)) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)
    return file


@pytest.fixture(scope="session")
def migrated_file(django_db_setup):
    """A SQLite file with all migrations applied, to be copied: they take 2 seconds.

    None where tests run on another database, or on none.
    """
    return django_db_setup


@pytest.fixture(scope="session")
def collected(tmp_path_factory, worker_id):
    """The static files as a server has them, of all processes of this run."""
    folder = tmp_path_factory.getbasetemp()
    return collect_once(folder if worker_id == "master" else folder.parent)


@pytest.fixture(scope="session")
def _own_state(tmp_path_factory):
    """Uploads and notes of all tests of a process go to a folder of its own.

    Passwords are hashed in no time, where it takes half a second otherwise, and mail is
    sent without its thread, which would have a database of its own.
    """
    folder = tmp_path_factory.mktemp("state")
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher"
    with (
        override_settings(
            MEDIA_ROOT=folder / "media",
            STATE_DIR=folder,  # where requests may leave a note for `check`
            PASSWORD_HASHERS=[hasher],
        ),
        pytest.MonkeyPatch.context() as monkeypatch,
    ):
        at_once(monkeypatch)
        yield folder


@pytest.fixture(autouse=True)
def _clean_slate(_own_state):
    """Nothing of another test is in memory or in the folder of uploads.

    It is asked before each of thousands of tests: what it costs, it costs often.
    """
    for left in os.scandir(_own_state):
        shutil.rmtree(left) if left.is_dir() else os.unlink(left)
    cache.clear()
    memory_cache.clear()
    site_cache.clear()
    current.know("")


@pytest.fixture
def redis(settings, monkeypatch):
    """A Redis of our own that the cache stands on; ``redis.stop()`` and the like."""
    if find_redis() is None:
        pytest.skip("Redis is not on this machine")
    # On a busy machine one that works may take longer to answer than we would wait.
    monkeypatch.setattr(shared_cache, "TOO_SLOW", 60)
    monkeypatch.setitem(shared_cache.CONNECTION, "socket_timeout", 60)
    with temporary_redis() as server:
        backend = "careerguide.caching.redis.SharedCache"
        default = settings.CACHES["default"] | {"BACKEND": backend}
        settings.CACHES = {"default": default | {"LOCATION": server.url}}
        yield server


@pytest.fixture(params=["stopped", "paused", "full"])
def failing_redis(request, redis, monkeypatch):
    """What each test of it goes through thrice."""
    if request.param == "stopped":
        redis.stop()
    elif request.param == "paused":
        monkeypatch.setitem(shared_cache.CONNECTION, "socket_timeout", 0.1)
        redis.pause()
    else:
        redis.fill()
    return redis


@pytest.fixture
def shared_database(tmp_path, monkeypatch):
    """Make the database one that threads share as processes do: on SQLite, a file."""
    if connection.vendor != "sqlite":
        yield
        return
    file = tmp_path / "guide.sqlite3"
    connection.ensure_connection()
    memory = connection.connection
    with closing(sqlite3.connect(file)) as copy:
        memory.backup(copy)
    database = connections.settings["default"]
    # On a slow and busy machine all of them together may take longer than ours allows.
    patient = database["OPTIONS"] | {"timeout": 120}
    monkeypatch.setitem(database, "NAME", str(file))
    monkeypatch.setitem(database, "OPTIONS", patient)
    connection.connection = None
    yield
    connection.close()
    connection.connection = memory


@pytest.fixture
def clock(monkeypatch):
    """Stop the clock at an hour of your own: ``clock(noon)``."""

    def stop(moment):
        monkeypatch.setattr("django.utils.timezone.now", lambda: moment)

    return stop


@pytest.fixture
def admin_client(client, db):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.fixture
def sign_in(client, db):
    """Sign in as a new member of a group: ``user = sign_in("Author")``."""

    def sign_in_as(group):
        user = UserFactory()
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return sign_in_as


@pytest.fixture
def publisher(sign_in):
    return sign_in("Publisher")


@pytest.fixture
def indexed(db, monkeypatch):
    """What factories make is found by searches, as if an editor had published it."""
    create = PublishedFactory._create

    def create_indexed(cls, *args, **kwargs):
        item = create.__func__(cls, *args, **kwargs)
        updates.update_index(Change.PUBLISHED, [item])
        return item

    monkeypatch.setattr(PublishedFactory, "_create", classmethod(create_indexed))


@pytest.fixture
def seeded(db):
    """The whole guide of the fixtures, indexed once and not after each of its files."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(updates, "rebuild", lambda: None)
        call_command("seed", verbosity=0)
    updates.rebuild()
