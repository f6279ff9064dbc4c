"""Test what `doctor` notices, what it advises, and what it never says."""

import datetime
import json
import os
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from redis import Redis

from careerguide.operations import doctor
from careerguide.operations.backups.backup import make_backup
from careerguide.operations.checks import clocks, folders, outside, packages
from careerguide.operations.checks import site as site_checks
from careerguide.operations.findings import ERROR, OK, WARNING, error, ok, warning
from careerguide.operations.models import BackupRecord

from .conftest import manage

SECRET = "pa55w0rd-of-ours"


def level_of(check):
    return max((finding.level for finding in check()), default=OK)


def texts(check):
    return " ".join(f"{f.text} {f.advice}" for f in check())


def ask(capsys, *arguments):
    """What is printed, and the exit status."""
    try:
        call_command("doctor", *arguments)
    except SystemExit as ended:
        return capsys.readouterr().out, ended.code
    return capsys.readouterr().out, 0


class TestCommand:
    @pytest.mark.parametrize(
        ("found", "status", "level"),
        [
            ([ok("Well")], 0, "ok"),
            ([ok("Well"), warning("Hm", "Do this")], 1, "warning"),
            ([warning("Hm", "Do this"), error("No", "Do that")], 2, "error"),
        ],
    )
    def test_exit_status_tells_the_worst(
        self, capsys, monkeypatch, found, status, level
    ):
        monkeypatch.setattr(doctor, "CHECKS", {"bees": lambda: found})
        printed, code = ask(capsys, "--json")
        told = json.loads(printed)
        assert (code, told["level"]) == (status, level)
        assert {check["name"] for check in told["checks"]} == {"bees"}

    def test_advice_follows_what_is_wrong(self, capsys, monkeypatch):
        monkeypatch.setattr(doctor, "CHECKS", {"bees": lambda: [error("No", "Do it")]})
        assert ask(capsys)[0] == "error    bees: No\n         → Do it\n"

    @pytest.mark.parametrize("options", [[], ["--json"]])
    def test_check_that_crashes_is_told_and_the_others_are_made(
        self, capsys, monkeypatch, options
    ):
        def crash():
            yield ok("Half")
            raise RuntimeError(f"redis://:{SECRET}@host")

        checks = {"bees": crash, "wasps": lambda: [ok("Well")]}
        monkeypatch.setattr(doctor, "CHECKS", checks)
        printed, code = ask(capsys, *options)
        assert code == ERROR and "wasps" in printed
        assert "could not be made (RuntimeError)" in printed and SECRET not in printed

    def test_of_a_site_that_is_well_finds_nothing_bad(self, site, capsys):
        site.settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
        site.settings.DEBUG = False
        site.settings.STATIC_ROOT = site.folder
        (site.folder / "staticfiles.json").touch()
        with site:
            make_backup()
            printed, code = ask(capsys, "--json")
        found = json.loads(printed)["checks"]
        bad = [check for check in found if check["level"] == "error"]
        assert not bad and code <= WARNING

    @pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
    def test_without_a_database_says_so_and_makes_none(self, sites, capsys, kind):
        with sites(kind, empty=True) as site:
            if kind == "postgresql":
                connection.settings_dict["NAME"] = "no_such_database"
            printed, code = ask(capsys)
            assert code == ERROR and "error    database: " in printed
            assert not site.file.exists()

    def test_never_says_a_secret(self, sites, settings, capsys):
        settings.SECRET_KEY = settings.EMAIL_HOST_PASSWORD = SECRET
        settings.REDIS_URL = f"redis://:{SECRET}@127.0.0.1:1/0"
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        with sites("postgresql", empty=True):
            connection.settings_dict |= {
                "HOST": "127.0.0.1",
                "PORT": "1",
                "PASSWORD": SECRET,
            }
            printed = ask(capsys)[0] + ask(capsys, "--json")[0]
        assert SECRET not in printed and "error    database" in printed


