"""Test that backups come back whole, on either database, or nothing is changed."""

import datetime
import gzip
import io
import itertools
import json
import os
import pwd
import re
import shlex
import shutil
import sqlite3
import subprocess
import tarfile
from contextlib import closing
from urllib.request import urlopen

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from articles.models import Article
from careerguide.accounts.models import Invitation, RecoveryCodes, SignIn
from careerguide.operations.backups import archive_writer, postgresql, restore, sqlite
from careerguide.operations.backups.archive import Archive
from careerguide.operations.backups.archive_writer import Writer, compress
from careerguide.operations.backups.backup import make_backup
from careerguide.operations.checks import site as site_checks
from careerguide.operations.errors import OperationError
from careerguide.operations.findings import OK
from careerguide.operations.models import BackupRecord
from careerguide.publishing.models.related import (
    ContentVersion,
    Plan,
    PreviewLink,
    WorkingCopy,
)
from careerguide.search.comparison import compare
from careerguide.search.documents import all_documents
from tools.testbed.servers import free_port, running

from .conftest import KINDS, ROOT
from .content import PASSWORD, RECOVERY_CODE, files, lived_in, rows

# Its own kind is restored as it was dumped; another one from its rows.
WAYS = [("sqlite", "sqlite"), ("postgresql", "postgresql"), ("sqlite", "postgresql")]


def put_back(*arguments, **options):
    call_command("restore", *arguments, **options)


@pytest.fixture
def backup_of(sites, templates, tmp_path_factory):
    """A backup of a site that people have worked in, and what the site held.

    It is made once for each kind, and copied.
    """

    def make(kind):
        if ("backup", kind) not in templates:
            with sites(kind) as site:
                lived_in()
                prepared = make_backup().path, rows(), files(site.media)
            templates["backup", kind] = prepared
        file, *held = templates["backup", kind]
        return shutil.copy(file, tmp_path_factory.mktemp("backup") / file.name), *held

    return make


@pytest.fixture
def saving(monkeypatch):
    """``saving(save)``: somebody saves just before each try to replace the database."""

    def begin(save, times=100):
        seen = []

        def first(put):
            def run(*arguments, **options):
                if len(seen) < times:
                    save()
                    seen.append(ContentVersion.current())
                    connection.close()
                return put(*arguments, **options)

            return run

        for module, name in (
            (sqlite, "_copy_into"),
            (postgresql, "restore_from"),
            (restore, "_fill_postgresql"),
        ):
            monkeypatch.setattr(module, name, first(getattr(module, name)))
        return seen

    return begin


class TestOntoAnEmptyPlace:
    @pytest.mark.parametrize(("source", "to"), [*WAYS, ("postgresql", "sqlite")])
    def test_everything_comes_back_on_either_database(
        self, sites, backup_of, source, to, capsys
    ):
        file, before, uploads = backup_of(source)
        with sites(to, empty=True) as site:
            put_back(file)
            assert rows() == before
            assert files(site.media) == uploads
            assert compare(all_documents()).is_equal
            maria = get_user_model().objects.get(username="maria")
            assert maria.check_password(PASSWORD)
            # What is asked for at the next sign-in, and what is to come.
            assert len(before["otp_totp.totpdevice"]) == 1
            codes = RecoveryCodes.objects.get(user=maria)
            assert codes.verify_token(RECOVERY_CODE)
            assert Invitation.objects.get().user.username == "eva"
            assert Plan.objects.get().values["body"] == "Not published"
            assert WorkingCopy.objects.get().values["body"] == "Later still"
            # Nobody is signed in.
            assert not Session.objects.exists() and not SignIn.objects.exists()
            content = Archive(file).manifest["rows"]
            assert not {"sessions.session", "accounts.signin"} & content.keys()
            call_command("migrate", "--check", verbosity=0)
            # No key is given twice: a link to a preview is one that was signed.
            [old] = PreviewLink.objects.all()
            values = {"item": old.item, "expires_at": old.expires_at}
            assert PreviewLink.objects.create(**values).pk == old.pk + 2
        assert "Restored the backup of 20" in capsys.readouterr().out


