"""Propose as totals the rows of a file that are called so: All, Total, Insgesamt."""

from dataclasses import replace

from django.utils.translation import pgettext

from statistics.vocabulary import _words, folded, is_other, total_words

MORE = (
    "grand total, totals, all employees, all occupations, all people, all persons, "
    "all ages, all jobs, all workers, everyone, gesamt, insgesamt, summe, zusammen, alle"
)
FIRST_WORDS = ("total ", "all ", "overall ")


def with_totals(table):
    """The table with its totals marked, and their numbers, counted from 1."""
    if table.measure_index is None or len(table.rows) < 3:
        return table, []
    words = total_words() | _words(MORE, pgettext("words, separated by commas", MORE))
    ends = (table.rows[0], table.rows[-1])
    rows, totals = [], []
    for number, row in enumerate(table.rows, 1):
        name = folded(table.label(row).strip("*: "))
        named = name in words or (
            any(row is end for end in ends)
            and name.startswith(FIRST_WORDS)
            and not is_other(name)
        )
        if named and not row.total:
            totals.append(number)
            row = replace(row, total=True)
        rows.append(row)
    if len(totals) == len(table.rows):
        return table, []
    return replace(table, rows=tuple(rows)), totals
