"""Write rows that are totals by their name in many languages, and others."""

from .model import file, number, table, text
from .writing import lines_of, separated, text_file

TOTALS = {
    "en": (
        *("Total", "All", "Total, all occupations", "All workers", "Grand total"),
        *("Total – all ages", "Total (16+)", "Workers, total", "All industries"),
        *("Both sexes", "All employees", "Total employment", "Overall", "Total UK"),
    ),
    "de": (
        *("Gesamt", "Insgesamt", "Alle Berufe", "Zusammen", "Summe"),
        *("Berufe insgesamt", "Gesamtergebnis", "Alle Beschäftigten"),
    ),
    "fr": ("Ensemble", "Total général", "Toutes professions", "Ensemble des salariés"),
    "sv": ("Totalt", "Samtliga", "Samtliga yrken", "Totalsumma", "Hela landet"),
    "pl": ("Ogółem", "Razem", "Suma końcowa"),
    "es": ("Total", "Total general", "Ambos sexos", "Total nacional"),
    "pt-br": ("Total", "Total geral", "Ambos os sexos"),
    "it": ("Totale",),
    "nl": ("Totaal",),
    "tr": ("Toplam", "Genel toplam"),
    "ja": ("合計", "総数", "計", "総計", "全体"),
    "ar": ("المجموع", "الإجمالي", "الإجمالي الكلي"),
    "hi": ("कुल", "कुल योग", "योग"),
    "ru": ("Всего", "Итого"),
}
ROWS = {
    "en": ("Total Fitness", "All Saints", "Allen", "Sum Ltd", "Other", "Totaliser"),
    "de": ("Gesamtschule", "Allensbach", "Alleinerziehende", "Sonstige"),
    "fr": ("Totale Énergie", "Ensemblier"),
}
OTHERS = ("North", "South", "East")


def files():
    for language, names in TOTALS.items():
        for name in names:
            for first in (False, True):
                yield _file(language, name, first, True)
    for language, names in ROWS.items():
        for name in names:
            yield _file(language, name, False, False)


def _file(language, name, first, is_total):
    # The sum of the others where it is a total.
    own = "37" if is_total else "5"
    labels = (name, *OTHERS) if first else (*OTHERS, name)
    cells = (own, "10", "20", "7") if first else ("10", "20", "7", own)
    lines = lines_of(("Area", "Jobs"), labels, cells)
    totals = ((1,) if first else (4,)) if is_total else ()
    return file(
        f"{language} {name} {'first' if first else 'last'}",
        "a.csv",
        text_file(separated(lines, ";")),
        table(text("Area", *labels), number("Jobs", *cells), totals=totals),
        language=language,
    )