@pytest.mark.usefixtures("copied_tables")
class TestOverASite:
    def test_with_content_is_refused(self, site, backup_of):
        file, *_ = backup_of("sqlite")
        with site:
            before = rows(), files(site.folder)
            with pytest.raises(CommandError, match="has content .* nothing was rest"):
                put_back(file)
            assert (rows(), files(site.folder)) == before

    def test_takes_its_place_when_asked_and_keeps_what_was_there(
        self, site, backup_of, capsys
    ):
        file, before, uploads = backup_of(site.kind)
        with site:
            Article.objects.update(title="To be replaced")
            number = ContentVersion.current()
            replaced = rows()
            put_back(file, replace=True)
            assert rows() == before
            assert files(site.media) == uploads
            assert ContentVersion.current() > number
            [kept] = (site.folder / "backups").iterdir()
            assert f"What was here is in {kept}" in capsys.readouterr().out
            put_back(kept, replace=True, without_backup=True)
            assert rows() == replaced

    def test_moves_the_content_version_on_from_where_servers_saw_it_last(
        self, site, backup_of
    ):
        file, *_ = backup_of(site.kind)
        with site:
            ContentVersion.objects.update_or_create(pk=1, defaults={"number": 7_000})
            put_back(file, replace=True, without_backup=True)
            assert ContentVersion.current() > 7_001

    @pytest.mark.parametrize(("source", "to"), WAYS)
    def test_moves_the_content_version_to_a_number_that_no_server_has_seen(
        self, sites, backup_of, saving, source, to
    ):
        file, *_ = backup_of(source)
        with sites(to):
            ContentVersion.objects.update_or_create(pk=1, defaults={"number": 7_000})
            seen = saving(ContentVersion.bump)
            put_back(file, replace=True, without_backup=True)
            assert seen and ContentVersion.current() not in seen

    @pytest.mark.parametrize(("source", "to"), WAYS)
    def test_loses_nothing_that_was_saved_meanwhile(
        self, sites, backup_of, saving, source, to, capsys
    ):
        file, before, uploads = backup_of(source)
        with sites(to) as site:
            saving(lambda: Article.objects.update(title="Acknowledged"), times=1)
            put_back(file, replace=True)
            assert rows() == before and files(site.media) == uploads
            kept = re.search(r"What was here is in (.+)\.", capsys.readouterr().out)[1]
            put_back(kept, replace=True, without_backup=True)
            assert {a.title for a in Article.objects.all()} == {"Acknowledged"}

    @pytest.mark.parametrize(("source", "to"), WAYS)
    def test_is_refused_while_somebody_saves_again_and_again(
        self, sites, backup_of, saving, source, to
    ):
        file, *_ = backup_of(source)
        with sites(to) as site:
            lost = next(site.media.rglob("*.webp"))
            lost.unlink()
            numbers = iter(range(100))
            saving(lambda: Article.objects.update(title=f"{next(numbers)} bees"))
            before = files(site.media)
            with pytest.raises(CommandError, match="saved something meanwhile"):
                put_back(file, replace=True)
            assert Article.objects.first().title == "2 bees"
            assert files(site.media) == before

    @pytest.mark.parametrize(("source", "to"), WAYS)
    def test_is_refused_where_content_came_meanwhile(
        self, sites, backup_of, saving, source, to
    ):
        file, *_ = backup_of(source)
        with sites(to, seeded=False):
            saving(lambda: get_user_model().objects.create_user("eva"), times=1)
            with pytest.raises(CommandError, match="saved something meanwhile"):
                put_back(file)
            assert get_user_model().objects.get().username == "eva"

    @pytest.mark.parametrize("kind", KINDS)
    def test_does_not_mind_what_no_backup_holds(self, sites, backup_of, saving, kind):
        file, before, _ = backup_of(kind)
        ends = timezone.now() + datetime.timedelta(hours=8)
        keys = iter("abcdefgh")
        with sites(kind) as site:
            saving(
                lambda: Session.objects.create(
                    session_key=next(keys), session_data="", expire_date=ends
                )
            )
            put_back(file, replace=True)
            assert rows() == before
            assert len([*(site.folder / "backups").iterdir()]) == 1

    def test_does_not_disturb_who_has_the_database_open(self, sites, backup_of):
        file, before, _ = backup_of("sqlite")
        with sites("sqlite") as site:
            address = f"{site.file.as_uri()}?mode=rw"
            with closing(sqlite3.connect(address, uri=True)) as server:
                server.execute("PRAGMA journal_mode = WAL")
                server.execute("UPDATE articles_article SET title = 'In the log'")
                server.commit()
                put_back(file, replace=True, without_backup=True)
                [found] = server.execute("SELECT title FROM articles_article LIMIT 1")
                server.execute("UPDATE articles_article SET title = 'Bees'")
                server.commit()
            assert found[0] == before["articles.article"][0]["title"]
            assert {a.title for a in Article.objects.all()} == {"Bees"}
            sqlite.check(site.file)

    def test_replaces_a_database_that_cannot_be_read(self, sites, backup_of):
        file, before, _ = backup_of("sqlite")
        with sites("sqlite") as site:
            content = bytearray(site.file.read_bytes())
            content[:4096] = b"x" * 4096
            site.file.write_bytes(content)
            with pytest.raises(CommandError, match="cannot be read. Stop the site"):
                put_back(file)
            put_back(file, replace=True)
            assert rows() == before
            [aside] = site.folder.glob("guide.sqlite3.damaged-*")
            assert aside.read_bytes() == content


