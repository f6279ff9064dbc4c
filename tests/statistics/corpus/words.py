"""Write words and digits of other languages in columns of numbers."""

from .model import ASKED, REFUSED, file, number, rank, table, text, year
from .writing import lines_of, separated, text_file

JOBS = ("Koch", "Ärztin", "Sonstige")


def files():
    yield from _words()
    yield from _digits()


def _words():
    cells = ("12,5", "k. A.", "7,25")
    lines = lines_of(("Beruf", "Gehalt"), JOBS, cells)
    right = table(text("Beruf", *JOBS), number("Gehalt", "12.5", None, "7.25"))
    for language in ("de", "en"):
        yield file(
            f"k. A. in {language}",
            "a.csv",
            text_file(separated(lines, ";")),
            right,
            also=ASKED,
            language=language,
        )
    lines = lines_of(
        ("Rang", "Beruf", "Anteil"), ("1", "2", "3"), JOBS, ("31,5", "7,25", "3")
    )
    right = table(
        rank("Rang", "1", "2", "3"),
        text("Beruf", *JOBS),
        number("Anteil", "31.5", "7.25", "3"),
    )
    yield file("Rang", "a.csv", text_file(separated(lines, ";")), right, language="de")
    for word, language in (
        ("Insgesamt", "de"),
        ("Gesamt", "de"),
        ("Totalt", "sv"),
        ("Ensemble", "fr"),
        ("Total", "en-in"),
        ("Summe", "de"),
    ):
        names = ("Koch", "Ärztin", word)
        lines = lines_of(("Beruf", "Zahl"), names, ("12,5", "7,5", "20"))
        right = table(
            text("Beruf", *names),
            number("Zahl", "12.5", "7.5", "20"),
            totals=(3,),
            says="total",
        )
        if word == "Ensemble":  # a word of other meanings, too
            right = table(*right.columns)
        yield file(
            f"total: {word}",
            "a.csv",
            text_file(separated(lines, ";")),
            right,
            also=ASKED,
            language=language,
        )
    for language, label in (
        ("de", "Geschäftsjahr"),
        ("en", "Fiscal year"),
        ("sv", "Läsår"),
    ):
        cells = ("2021/22", "2022/23", "2023/24")
        lines = lines_of((label, "Zahl"), cells, ("1,5", "2,5", "3,5"))
        right = table(text(label, *cells), number("Zahl", "1.5", "2.5", "3.5"))
        yield file(
            f"{label}",
            "a.csv",
            text_file(separated(lines, ";")),
            right,
            language=language,
        )
    lines = lines_of(("Year", "Zahl"), ("2566", "2567", "2568"), ("1,5", "2,5", "3,5"))
    yield file(
        "Buddhist years in Thai",
        "a.csv",
        text_file(separated(lines, ";")),
        table(
            year("Year", "2566", "2567", "2568"), number("Zahl", "1.5", "2.5", "3.5")
        ),
        also=ASKED,
        language="th",
    )


def _digits():
    """Digits of other scripts: numbers or text with a sentence, never others."""
    for name, cells, values, language in (
        ("Devanagari", ("१२.५", "७.२५", "१००"), ("12.5", "7.25", "100"), "hi"),
        ("Arabic", ("١٢٫٥", "٧٫٢٥", "١٠٠"), ("12.5", "7.25", "100"), "ar"),
        (
            "Arabic with groups",
            ("١٬٢٣٤٫٥", "٧٫٢٥", "١٠٠"),
            ("1234.5", "7.25", "100"),
            "ar",
        ),
        (
            "Latin digits in Arabic",
            ("12.5", "7.25", "100"),
            ("12.5", "7.25", "100"),
            "ar",
        ),
        (
            "Latin digits in Hindi",
            ("6,50,000.5", "7.25", "100"),
            ("650000.5", "7.25", "100"),
            "hi",
        ),
        ("full width", ("１２.５", "７.２５", "１００"), ("12.5", "7.25", "100"), "ja"),
    ):
        lines = lines_of(("Job", "Pay"), JOBS, cells)
        right = table(text("Job", *JOBS), number("Pay", *values))
        as_text = table(text("Job", *JOBS), text("Pay", *cells), says="text")
        plain = name.startswith("Latin")
        yield file(
            name,
            "a.csv",
            text_file(separated(lines, ";")),
            *([right] if plain else [right, as_text]),
            also=() if plain else (ASKED, REFUSED),
            language=language,
        )
