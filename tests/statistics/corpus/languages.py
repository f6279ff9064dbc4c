"""Write numbers and words of other languages, for sites in these languages."""

from .model import ASKED, file, money, percent, table, text
from .writing import lines_of, separated, text_file, workbook

JOBS = ("Koch", "Ärztin", "Sonstige")


def files():
    for name, language, label, cells, column in (
        (
            "German euros",
            "de",
            "Gehalt",
            ("38.400,50 €", "85.100 €", "1.234.567 €"),
            ("EUR", "38400.50", "85100", "1234567"),
        ),
        (
            "German percent",
            "de",
            "Anteil",
            ("12,5 %", "7,25 %", "100 %"),
            ("%", "12.5", "7.25", "100"),
        ),
        (
            "German millions",
            "de",
            "Umsatz",
            ("12,5 Mio. €", "7,25 Mio. €", "100 Mio. €"),
            ("EUR million", "12.5", "7.25", "100"),
        ),
        (
            "Swiss apostrophes",
            "de-ch",
            "Lohn",
            ("CHF 72'800.50", "CHF 90'000", "CHF 8'450"),
            ("CHF", "72800.50", "90000", "8450"),
        ),
        (
            "Swedish kronor",
            "sv",
            "Lön",
            ("35 000,50 kr", "42 500 kr", "950 kr"),
            ("SEK", "35000.50", "42500", "950"),
        ),
        (
            "French euros",
            "fr",
            "Salaire",
            ("1 234,50 €", "12 500 €", "950 €"),
            ("EUR", "1234.50", "12500", "950"),
        ),
        (
            "French narrow spaces",
            "fr",
            "Salaire",
            ("1\u202f234,50\u00a0€", "12\u202f500\u00a0€", "950\u00a0€"),
            ("EUR", "1234.50", "12500", "950"),
        ),
        (
            "Indian rupees",
            "en-in",
            "Pay",
            ("₹6,50,000.50", "₹12,00,000", "₹95,000"),
            ("INR", "650000.50", "1200000", "95000"),
        ),
        (
            "Polish zloty",
            "pl",
            "Płaca",
            ("7 500,50 zł", "12 250 zł", "950 zł"),
            ("PLN", "7500.50", "12250", "950"),
        ),
    ):
        kind, *values = column
        right = _column(label, kind, values)
        says = ["currency"] if kind == "SEK" else []
        lines = lines_of(("Beruf", label), JOBS, cells)
        for form in ("csv", "workbook"):
            make = (
                text_file(separated(lines, ";")) if form == "csv" else workbook(*lines)
            )
            yield file(
                f"{name} {form}",
                "a.csv" if form == "csv" else "a.xlsx",
                make,
                table(text("Beruf", *JOBS), right, says=says),
                also=(ASKED,) * (kind == "SEK"),
                language=language,
            )
        # The marks of the site are no evidence: a file comes from anywhere.
    for language in ("de", "en", "fr", "sv", "de-ch"):
        lines = lines_of(("Job", "Pay"), JOBS, ("39.500", "8.435", "12.250"))
        yield file(
            f"two ways in {language}",
            "a.csv",
            text_file(separated(lines, ";")),
            also=ASKED,
            language=language,
        )


def _column(label, kind, values):
    if kind == "%":
        return percent(label, *values)
    currency, _space, scale = kind.partition(" ")
    return money(label, currency, *values, scale=scale)