class TestSettingsThatStartNothing:
    """A monitor gets the same answer as for any other error."""

    WRONG = {
        "DATABASE_URL": "foo",
        "TIME_ZONE": "Mars/Olympus",
        "REDIS_URL": "foo",
        "ENV_FILE": "/none/such",
        "TRUSTED_PROXIES": "many",
        "EMAIL_URL": "x",
        "SITE_URL": "careers.example.org",
        "LANGUAGE_CODE": "xx",
        "SECRET_KEY": "",
    }

    @pytest.mark.parametrize("name", WRONG)
    @pytest.mark.parametrize("options", [["--json"], []])
    def test_are_one_error(self, tmp_path, name, options):
        values = {"DEBUG": "false", "SECRET_KEY": "k" * 60, "ENV_FILE": "/dev/null"}
        values |= {"SITE_URL": "http://localhost", "STATE_DIR": str(tmp_path)}
        values |= {"DATABASE_URL": ""}
        done = manage(
            values | {name: self.WRONG[name]}, "doctor", *options, check=False
        )
        assert (done.returncode, done.stderr) == (ERROR, "")
        if options:
            [check] = json.loads(done.stdout)["checks"]
            assert check["level"] == "error" and check["name"] == "settings"
            assert name in check["text"] and check["advice"]
        else:
            assert done.stdout.startswith("error    settings: ") and name in done.stdout


class TestMachine:
    @pytest.mark.parametrize(
        ("free", "level"), [(10**8, ERROR), (5 * 10**8, WARNING), (10**10, OK)]
    )
    def test_disk_that_is_full(self, monkeypatch, free, level):
        usage = shutil.disk_usage("/")._replace(free=free)
        monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)
        assert level_of(folders.disk) == level

    def test_folder_that_cannot_be_written(self, settings, monkeypatch, tmp_path):
        settings.MEDIA_ROOT = tmp_path / "our media"
        (settings.MEDIA_ROOT / "images").mkdir(parents=True)
        refused = str(settings.MEDIA_ROOT)
        monkeypatch.setattr(os, "access", lambda path, mode: str(path) != refused)
        assert f"chown -R ACCOUNT '{refused}'" in texts(folders.permissions)

    @pytest.mark.parametrize("name", ["STATE_DIR", "MEDIA_ROOT", "BACKUP_DIR"])
    @pytest.mark.parametrize("place", ["/", "/etc", "/var", "/usr/local/bin", "/none"])
    def test_folder_of_others_is_given_to_nobody(
        self, settings, monkeypatch, tmp_path, name, place
    ):
        settings.STATE_DIR = settings.MEDIA_ROOT = settings.BACKUP_DIR = tmp_path
        setattr(settings, name, Path(place))
        monkeypatch.setattr(os, "access", lambda path, mode: path == tmp_path)
        findings = texts(folders.permissions)
        assert "cannot be written" in findings and "chown" not in findings
        assert ("install -d -o ACCOUNT -m 750 /none" in findings) == (place == "/none")

    def test_folder_of_others_with_the_database_in_it(self, sites, monkeypatch):
        with sites("sqlite") as site:
            monkeypatch.setattr(os, "access", lambda *_: False)
            assert f"chown ACCOUNT {site.folder}" in texts(folders.permissions)
            (site.folder / "letter.txt").touch()
            findings = texts(folders.permissions)
            assert f"{site.file} or its folder" in findings
            assert f"chown ACCOUNT {site.folder}" not in findings

    def test_file_of_the_system_is_not_closed(self, settings, tmp_path, monkeypatch):
        """Whoever follows the advice must still be able to sign in to the machine."""
        settings.STATE_DIR = settings.MEDIA_ROOT = settings.BACKUP_DIR = tmp_path
        monkeypatch.setenv("ENV_FILE", "/etc/passwd")
        findings = texts(folders.permissions)
        assert "can read /etc/passwd" in findings and "chmod" not in findings
        env_file = tmp_path / "env"
        env_file.write_text("SITE_URL=x\nSECRET_KEY=y\n")
        env_file.chmod(0o644)
        monkeypatch.setenv("ENV_FILE", str(env_file))
        assert f"chmod o= {env_file}" in texts(folders.permissions)

    def test_secrets_that_everybody_can_read(self, settings, tmp_path):
        settings.STATE_DIR = settings.MEDIA_ROOT = settings.BACKUP_DIR = tmp_path
        (tmp_path / "secret-key").touch(0o600)
        assert "secret-key" not in texts(folders.permissions)
        (tmp_path / "secret-key").chmod(0o644)
        assert f"chmod o= {tmp_path}/secret-key" in texts(folders.permissions)

    def test_clock_that_stands_in_the_past(self, clock):
        clock(datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC))
        assert "1970-01-01, which is past" in texts(clocks.clock)

    @pytest.mark.parametrize("seconds", [-3600, 5])
    def test_clock_that_goes_wrong(self, settings, tmp_path, clock, seconds):
        settings.STATE_DIR = tmp_path
        now = timezone.now() + datetime.timedelta(seconds=seconds)
        clock(now)
        assert level_of(clocks.clock) == WARNING

    def test_zone_that_is_unknown(self, settings):
        settings.TIME_ZONE = "Mars/Olympus"
        assert "which this machine does not know" in texts(clocks.time_zone)
        settings.TIME_ZONE = "Asia/Kathmandu"
        assert level_of(clocks.time_zone) == OK

    def test_packages_of_other_versions(self, monkeypatch, tmp_path):
        listed = tmp_path / "requirements.txt"
        listed.write_text(
            "django==1.0 \\\n    --hash=sha256:0\nbees[wax]==2\n"
            "colorama==0 ; sys_platform == 'win32' \\\n"
        )
        monkeypatch.setattr(packages, "REQUIREMENTS", listed)
        findings = texts(packages.versions)
        assert "(not 1.0)" in findings and "bees is missing (not 2)" in findings
        assert "colorama" not in findings


