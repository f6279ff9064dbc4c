"""Write letters, codes, limits and brackets that could be taken for numbers.

Each column is a file with ";" and a paste.
"""

from .model import ASKED, REFUSED, file, money, number, percent, table, text, year
from .writing import lines_of, separated, text_file

NOT_READ = (ASKED, REFUSED)


def files():
    for language, label, cells, column, also in (
        *_letters(),
        *_trillions(),
        *_codes(),
        *_years(),
        *_texts_with_a_sentence(),
        *_signs(),
        *_words(),
    ):
        names = tuple(f"Job {'ABCDEFGH'[n]}" for n in range(len(cells)))
        lines = lines_of(("Job", label), names, cells)
        readings = []
        if column:
            # A column of words that look like numbers has to be named as text.
            says = ("text",) if column.types == ("text",) else ()
            readings = [table(text("Job", *names), column, says=says)]
        yield from _forms(
            f"{label} {' '.join(cells)}"[:40], lines, readings, also, language
        )
    yield from _labels()
    yield from _borrowed_marks()


def _forms(name, lines, readings, also, language):
    for form, separator in (("csv", ";"), ("", "\t")):
        yield file(
            f"{name} {language} {form or 'paste'}",
            f"a.{form}" if form else "",
            text_file(separated(lines, separator)),
            *readings,
            also=also,
            language=language,
        )


def _letters():
    """What is asked about: a scale or a unit, a mark or pence."""
    for language, label, cells in (
        ("en", "Height", ("8849m", "8611m")),
        ("en", "Duration", ("12m", "24m")),
        ("en", "Temperature", ("5772K", "9602K")),
        ("en", "Race", ("100m", "200m")),
        ("en", "Peak", ("8849m", "8611m")),
        ("en", "Disk", ("512M", "256M")),
        ("de", "Höhe", ("2962m", "2600m")),
        ("de", "Laufzeit", ("12m", "24m")),
        ("fr", "Durée", ("12m", "24m")),
        ("sv", "Längd", ("12m", "24m")),
        ("en", "Balance", ("120.50 CR", "240.00 CR")),
        ("en", "Price", ("85p", "£2.40", "99p")),
        ("en", "Price", ("85p", "90p")),
        ("en", "Price", ("85e", "90e")),
        ("en", "Value", ("12f", "15f")),
        ("en", "Value", ("5r", "7r")),
    ):
        yield language, label, cells, None, NOT_READ
    for label, cells, scale, values in (
        ("Population", ("5.2M", "3M"), "million", ("5.2", "3")),
        ("Followers", ("12m", "3m"), "million", ("12", "3")),
        ("Salary", ("45k", "50.5k"), "thousand", ("45", "50.5")),
        ("Size", ("900K", "1.2M"), "", ("900000", "1200000")),
    ):
        yield "en", label, cells, number(label, *values, scale=scale), ()


def _trillions():
    for cells, currency, scale, values in (
        (("$3.42T", "$2T"), "USD", "trillion", ("3.42", "2")),
        (("$3.42T", "$800B"), "USD", "", ("3420000000000", "800000000000")),
        (("US$27.4T", "US$2T"), "USD", "trillion", ("27.4", "2")),
        (("€4.1T", "€3T"), "EUR", "trillion", ("4.1", "3")),
        (("¥45T", "¥3T"), "JPY", "trillion", ("45", "3")),
        (("12 T€", "13 T€"), "EUR", "thousand", ("12", "13")),
        (("12 TEUR", "13.5 TEUR"), "EUR", "thousand", ("12", "13.5")),
        (("TEUR 12", "TEUR 13"), "EUR", "thousand", ("12", "13")),
    ):
        yield "en", "Worth", cells, money("Worth", currency, *values, scale=scale), ()
    yield "de", "Wert", ("$3T", "$4T"), None, ASKED


