"""Write a guide of the database as its fixture, the same bytes each time."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from careerguide.exchange.guide_images import PictureError
from careerguide.exchange.guide_yaml import export
from careerguide.models import Career


class Command(BaseCommand):
    help = (
        "Write a guide of the database as its fixture, the same bytes each time. It "
        "holds neither history nor editions of tables: where it is loaded, each table "
        "begins at edition 1. A backup has all of them."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "name",
            help="the career's slug, site for its pages, or synonyms of the search",
        )
        parser.add_argument(
            "--output",
            help="a file, with the pictures in pictures/ beside it; "
            "without it, the text alone goes to standard output",
        )

    def handle(self, *args, name, output, **options):
        try:
            text = export(name, path=Path(output) if output else None)
        except Career.DoesNotExist:
            slugs = ", ".join(Career.objects.values_list("slug", flat=True)) or "none"
            raise CommandError(
                f"There is no career “{name}”. Its slug is needed; there are: {slugs}."
            ) from None
        except PictureError as error:
            raise CommandError(str(error)) from error
        if not output:
            self.stdout.write(text, ending="")