@pytest.mark.usefixtures("copied_tables")
class TestFailure:
    """Whatever fails, and wherever, the site is as it was."""

    @pytest.mark.parametrize(
        ("source", "to", "place"),
        [
            ("sqlite", "sqlite", (sqlite, "put_in_place")),
            ("sqlite", "sqlite", (restore, "_finish")),
            ("postgresql", "postgresql", (postgresql, "restore_from")),
            ("sqlite", "postgresql", (restore, "_finish")),
        ],
    )
    def test_changes_nothing(self, sites, backup_of, monkeypatch, source, to, place):
        def fail(*arguments, **options):
            raise OSError(28, "No space left on device")

        file, *_ = backup_of(source)
        monkeypatch.setattr(*place, fail)
        with sites(to) as site:
            lost = next(site.media.rglob("*.webp"))
            lost.unlink()
            before = rows(), files(site.folder)
            with pytest.raises(CommandError, match="The disk is full"):
                put_back(file, replace=True, without_backup=True)
            assert (rows(), files(site.folder)) == before

    def test_of_a_row_changes_nothing_and_names_it(self, sites, backup_of, monkeypatch):
        """What SQLite takes and PostgreSQL does not: a text longer than its field."""
        with sites("sqlite"):
            with connection.cursor() as cursor:
                sql = "UPDATE auth_group SET name = %s WHERE id = 1"
                cursor.execute(sql, ["x" * 151])
            file = make_backup().path
        with sites("postgresql") as site:
            before = rows()
            with pytest.raises(CommandError, match="of auth.group do not fit"):
                put_back(file, replace=True, without_backup=True)
            assert rows() == before
        assert site.kind == "postgresql"

    def test_puts_a_damaged_upload_back_where_the_database_fails(
        self, sites, backup_of, monkeypatch
    ):
        def fail(*arguments):
            raise OperationError("no")

        file, *_ = backup_of("sqlite")
        monkeypatch.setattr(sqlite, "put_in_place", fail)
        with sites("sqlite") as site:
            upload = next(site.media.rglob("*.webp"))
            upload.write_bytes(b"damaged")
            with pytest.raises(CommandError):
                put_back(file, replace=True, without_backup=True)
            assert upload.read_bytes() == b"damaged"


BARE = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


def in_a_bare_shell(command, folder):
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, env=BARE, capture_output=True, text=True
    )


