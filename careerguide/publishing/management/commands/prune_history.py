"""Delete versions from the history that are older than some days."""

from django.conf import settings
from django.core.management.base import BaseCommand

from careerguide.publishing.drafts.retention import prune_history
from careerguide.publishing.management.days import days


class Command(BaseCommand):
    help = (
        "Delete versions older than HISTORY_DAYS days from the history; 0 keeps all. "
        "Of each item its newest version stays, and its newest published one. "
        "Editions of tables are no history: all of them stay."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--days", type=days, help="days to keep, instead of HISTORY_DAYS; 0 for all"
        )

    def handle(self, *, days, **options):
        days = settings.HISTORY_DAYS if days is None else days
        if not days:
            self.stdout.write("Every version is kept: HISTORY_DAYS is 0.")
            return
        deleted = prune_history(days)
        versions = "1 version" if deleted == 1 else f"{deleted} versions"
        self.stdout.write(f"{versions} older than {days} days deleted.")
