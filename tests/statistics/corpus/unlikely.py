"""Write cells that are nearly numbers, rare scale words, and dates in digits.

Each column is a file with ";" and a paste.
"""

from .model import ASKED, REFUSED, file, money, number, percent, table, text
from .writing import lines_of, separated, text_file

NOT_READ = (ASKED, REFUSED)


def files():
    for name, label, cells, column, also, language in (
        *_scales(),
        *_asked(),
        *_nearly_numbers(),
        *_dates(),
        *_numbers(),
    ):
        names = tuple(f"Job {'ABCDEFGH'[n]}" for n in range(len(cells)))
        lines = lines_of(("Job", label), names, cells)
        readings = [table(text("Job", *names), column)] if column else []
        for form, separator in (("csv", ";"), ("", "\t")):
            yield file(
                f"{name} {language} {form or 'paste'}",
                f"a.{form}" if form else "",
                text_file(separated(lines, separator)),
                *readings,
                also=also,
                language=language,
            )


def _scales():
    for language, cells, scale, values in (
        ("hi", ("12 लाख", "6.5 लाख"), "", ("1200000", "650000")),
        ("hi", ("3 करोड़", "१.५ करोड़"), "", ("30000000", "15000000")),
        ("hi", ("5 अ॰", "2.5 अ॰"), "billion", ("5", "2.5")),
        ("en", ("12 लाख", "6.5 lakh"), "", ("1200000", "650000")),
        ("en-in", ("5 Cr", "1.5 Cr"), "", ("50000000", "15000000")),
        ("sv", ("12,5 mn", "3 mn"), "million", ("12.5", "3")),
        ("sv", ("5 biljoner", "1,5 biljoner"), "trillion", ("5", "1.5")),
        ("de", ("5 Bio.", "1,5 Bio."), "trillion", ("5", "1.5")),
        ("de-ch", ("1.5 Mrd.", "2 Mrd."), "billion", ("1.5", "2")),
        ("fr", ("5 Md", "1,5 Md"), "billion", ("5", "1.5")),
        ("ar", ("5 ملايين", "3 ملايين"), "million", ("5", "3")),
        ("ar", ("٥ مليار", "٣ مليار"), "billion", ("5", "3")),
        ("es", ("5 mil millones", "1,5 mil millones"), "billion", ("5", "1.5")),
        ("ru", ("5 млн", "1,5 млн"), "million", ("5", "1.5")),
        ("en", ("5 млрд", "2 млрд"), "billion", ("5", "2")),
        ("ja", ("5兆", "2兆"), "trillion", ("5", "2")),
    ):
        column = number("Sales", *values, scale=scale)
        yield f"scale {cells[0]}", "Sales", cells, column, (), language
    column = money("Sales", "SEK", "5", "2.5", scale="billion")
    yield "mdkr", "Sales", ("5 mdkr", "2,5 mdkr"), column, ASKED, "sv"


def _asked():
    """What is one thing here and another there is no number without a question."""
    mixed = ("$5MM", "$3M", "$2MM")
    yield "M beside MM", "Sales", mixed, None, NOT_READ, "en"
    for language, cell in (
        *(("sv", "5 bn"), ("sv", "5 tn"), ("fr", "5 Bn"), ("fr", "5 billions")),
        *(("de", "5 Billion"), ("nl", "5 bln."), ("it", "5 bln"), ("id", "5 M")),
        *(("en", "5 mil"), ("de", "$5T"), ("en", "5 CR"), ("da", "5 t")),
    ):
        yield f"asked {cell}", "Sales", (cell, cell), None, ASKED, language
    for language in ("en", "hi", "de-ch", "ar"):
        cells = ("1,234", "2,345", "12,34", "4,321", "5,432")
        yield "grouped wrongly", "Sales", cells, None, ASKED, language
    cells = ("1.234", "2.345", "12.34", "4.321", "5.432")
    yield "grouped wrongly", "Sales", cells, None, ASKED, "de"


