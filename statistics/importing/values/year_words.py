"""Tell by its label whether a column holds years: Year of entry, Founded, Baujahr.

Each list is one text to translate, words separated by commas, as in
`statistics.table.vocabulary`.
"""

import re

from django.utils.translation import pgettext_lazy

from statistics.table.vocabulary import words_of

from .subjects import is_counted
from .words import counts, tokens

YEARS = pgettext_lazy(
    "words, separated by commas",
    "year, years, yr, date, calendar year, fiscal year, financial year, tax year, "
    "school year, academic year, jahr, année, annee, año, anno, ano, jaar, år, rok, "
    "vuosi, السنة, سنة, العام, वर्ष, साल, 年, 年度, 西暦, yıl, läsår, exercice, "
    "exercício",
)
NOT_BEFORE = pgettext_lazy(
    "words, separated by commas",
    "per, a, an, each, every, last, this, previous, on, over, from, since, for, next, "
    "to, of, by, pro, par, al, por, na, im",
)
EVENTS = pgettext_lazy(
    "words, separated by commas",
    "founded, born, died, vintage, established, opened, built, launched, completed, "
    "constructed, incorporated, abolished, introduced, discovered, invented, "
    "graduated, baujahr, jahrgang, gegründet, geboren, gestorben, gründung, erbaut, "
    "eröffnet, gründungsjahr, geburtsjahr, fondé, fondée, née, né, décédé, création, "
    "millésime, fundado, fundada, fundación, nacido, nacimiento, muerto, fundação, "
    "nascido, fondato, nato, född, död, grundad, byggår, byggd, opgericht, geboren, "
    "bouwjaar, født, stiftet",
)
PERIODS = pgettext_lazy(
    "words, separated by commas",
    "from, to, since, period, time, time_period, cycle, start, end, started, ended, "
    "until, till, joined, left, wave, cohort, season, term, mandate, von, bis, seit, "
    "zeit, zeitraum, beginn, ende, berichtszeitraum, de, à, depuis, période, début, "
    "fin, desde, hasta, periodo, período, inicio, från, till, sedan, tid, van, tot, "
    "sinds, periode, fra, til",
)
BESIDE_EVENTS = frozenset(
    ("in", "on", "at", "im", "en", "um", "date", "year", "jahr", "the", "of", "am", "i")
)
NEXT_TO_YEAR = pgettext_lazy(
    "words, separated by commas",
    "of, ended, ending, founded, established, born, started, built, opened, joined, "
    "completed, published, introduced, launched, left, acquired, month, quarter, "
    "code, de, du, d, des, der, von, van, universitaire, scolaire, "
    "académique, civile, fiscale, fiscal, budgétaire, académico, escolar, lectivo, "
    "letivo, civil, scolastico, accademico, académica",
)
WHICH_YEAR = pgettext_lazy(
    "words, separated by commas",
    "first, second, third, fourth, fifth, final, leap, gap, new, half, full, mid, "
    "multi, 1st, 2nd, 3rd, 4th, erstes, ersten, zweites, zweiten, letztes, neues, "
    "première, premiere, deuxième, troisième, dernière, primer, primero, segundo, "
    "último, primeiro, första, andra, tredje, sista, nytt, gott, primo, secondo, "
    "ultimo, eerste, tweede, laatste, nieuw",
)
PARTS_OF_YEARS = pgettext_lazy(
    "words, separated by commas",
    "halbjahr, vierteljahr, frühjahr, dreivierteljahr, neujahr, lebensjahr",
)


def year_words():
    return words_of(YEARS)


def says_year(label):
    """Return whether a label is of years: Year of entry, but no pay a year."""
    label = label[:200]
    if any(_is_year(inner) for inner in re.findall(r"\((.*?)\)", label)):
        return not is_counted(label)  # Founded (year)
    return _is_year(re.sub(r"\(.*?\)", " ", label))


def _is_year(label):
    words = tokens(label.replace("_", " "))
    if " ".join(words) in year_words():
        return True
    if len(words) == 1 and words[0].endswith("jahr"):
        return words[0] not in words_of(PARTS_OF_YEARS)
    singular = year_words() - {"years", "date", "yr"}
    return any(
        word in singular and _is_of_years(words, place)
        for place, word in enumerate(words)
    )


def _is_of_years(words, place):
    """Whether the year at this place is what the label is about: Year founded.

    First-year students, New Year visitors and Umsatz Jahr 2020 are about others.
    """
    before, after = words[:place], words[place + 1 :]
    if before and before[-1] in words_of(NOT_BEFORE) | words_of(WHICH_YEAR):
        return False
    if counts(words) or is_counted(" ".join(words)):
        return False
    return not after or (not before and after[0] in words_of(NEXT_TO_YEAR))


def says_event(label):
    """Return whether it says when something happened: Founded, Born in."""
    return _says(label, words_of(EVENTS))


def says_period(label):
    """Return whether it may say from or until when, or how long: From, Period."""
    words = tokens(label.replace("_", " "))
    return "year" not in words and _says(label, words_of(PERIODS))


def _says(label, known):
    words = tokens(label.replace("_", " "))
    return not known.isdisjoint(words) and known.issuperset(set(words) - BESIDE_EVENTS)
