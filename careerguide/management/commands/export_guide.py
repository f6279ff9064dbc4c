from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from careerguide.guides import export
from careerguide.models import Career


class Command(BaseCommand):
    help = "Write a guide of the database as its fixture, the same bytes each time."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the career's slug, or site for its pages")
        parser.add_argument("--output", help="a file; standard output if not given")

    def handle(self, *args, name, output, **options):
        try:
            text = export(name)
        except Career.DoesNotExist:
            slugs = ", ".join(Career.objects.values_list("slug", flat=True)) or "none"
            raise CommandError(
                f"There is no career “{name}”. Its slug is needed; there are: {slugs}."
            ) from None
        if output:
            Path(output).write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text, ending="")