def _nearly_numbers():
    """Texts: if they are not named as wrong, they stay as they are."""
    for cells in (
        ("10-20", "20-30", "30-40"),
        ("1.2.3", "1.2.4", "2.0.0"),
        ("192.168.1.1", "10.0.0.1", "8.8.8.8"),
        ("1e5", "2e5", "3e4"),
        ("1/2", "3/4", "1/3"),
        ("⅓", "1⅓", "2⅔"),
        ("+44 20 7946 0000", "+44 20 7946 0001", "+44 20 7946 0002"),
        ("978-3-16-148410-0", "978-0-306-40615-7", "978-0-306-40616-4"),
        ("5h30", "6h15", "7h00"),
        ("5 kg", "300 g", "2 kg"),
        ("5‰", "3‰", "2‰"),
        ("5¢", "10¢", "25¢"),
        ("1 in 5", "1 in 6", "1 in 7"),
        ("▲5", "▲3", "▲2"),  # below zero in Japanese accounts
        ("10^6", "10^5", "10^4"),
        ("1_000", "2_000", "3_000"),
        ("1·5", "2·5", "3·5"),
        ("TRUE", "FALSE", "TRUE"),
        ("(1,200)-", "1,200-", "5.00-"),
        ("5 DR", "6 CR", "7 DR"),
        ("12345678901234567890123456789012", "1", "2"),
        ("1,234,56", "1,000,0", "0,123,456"),
    ):
        column = text("Value", *cells)
        yield f"text {cells[0]}", "Value", cells, column, NOT_READ, "en"
    for wrong in (
        *("1/2", "10-20", "10:30", "1.2.3", "#REF!", "#VALUE!", "#WERT!", "Err:502"),
        *("1O", "1 23", "12 34", "1,234,56", "about 500", "500+", "12e5", "true"),
        *("5,000 kg", "A+", "1⅓", "5 ,000"),
    ):
        cells = (wrong, "15", "16", "17", "18")
        column = text("Value", *cells)
        yield f"among numbers {wrong}", "Value", cells, column, NOT_READ, "en"


def _dates():
    for label, cells in (
        ("Date", ("20240131", "20240228")),
        ("time_period", ("202122", "202223")),
        ("Year", ("2021.22", "2022.23")),
        ("Year", ("FYE 2022", "FYE 2023")),
        ("Year", ("2021/22", "2022/23")),
    ):
        column = text(label, *cells)
        yield f"dates {cells[0]}", label, cells, column, (), "en"


def _numbers():
    for language, cells, values in (
        ("en", ("12345678901234567", "3"), ("12345678901234567", "3")),
        ("en", ("0.1234567890123456789", "3"), ("0.1234567890123456789", "3")),
        ("en", ("- 5", "(1,234.5)", "\u22127"), ("-5", "-1234.5", "-7")),
        ("en", ("½", "1½", "12"), ("0.5", "1.5", "12")),
        ("en", ("1.5E5", "2.5E+05", "100"), ("150000", "250000", "100")),
        ("en", ("1,23,456", "12,34,567"), ("123456", "1234567")),
        ("hi", ("१,२३,४५६", "१२,३४,५६७"), ("123456", "1234567")),
        ("ar", ("١٬٢٣٤٫٥", "٣"), ("1234.5", "3")),
        ("de", ("1.234.567", "12,5"), ("1234567", "12.5")),
        ("de-ch", ("1\u2019234.5", "12"), ("1234.5", "12")),
        ("sv", ("1\u00a0234,5", "12"), ("1234.5", "12")),
        ("fr", ("1\u202f234,5", "12"), ("1234.5", "12")),
    ):
        column = number("Value", *values)
        yield f"number {cells[0]}", "Value", cells, column, (), language
    column = percent("Value", "5", "-3", "2.5")
    yield "signed percent", "Value", ("+5%", "-3 %", "2.5\u00a0%"), column, (), "en"
