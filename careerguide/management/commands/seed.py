"""Load the guides of the fixtures, each once."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careerguide.exchange.guide_images import PictureError
from careerguide.exchange.guide_yaml import (
    SITE,
    is_of_every_site,
    leave_out,
    names_in_fixtures,
    seed,
)

# Of our pages about the site, the one that tells of our guide.
OF_OUR_GUIDE = ("about",)


class Command(BaseCommand):
    help = (
        "Load the guides of the fixtures, each once; what editors changed stays. "
        "Without names, those that SEED names."
    )

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", help="guides; those of SEED if none")

    def handle(self, *args, names, **options):
        folders = [Path(folder) for folder in settings.FIXTURE_DIRS]
        known = names_in_fixtures(folders)
        self.refuse_unknown(names, known)
        chosen = names or known
        if not names and settings.SEED is not None:
            self.refuse_unknown(settings.SEED, known)
            # Without any guide, a site has its pages and the words of its search.
            chosen = [n for n in known if n in settings.SEED or is_of_every_site(n)]
            leave_out(name for name in known if name not in chosen)
        named = names or settings.SEED or ()
        for name in chosen:
            path = next(
                folder / f"{name}.yaml"
                for folder in folders
                if (folder / f"{name}.yaml").is_file()
            )
            is_ours = path.parent == settings.BASE_DIR / "fixtures"
            without = OF_OUR_GUIDE if is_ours and self.is_of_others(name) else ()
            try:
                self.stdout.write(seed(name, path, name in named, without))
            except PictureError as error:
                raise CommandError(str(error)) from error

    def is_of_others(self, name):
        """Whether it is the pages of a site that has other guides than ours."""
        return name == SITE and settings.SEED is not None

    def refuse_unknown(self, names, known):
        if unknown := set(names) - set(known):
            raise CommandError(
                f"There is no guide {', '.join(sorted(unknown))} in the fixtures. "
                f"There are: {', '.join(known)}."
            )
