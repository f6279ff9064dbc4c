"""List the words by which a table is read, in English and in the site's language.

Each list is one text to translate, words separated by commas, as in
`statistics.table.vocabulary`.
"""

import re
import unicodedata

from django.utils.translation import pgettext_lazy

from careerguide.languages.folding import fold_case
from statistics.table.vocabulary import folded, words_of

from .currencies import known_codes

# Vowel signs of Indian and Thai scripts and marks of Arabic are parts of words.
MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0d7f\u0e00-\u0eff"
TOKENS = re.compile(rf"(?:[^\W_]|[{MARKS}])+|[#№§]")
NUMBERINGS = pgettext_lazy(
    "words, separated by commas",
    "no, nr, no., nr., num, #, №, §, §§, paragraf, item, section, chapter, pos, pos., "
    "rang, platz, kapitel, abschnitt, ziffer, gliederung, lfd nr, n°, version, "
    "release, build, edition",
)
UNITS = pgettext_lazy(
    "words, separated by commas",
    "hour, hours, h, hr, hrs, day, days, week, weeks, month, months, year, years, yr, "
    "yrs, min, minutes, fte, people, persons, jobs, employees, points, pp, ppt, kg, "
    "km, per year, per month, per week, per day, per hour, a year, a month, an hour, "
    "/year, /month, /week, /day, /hour, /h, /hr, /yr, /mo, p.a., pa, pcm, p/h, "
    "stunden, std., tage, wochen, monate, jahre, jahr, pro jahr, pro monat, "
    "pro stunde, /monat, /jahr, im jahr, im monat, km², m², °c, "
    "per annum, p. a., p.m., p. m., pro tag, par an, par mois, al año, al mes, "
    "brutto, netto, gross, net, bps, basis points, årligen, i månaden, per år, "
    "per månad, सालाना, प्रति माह, प्रति वर्ष, سنويا, سنويًا, شهريا, شهريًا",
)
TIMES = pgettext_lazy(
    "words, separated by commas",
    "time, times, start, end, begin, from, to, opens, closes, opening, closing, hour, "
    "day, date, deadline, uhrzeit, zeit, beginn, ende, von, bis, tag, datum, heure, "
    "hora, release, month, monat, clock, uhr, duration, dauer, departure, departs, "
    "arrival, arrives, abfahrt, ankunft, öffnet, schließt, départ, arrivée, salida, "
    "llegada, partida, chegada, partenza, arrivo, vertrek, aankomst, avgång, ankomst, "
    "avgang, afgang, odjazd, przyjazd, lähtö, saapuminen, kalkış, varış",
)
NOTE_LINES = pgettext_lazy(
    "words, separated by commas",
    "source, sources, note, notes, footnote, footnotes, notes and sources, legend, "
    "key, definition, definitions, symbols, contact, copyright, licence, license, "
    "data, quelle, quellen, anmerkung, anmerkungen, hinweis, hinweise, fußnote, "
    "fußnoten, zeichenerklärung, stand, source:, last updated, updated, released, "
    "published",
)
COUNTS = pgettext_lazy(
    "words, separated by commas",
    "number, count, share, average, mean, median, total, percentage, change, growth, "
    "increase, decrease, index, hours, employment, rate, pay, salary, wage, wages, "
    "cost, costs, price, earnings, vacancies, jobs, people, employees, workers, "
    "percent, income, revenue, lines, calls, anzahl, anteil, lohn, gehalt, kosten, "
    "preis",
)
PERCENT = pgettext_lazy(
    "words, separated by commas",
    "percent, per cent, pct, pct., prozent, procent, prosent, prosenttia, pour cent, "
    "por ciento, por cento, per cento, процента, процентов, प्रतिशत, بالمئة, بالمائة, "
    "في المئة, في المائة",
)


def numbering_words():
    return words_of(NUMBERINGS)


def unit_words():
    return words_of(UNITS)


def time_words():
    return words_of(TIMES)


def percent_words():
    """Return what stands beside a percentage, the sign included."""
    return {"%"} | words_of(PERCENT)


def note_words():
    return words_of(NOTE_LINES)


def says_numbering(label):
    return folded(label) in numbering_words() or (
        " ".join(tokens(label)) in numbering_words()
    )


def says_time(label):
    return any(word in time_words() for word in tokens(label)) and not counts(
        tokens(label)
    )


def tokens(label):
    label = unicodedata.normalize("NFC", label)
    return [fold_case(word) for word in TOKENS.findall(label)]


def says_how_much(label):
    """Return whether a label is about an amount: Monthly pay (GBP), Vacancies."""
    codes = re.findall(r"\b[A-Z]{3}\b", label)
    return (
        counts(tokens(label))
        or not known_codes().isdisjoint(codes)
        or bool(re.search("[$€£¥%]", label))
    )


def counts(words):
    return not words_of(COUNTS).isdisjoint(words)
