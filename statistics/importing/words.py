"""Words in labels and lines by which a table is read, English and of the language.

Each list is one text to translate, words separated by commas, as in
`statistics.vocabulary`.
"""

import re

from django.utils.translation import pgettext_lazy

from statistics.vocabulary import words_of

TOKENS = re.compile(r"[^\W_]+|[#№]")
YEARS = pgettext_lazy(
    "words, separated by commas",
    "year, years, yr, date, calendar year, fiscal year, financial year, tax year, "
    "school year, academic year, jahr, année, annee, año, anno, ano, jaar, år, rok, "
    "vuosi",
)
IDENTIFIERS = pgettext_lazy(
    "words, separated by commas",
    "code, codes, id, ids, identifier, soc, sic, isco, naics, noc, anzsco, kldb, cpv, "
    "isin, iban, ean, isbn, issn, zip, zipcode, postcode, postcodes, postal, plz, "
    "phone, telephone, tel, fax, dial, dialling, dialing, account, kennziffer, "
    "schlüssel, postleitzahl, vorwahl, telefon, telefonnummer, kennung, version, cip, "
    "fips, nuts, uuid, sku, barcode, reference, ref, ssn, passport, kundennummer, "
    "personalnummer",
)
NUMBERINGS = pgettext_lazy(
    "words, separated by commas",
    "no, nr, no., nr., num, #, №, item, section, chapter, pos, pos., rang, platz, "
    "kapitel, abschnitt, ziffer, gliederung, lfd nr, n°, version, release, build, "
    "edition",
)
UNITS = pgettext_lazy(
    "words, separated by commas",
    "hour, hours, h, hr, hrs, day, days, week, weeks, month, months, year, years, yr, "
    "yrs, min, minutes, fte, people, persons, jobs, employees, points, pp, ppt, kg, "
    "km, per year, per month, per week, per day, per hour, a year, a month, an hour, "
    "/year, /month, /week, /day, /hour, /h, /hr, /yr, /mo, p.a., pa, pcm, p/h, "
    "stunden, std., tage, wochen, monate, jahre, jahr, pro jahr, pro monat, "
    "pro stunde, /monat, /jahr, im jahr, im monat, km², m², °c",
)
TIMES = pgettext_lazy(
    "words, separated by commas",
    "time, times, start, end, begin, from, to, opens, closes, opening, closing, hour, "
    "day, date, deadline, uhrzeit, zeit, beginn, ende, von, bis, tag, datum, heure, "
    "hora, release, month, monat, clock, uhr, duration, dauer",
)
NOTE_LINES = pgettext_lazy(
    "words, separated by commas",
    "source, sources, note, notes, footnote, footnotes, notes and sources, legend, "
    "key, definition, definitions, symbols, contact, copyright, licence, license, "
    "data, quelle, quellen, anmerkung, anmerkungen, hinweis, hinweise, fußnote, "
    "fußnoten, zeichenerklärung, stand, source:, last updated, updated, released, "
    "published",
)
NO_YEAR_BEFORE = pgettext_lazy(
    "words, separated by commas",
    "per, a, an, each, every, last, this, previous, on, over, from, since, for, next, "
    "to, of, pro, par, al, por, na, im",
)
AFTER_IDENTIFIERS = pgettext_lazy(
    "words, separated by commas",
    "no, nr, number, num, nummer, #",
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


def year_words():
    return words_of(YEARS)


def identifier_words():
    return words_of(IDENTIFIERS)


def numbering_words():
    return words_of(NUMBERINGS)


def unit_words():
    return words_of(UNITS)


def time_words():
    return words_of(TIMES)


def percent_words():
    """What stands beside a percentage, the sign included."""
    return {"%"} | words_of(PERCENT)


def note_words():
    return words_of(NOTE_LINES)


def says_year(label):
    """Whether a label says that it is of years: Year of entry, but no pay a year."""
    words = tokens(label)
    if " ".join(words) in year_words():
        return True
    singular = year_words() - {"years", "date", "yr"}
    return any(
        word in singular
        and (place == 0 or words[place - 1] not in words_of(NO_YEAR_BEFORE))
        and not _counts(words)
        for place, word in enumerate(words)
    )


def says_identifier(label):
    """Whether a label names codes or numbers that tell things apart: SOC 2020, Phone.

    Such a word has to be what the label is about: an account no., but no account costs.
    """
    label = re.sub(r"\(.*?\)", " ", label[:200])
    words = [word for word in tokens(label) if not word.isdigit()]
    while len(words) > 1 and words[-1] in words_of(AFTER_IDENTIFIERS):
        words.pop()
    return bool(words) and words[-1] in identifier_words() and not _counts(words[:-1])


def says_numbering(label):
    return label.strip().casefold() in numbering_words() or (
        " ".join(tokens(label)) in numbering_words()
    )


def says_time(label):
    return any(word in time_words() for word in tokens(label)) and not _counts(
        tokens(label)
    )


def tokens(label):
    return [word.casefold() for word in TOKENS.findall(label)]


def says_how_much(label):
    """Whether a label is about an amount: Monthly pay (GBP), Vacancies."""
    return _counts(tokens(label)) or bool(re.search(r"\b[A-Z]{3}\b|[$€£¥%]", label))


def _counts(words):
    return not words_of(COUNTS).isdisjoint(words)
