"""Test what a backup holds, and that it is whole or says so."""

import datetime
import errno
import hashlib
import json
import os
import stat
import tarfile

import pytest
from django.apps.registry import Apps
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import models
from django.utils import timezone

from articles.models import Article
from careerguide.library import storage
from careerguide.library.models import Image
from careerguide.operations.backups import backup as backups
from careerguide.operations.backups import private, rotation
from careerguide.operations.backups.archive import Archive
from careerguide.operations.backups.archive_format import SEAL_LENGTH
from careerguide.operations.backups.archive_writer import Writer
from careerguide.operations.backups.backup import make_backup
from careerguide.operations.backups.rotation import backups_in
from careerguide.operations.errors import OperationError
from careerguide.operations.models import BackupRecord


def backup(*arguments, **options):
    call_command("backup", *arguments, **options)


def finish_without_site(finish):
    return lambda writer, manifest: finish(writer, manifest | {"site": None})


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


class TestFile:
    def test_holds_database_rows_and_every_upload_with_its_hash(self, site):
        with site:
            path = make_backup().path
        archive = Archive(path)
        stored = {f for f in site.media.rglob("*") if f.is_file()}
        assert len(archive.uploads) == len(stored) > 1
        for name, told in archive.uploads.items():
            content = (site.media / name).read_bytes()
            assert told["sha256"] == hashlib.sha256(content).hexdigest()
        assert archive.manifest["rows"]["articles.article"] == 2
        assert archive.manifest["version"]
        assert archive.manifest["migrations"]["articles"][0] == "0001_initial"

    def test_can_be_listed_with_tar(self, sites):
        with sites("sqlite") as site, tarfile.open(make_backup().path) as tar:
            names = tar.getnames()
            text = tar.extractfile("manifest.json").read()
        assert names[0] == "database.sqlite3.gz" and names[-1] == "manifest.json"
        assert json.loads(text)["site"] == site.settings.SITE_URL

    def test_is_for_its_owner_alone(self, site):
        with site:
            path = make_backup().path
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_leaves_nothing_else_in_its_folder(self, site):
        with site:
            path = make_backup().path
        assert names_in(path.parent) == [path.name]

    def test_holds_nobodys_session(self, site):
        key = "session-key-of-somebody-signed-in"
        with site:
            end = timezone.now() + datetime.timedelta(hours=8)
            Session.objects.create(session_key=key, session_data="", expire_date=end)
            path = make_backup().path
            site.settings.STATE_DIR = site.folder
            copy = site.folder / "copy"
            call_command("restore", path, "--as-copy", copy, verbosity=0)
            assert Session.objects.filter(session_key=key).exists()
        assert key.encode() not in (copy / "guide.sqlite3").read_bytes()

    def test_is_recorded_for_all_machines(self, site):
        with site:
            made = make_backup()
            record = BackupRecord.newest()
        assert (record.file, record.size) == (str(made.path), made.size)
        assert made.size == made.path.stat().st_size

    def test_names_uploads_that_are_missing(self, site, capsys):
        lost = next(f for f in site.media.rglob("*.webp"))
        lost.unlink()
        with site:
            backup()
        assert f"names images/{lost.name}, which is missing" in capsys.readouterr().err

    def test_is_made_anew_where_a_picture_goes_meanwhile(self, sites, monkeypatch):
        add, gone = backups._add_uploads, []

        def delete_first(writer, expected):
            if not gone:
                gone.append(Image.objects.get())
                Article.objects.update(picture=None)
                type(gone[0]).objects.filter(pk=gone[0].pk).delete()
                for file in storage.path(gone[0].file.name).parent.iterdir():
                    file.unlink()
            return add(writer, expected)

        from careerguide.models import Career

        with sites("sqlite"):
            Career.objects.update(picture=None)
            monkeypatch.setattr(backups, "_add_uploads", delete_first)
            made = make_backup()
        assert made.missing == [] and Archive(made.path).uploads == {}


