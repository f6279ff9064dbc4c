import json
import sys

from django.core.management.base import BaseCommand

from careerguide.operations.doctor import examine, worst
from careerguide.operations.findings import LEVELS, OK


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


def as_text(findings):
    lines = []
    for name, found in findings.items():
        for finding in found:
            lines.append(f"{LEVELS[finding.level]:<8} {name}: {finding.text}")
            if finding.level != OK:
                lines.append(f"{'':<8} → {finding.advice}")
    return "\n".join(lines)


def as_json(findings):
    checks = [
        {"name": name, "level": LEVELS[f.level], "text": f.text, "advice": f.advice}
        for name, found in findings.items()
        for f in found
    ]
    told = {"level": LEVELS[worst(findings)], "checks": checks}
    return json.dumps(told, indent=1, ensure_ascii=False)
