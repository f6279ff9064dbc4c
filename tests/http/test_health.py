"""Test the health checks, and what the log says of them."""

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from careerguide.http import health
from tests.wsgi import call


@pytest.mark.django_db
class TestHealthz:
    def test_asks_the_database_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            answer = call("/healthz")
        assert (answer.status, answer.text) == (200, "ok\n")

    @pytest.mark.parametrize("path", ["/healthz", "/readyz"])
    def test_answer_is_kept_by_no_cache(self, path):
        answer = call(path)
        assert "no-store" in answer.headers["cache-control"]
        assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.django_db
class TestReadyz:
    def test_is_ready_with_every_migration(self):
        answer = call("/readyz")
        assert (answer.status, answer.text) == (200, "ok\n")

    def test_is_not_while_one_is_missing(self):
        [newest] = MigrationLoader(connection).graph.leaf_nodes("publishing")
        MigrationRecorder(connection).record_unapplied(*newest)
        answer = call("/readyz")
        assert (answer.status, answer.text) == (
            503,
            "migrations are missing: run manage.py migrate\n",
        )

    @pytest.mark.parametrize("error", [OperationalError, InterfaceError])
    def test_is_not_while_the_database_is_gone(self, monkeypatch, error):
        def gone(*arguments, **options):
            raise error("gone")

        monkeypatch.setattr(connection, "cursor", gone)
        answer = call("/readyz")
        assert (answer.status, answer.text) == (503, "the database does not answer\n")


@pytest.mark.django_db
class TestLogOfReadyz:
    @pytest.fixture(autouse=True)
    def _anew(self, monkeypatch):
        monkeypatch.setattr(health, "readiness", health.Readiness())

    def test_says_once_that_it_is_away_and_once_that_it_is_back(
        self, monkeypatch, caplog
    ):
        def gone(*arguments, **options):
            raise OperationalError("gone")

        for _ in range(2):
            with monkeypatch.context() as away:
                away.setattr(connection, "cursor", gone)
                for _ in range(5):
                    assert call("/readyz").status == 503
            for _ in range(5):
                assert call("/readyz").status == 200
        ours = [r for r in caplog.records if r.name == health.logger.name]
        messages = [r.getMessage() for r in ours if r.levelname != "INFO"]
        away, back = "Not ready: the database does not answer", "Ready again"
        assert [words[: len(away)] for words in messages[::2]] == [away] * 2
        assert [words[: len(back)] for words in messages[1::2]] == [back] * 2

    def test_says_another_reason_too(self, caplog):
        readiness = health.Readiness()
        for missing in (None, "a", "a", "b", "b", None, None):
            readiness.tell(missing)
        assert [r.getMessage() for r in caplog.records] == [
            "Not ready: a",
            "Not ready: b",
            "Ready again: what was missing is back (b)",
        ]