class TestSite:
    def test_migrations_that_are_missing_or_unknown(self, sites):
        with sites("sqlite"):
            assert level_of(site_checks.migrations) == OK
            recorder = MigrationRecorder(connection)
            recorder.record_applied("faq", "9999_from_the_future")
            assert "faq.9999_from_the_future" in texts(site_checks.migrations)
            recorder.record_unapplied("operations", "0001_initial")
            assert "lacks 1 migrations" in texts(site_checks.migrations)

    def test_database_that_is_damaged(self, sites):
        with sites("sqlite") as site:
            content = bytearray(site.file.read_bytes())
            content[4096 * 3 : 4096 * 9] = b"x" * 4096 * 6
            site.file.write_bytes(content)
            assert level_of(site_checks.database) == ERROR

    def test_uploads_that_are_missing_or_belong_to_nothing(self, site):
        with site:
            assert level_of(site_checks.uploads) == OK
            (site.media / "images" / "orphan.webp").touch()
            assert level_of(site_checks.uploads) == WARNING
            for file in site.media.rglob("*w480.webp"):
                file.unlink()
            findings = texts(site_checks.uploads)
        assert (
            "1 files of pictures are missing" in findings and "orphan.webp" in findings
        )

    def test_backups_that_are_none_or_old_or_gone(self, sites, settings):
        settings.BACKUP_HOURS = 36
        with sites("sqlite"):
            assert "There is no backup" in texts(site_checks.backups)
            made = make_backup()
            assert level_of(site_checks.backups) == OK
            made.path.unlink()
            assert level_of(site_checks.backups) == WARNING
            old = timezone.now() - datetime.timedelta(hours=37)
            BackupRecord.objects.update(made_at=old)
            assert level_of(site_checks.backups) == ERROR

    def test_static_files_that_are_not_collected(self, settings, tmp_path):
        settings.DEBUG, settings.STATIC_ROOT = False, tmp_path
        assert level_of(site_checks.static_files) == ERROR
        (tmp_path / "staticfiles.json").touch()
        assert level_of(site_checks.static_files) == OK


