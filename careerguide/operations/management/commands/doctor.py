"""Check the site and its machine, and say what to do."""

import sys

from django.core.management.base import BaseCommand

from careerguide.operations.doctor import examine
from careerguide.operations.findings import as_json, as_text, worst


class Command(BaseCommand):
    help = (
        "Look at disk, permissions, clock, database, files, backups, proxy, mail and "
        "cache, and say what to do. Exit status: 0 all is well, 1 a warning, 2 an "
        "error. Run it as the account that serves the site."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *, json, **options):
        findings = examine()
        self.stdout.write(as_json(findings) if json else as_text(findings))
        if level := worst(findings):
            sys.exit(level)
