"""Say what is left to translate: `manage.py untranslated de`."""

from collections import Counter
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careerguide.languages.po_files import left_to_translate, messages


class Command(BaseCommand):
    help = "List the texts that a translation lacks, by language; of all without."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("languages", nargs="*", help="Such as de or pt_BR.")

    def handle(self, languages, **options):
        folders = {
            folder
            for path in settings.LOCALE_PATHS
            for folder in Path(path).glob("*")
            if not languages or folder.name in languages
        }
        if unknown := {*languages} - {folder.name for folder in folders}:
            raise CommandError(
                f"There is no catalogue of {', '.join(sorted(unknown))}."
            )
        for folder in sorted(folders):
            self._tell(folder)

    def _tell(self, folder):
        files = sorted(folder.glob("LC_MESSAGES/*.po"))
        total = sum(len(messages(file)) for file in files)
        left = [one for file in files for one in left_to_translate(file)]
        counts = Counter(one.problem for one in left)
        told = ", ".join(f"{count} {problem}" for problem, count in counts.items())
        self.stdout.write(f"{folder.name}: {total} texts, {told or 'all translated'}.")
        if folder.name.partition("_")[0] == "en":
            return  # Its own words: what it does not say stays as it is.
        for one in left:
            where = one.files[0] if one.files else ""
            self.stdout.write(f"  {where}: {one.problem}: {one.text}")
