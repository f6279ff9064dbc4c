"""Read a document, and print what would become of it; nothing is written."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from careerguide.importing.errors import Refusal
from careerguide.importing.reading import read_document, sentence_of
from careerguide.importing.report import report


class Command(BaseCommand):
    help = (
        "Read a .docx, .html, .md or .txt file, and print the guide that it would "
        "become: where each word goes, its tables, and what has to be decided. Nothing "
        "is written, and no address in the document is asked for."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--texts", action="store_true", help="print the texts of the drafts, too"
        )

    def handle(self, *, file, texts, **options):
        try:
            data = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}.") from None
        try:
            document = read_document(file.name, data)
        except Refusal as refusal:
            raise CommandError(sentence_of(refusal)) from None
        self.stdout.write(report(document, texts))
