"""Test a database file that is moved, or replaced, under an open connection."""

import pytest
from django.db import OperationalError

from careerguide.db.sqlite3.base import DatabaseWrapper


@pytest.fixture
def file(tmp_path):
    return tmp_path / "guide.sqlite3"


@pytest.fixture
def database(file, db):
    """As each request finds it: with a connection that an earlier one has opened."""
    file.touch()
    settings = {
        "NAME": f"{file.as_uri()}?mode=rw",
        "OPTIONS": {},
        "TIME_ZONE": None,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "AUTOCOMMIT": True,
    }
    database = DatabaseWrapper(settings)
    database.connect()
    yield database
    database.close()


def next_request(database):
    database.close_if_unusable_or_obsolete()
    with database.cursor() as cursor:
        return cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


@pytest.mark.one_database
class TestFile:
    def test_connection_is_kept_while_the_file_is_there(self, database):
        opened = database.connection
        next_request(database)
        assert database.connection is opened

    def test_file_moved_away_is_an_error_and_no_new_file(self, database, file):
        file.rename(file.with_name("elsewhere"))
        with pytest.raises(OperationalError, match="unable to open"):
            next_request(database)
        assert not file.exists()

    def test_file_put_back_is_opened_again(self, database, file):
        away = file.rename(file.with_name("elsewhere"))
        with pytest.raises(OperationalError):
            next_request(database)
        away.rename(file)
        assert next_request(database) == 0

    def test_another_file_in_its_place_is_opened(self, database, file):
        file.rename(file.with_name("before"))
        other = DatabaseWrapper(database.settings_dict | {"NAME": str(file)})
        with other.cursor() as cursor:
            cursor.execute("CREATE TABLE restored (id)")
        other.close()
        assert next_request(database) == 1

    def test_database_in_memory_has_no_file_to_lose(self, database):
        memory = DatabaseWrapper(database.settings_dict | {"NAME": ":memory:"})
        memory.connect()
        assert memory.is_usable()
        memory.close()
