"""Load the guides of the fixtures, each once."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careerguide.exchange.guide_images import PictureError
from careerguide.exchange.guide_yaml import names_in_fixtures, seed


class Command(BaseCommand):
    help = "Load the guides of the fixtures, each once; what editors changed stays."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", help="guides; all of them if none")

    def handle(self, *args, names, **options):
        folders = [Path(folder) for folder in settings.FIXTURE_DIRS]
        known = names_in_fixtures(folders)
        if unknown := set(names) - set(known):
            raise CommandError(
                f"There is no guide {', '.join(sorted(unknown))} in the fixtures. "
                f"There are: {', '.join(known)}."
            )
        for name in names or known:
            path = next(
                folder / f"{name}.yaml"
                for folder in folders
                if (folder / f"{name}.yaml").is_file()
            )
            try:
                self.stdout.write(seed(name, path))
            except PictureError as error:
                raise CommandError(str(error)) from error
