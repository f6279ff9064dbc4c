"""Read a file of the corpus as the admin does: the one place that knows how.

`KINDS` holds words by which a sentence of each kind is known; what else a sentence says
is its author's.
"""

import re
from dataclasses import dataclass, field

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.utils import translation

from statistics.editing.dry_run import dry_run
from statistics.importing.layout.separators import WhichSeparator
from statistics.importing.text import from_text, read_text, to_text
from statistics.importing.values.decimal_mark import Unsettled
from statistics.importing.values.digits import POINT
from statistics.table.schema import DataError, TableData

from .model import ASKED, READ, REFUSED

CRASH = "crash"
KINDS = {
    "above": r"\babove\b|\btitle\b",
    "below": r"\bbelow\b",
    "counts": r"numbers the columns",
    "currency": r"dollar|\bUSD\b|yen|yuan|pound|kron|rupee|\b[A-Z]{3}\b",
    "date": r"\bdate|\bday\b",
    "empty": r"no values?\b|empty|missing|no data",
    "encoding": r"Windows-1252|encoding",
    "filtered": r"filter|hidden",
    "hidden": r"hidden",
    "mark": r"“.+”",
    "in full": r"written in full",
    "negative": r"below zero",
    "right": r"\bcolumns? .*left out",
    "sheet": r"\bsheet",
    "struck": r"struck out",
    "text": r"\btext\b",
    "total": r"\btotal",
    "types": r"types of the columns",
    "units": r"units of the columns",
    "year": r"\byears?\b",
}


@dataclass
class Answer:
    kind: str
    columns: tuple = ()
    rows: tuple = ()
    sentences: list = field(default_factory=list)

    def says(self, kind):
        """Whether a sentence is of this kind; or quotes a word, which may be a unit."""
        if kind in KINDS:
            return any(re.search(KINDS[kind], sentence) for sentence in self.sentences)
        quoted = re.compile(rf"“[^”]*{re.escape(kind)}[^”]*”")
        return any(kind in column.unit for column in self.columns) or any(
            quoted.search(sentence) for sentence in self.sentences
        )

    def names(self, label, kind):
        return any(
            label in sentence and re.search(KINDS[kind], sentence)
            for sentence in self.sentences
        )


def read(file):
    """The `Answer` to a file of the corpus, in the language of its site."""
    with (
        override_settings(LANGUAGE_CODE=file.language),
        translation.override(file.language),
    ):
        return read_data(file.name, file.make(), file.decimal_mark)


def read_data(name, data, decimal_mark=""):
    """The `Answer` to a file's bytes, or to those of a paste, which has no name."""
    try:
        return _file(name, data, decimal_mark) if name else _paste(data, decimal_mark)
    except DataError as error:
        return Answer(_asks(error, error.problems), sentences=list(error.problems))
    except Exception as error:  # any other than a DataError is a crash
        return Answer(CRASH, sentences=[f"{type(error).__name__}: {error}"])


def _file(name, data, decimal_mark):
    upload = SimpleUploadedFile(name, data)
    result = dry_run(upload, decimal_mark=decimal_mark)
    inferred = [entry["sentence"] for entry in result.inferred]
    sentences = [*result.sentences, *result.problems, *inferred]
    if result.problems:
        kind = _asks(result.question, result.problems)
        return Answer(kind, sentences=sentences)
    table = from_text(result.numbers, result.columns, TableData(), POINT)
    kind = READ if table.columns else REFUSED
    return Answer(kind, table.columns, table.rows, sentences)


def _paste(data, decimal_mark):
    reading = read_text(data.decode(), decimal_mark=decimal_mark)
    inferred = [entry["sentence"] for entry in reading.inferred]
    numbers, columns = to_text(reading.table)
    table = from_text(numbers, columns, TableData(), POINT)
    sentences = [*reading.sentences, *inferred]
    return Answer(READ, table.columns, table.rows, sentences)


def _asks(error, problems):
    """Asked, where a choice answers it: of a mark, a separator, or what a column holds.

    What is wrong with a single cell is refused.
    """
    choice = isinstance(error, (Unsettled, WhichSeparator))
    return ASKED if choice or any(p.column and not p.row for p in problems) else REFUSED
