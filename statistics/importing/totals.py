"""Propose as totals the rows of a file that are called so: All, Total, Insgesamt."""

from dataclasses import replace

from django.utils.translation import ngettext, pgettext_lazy

from statistics.vocabulary import folded, is_other, total_words, words_of

MORE = pgettext_lazy(
    "words, separated by commas",
    "grand total, totals, all employees, all occupations, all people, all persons, "
    "all ages, all jobs, all workers, everyone, gesamt, insgesamt, summe, zusammen, "
    "alle, ensemble, totale, totaal, totalt, totaux, suma, razem, ogółem, i alt, "
    "yhteensä, celkem, összesen, итого, всего, всього, toplam, 合計, 总计, 합계",
)
FIRST_WORDS = ("total ", "all ", "overall ")


def sentences_on(table, totals):
    """The sentence on rows that were marked as totals."""
    if not totals:
        return []
    names = ", ".join(f"“{table.label(table.rows[row - 1])}”" for row in totals)
    sentence = ngettext(
        "Marked as a total: row %s.", "Marked as totals: rows %s.", len(totals)
    )
    return [sentence % names]


def with_totals(table):
    """The table with its totals marked, and their numbers, counted from 1."""
    if table.measure_index is None or len(table.rows) < 3:
        return table, []
    words = total_words() | words_of(MORE)
    rows, totals = [], []
    for number, row in enumerate(table.rows, 1):
        label = table.label(row).strip("*: ")
        # “All areas” sums up the rows; “Total Fitness” is the name of a firm.
        named = folded(label) in words or (
            label.casefold().startswith(FIRST_WORDS)
            and label.partition(" ")[2].islower()
            and number in (1, len(table.rows))
            and not is_other(label)
        )
        if named and not row.total:
            totals.append(number)
            row = replace(row, total=True)
        rows.append(row)
    if len(totals) == len(table.rows):
        return table, []
    return replace(table, rows=tuple(rows)), totals