class TestOutside:
    @pytest.fixture(autouse=True)
    def _site(self, settings):
        settings.DEBUG, settings.HTTPS = False, True
        settings.SITE_URL = "https://guide.example"
        settings.ALLOWED_HOSTS = ["guide.example"]
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        settings.TRUSTED_PROXIES = 1

    def test_all_is_well(self):
        assert level_of(outside.hosts) == level_of(outside.proxy) == OK

    def test_host_that_is_not_allowed(self, settings):
        settings.ALLOWED_HOSTS = ["other.example"]
        assert "lacks guide.example" in texts(outside.hosts)
        settings.ALLOWED_HOSTS = ["*"]
        assert level_of(outside.hosts) == WARNING
        settings.ALLOWED_HOSTS = [".example"]
        assert level_of(outside.hosts) == OK

    def test_debug(self, settings):
        settings.DEBUG = True
        assert level_of(outside.hosts) == ERROR

    def test_https_without_a_proxy(self, settings):
        settings.SECURE_PROXY_SSL_HEADER = None
        assert "Set BEHIND_TLS_PROXY=true" in texts(outside.proxy)

    def test_proxy_that_is_not_counted(self, settings):
        settings.TRUSTED_PROXIES = 0
        assert "TRUSTED_PROXIES is 0 behind a proxy" in texts(outside.proxy)

    def test_what_djangos_checks_say(self, settings):
        settings.SECURE_HSTS_SECONDS = 0
        assert "(security.W004)" in texts(outside.production)
        settings.SILENCED_SYSTEM_CHECKS = ["security.W004"]
        assert "(security.W004)" not in texts(outside.production)

    @pytest.mark.parametrize("kind", ["console", "dummy", "locmem", "filebased"])
    def test_mail_that_goes_nowhere(self, settings, kind):
        settings.EMAIL_BACKEND = f"django.core.mail.backends.{kind}.EmailBackend"
        assert "Mail goes nowhere" in texts(outside.mail)

    def test_mail_server_that_does_not_answer(self, settings):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
        assert "takes no mail (ConnectionRefusedError)" in texts(outside.mail)

    def test_redis(self, redis, settings):
        settings.REDIS_URL = redis.url
        assert level_of(outside.redis) == OK
        redis.stop()
        assert "each process counts alone" in texts(outside.redis)

    def test_redis_that_takes_no_write(self, redis, settings):
        """As one whose memory is full, or a replica; it still answers a ping."""
        settings.REDIS_URL = redis.url
        with Redis.from_url(redis.url) as client:
            client.config_set("maxmemory-policy", "noeviction")
            client.config_set("maxmemory", "1")
            assert client.ping()
            assert "each process counts alone" in texts(outside.redis)
            client.config_set("maxmemory", "0")
            assert level_of(outside.redis) == OK
            client.execute_command("REPLICAOF", "127.0.0.1", "1")
            assert "each process counts alone" in texts(outside.redis)

    @pytest.mark.parametrize("number", ["x", "0", "65", "-1", "1.5"])
    def test_processes_that_the_server_does_not_take(self, monkeypatch, number):
        monkeypatch.setenv("PROCESSES", number)
        assert f"PROCESSES is {number!r}" in texts(outside.processes)
        assert level_of(outside.processes) == ERROR
        monkeypatch.setenv("PROCESSES", "4")
        assert level_of(outside.processes) == OK

    def test_several_processes_without_redis(self, settings, monkeypatch):
        settings.REDIS_URL = ""
        assert level_of(outside.redis) == OK
        monkeypatch.setenv("PROCESSES", "4")
        assert level_of(outside.redis) == WARNING


def test_database_error_in_a_check_is_no_crash(monkeypatch):
    def gone():
        raise OperationalError("gone")
        yield

    found = doctor.examine({"uploads": gone})
    assert [f.level for f in found["uploads"]] == [ERROR]
