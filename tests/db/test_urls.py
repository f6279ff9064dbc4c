"""Test DATABASE_URL as people write it."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from careerguide.db import describe_database, file_of
from careerguide.db.urls import database_from, sqlite_file
from tests.each import each


class TestPostgresql:
    @pytest.mark.parametrize("scheme", ["postgres", "postgresql", "pgsql"])
    def test_is_read(self, scheme):
        found = database_from(f"{scheme}://me:sec%2Fret@db.example:5433/guide")
        assert found["ENGINE"] == "django.db.backends.postgresql"
        assert (found["USER"], found["PASSWORD"]) == ("me", "sec/ret")
        assert (found["HOST"], found["PORT"]) == ("db.example", 5433)
        assert found["NAME"] == "guide"

    def test_by_a_socket_is_read(self):
        found = database_from("postgres://guide@//run/postgresql/guide")
        assert (found["HOST"], found["NAME"]) == ("/run/postgresql", "guide")

    @each(
        ("url", "words"),
        [
            ("postgres://me:secret@db:99999/guide", "a host or port that is none"),
            ("postgres://me:secret@db:x/guide", "a host or port that is none"),
            ("postgres://me:secret@db:0/guide", "the port 0"),
            ("postgres://me:secret@[db/guide", "a host or port that is none"),
            ("postgres://me:sec/secret@db/guide", "a host or port that is none"),
            ("postgres://secret@db/guide#x", "holds a #"),
            ("postgres://me:secret word@db/guide", "holds a space"),
            ("postgres://me:secret@db/guide\n", "holds a space"),
            ("postgres://me:secret@db", "names no database"),
            ("postgres://me:secret@db/", "names no database"),
            ("postgres://me:secret@db/a/b", "more than one database"),
        ],
    )
    def test_mistake_is_named_and_the_password_is_not_told(self, url, words):
        with pytest.raises(ImproperlyConfigured, match=f"DATABASE_URL .*{words}") as e:
            database_from(url)
        assert "secret" not in str(e.value)


class TestOthers:
    @pytest.mark.parametrize(
        "kind", ["mysql", "oracle", "mssql", "mongodb", "postgis", "http", "file"]
    )
    def test_kind_is_named(self, kind):
        with pytest.raises(ImproperlyConfigured) as error:
            database_from(f"{kind}://me:secret@db/guide")
        assert f"DATABASE_URL names a database of the kind '{kind}'" in str(error.value)
        assert "use PostgreSQL or SQLite" in str(error.value)
        assert "secret" not in str(error.value)

    @pytest.mark.parametrize(
        "url", ["guide.sqlite3", "/var/guide.sqlite3", "postgres:secret", "secret"]
    )
    def test_text_that_is_no_address_is_said(self, url):
        with pytest.raises(ImproperlyConfigured, match="no address of a data") as error:
            database_from(url)
        assert "secret" not in str(error.value)


class TestSqlite:
    def test_file_and_its_folder_are_made_the_first_time(self, tmp_path):
        file = tmp_path / "a folder" / "guide#1+2.sqlite3"
        first = database_from(f"sqlite:///{file}")
        assert file_of(first) == file and first["NAME"].endswith("?mode=rwc")
        file.touch()
        assert database_from(f"sqlite:///{file}")["NAME"].endswith("?mode=rw")

    def test_folder_is_refused(self, tmp_path):
        with pytest.raises(ImproperlyConfigured, match="DATABASE_URL .* is a folder"):
            database_from(f"sqlite:///{tmp_path}")

    def test_file_in_the_place_of_a_folder_is_refused(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(ImproperlyConfigured, match="DATABASE_URL .* be opened"):
            database_from(f"sqlite:///{tmp_path}/file/guide.sqlite3")

    def test_what_is_no_file_is_refused(self):
        with pytest.raises(ImproperlyConfigured, match="/dev/null, which is no file"):
            database_from("sqlite:////dev/null")

    def test_file_that_cannot_be_read_is_refused(self, tmp_path, monkeypatch):
        (tmp_path / "guide.sqlite3").touch()
        monkeypatch.setattr("os.access", lambda asked, mode: asked == tmp_path)
        with pytest.raises(ImproperlyConfigured, match="Permission denied"):
            database_from(f"sqlite:///{tmp_path}/guide.sqlite3")

    def test_folder_that_cannot_be_written_is_refused(self, tmp_path, monkeypatch):
        monkeypatch.setattr("os.access", lambda *asked: False)
        with pytest.raises(ImproperlyConfigured, match="Permission denied"):
            database_from(f"sqlite:///{tmp_path}/guide.sqlite3")

    @pytest.mark.parametrize("url", ["sqlite://guide.sqlite3", "sqlite:///"])
    def test_number_of_slashes_is_explained(self, url):
        with pytest.raises(ImproperlyConfigured, match="names no file after sqlite://"):
            database_from(url)

    def test_default_names_the_variable_it_comes_from(self, tmp_path):
        (tmp_path / "file").touch()
        with pytest.raises(ImproperlyConfigured, match="^STATE_DIR leads to"):
            sqlite_file(tmp_path / "file" / "guide.sqlite3", "STATE_DIR")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgres://me:secret@db:5433/guide", "PostgreSQL guide on db:5433"),
        ("postgres://me:secret@db/guide?sslmode=require", "PostgreSQL guide on db"),
        ("postgres:///guide", "PostgreSQL guide on this machine"),
    ],
)
def test_words_for_a_database_hold_no_password(url, words):
    assert describe_database(database_from(url)) == words
