"""Write number formats of workbooks: decimals, percent, signs, several formats."""

from .formatted import EXACT, JOBS, VALUES, formatted, shown
from .model import ASKED, REFUSED, file, money, number, percent, table, text
from .writing import workbook


def files():
    yield from _plain()
    yield from _mixed()


def _plain():
    third = (67833.3333333333, 1 / 3, 0.1 + 0.2)
    exact = ("67833.3333333333", "0.333333333333333", "0.3")
    for name, code, rounded in (
        ("whole", "0", ("67833", "0", "0")),
        ("grouped", "#,##0", ("67833", "0", "0")),
        ("two places", "#,##0.00", ("67833.33", "0.33", "0.30")),
        ("one place and red", "#,##0.0;[Red]-#,##0.0", ("67833.3", "0.3", "0.3")),
        ("bracketed negatives", "#,##0_);(#,##0)", ("67833", "0", "0")),
        ("locale only", "[$-409]#,##0.0", ("67833.3", "0.3", "0.3")),
    ):
        cells = shown(*zip(rounded, exact, strict=True))
        yield formatted(name, code, third, [number("Pay", *cells)])
    general = [
        (e, r)
        for e, r in zip(exact, ("67833.33333", "0.333333333", "0.3"), strict=True)
    ]
    yield formatted("general", "General", third, [number("Pay", *general)])
    yield formatted(
        "negative",
        "#,##0.0;(#,##0.0)",
        (-5.5, 7.25, 0),
        [number("Pay", *shown(("-5.5", "-5.5"), ("7.3", "7.25"), ("0.0", "0")))],
    )
    yield formatted(
        "plus signs",
        "+0.0;-0.0;0.0",
        (5.5, -7.5, 0),
        [number("Pay", "5.5", "-7.5", "0")],
    )
    for code, cells in (
        ("0%", shown(("13", "12.5"), ("-7", "-7"), ("150", "150"))),
        ("0.0%", ("12.5", "-7", "150")),
        ("0.00 %", ("12.5", "-7", "150")),
        ("0%;[Red]-0%", shown(("13", "12.5"), ("-7", "-7"), ("150", "150"))),
    ):
        yield formatted(
            f"percent {code}", code, (0.125, -0.07, 1.5), [percent("Pay", *cells)]
        )
    for code in ('0.0"%"', "0.0\\%", '0.0" %"'):
        yield formatted(
            f"percent sign that multiplies nothing {code}",
            code,
            (12.5, -7, 150),
            [percent("Pay", "12.5", "-7", "150")],
            also=ASKED,
        )
    yield formatted(
        "scientific",
        "0.00E+00",
        (123450, 0.5, 12),
        [number("Pay", ("123450", "123000"), "0.5", "12")],
    )
    fractions = [number("Pay", "0.5", "1.25", "0.75")]
    yield formatted(
        "fractions",
        "# ?/?",
        (0.5, 1.25, 0.75),
        fractions,
        [text("Pay", "1/2", "1 1/4", "3/4")],
        also=ASKED,
    )
    yield formatted(
        "as text", "@", (85, 1.5, 0.4), [number("Pay", *EXACT)], [text("Pay", *EXACT)]
    )
    hidden = [text("Pay", None, None, None)], [number("Pay", *EXACT), "hidden"]
    yield formatted("shows nothing", ";;;", VALUES, *hidden, also=(ASKED, REFUSED))
    yield formatted(
        "fifteen digits",
        "0",
        (1234567890123456, 12, 7),
        [
            number(
                "Pay",
                ("1234567890123456", "1234567890123450", "1234567890123460"),
                "12",
                "7",
            )
        ],
        also=(ASKED, REFUSED),
    )
    yield formatted(
        "per mille", "0.0‰", VALUES, [number("Pay", *EXACT), "‰"], also=(ASKED, REFUSED)
    )
    yield formatted(
        "permille with space and quotes",
        '0.0" ‰"',
        VALUES,
        [number("Pay", *EXACT), "‰"],
        also=(ASKED, REFUSED),
    )


def _mixed():
    for name, codes, right in (
        ("dollars and pounds", ("[$$-409]0.0", '"£"0.0', '"£"0.0'), None),
        ("percent and plain", ("0.0%", "0.0%", "General"), None),
        ("two dollars", ("[$$-409]0.0", "[$$-C09]0.0", "[$$-C09]0.0"), None),
        (
            "two scales",
            ('0.0"k"', '0.0"M"', '0.0"k"'),
            number("Pay", "85000", "1500000", "400"),
        ),
        (
            "scale and none",
            ('0.0"k"', "0.0", "0.0"),
            number("Pay", "85000", "1.5", "0.4"),
        ),
        (
            "sign in one cell only",
            ('"£"0.0', "0.0", "0.0"),
            money("Pay", "GBP", *EXACT),
        ),
        ("places differ", ("0.0", "0.00", "0.000"), number("Pay", *EXACT)),
    ):
        rows = [["Job", "Pay"], *map(list, zip(JOBS, VALUES, strict=True))]
        formats = {f"B{n}": code for n, code in enumerate(codes, 2)}
        readings = [table(text("Job", *JOBS), right)] if right else []
        yield file(
            f"mixed: {name}",
            "a.xlsx",
            workbook(*rows, formats=formats),
            *readings,
            also=() if name == "places differ" else (ASKED, REFUSED),
        )