@pytest.mark.usefixtures("copied_tables")
class TestAsCopy:
    @pytest.mark.parametrize("source", KINDS)
    def test_is_a_site_of_its_own(self, sites, backup_of, source, capsys):
        file, before, uploads = backup_of(source)
        with sites(next(kind for kind in KINDS if kind != source)) as site:
            here = rows(), files(site.folder)
            put_back(file, as_copy=str(site.folder / "copy"))
            copy = site.folder / "copy"
            assert files(copy / "media") == uploads
            output = capsys.readouterr().out
            shutil.move(copy, site.folder.parent / "copy")
            assert (rows(), files(site.folder)) == here
        moved = str(site.folder.parent / "copy")
        command = output.partition(":\nc")[2].replace(str(copy), moved)
        code = "from articles.models import Article as A; print(A.objects.count())"
        shell = f"manage.py shell -v 0 -c {shlex.quote(code)}"
        module = "-m careerguide.management.server"
        assert module in command
        done = in_a_bare_shell("c" + command.replace(module, shell), site.folder)
        assert done.stdout.strip() == str(len(before["articles.article"])), done.stderr

    @pytest.mark.parametrize("named", [True, False])
    def test_prints_a_command_that_serves_it(
        self, sites, backup_of, tmp_path, monkeypatch, capsys, named
    ):
        """With the settings in a file as documented, and with them in the environment;
        from any folder, with no Python on the path and no other variable."""
        file, *_ = backup_of("sqlite")
        env_file = tmp_path / "env of ours"
        text = "SITE_URL=https://careers.example.org\nBEHIND_TLS_PROXY=true\n"
        env_file.write_text(f"{text}SECRET_KEY={'k' * 60}\n" if named else text)
        monkeypatch.setenv("ENV_FILE", str(env_file))
        monkeypatch.setenv("LOGNAME", "somebody-else")  # which runuser keeps
        with sites("sqlite") as site:
            put_back(file, as_copy=str(site.folder / "a copy"))
        output = capsys.readouterr().out
        assert (
            f"as the account {pwd.getpwuid(os.geteuid()).pw_name}:" in output
            and "k" * 60 not in output
        )
        port = free_port()
        command = "c" + output.partition(":\nc")[2].replace("8001", str(port))
        # So that to end the shell is to end the server.
        command = "cd / && " + command.replace(" && ", " && exec env ", 1)
        ready = f"http://127.0.0.1:{port}/readyz"
        with running(["sh", "-c", command], ready, BARE), urlopen(ready) as answer:
            assert answer.read() == b"ok\n"

    def test_is_made_under_the_folder_of_state(self, sites, backup_of):
        file, *_ = backup_of("sqlite")
        with sites("sqlite") as site:
            put_back(file, as_copy="")
            assert (site.folder / "copies" / file.stem / "guide.sqlite3").exists()
            with pytest.raises(CommandError, match="is there already"):
                put_back(file, as_copy="")


GONE = "gone"


def forging(file, monkeypatch):
    """A backup with a member more, or with other words in its manifest, or another
    database: ``change(connection)`` is done to its SQLite file."""
    archive = Archive(file)

    def changed(content, change):
        work = file.with_name("changed.sqlite3")
        work.write_bytes(gzip.decompress(content))
        with closing(sqlite3.connect(work)) as connection:
            change(connection)
            connection.commit()
        return gzip.compress(work.read_bytes())

    def make(*names, kind=tarfile.REGTYPE, twice=False, change=None, **changes):
        forged = file.with_name("forged.tar")
        with open(forged, "wb") as target:
            writer = Writer(target)
            with tarfile.open(file) as tar:
                for member in tar:
                    content = tar.extractfile(member).read()
                    if change and member.name == "database.sqlite3.gz":
                        content = changed(content, change)
                    if member.name != "manifest.json":
                        writer._add(member.name, io.BytesIO(content), len(content))
            for name in names:
                info = tarfile.TarInfo(name)
                info.type, info.linkname = kind, "/etc/passwd"
                content = b"evil" if kind == tarfile.REGTYPE else b""
                info.size = len(content)
                for _ in range(2 if twice else 1):
                    writer.tar.addfile(info, io.BytesIO(content))
                digest = archive_writer.hashlib.sha256(content).hexdigest()
                writer.members[name] = {"size": info.size, "sha256": digest}
            monkeypatch.setattr(archive_writer, "FORMAT", changes.get("format", 1))
            manifest = archive.manifest | changes
            writer.finish({n: told for n, told in manifest.items() if told != GONE})
        return forged

    make.archive = archive
    return make


