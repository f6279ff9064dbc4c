"""Refuse lists of fields below each other, as psql and mysql print them, and YAML."""

import re
from itertools import groupby

from django.utils.translation import gettext as _

from statistics.table.errors import DataError

from .cells import WIDE

RECORDS = re.compile(r"-\[ RECORD \d+ ]|\*{5,} ?\d+\. .{1,12}\*{5,}")
FIELDS = re.compile(r"\s*(?:- )?[\w .-]{1,40}(?::\s|\s=\s)\s*\S.*")
BEGINS_FIELDS = re.compile(r"- [\w .-]{1,40}:\s|\[[\w .-]+\]$")
KEY = re.compile(r"\s*([\w .-]{1,40}?)\s*(?::\s|\s=\s)")
VECTOR = re.compile(r"\s*\[(?:,?1|1,)\] ")  # as R prints them
DIRECTIVE = re.compile(r"\.\. [\w-]+::|\{\||\|===")
LOOKED_AT = 500  # lines
LONGEST = 400  # characters of a line


def refuse_lists(text):
    """Raise `DataError` for fields below each other, record after record."""
    rows = [row for row in text.split("\n") if row.strip()]
    some = [row[:LONGEST] for row in rows[:LOOKED_AT]]
    if not some:
        return
    fields = sum(bool(FIELDS.fullmatch(row)) for row in some)
    begins = sum(bool(BEGINS_FIELDS.match(row)) for row in some)
    keys = [found[1] for row in some if (found := KEY.match(row))]
    are_repeated = len(keys) == len(some) > 2 and len(set(keys)) * 2 <= len(keys)
    are_records = any(RECORDS.match(row) for row in some[:2]) or are_repeated
    are_records |= _repeat_keys(text)
    are_fields = begins > 1 and fields + begins >= len(some)
    is_written = DIRECTIVE.match(some[0]) or VECTOR.match(f"{some[0]} ")
    if are_records or are_fields or is_written:
        sentence = _(
            "These lines are written for programs, a field or a cell a line. Copy the "
            "table as it is shown, with a line for each row."
        )
        raise DataError([sentence])


def _repeat_keys(text):
    """Whether all parts between empty lines begin with the same words, as Miller's."""
    rows = text.strip("\n").split("\n")[:LOOKED_AT]
    parts = [
        list(part)
        for is_filled, part in groupby(rows, lambda row: bool(row.strip()))
        if is_filled
    ]
    keys = [[row.split()[0] for row in part] for part in parts]
    return (
        len(keys) > 1
        and len(set(keys[0])) == len(keys[0]) > 1
        and all(key == keys[0] for key in keys)
        and not any("," in row or WIDE.search(row.strip()) for row in parts[0])
    )
