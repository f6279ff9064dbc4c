"""Propose as totals the rows of a file that are called so: All, Total, Insgesamt."""

import re
from dataclasses import replace

from django.utils.translation import ngettext, pgettext_lazy

from statistics.table.vocabulary import folded, is_other, total_words, words_of

MORE = pgettext_lazy(
    "words, separated by commas",
    "gesamtergebnis, totalsumma, suma końcowa, genel toplam, "
    "grand total, totals, all employees, all occupations, all people, all persons, "
    "all ages, all jobs, all workers, everyone, gesamt, gesamtsumme, insgesamt, summe, "
    "zusammen, alle, ensemble, total général, tous, totale, tutti, totaal, totalt, "
    "summa, samtliga, totaux, total general, todos, suma, total geral, razem, ogółem, "
    "i alt, yhteensä, kaikki, celkem, összesen, итого, всего, всього, toplam, "
    "hela riket, hela landet, riket, hele landet, hele riket, koko maa, whole country, "
    "nationwide, national total, bundesgebiet, bundesgebiet insgesamt, "
    "france entière, ensemble de la france, total nacional, suma total, "
    "सभी, सम्पूर्ण, جميع, الكل, إجمالي, مجموع, "
    "σύνολο, कुल, कुल योग, योग, المجموع, الإجمالي, סך הכל, 合計, 総計, 总计, 合计, 합계, "
    "総数, 計, 全体, 男女計, 全産業, 全国, 全职业, 전체, 총계, 계, "
    "all industries, all sectors, both sexes, both genders, men and women, "
    "women and men, beide geschlechter, männer und frauen, frauen und männer, "
    "les deux sexes, hommes et femmes, femmes et hommes, ambos sexos, "
    "hombres y mujeres, ambos os sexos, homens e mulheres, båda könen, "
    "kvinnor och män, män och kvinnor, begge kjønn, begge køn, mannen en vrouwen, "
    "maschi e femmine, obie płcie, kobiety i mężczyźni, molemmat sukupuolet, оба пола, "
    "स्त्री और पुरुष, كلا الجنسين, الإجمالي الكلي",
)
FIRST_WORDS = pgettext_lazy(
    "words, separated by commas",
    "total, all, overall, ensemble, totale, totaal, totalt, всего",
)
TOTAL_ALONE = pgettext_lazy(
    "words, separated by commas",
    "total, totals, grand total, insgesamt, gesamt, summe, totalt, totaal, totale, "
    "ogółem, razem, celkem, összesen, yhteensä, toplam, всего, итого, 計, 合計, कुल, "
    "المجموع, الإجمالي",
)
# Before names that a language writes with a capital: Alle Berufe.
ALL = pgettext_lazy(
    "words, separated by commas",
    "alle, sämtliche, toutes, tous, samtliga, alla, wszystkie, wszyscy, wszystkich, "
    "todas, todos, tutti, tutte, все, كل, جميع, सभी",
)
APART = re.compile(r"[,:–—(]|\s-\s|-$")
LAST_WORDS = pgettext_lazy(
    "words, separated by commas",
    "insgesamt, gesamt, zusammen, totalt, total, altogether, totaal, totale, samlet, "
    "yhteensä, ogółem, celkem, összesen, toplam, всего, कुल",
)


def sentences_on(table, totals):
    """Return the sentence on rows that were marked as totals."""
    if not totals:
        return []
    names = ", ".join(f"“{table.label(table.rows[row - 1])}”" for row in totals)
    sentence = ngettext(
        "Marked as a total: row %s.", "Marked as totals: rows %s.", len(totals)
    )
    return [sentence % names]


def proposal(table):
    """The rows that may be totals, counted from 1, with a sentence and its button.

    None where there are none.
    """
    rows = _named_as_totals(table)
    if not rows:
        return None
    names = ", ".join(f"“{table.label(table.rows[row - 1])}”" for row in rows)
    sentence = ngettext(
        "Row %s is named as a total, but stands among what it sums up.",
        "Rows %s are named as totals, but stand among what they sum up.",
        len(rows),
    )
    change = ngettext("Mark it as a total", "Mark them as totals", len(rows))
    return {"rows": rows, "sentence": sentence % names, "change": change}


def with_totals(table):
    """Return the table with its totals marked, and their numbers, counted from 1."""
    totals = _named_as_totals(table)
    rows = tuple(
        replace(row, total=True) if number in totals else row
        for number, row in enumerate(table.rows, 1)
    )
    return replace(table, rows=rows), totals


def _named_as_totals(table):
    """The numbers of the rows that are called so and are not marked yet.

    “All areas” sums up the rows; “Total Fitness” is the name of a firm.
    """
    if table.measure_index is None or len(table.rows) < 3:
        return []
    words = total_words() | words_of(MORE)
    ends = (1, len(table.rows))
    named = [
        number
        for number, row in enumerate(table.rows, 1)
        if _is_total(table.label(row).strip("*: "), words, number in ends)
        or (number in ends and _sums_up(table, row))
    ]
    if len(named) == len(table.rows):
        return []
    return [number for number in named if not table.rows[number - 1].total]


def _is_total(label, words, is_at_end):
    if folded(label) in words:
        return True
    if is_other(label):
        return False
    # Total, all occupations; Workers, total
    parts = [folded(part) for part in APART.split(label) if part.strip()]
    if len(parts) > 1 and words_of(TOTAL_ALONE) & {parts[0], parts[-1].rstrip(")")}:
        return True
    first, _space, rest = label.partition(" ")
    return is_at_end and (
        (folded(first) in words_of(FIRST_WORDS) and rest.islower())
        or (folded(first) in words_of(ALL) and bool(rest))
        or _ends_as_total(label)
    )


def _sums_up(table, row):
    """Whether it begins as a total does, and is the sum of the others: Total UK."""
    first, _space, rest = table.label(row).partition(" ")
    if not rest or folded(first) not in words_of(TOTAL_ALONE):
        return False
    value = row.cells[table.measure_index]
    others = [r.cells[table.measure_index] for r in table.rows if r is not row]
    # Of two others one may be the sum by chance.
    return len(others) > 2 and value is not None and value == sum(filter(None, others))


def _ends_as_total(label):
    """Germany as a whole, in languages that say so last: Deutschland insgesamt."""
    before, _space, last = label.rpartition(" ")
    return bool(before) and last in words_of(LAST_WORDS)