class TestHostileFile:
    """A file may come from anywhere, and say anything."""

    NAMES = [
        *("../evil", "media/../evil", "media/../../evil", "/etc/evil", "media//evil"),
        *("media/./evil", "media/.hidden", "media/a/../../evil", "media/C:evil"),
        *("media/a\\..\\evil", "media/", "media/a\nb", "evil", "manifest.json/x"),
        *("media/" + "a" * 256, "media/" + "é" * 200 + "evil"),
        *("media/" + "a" * 300, "media/" + "a/" * 600 + "a", "media/\u202eevil"),
        *("database.sqlite3.gz/../../evil",),
    ]

    @pytest.fixture
    def forge(self, sites, backup_of, monkeypatch):
        """A backup with a member more, or with other words in its manifest."""
        file, *_ = backup_of("sqlite")
        return forging(file, monkeypatch)

    @pytest.mark.parametrize("name", NAMES)
    def test_name_that_leads_elsewhere_is_refused(self, sites, forge, name):
        self.refused(sites, forge(name), "damaged")

    @pytest.mark.parametrize(
        "kind",
        [
            *(tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE),
            *(tarfile.DIRTYPE, tarfile.CONTTYPE, tarfile.GNUTYPE_SPARSE),
        ],
    )
    def test_what_is_no_file_is_refused(self, sites, forge, kind):
        self.refused(sites, forge("media/link", kind=kind), "damaged")

    def test_one_name_twice_is_refused(self, sites, forge):
        self.refused(sites, forge("media/a.webp", twice=True), "damaged")

    @pytest.mark.parametrize(
        "changes",
        [
            {"database": "oracle"},
            {"database": ["sqlite"]},
            {"migrations": None},
            {"migrations": {"articles": [1]}},
            {"format": "1"},
            {"format": 0},
            {"rows": ["x"]},
            {"rows": {"articles.article": "2"}},
            {"rows": {"articles.article": -1}},
            {"rows": GONE},
            {"last_keys": [1]},
            {"last_keys": {"articles_article": "y"}},
            {"last_keys": {"articles_article": 2**70}},
        ],
    )
    def test_manifest_that_makes_no_sense_is_refused(self, sites, forge, changes):
        self.refused(sites, forge(**changes), "damaged")

    @pytest.mark.parametrize(
        "names",
        [
            ("media/a", "media/a/b"),
            ("media/a/b", "media/a"),
            ("media/a/b/c", "media/a"),
        ],
    )
    def test_file_that_is_a_folder_too_is_refused(self, sites, forge, names):
        self.refused(sites, forge(*names), "damaged")

    @pytest.mark.parametrize("made", [GONE, "2026-01-01", 7, "x", "9999-12-31T23:00Z"])
    def test_hour_that_makes_no_sense_is_no_obstacle(self, sites, forge, made):
        with sites("sqlite", empty=True):
            put_back(forge(made_at=made))
            assert BackupRecord.newest().made_at <= timezone.now()

    @pytest.mark.parametrize(
        "sql",
        [
            "DELETE FROM django_migrations",
            "DELETE FROM django_migrations WHERE app = 'faq'",
            "INSERT INTO django_migrations (app, name, applied)"
            " VALUES ('articles', '9999_future', '2026-01-01')",
            "DROP TABLE django_migrations",
            "DROP TABLE publishing_stamp",
            "ALTER TABLE publishing_stamp RENAME TO z;"
            "CREATE VIEW publishing_stamp AS SELECT * FROM z",
            "ALTER TABLE articles_article RENAME TO z;"
            "CREATE VIEW articles_article AS SELECT * FROM z",
            "DROP TABLE articles_article",
            "DROP TABLE django_session",
            "DELETE FROM articles_article",
            "ALTER TABLE publishing_stamp RENAME COLUMN number TO other",
            "UPDATE publishing_stamp SET number = 9223372036854775807",
        ],
    )
    def test_database_that_its_manifest_does_not_describe_is_refused(
        self, sites, forge, sql
    ):
        file = forge(change=lambda connection: connection.executescript(sql))
        self.refused(sites, file, "The backup's database")

    def test_pipe_is_not_waited_for(self, sites, tmp_path):
        os.mkfifo(tmp_path / "pipe.tar")
        self.refused(sites, tmp_path / "pipe.tar", "There is no file")

    @pytest.mark.parametrize(
        "changes",
        [
            {"format": 2},
            {"migrations": {"articles": ["0001_initial", "9999_from_the_future"]}},
            {"migrations": {"unheard_of": ["0001_initial"]}},
        ],
    )
    def test_newer_one_is_refused_and_says_so(self, sites, forge, changes):
        self.refused(sites, forge(**changes), "made by a newer release")

    @pytest.mark.parametrize("content", [b"", b"PK\3\4", b"x" * 5_000, "self"])
    def test_what_is_no_backup_is_refused(self, sites, tmp_path, content):
        file = tmp_path / "a.tar"
        file.write_bytes(
            (ROOT / "manage.py").read_bytes() if content == "self" else content
        )
        self.refused(sites, file, "is no backup of this site")

    def test_missing_one_is_refused(self, sites, tmp_path):
        self.refused(sites, tmp_path / "no.tar", "There is no file")
        self.refused(sites, tmp_path, "There is no file")

    def refused(self, sites, file, words):
        with sites("sqlite", empty=True) as site:
            with pytest.raises(CommandError) as error:
                put_back(file)
            assert words in str(error.value)
            assert not list(site.folder.parent.rglob("*evil*"))
            assert list(site.folder.iterdir()) == []


