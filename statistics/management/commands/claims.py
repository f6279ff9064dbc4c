"""Count the numbers of guides that tables, sources and editors answer for."""

from django.core.management.base import BaseCommand, CommandError

from careerguide.models import Career
from statistics.references.claims.overview import claims


class Command(BaseCommand):
    help = "List the numbers in texts for which nobody answers yet, guide by guide."

    def add_arguments(self, parser):
        parser.add_argument("guide", nargs="?", help="a career's slug; without it, all")

    def handle(self, *args, guide, **options):
        careers = Career.objects.not_trashed().order_by("slug")
        if guide:
            careers = careers.filter(slug=guide)
            if not careers:
                raise CommandError(f"There is no career “{guide}”.")
        for career in [*careers, *([] if guide else [None])]:
            found = claims(career)
            self.stdout.write(
                f"{career or 'Pages of the site'}: {found.tied} tied, "
                f"{found.sourced} with a source, {found.own} the editors' own, "
                f"{found.open} open"
            )
            for one in found.items:
                for name, claim in one.open:
                    line = f", line {claim.line}" if claim.line else ""
                    self.stdout.write(f"  {one.item} ({name}{line}): {claim.written}")