def _codes():
    for language, label in (
        *(("sv", "Postnr"), ("de", "Kundennr."), ("fr", "SIREN"), ("pt", "CNPJ")),
        *(("pt", "Código IBGE"), ("fr", "Matricule"), ("fr", "Code postal")),
        *(("en", "Order no."), ("en", "ISBN"), ("en", "Account no."), ("en", "Phone")),
        *(("de", "Gemeindeschlüssel"), ("de", "Bestellnummer"), ("da", "Kommunenr")),
        *(("it", "Codice ISTAT"), ("es", "Código postal"), ("en", "Zip code")),
        *(("en", "Invoice number"), ("de", "WZ2008"), ("en", "NACE")),
    ):
        cells = ("12345", "23456")
        yield language, label, cells, text(label, *cells), ()
    for label in ("Number of orders", "Account costs", "Market cap", "Students"):
        yield "en", label, ("12345", "23456"), number(label, "12345", "23456"), ()


def _years():
    cells = ("2012", "2020", "2017")
    for language, label in (
        *(("en", "First-year students"), ("en", "New Year visitors")),
        *(("en", "Leap year births"), ("en", "Gap year places")),
        *(("en", "Year-end headcount"), ("en", "Students (year 1)")),
        *(("en", "Fiscal year sales"), ("de", "Umsatz Jahr 2020")),
        *(("fr", "Étudiants première année"), ("en", "Year 12 pupils")),
        *(("en", "Mid-year population"), ("en", "Year to date")),
        *(("sv", "Studenter första året"), ("en", "Half-year result")),
    ):
        yield language, label, cells, number(label, *cells), ()
    for language, label in (
        *(("en", "Founded"), ("en", "Born"), ("en", "Died"), ("en", "Vintage")),
        *(("de", "Baujahr"), ("sv", "Född"), ("en", "From"), ("en", "To")),
        *(("en", "Period"), ("en", "TIME"), ("en", "Cycle"), ("en", "Since")),
        *(("en", "Established"), ("fr", "Année de création"), ("en", "Model year")),
        *(("de", "Gründungsjahr"), ("en", "Founded (year)"), ("en", "Year built")),
    ):
        yield language, label, cells, year(label, *cells), ()
    for label in ("From", "To", "Since"):
        yield "en", label, ("1500", "2000"), number(label, "1500", "2000"), ()


def _texts_with_a_sentence():
    for language, label, cells in (
        ("en", "Pay", ("£30k–£40k", "£50k–£60k")),
        ("en", "Pay", ("$1,200-$1,500", "$1,200-$1,600")),
        ("en", "Pay", ("USDm 12", "USDm 15")),
        ("en", "Pay", ("£000 12", "£000 15")),
        ("en", "Pay", ("from £15500", "from £20000")),
        ("en", "Pay", ("£15500 + bonus", "£20000 + bonus")),
        ("en", "Ring", ("(212) 555-1234", "(212) 555-9876")),
        ("en", "Road", ("R500", "R600")),
        ("en", "Change", ("▲5", "▲3")),  # below zero in Japanese accounts
        ("en", "Amount", ("500-", "600-")),
        ("de", "Preis", ("ab 15.500 €", "ab 16.500 €")),
        ("en", "Form", ("(1)", "(2)", "(3)")),
        ("en", "Age", ("<25", "≥25")),
    ):
        yield language, label, cells, text(label, *cells), ()


def _signs():
    yield "en", "Change", ("▲5.2%", "▼3.1%"), percent("Change", "5.2", "-3.1"), ()
    yield "en", "Change", ("↑5", "↓3"), number("Change", "5", "-3"), ()
    yield "en", "Change", ("5.5 ▲", "-3 ▼"), number("Change", "5.5", "-3"), ()
    yield "en", "Pay", ("R500", "R600"), money("Pay", "ZAR", "500", "600"), ()
    yield "en", "Pay", ("SR 500", "SR 600"), money("Pay", "SAR", "500", "600"), ()
    yield "en", "Pay", ("Dhs 500", "Dhs 600"), money("Pay", "AED", "500", "600"), ()
    yield "tr", "Oran", ("%12,5", "%3"), percent("Oran", "12.5", "3"), ()
    column = number("Betrag", "-1234.50", "20.00")
    yield "de", "Betrag", ("1.234,50-", "20,00"), column, ()
    column = money("Betrag", "EUR", "-12.50", "3.00")
    yield "de", "Betrag", ("12,50 €-", "3,00 €"), column, ()


