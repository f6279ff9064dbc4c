"""Restore the site from a backup."""

import os
import pwd
import secrets
import shlex
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careerguide.env_file import env_file_values
from careerguide.operations.backups.restore import restore, restore_copy
from careerguide.operations.sentences import in_sentences


class Command(BaseCommand):
    help = (
        "Restore what `manage.py backup` wrote, onto an empty database and folder of "
        "uploads, on SQLite or PostgreSQL, whichever it came from. It ends whole or "
        "with nothing changed. Everybody has to sign in anew."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", help="the backup")
        how = parser.add_mutually_exclusive_group()
        how.add_argument(
            "--as-copy",
            metavar="FOLDER",
            nargs="?",
            const="",
            help="make a copy on SQLite in a new folder, by default under "
            "STATE_DIR/copies, and leave the site as it is",
        )
        how.add_argument(
            "--replace",
            action="store_true",
            help="replace the content of this site, which is backed up first",
        )
        parser.add_argument(
            "--without-backup",
            action="store_true",
            help="with --replace: do not back up what is replaced",
        )

    def handle(self, *, file, as_copy, replace, without_backup, **options):
        if without_backup and not replace:
            raise CommandError("--without-backup needs --replace.")
        started = time.monotonic()
        with in_sentences():
            if as_copy is None:
                done = restore(file, replace=replace, keep_present=not without_backup)
            else:
                folder = Path(as_copy or default_folder(file))
                done = restore_copy(file, folder)
        manifest = done.archive.manifest
        if done.saved:
            self.stdout.write(f"What was here is in {done.saved.path}.")
        self.stdout.write(
            f"Restored the backup of {done.archive.made_at:%Y-%m-%d %H:%M} UTC "
            f"({manifest.get('site')}, version {manifest.get('version')}): "
            f"{sum(manifest['rows'].values()):,} rows, {len(done.uploads):,} "
            f"files, in {time.monotonic() - started:.1f} s."
        )
        if as_copy is not None:
            self.stdout.write(f"Look at it with, as the account {account()}:")
            self.stdout.write(how_to_serve(folder.resolve()))


def default_folder(file):
    return Path(settings.STATE_DIR) / "copies" / Path(file).stem


def account():
    """Return who owns the copy: a name, or a number that has none."""
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return os.geteuid()


def how_to_serve(folder):
    """Return the command that serves a copy on this machine, beside the site.

    It sends no letter, and leaves the site's backups alone.
    """
    values = {
        "STATE_DIR": folder,
        "MEDIA_ROOT": folder / "media",
        "BACKUP_DIR": folder / "backups",
        "STATIC_ROOT": settings.STATIC_ROOT,
        "DATABASE_URL": f"sqlite:///{folder / 'guide.sqlite3'}",
        "REDIS_URL": "",
        "SITE_URL": "http://127.0.0.1:8001",
        "ALLOWED_HOSTS": "127.0.0.1",
        "BEHIND_TLS_PROXY": "false",
        "TRUSTED_PROXIES": 0,
        "EMAIL_URL": "dummymail://",
        "HOST": "127.0.0.1",
        "PORT": 8001,
    }
    if env_file := os.environ.get("ENV_FILE", "").strip():
        values["ENV_FILE"] = Path(env_file).absolute()
    named = " ".join(f"{name}={shlex.quote(str(v))}" for name, v in values.items())
    if "SECRET_KEY" not in env_file_values(settings.BASE_DIR / ".env"):
        # It came from the environment, and is not to be seen; the copy takes any.
        named = f"{named} SECRET_KEY={secrets.token_urlsafe(50)}"
    python = shlex.quote(sys.executable)
    return (
        f"cd {shlex.quote(str(settings.BASE_DIR))} && {named} {python} "
        "-m careerguide.management.server"
    )