class TestDamage:
    @pytest.fixture
    def whole(self, sites):
        with sites("sqlite"):
            return make_backup().path

    def test_of_any_byte_is_found(self, whole):
        """Bytes of every part, and all of the manifest's header and of the seal."""
        content = bytearray(whole.read_bytes())
        ends = [*range(len(content) - SEAL_LENGTH, len(content)), *range(600)]
        spread = range(0, len(content), max(1, len(content) // 60))
        for place in sorted({*ends[::5], *spread}):
            for bit in (1, 128):
                content[place] ^= bit
                whole.write_bytes(content)
                with pytest.raises(OperationError, match="damaged"):
                    Archive(whole)
                content[place] ^= bit
        whole.write_bytes(content)
        assert Archive(whole).manifest

    @pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.999, -1, -92])
    def test_cut_short_is_found(self, whole, share):
        content = whole.read_bytes()
        left = int(len(content) * share) if 0 <= share < 1 else share
        whole.write_bytes(content[:left])
        with pytest.raises(OperationError, match=r"damaged|is no backup"):
            Archive(whole)

    def test_added_bytes_are_found(self, whole):
        whole.write_bytes(whole.read_bytes() + b"\0")
        with pytest.raises(OperationError, match="damaged"):
            Archive(whole)


class TestOutput:
    @pytest.fixture(autouse=True)
    def _site(self, sites):
        with sites("sqlite") as self.site:
            yield

    def test_is_a_file_that_is_named(self, capsys):
        file = self.site.folder / "elsewhere" / "guide.backup"
        backup(output=str(file))
        assert Archive(file).manifest["database"] == "sqlite"
        assert f"{file}: " in capsys.readouterr().out

    def test_may_be_a_folder(self):
        backup(output=str(self.site.folder))
        [made] = backups_in(self.site.folder)
        assert made.name.startswith("careerguide-20")

    def test_replaces_an_older_backup_and_nothing_else(self):
        file = self.site.folder / "guide.tar"
        backup(output=str(file))
        before = file.read_bytes()
        backup(output=str(file))
        assert file.read_bytes() != before
        letter = self.site.folder / "letter.txt"
        letter.write_text("Dear bees")
        with pytest.raises(CommandError, match="no backup of this site, so it was lef"):
            backup(output=str(letter))
        assert letter.read_text() == "Dear bees"

    def test_cannot_be_where_nobody_may_write(self):
        place = "/proc/none/guide.tar"
        with pytest.raises((CommandError, FileNotFoundError)):
            backup(output=place)

    def test_without_a_database_is_refused_and_makes_none(self, sites):
        with sites("sqlite", empty=True) as site:
            with pytest.raises(CommandError, match="no database at"):
                backup()
            assert not site.file.exists()


