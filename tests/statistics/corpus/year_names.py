"""Write columns that are years by name in other languages, and others."""

from .model import file, number, table, text, year
from .writing import lines_of, separated, text_file

YEARS = {
    "ar": ("السنة", "سنة", "العام"),
    "hi": ("वर्ष", "साल"),
    "ja": ("年", "年度", "西暦"),
    "tr": ("Yıl",),
    "sv": ("År", "Läsår", "Byggår"),
    "fr": ("Année", "Exercice", "Année scolaire"),
    "pt-br": ("Ano", "Exercício"),
    "de": ("Jahr", "Berichtsjahr", "Baujahr", "Geburtsjahr"),
    "pl": ("Rok",),
    "es": ("Año",),
    "it": ("Anno",),
    "nl": ("Jaar", "Bouwjaar"),
    "en": ("Year", "Year of entry", "Founded", "Financial year", "Tax year"),
}
COUNTS = {
    "en": ("First-year students", "Pay per year", "Vacancies", "New Year visitors"),
    "de": ("Umsatz Jahr 2020", "Studierende im ersten Jahr", "Betrag pro Jahr"),
    "fr": ("Montant par an", "Effectif première année"),
    "sv": ("Lön per år", "Studenter första året"),
    "es": ("Importe por año",),
    "pt-br": ("Valor por ano",),
}
NAMES = ("Cook", "Doctor", "Driver")
FOUR = ("2021", "1950", "2012")
NATIVE = {
    "ar": ("السنة", "٢٠٢١", "١٩٥٠", "٢٠١٢"),
    "hi": ("वर्ष", "२०२१", "१९५०", "२०१२"),
    "ja": ("年", "２０２１", "１９５０", "２０１２"),
    "en": ("Year", "۲۰۲۱", "۱۹۵۰", "۲۰۱۲"),
}


def files():
    for language, labels in YEARS.items():
        for label in labels:
            yield from _forms(language, label, FOUR, year(label, *FOUR))
    for language, labels in COUNTS.items():
        for label in labels:
            yield from _forms(language, label, FOUR, number(label, *FOUR))
    for language, (label, *cells) in NATIVE.items():
        yield from _forms(language, label, cells, year(label, *FOUR))


def _forms(language, label, cells, column):
    lines = lines_of(("Job", label, "n"), NAMES, cells, ("5", "6", "7"))
    right = table(text("Job", *NAMES), column, number("n", "5", "6", "7"))
    for form, separator in (("csv", ";"), ("", "\t")):
        yield file(
            f"{language} {label} {cells[0]} {form or 'paste'}",
            f"a.{form}" if form else "",
            text_file(separated(lines, separator)),
            right,
            language=language,
        )
