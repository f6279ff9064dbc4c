"""Read numbers in parentheses: negative in accounts, set apart in statistics.

There they are standard errors, numbers of cases, shares or numbers of low reliability.
"""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from statistics.table.errors import about_column, shortened
from statistics.table.vocabulary import words_of

from .arrows import has_arrow
from .characters import plain
from .words import tokens

SET_APART = pgettext_lazy(
    "words, separated by commas",
    "se, sd, cv, rse, moe, ci, n, s e, s d, std, error, errors, deviation, sample, "
    "obs, observations, share, percent, percentage, %, rank, p value, standardfehler, "
    "standardabweichung, fehler, anteil, prozent, fallzahl, stichprobe, écart-type, "
    "écart type, erreur, part, effectif, pourcentage, desviación, desvío, "
    "porcentaje, muestra, desvio, erro, participação, amostra, andel, procent, "
    "medelfel, standardavvikelse, standardfel, osäkerhetstal, errore, deviazione, "
    "quota, percentuale, campione, standaardfout, standaardafwijking, aandeel, "
    "standardavvik, standardafvigelse, odchylenie, błąd, udział, standart hata, "
    "oran, 標準誤差, 割合, मानक त्रुटि, प्रतिशत, الخطأ المعياري, النسبة",
)
NEVER_BELOW_ZERO = pgettext_lazy(
    "words, separated by commas",
    "population, inhabitants, residents, followers, subscribers, users, views, visits, "
    "visitors, downloads, streams, students, pupils, graduates, members, births, "
    "deaths, headcount, staff, customers, votes, voters, passengers, tickets, copies, "
    "homes, households, vehicles, cars, number, count, counts, people, persons, "
    "employees, employed, workers, jobs, vacancies, men, women, male, female, nurses, "
    "teachers, age, anzahl, einwohner, bevölkerung, "
    "beschäftigte, erwerbstätige, personen, männer, frauen, männlich, weiblich, "
    "studierende, schüler, besucher, mitglieder, geburten, haushalte, kunden, "
    "betriebe, nombre, habitants, étudiants, effectifs, "
    "emplois, personnes, hommes, femmes, salariés, número, población, "
    "habitantes, empleados, estudiantes, personas, hombres, mujeres, ocupados, "
    "população, empregados, estudantes, pessoas, homens, mulheres, "
    "antal, befolkning, invånare, anställda, studenter, elever, personer, män, "
    "kvinnor, numero, popolazione, abitanti, occupati, studenti, uomini, donne, "
    "aantal, inwoners, werknemers, studenten, mannen, vrouwen, liczba, sayı, nüfus, "
    "人数, 人口, जनसंख्या, संख्या, السكان, عدد, الموظفين",
)
MAY_BE_BELOW_ZERO = pgettext_lazy(
    "words, separated by commas",
    "change, changes, growth, difference, net, balance, increase, decrease, gain, "
    "loss, profit, margin, gap, veränderung, differenz, saldo, wachstum, gewinn, "
    "variation, évolution, solde, écart, variación, diferencia, crecimiento, variação, "
    "crescimento, förändring, skillnad, variazione, verandering, verschil, ændring, "
    "endring, zmiana, değişim, 増減, परिवर्तन, التغير",
)


def in_parentheses(text, amount):
    """Return whether a number is read as below zero for its parentheses alone."""
    if not amount or hasattr(text, "amount") or "(" not in plain(text):
        return False
    number = next(iter(amount.readings.values()))
    return number.startswith("-") and "-" not in plain(text) and not has_arrow(text)


def doubtful_parentheses(cells, kind):
    """Return a `Kind` that asks whether parentheses are a minus, or None.

    `kind` is what the column is, if they are.
    """
    pairs = list(zip(cells.texts, cells.amounts, strict=True))
    inside = [(text, a) for text, a in pairs if in_parentheses(text, a)]
    if not inside or not kind.column.is_measure or kind.problems:
        return None
    label = cells.column.label
    is_whole = len(inside) == len(cells.numbers)
    if not _says(label, SET_APART) or (
        _says(label, MAY_BE_BELOW_ZERO) and not is_whole
    ):
        if any(a.sign for a in cells.numbers):
            return None  # as accounts write money
        others = [a for _text, a in pairs if a and not in_parentheses(_text, a)]
        has_minus = any(next(iter(a.readings.values()))[0] == "-" for a in others)
        is_impossible = _says(label, NEVER_BELOW_ZERO) and not (
            _says(label, MAY_BE_BELOW_ZERO) or has_minus
        )
        if not (is_whole or is_impossible):
            return None
    sentence = _(
        "Column “%(label)s”: the parentheses of “%(cell)s” may mean a number below "
        "zero, or set it apart, as a standard error, a number of cases or a figure of "
        "low reliability. If they mean below zero, write “%(line)s”; otherwise write "
        "the numbers without parentheses."
    )
    column = kind.column
    line = f"{label}: {column.type} {column.currency}".strip()
    line += f", {column.scale}" * bool(column.scale)
    line += f", unit {column.unit}" * bool(column.unit)
    parts = {"label": label, "cell": shortened(inside[0][0]), "line": line}
    problem = about_column(sentence % parts, label)
    change = _("Read them as below zero")
    return replace(
        kind, sentence=problem, other=column, change=change, problems=(problem,)
    )


def _says(label, known):
    words = tokens(label)
    if "%" in label and "%" in words_of(known):
        return True
    pairs = [" ".join(pair) for pair in zip(words, words[1:], strict=False)]
    # An écart-type is no écart.
    within = {w for pair in pairs if pair in words_of(SET_APART) for w in pair.split()}
    return not words_of(known).isdisjoint({*pairs, *words} - within)