class TestRotation:
    @pytest.fixture(autouse=True)
    def _site(self, sites):
        with sites("sqlite") as self.site:
            yield

    def test_keeps_the_newest(self, capsys):
        for _ in range(3):
            backup()
        folder = self.site.folder / "backups"
        three = backups_in(folder)
        backup(keep=2)
        left = backups_in(folder)
        assert len(left) == 2 and left[1] == three[0]
        assert capsys.readouterr().out.count("Deleted ") == 2

    def test_leaves_those_of_another_site_in_the_same_folder(self, settings):
        folder = self.site.folder / "backups"
        ours = settings.SITE_URL
        settings.SITE_URL = "https://other.example"
        backup(), backup()
        others = names_in(folder)
        settings.SITE_URL = ours
        backup(keep=1), backup(keep=1)
        assert {*others} < {*names_in(folder)} and len(names_in(folder)) == 3

    def test_leaves_those_that_do_not_say_of_which_site_they_are(self, monkeypatch):
        folder = self.site.folder / "backups"
        monkeypatch.setattr(Writer, "finish", finish_without_site(Writer.finish))
        backup(), backup()
        monkeypatch.undo()
        backup(keep=1), backup(keep=1)
        assert len(names_in(folder)) == 3

    @pytest.mark.parametrize("refused", [None, errno.EPERM])
    def test_no_backup_replaces_another_of_the_same_second(self, monkeypatch, refused):
        folder = self.site.folder / "backups"
        now = timezone.now()
        if refused:

            def link(*names):
                raise OSError(refused, "Operation not permitted")

            monkeypatch.setattr(os, "link", link)
        folder.mkdir()
        for text in "abc":
            file = self.site.folder / text
            file.write_text(text)
            rotation.put_in_free_name(file, folder, now)
        assert [(folder / n).read_text() for n in names_in(folder)] == [*"bca"]

    def test_backups_that_end_at_once_all_stay(self, monkeypatch):
        """Another process takes the name while this one is at work."""
        folder, write, taken = self.site.folder / "backups", backups._write, []

        def write_slowly(target, work, now):
            if not taken:
                taken.append(now)
                monkeypatch.setattr(timezone, "now", lambda: now)
                make_backup()
            return write(target, work, now)

        monkeypatch.setattr(backups, "_write", write_slowly)
        make_backup()
        assert len(backups_in(folder)) == 2

    def test_leaves_what_it_did_not_make(self):
        folder = self.site.folder / "backups"
        folder.mkdir()
        others = ["guide.tar", "careerguide-20200101T000000Z.tar", "notes.txt"]
        for name in others:
            (folder / name).write_text("Not a backup")
        backup(keep=1), backup(keep=1)
        assert len(names_in(folder)) == len(others) + 1

    @pytest.mark.parametrize("keep", ["0", "-1", "x", "1.5", "99999999"])
    def test_needs_a_number(self, keep):
        with pytest.raises(CommandError, match="give a whole number"):
            backup(f"--keep={keep}")

    def test_deletes_nothing_where_the_backup_fails(self, monkeypatch):
        backup()

        def fail(*arguments):
            raise OperationError("no")

        monkeypatch.setattr(backups, "_add_uploads", fail)
        with pytest.raises(CommandError):
            backup(keep=1)
        assert len(backups_in(self.site.folder / "backups")) == 1


class TestFailure:
    def test_leaves_nothing_behind_and_says_that_the_disk_is_full(
        self, site, monkeypatch
    ):
        def full(*arguments):
            raise OSError(28, "No space left on device")

        with site:
            monkeypatch.setattr(os, "fsync", full)
            with pytest.raises(CommandError, match="The disk is full"):
                backup()
            assert BackupRecord.newest() is None
        folder = site.folder / "backups"
        assert not folder.exists() or names_in(folder) == []

    def test_of_a_program_that_is_missing_names_it(self, sites, monkeypatch):
        monkeypatch.setenv("PATH", "/nowhere")
        with sites("postgresql"), pytest.raises(CommandError) as error:
            backup()
        assert "pg_dump is not on this machine: install" in str(error.value)

    def test_removes_what_a_killed_one_left(self, sites):
        with sites("sqlite") as site:
            left = site.folder / "backups" / ".careerguide-left"
            left.mkdir(parents=True)
            os.utime(left, (0, 0))
            backup()
            assert not left.exists()


class TestPrivate:
    def test_is_what_cannot_be_without_a_session(self):
        class Wanted(models.Model):  # noqa: DJ008
            session = models.OneToOneField(Session, models.CASCADE)

            class Meta:
                app_label = "tests_private"
                apps = Apps()

        class Loose(models.Model):  # noqa: DJ008
            session = models.ForeignKey(Session, models.SET_NULL, null=True)

            class Meta:
                app_label = "tests_private"
                apps = Apps()

        found = private.tables_of([Session, Loose, Wanted, Article])
        assert found == ["tests_private_wanted", "django_session"]
