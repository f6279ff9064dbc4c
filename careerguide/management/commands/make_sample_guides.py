"""Create or remove made-up guides, to measure the site with."""

from django.core.management.base import BaseCommand, CommandError

from careerguide.exchange import samples
from careerguide.models import Career


class Command(BaseCommand):
    help = (
        "Publish guides that are made up, to measure the site with: a career, 10 "
        "articles, 10 tables and 20 answers each, and 10 items of each other kind, at "
        "addresses that begin with sample-. Those that are there already stay. It "
        "refuses to put them beside guides that are meant to be read, unless you say "
        "so."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "count", nargs="?", type=int, help="how many there should be in all"
        )
        parser.add_argument(
            "--beside-real-guides",
            action="store_true",
            help="even where readers find other guides, who will then find these, too",
        )
        parser.add_argument(
            "--remove",
            action="store_true",
            help="delete the sample guides instead; one that somebody changed stays",
        )

    def handle(self, *args, count, beside_real_guides, remove, **options):
        if remove:
            if count is not None:
                raise CommandError("With --remove there is no number: all of them go.")
            self.remove()
        elif count is None or count < 1:
            raise CommandError("Say how many sample guides there should be, from 1 on.")
        else:
            if not beside_real_guides:
                refuse_beside_real_guides()
            made = samples.make(count)
            self.stdout.write(
                f"Made {made:,} sample guides; there are {samples.samples().count():,}."
            )

    def remove(self):
        count, staying = samples.remove()
        self.stdout.write(f"Removed {count:,} sample guides.")
        for career in staying:
            self.stdout.write(f"Left {career.slug}: somebody changed it.")


def refuse_beside_real_guides():
    made = samples.samples().values("pk")
    if real := Career.objects.exclude(pk__in=made).first():
        raise CommandError(
            f"Nothing was made, as this site has guides to read, such as “{real}”, and "
            "readers would find the samples beside them. Use a database of its own "
            "(DATABASE_URL), or add --beside-real-guides; --remove takes them away."
        )
