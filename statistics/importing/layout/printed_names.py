"""Tell what consoles print around the names of columns: an index, blocks of columns."""

from django.utils.translation import gettext as _

from statistics.importing.values.amounts import take_apart
from statistics.table.errors import DataError


def with_index_name(rows, padded):
    """Return rows with the name of an index put into the line of names above it.

        pay  share
    job
    Nurse 3200  12.5

    `padded` are the numbers of lines that blanks fill up to the width of the names, as
    pandas writes that of an index.
    """
    (first, names), *body = rows
    if len(body) < 2:
        return rows, first
    number, index = body[0]
    corner = len(names) - len(names.lstrip())
    if _indent(body[1][1]) > _indent(index):
        return rows, first  # a heading above rows that stand further to the right
    is_padded = number in padded
    if len(index.rstrip()) < corner and (is_padded or _is_only_one(index, body)):
        return [(first, index + names[len(index) :]), *body[1:]], number
    if is_padded and corner == 0 and len(index.split()) == 1:
        # The name of the columns stands in the corner: both are those of its cells.
        word, rest = names.split(None, 1)[0], names.split(None, 1)[1:]
        both = f"{index}/{word}"
        begin = names.find(rest[0], len(word)) if rest else 0
        if len(both) < begin:
            return [(first, both.ljust(begin) + names[begin:]), *body[1:]], number
    return rows, first


def _indent(row):
    return len(row) - len(row.lstrip())


def _is_only_one(index, body):
    """Whether no other line is as short: headings of groups of rows are several."""
    ends = len(index.rstrip())
    rest = [row for _number, row in body[1:]]
    return all(len(row.rstrip()) > ends or len(row.split()) > 1 for row in rest)


def refuse_blocks(rows):
    """Raise `DataError` where a program goes on with other columns below the first.

    pandas ends such a line of names with a backslash; R repeats the names of the rows.
    """
    if any(row.endswith(" \\") for row in rows[:2]) or _repeats_labels(rows):
        raise DataError(
            [
                _(
                    "The program has printed some of the columns below the others: let "
                    "it print wider lines, or save the table as .csv."
                )
            ]
        )


def _repeats_labels(rows):
    """Whether names stand again above lines with the labels of the first ones."""
    if len(rows) < 4 or not rows[0].startswith(" "):
        return False
    labels = [row.split()[0] for row in rows]
    again = next((n for n in range(2, len(rows)) if rows[n].startswith(" ")), 0)
    first, second = labels[1:again], labels[again + 1 : 2 * again]
    return (
        bool(first)
        and first == second
        and not any(map(take_apart, rows[again].split()))
    )
