"""Delete for good what has been in the trash long enough."""

from django.conf import settings
from django.core.management.base import BaseCommand

from careerguide.publishing.drafts.retention import empty_trash
from careerguide.publishing.management.days import days


class Command(BaseCommand):
    help = (
        "Delete for good what has been in the trash for TRASH_DAYS days, with its "
        "history and, of a table, its editions. What other content still needs stays. "
        "Run it once a day."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--days", type=days, help="days in the trash, instead of TRASH_DAYS"
        )

    def handle(self, *, days, **options):
        days = settings.TRASH_DAYS if days is None else days
        deleted, staying = empty_trash(days)
        items = "1 item" if deleted == 1 else f"{deleted} items"
        self.stdout.write(f"{items} deleted for good, after {days} days in the trash.")
        for item, user in staying:
            self.stdout.write(f"{named(item)} stays: {named(user)} needs it.")


def named(item):
    return f"{str(item._meta.verbose_name).capitalize()} “{item}”"