@pytest.mark.usefixtures("copied_tables")
class TestManifest:
    """What came back is counted before it is put in place."""

    @pytest.mark.parametrize(("source", "to"), [*WAYS, ("postgresql", "sqlite")])
    def test_of_other_rows_is_refused(self, sites, backup_of, monkeypatch, source, to):
        file, *_ = backup_of(source)
        forge = forging(file, monkeypatch)
        counts = forge.archive.manifest["rows"]
        with sites(to) as site:
            before = rows(), files(site.media)
            for wrong in ({"articles.article": 3}, {"bees.bee": 0}):
                with pytest.raises(CommandError, match=r"manifest|unknown"):
                    put_back(forge(rows=counts | wrong), replace=True)
            assert (rows(), files(site.media)) == before

    @pytest.mark.parametrize("kind", KINDS)
    def test_of_other_migrations_is_refused(self, sites, backup_of, monkeypatch, kind):
        file, *_ = backup_of(kind)
        forge = forging(file, monkeypatch)
        applied = forge.archive.manifest["migrations"]
        fewer = applied | {"publishing": applied["publishing"][:-1]}
        with sites(kind) as site:
            before = rows(), files(site.media)
            with pytest.raises(CommandError, match=r"migrations|rows|unknown"):
                put_back(forge(migrations=fewer), replace=True)
            assert (rows(), files(site.media)) == before


@pytest.mark.usefixtures("copied_tables")
class TestRecord:
    """`doctor` and the admin's first page know of the backup that there is."""

    @pytest.mark.parametrize(("source", "to"), WAYS)
    def test_after_a_restore_is_of_that_backup(self, sites, backup_of, source, to):
        file, *_ = backup_of(source)
        with sites(to, empty=True):
            put_back(file)
            newest = BackupRecord.newest()
            assert newest.file == str(file) and newest.size == file.stat().st_size
            assert [f.level for f in site_checks.backups()] == [OK]

    def test_after_a_replacement_is_of_what_was_there(self, site, backup_of):
        file, *_ = backup_of(site.kind)
        with site:
            put_back(file, replace=True)
            [kept] = (site.folder / "backups").iterdir()
            assert BackupRecord.newest().file == str(kept)


def test_rows_are_in_the_form_of_fixtures(backup_of, tmp_path):
    file, before, _ = backup_of("sqlite")
    Archive(file).extract({"data.jsonl.gz": tmp_path / "data.jsonl.gz"})
    with gzip.open(tmp_path / "data.jsonl.gz", "rt") as data:
        entries = [json.loads(line) for line in data]
    assert {"model", "pk", "fields"} == {*itertools.chain(*entries)}
    of_articles = [e for e in entries if e["model"] == "articles.article"]
    assert len(of_articles) == len(before["articles.article"])


def test_compressing_is_undone(tmp_path):
    (tmp_path / "a").write_bytes(b"bees" * 1000)
    compress(tmp_path / "a", tmp_path / "b")
    restore.decompress(tmp_path / "b", tmp_path / "c")
    assert (tmp_path / "c").read_bytes() == (tmp_path / "a").read_bytes()