def _words():
    column = money("वेतन", "INR", "650000", "12000000")
    yield "hi", "वेतन", ("₹6.5 लाख", "₹1.2 करोड़"), column, ()
    column = number("मूल्य", "5", "6", scale="thousand")
    yield "hi", "मूल्य", ("5 हज़ार", "6 हज़ार"), column, ()
    column = number("القيمة", "-5", "3", scale="thousand")
    yield "ar", "القيمة", ("\u200e\u22125 ألف", "3 ألف"), column, ()
    yield "ar", "الراتب", ("500 ريال", "600 ريال"), None, ASKED
    column = money("Lön", "SEK", "500", "1.5", scale="thousand")
    yield "sv", "Lön", ("500 tkr", "1,5 tkr"), column, ()
    for language, label, word in (
        *(("de", "Lohn", "brutto"), ("en", "Pay", "per annum"), ("en", "Fee", "bps")),
    ):
        cells = (f"500 {word}", f"600 {word}")
        yield language, label, cells, number(label, "500", "600"), ()


def _labels():
    """First columns that are labels, whatever their cells look like."""
    for label, cells in (
        ("Experience", ("<5 years", ">5 years")),
        ("Age", ("<25", "≥25")),
        ("Firm", ("<10 employees", "≥10 employees")),
        ("Time", ("<6m", ">6m")),
        ("Age", ("<18", "18", "19", ">19")),
        ("Form", ("(1)", "(2)")),
        ("Item", ("(10)", "(20)")),
        ("Road", ("R500", "R600")),
    ):
        jobs = tuple(str(50 + n) for n in range(len(cells)))
        lines = lines_of((label, "Jobs"), cells, jobs)
        readings = [table(text(label, *cells), number("Jobs", *jobs), says="text")]
        yield from _forms(f"first {label} {cells[0]}", lines, readings, (), "en")
    for label in ("Distance", "Kcal", "Lower bound"):
        cells, jobs = ("1500", "2000"), ("5", "6")
        lines = lines_of((label, "Jobs"), cells, jobs)
        readings = [table(number(label, *cells), number("Jobs", *jobs))]
        yield from _forms(f"first {label}", lines, readings, (), "en")


def _borrowed_marks():
    """Codes and coordinates tell nothing of the counts beside them."""
    counts = ("45.300", "85.100")
    for label, cells in (
        *(("WZ08", ("41.20", "47.11")), ("NACE", ("41.20", "47.11"))),
        *(("ISCED", ("5.1", "6.2")), ("Stufe", ("1.1", "2.1")), ("§", ("1.2", "2.3"))),
        *(("Note", ("1.3", "2.7")), ("CBO", ("2124.05", "2125.10"))),
        *(("Kurs", ("1.08", "1.12")), ("Lat", ("48.37", "48.4"))),
        *(("Breitengrad", ("48.37", "48.4")), ("Lohn", ("12.50", "9.75"))),
    ):
        names = ("Bau", "Handel")
        lines = lines_of(("Branche", label, "Beschäftigte"), names, cells, counts)
        right = number("Beschäftigte", "45300", "85100")
        readings = [
            table(text("Branche", *names), middle, right)
            for middle in (number(label, *cells), text(label, *cells))
        ]
        for language in ("de", "en"):
            name = f"counts beside {label}"
            yield from _forms(name, lines, readings, ASKED, language)
    lines = lines_of(
        ("Ville", "Lat", "Pop"), ("A", "B"), ("48.85", "49.1"), ("12,345", "23,456")
    )
    yield from _forms("counts beside Lat mirrored", lines, [], ASKED, "fr")
