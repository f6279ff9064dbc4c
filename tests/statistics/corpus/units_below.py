"""Write lines below the names that say units, one of them a power of ten."""

from .model import ASKED, file, number, table, text, year
from .writing import separated, text_file, workbook

THOUSANDS = ("1 000", "1.000", "1,000", "(1000)", "x 1000", "1’000", "１０００")
YEARS = ("2019", "2020", "2021")
MEN, WOMEN = ("24125", "23938", "23905"), ("21143", "20977", "20996")
SHARES = ("3.2", "3.1", "3.0")
HEADS = {
    "en": ("Unit", "Year", "Men", "Women"),
    "de": ("Einheit", "Jahr", "Männer", "Frauen"),
    "fr": ("Unité", "Année", "Hommes", "Femmes"),
    "sv": ("Enhet", "År", "Män", "Kvinnor"),
    "pl": ("Jednostka", "Rok", "Mężczyźni", "Kobiety"),
    "tr": ("Birim", "Yıl", "Erkek", "Kadın"),
    "ja": ("単位", "年", "男", "女"),
    "ar": ("الوحدة", "السنة", "رجال", "نساء"),
    "hi": ("इकाई", "वर्ष", "पुरुष", "महिला"),
}


def files():
    for language, (unit, *names) in HEADS.items():
        for first in ("", unit):
            yield from _scaled(language, names, first, "1000", "thousand")
        yield from _mixed(language, names)
    for written in THOUSANDS:
        yield from _scaled("en", HEADS["en"][1:], "", written, "thousand")
    for written in ("1000000", "1 000 000", "1,000,000"):
        yield from _scaled("de", HEADS["de"][1:], "", written, "million")
    yield from _scaled("en", HEADS["en"][1:], "", "1,000,000,000", "billion")
    yield from _not_units()


def _scaled(language, names, first, written, scale):
    lines = [names, [first, written, written]]
    lines += map(list, zip(YEARS, MEN, WOMEN, strict=True))
    right = table(
        year(names[0], *YEARS),
        number(names[1], *MEN, scale=scale),
        number(names[2], *WOMEN, scale=scale),
        says="units",
    )
    for form, separator in (("csv", ";"), ("", "\t")):
        yield file(
            f"{language} {first or 'alone'} {written} {form or 'paste'}",
            f"a.{form}" if form else "",
            text_file(separated(lines, separator)),
            right,
            language=language,
        )
    rows = [list(map(int, line)) for line in zip(YEARS, MEN, WOMEN, strict=True)]
    if written.isascii() and written.isdigit():
        book = workbook(names, [first or None, int(written), int(written)], *rows)
        name = f"{language} {first or 'alone'} {written} workbook"
        yield file(name, "a.xlsx", book, right, language=language)


def _mixed(language, names):
    """Thousands beside percent."""
    lines = [names, ["", "1000", "%"], *map(list, zip(YEARS, MEN, SHARES, strict=True))]
    right = table(
        year(names[0], *YEARS),
        number(names[1], *MEN, scale="thousand"),
        number((names[2], "%"), *SHARES),
        says="units",
    )
    for form, separator in (("csv", ";"), ("", "\t")):
        yield file(
            f"{language} mixed {form or 'paste'}",
            f"a.{form}" if form else "",
            text_file(separated(lines, separator)),
            right,
            also=ASKED,
            language=language,
        )


def _not_units():
    for head in ("Total", "All", "Zone 1", "Nowhere"):
        rows = f"Area;Men;Women\n{head};1000;1000\nLeeds;400;700\nYork;600;300\n"
        yield file(
            f"row called {head}",
            "a.csv",
            text_file(rows),
            table(
                text("Area", head, "Leeds", "York"),
                number("Men", "1000", "400", "600"),
                number("Women", "1000", "700", "300"),
            ),
        )
    words = "Year;Sales;Staff\n;USD m;persons\n2019;1234;32\n2020;1345;31\n"
    yield file(
        "words only",
        "a.csv",
        text_file(words),
        table(
            year("Year", "2019", "2020"),
            number(("Sales", "USD m"), "1234", "1345"),
            number(("Staff", "persons"), "32", "31"),
        ),
    )
    yield file(
        "words only, pasted",
        "",
        text_file(words.replace(";", "\t")),
        table(
            year("Year", "2019", "2020"),
            number(("Sales", "USD m"), "1234", "1345"),
            number(("Staff", "persons"), "32", "31"),
        ),
    )
