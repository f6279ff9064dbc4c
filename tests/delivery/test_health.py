import pytest
from django.db import InterfaceError, OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

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
        [newest] = MigrationLoader(connection).graph.leaf_nodes("faq")
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
