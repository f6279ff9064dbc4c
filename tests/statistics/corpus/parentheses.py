"""Write numbers in parentheses: negative in accounts, set apart in statistics."""

from .model import ASKED, REFUSED, file, money, number, percent, table, text
from .writing import lines_of, separated, text_file

JOBS = ("Cook", "Doctor", "Driver")
# A label of what cannot be below zero, or is set apart: to be asked about.
APART = {
    "en": (
        "Standard error",
        "S.E.",
        "CV (%)",
        "Sample size (n)",
        "Employed",
        "Share (%)",
    ),
    "de": ("Standardfehler", "Anteil", "Beschäftigte", "Fallzahl", "Einwohner"),
    "fr": ("Écart-type", "Erreur", "Effectif", "Part", "Habitants"),
    "es": ("Error", "Desviación", "Porcentaje", "Población", "Muestra"),
    "pt-br": ("Erro", "Desvio", "População", "Amostra"),
    "sv": ("Medelfel", "Andel", "Befolkning", "Anställda"),
    "pl": ("Błąd", "Odchylenie", "Udział"),
    "it": ("Errore", "Deviazione", "Popolazione"),
    "nl": ("Standaardfout", "Aandeel", "Inwoners"),
    "ja": ("標準誤差", "割合", "人口"),
    "hi": ("मानक त्रुटि", "प्रतिशत", "जनसंख्या"),
    "ar": ("الخطأ المعياري", "النسبة", "السكان"),
}
# Of what may fall: below zero, and said.
MAY_FALL = {
    "en": ("Change", "Net migration", "Profit", "Growth", "Difference"),
    "de": ("Veränderung", "Saldo", "Gewinn", "Differenz"),
    "fr": ("Évolution", "Solde", "Variation"),
    "es": ("Variación", "Diferencia", "Crecimiento"),
    "sv": ("Förändring", "Skillnad"),
    "nl": ("Verandering", "Verschil"),
    "pl": ("Zmiana",),
    "ja": ("増減",),
    "hi": ("परिवर्तन",),
    "ar": ("التغير",),
}


def files():
    for language, labels in APART.items():
        for label in labels:
            yield from _forms(language, label, ("(12)", "(15)", "(9)"), None)
            yield from _forms(language, label, ("(12)", "130", "45"), None)
    for language, labels in MAY_FALL.items():
        for label in labels:
            column = number(label, "-12", "130", "45")
            yield from _forms(language, label, ("(12)", "130", "45"), column)
    yield from _forms(
        "en",
        "Result",
        ("($12)", "$130", "$45"),
        money("Result", "USD", "-12", "130", "45"),
    )
    yield from _forms(
        "de",
        "Ergebnis",
        ("(12 €)", "130 €", "45 €"),
        money("Ergebnis", "EUR", "-12", "130", "45"),
    )
    yield from _forms(
        "en", "Change", ("(3.5%)", "4.5%", "1%"), percent("Change", "-3.5", "4.5", "1")
    )


def _forms(language, label, cells, column):
    lines = lines_of(("Job", label), JOBS, cells)
    readings = [table(text("Job", *JOBS), column, says="negative")] if column else []
    for form, separator in (("csv", ";"), ("", "\t")):
        yield file(
            f"{language} {label} {cells[1]} {form or 'paste'}",
            f"a.{form}" if form else "",
            text_file(separated(lines, separator)),
            *readings,
            also=ASKED if column else (ASKED, REFUSED),
            language=language,
        )
