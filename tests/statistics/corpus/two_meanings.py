"""Write scale words with two meanings, and cells that are struck out."""

from openpyxl.styles import Font, NamedStyle

from .model import ASKED, REFUSED, file, number, table, text
from .writing import lines_of, separated, text_file, workbook

ASK = {
    "de": (
        ("5 billion", "1,5 billion"),
        ("5 trillion", "2 trillion"),
    ),
    "sv": (
        ("5 bn", "1,5 bn"),
        ("5 billion", "1,5 billion"),
        ("5 trillion", "2 trillion"),
    ),
    "fr": (("5 billion", "1,5 billion"), ("5 billions", "1,5 billion")),
    "pl": (("5 bln", "1,5 bln"), ("5 billion", "1,5 billion")),
    "es": (("5 billion", "1,5 billion"), ("5 trillion", "2 trillion")),
    "nl": (("5 billion", "1,5 billion"), ("5 trillion", "2 trillion")),
    "da": (("5 billion", "1,5 billion"),),
}
READ = {
    "en": (("5 bn", "1.5 bn", "billion"), ("5 billion", "1.5 billion", "billion")),
    "de": (
        ("5 Mrd.", "1,5 Mrd.", "billion"),
        ("5 Billionen", "1,5 Billionen", "trillion"),
    ),
    "fr": (("5 milliards", "1,5 milliards", "billion"), ("5 Md", "1,5 Md", "billion")),
    "sv": (("5 miljarder", "1,5 miljarder", "billion"),),
    "pt-br": (("5 bi", "1,5 bi", "billion"), ("5 bilhões", "1,5 bilhões", "billion")),
    "pl": (("5 mld", "1,5 mld", "billion"),),
    "tr": (
        ("5 milyar", "1,5 milyar", "billion"),
        ("5 trilyon", "1,5 trilyon", "trillion"),
    ),
}


def files():
    for language, cases in ASK.items():
        for cells in cases:
            yield from _forms(language, cells, None)
    for language, cases in READ.items():
        for *cells, scale in cases:
            yield from _forms(language, cells, number("Worth", "5", "1.5", scale=scale))
    for name, style in (("itself", ""), ("a style", "Withdrawn")):
        yield file(
            f"struck out by {name}",
            "a.xlsx",
            workbook(["Job", "Pay"], ["a", 3200], ["b", 4100], change=_striking(style)),
            table(text("Job", "a", "b"), number("Pay", None, "4100"), says="struck"),
        )


def _forms(language, cells, column):
    lines = lines_of(("Firm", "Worth"), ("A", "B"), cells)
    readings = [table(text("Firm", "A", "B"), column)] if column else []
    for form, separator in (("csv", ";"), ("", "\t")):
        yield file(
            f"{language} {' '.join(cells)} {form or 'paste'}",
            f"a.{form}" if form else "",
            text_file(separated(lines, separator)),
            *readings,
            also=() if column else (ASKED, REFUSED),
            language=language,
        )


def _striking(style):
    def change(sheet):
        font = Font(strike=True)
        if not style:
            sheet["B2"].font = font
            return
        sheet.parent.add_named_style(NamedStyle(style, font=font))
        sheet["B2"].style = style

    return change
