"""Read texts whose facts the desk lacks."""

from django.core.management.base import BaseCommand

from careerguide.desk.facts import refresh_all


class Command(BaseCommand):
    help = (
        "Read the texts that were loaded, or not read after their last save, for "
        "broken links and numbers that nobody answers for: the admin's first page "
        "shows them."
    )

    def add_arguments(self, parser):
        parser.add_argument("--most", type=int, default=100_000, help="at most so many")

    def handle(self, most, **options):
        self.stdout.write(f"Texts read: {refresh_all(most)}.")
