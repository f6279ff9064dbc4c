"""Make a backup of the site, and delete old ones."""

import argparse
import time

from django.core.management.base import BaseCommand

from careerguide.operations.backups.backup import make_backup
from careerguide.operations.sentences import in_sentences


def at_least_one(text):
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) <= 10_000):
        raise argparse.ArgumentTypeError("give a whole number, from 1 to 10000")
    return int(text)


class Command(BaseCommand):
    help = (
        "Write the database and all uploads into one file, as of one moment, while the "
        "site goes on. The file appears once it is whole and was read again. "
        "`manage.py restore` reads it, on SQLite and on PostgreSQL."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--output",
            metavar="FILE",
            help="a file, or a folder for a file named by the time; by default the "
            "folder BACKUP_DIR",
        )
        parser.add_argument(
            "--keep",
            metavar="N",
            type=at_least_one,
            help="afterwards keep only the N newest backups of this site (of SITE_URL) "
            "in that folder; a file that you named yourself is never deleted",
        )

    def handle(self, *, output, keep, **options):
        started = time.monotonic()
        with in_sentences():
            made = make_backup(output, keep)
        megabytes, seconds = made.size / 1_000_000, time.monotonic() - started
        self.stdout.write(f"{made.path}: {megabytes:.1f} MB, in {seconds:.1f} s.")
        for path in made.missing:
            self.stderr.write(f"The library names {path}, which is missing.")
        for path in made.rotated:
            self.stdout.write(f"Deleted {path}.")
