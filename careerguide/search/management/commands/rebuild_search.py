"""Make the index of the search anew."""

from django.core.management.base import BaseCommand

from careerguide.search.updates import rebuild


class Command(BaseCommand):
    help = (
        "Make the index of the search anew, of all that is published. Readers search "
        "the old one meanwhile. Needed only where doctor says so."
    )

    def handle(self, **options):
        count = rebuild()
        items = "1 item" if count == 1 else f"{count} items"
        self.stdout.write(f"{items} indexed.")
