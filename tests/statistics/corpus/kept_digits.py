"""Write typed numbers whose formats show fewer digits, in different ways."""

from .formatted import formatted
from .model import ASKED, REFUSED, file, money, number, percent, table, text
from .writing import workbook

BY_SIZE = '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0'
S = 24 * 60 * 60


def files():
    for name, values, codes, right, *says in (
        (
            "one cell whole",
            (5.25, 6.75, 7.77),
            {"B4": "0"},
            number("Rate", "5.25", "6.75", "7.77"),
            "7.77",
        ),
        (
            "percent of other places",
            (0.0525, 0.075, 0.1),
            {"B2": "0%", "B3": "0.0%", "B4": "0%"},
            percent("Rate", "5.25", "7.5", "10"),
            "5.25%",
        ),
        (
            "by size",
            (1234567, 84321, 912),
            {"B": BY_SIZE},
            number("Rate", "1234567", "84321", "912"),
            "84.321 K",
        ),
        (
            "millions of other places",
            (1234567, 2300000, 4560000),
            {"B2": '0.0,,"M"', "B3": '0.00,,"M"', "B4": '0.0,,"M"'},
            number("Rate", "1.234567", "2.3", "4.56", scale="million"),
        ),
        (
            "pounds with and without pence",
            (12.5, 13.25, 14),
            {"B2": '"£"0', "B3": '"£"0.00', "B4": '"£"0'},
            money("Rate", "GBP", "12.5", "13.25", "14"),
            "12.5",
        ),
    ):
        rows = [["Job", "Rate"], *map(list, zip("abc", values, strict=True))]
        readings = table(text("Job", *"abc"), right, says=says)
        yield file(name, "a.xlsx", workbook(*rows, formats=codes), readings)
    for code, values, shown in (
        ("s.00", (9.58 / S, 9.69 / S, 10 / S), ("9.58", "9.69", "10.00")),
        ("mm:ss.0", (0.001, 0.002, 0.003), ("01:26.4", "02:52.8", "04:19.2")),
        (
            "[s].00",
            (9.58 / S, 129.999 / S, 60 / S),
            ("9.58", "130.00", "60.00"),
        ),
        (
            "h:mm:ss.000",
            (0.5123456, 0.25, 0.75),
            ("12:17:46.660", "6:00:00.000", "18:00:00.000"),
        ),
        (
            "[h]:mm:ss.00",
            (1.5123456, 0.25, 2),
            ("36:17:46.66", "6:00:00.00", "48:00:00.00"),
        ),
        (
            "[mm]:ss.0",
            (59.96 / S, 3600.04 / S, 61.5 / S),
            ("01:00.0", "60:00.0", "01:01.5"),
        ),
    ):
        yield formatted(f"time {code}", code, values, [text("Pay", *shown)])
    for code, values, right in (
        ('##"."##0', (1500, 20000, 999), ("1500", "20000", "999")),
        ("#\\.###\\.##0", (1500000, 20000, 7), ("1500000", "20000", "7")),
        ("#’##0.00", (1500.5, 20000, 7), ("1500.5", "20000", "7")),
        ("# ??/100", (0.5, 1.25, 0.07), ("0.5", "1.25", "0.07")),
        ("# ?/8", (0.5, 1.25, 0.125), ("0.5", "1.25", "0.125")),
        ("0.0", (-0.0, 0.5, 2), ("0", "0.5", "2")),
    ):
        yield formatted(f"digits {code}", code, values, [number("Pay", *right)])
    for code in ("(0)", "-0", "(#,##0.0)", '"-"0.0', "- 0", '"–"0', "−0.0", '"—"#,##0'):
        yield formatted(
            f"sign of positive numbers {code}", code, (15, 20, 7), also=(ASKED, REFUSED)
        )
    for code, values, shown in (
        ("###-####", (5551234, 51234, 1234567), ("555-1234", "5-1234", "123-4567")),
        ("##-##", (1234, 234, 7), ("12-34", "2-34", "-7")),
    ):
        yield formatted(f"code {code}", code, values, [text("Pay", *shown)])
