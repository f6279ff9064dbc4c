"""Write scales and other words in number formats of workbooks."""

from .formatted import EXACT, VALUES, formatted, shown
from .model import ASKED, REFUSED, money, number, text

SCALES = (  # a format and what a value in it means
    ('"$"0.0"k"', "USD", "thousand", True),
    ('"$"0.0"M"', "USD", "million", True),
    ('"£"0.0"bn"', "GBP", "billion", False),
    ('"£"0.0"m"', "GBP", "million", False),
    ('"£"0.0" million"', "GBP", "million", False),
    ('"€"0.0"K"', "EUR", "thousand", False),
    ('#,##0.0 "T€"', "EUR", "thousand", False),
    ('0.0 "Mio. €"', "EUR", "million", False),
    ('0.0 "Mio." €', "EUR", "million", False),
    ('0.0 "Mrd. €"', "EUR", "billion", False),
    ('0.0 "Tsd. €"', "EUR", "thousand", False),
    ('"€" 0.0 "billion"', "EUR", "billion", False),
    ('[$£-809]0.0"k"', "GBP", "thousand", False),
    ('"CHF" 0.0 "Mio."', "CHF", "million", False),
    ('0.0"k"', "", "thousand", False),
    ('0.0"M"', "", "million", False),
    ('0.0" million"', "", "million", False),
    ('0.0" Mio."', "", "million", False),
    ('0.0" thousand"', "", "thousand", False),
    ("0.0\\k", "", "thousand", False),
    ('"£"0.0"tn"', "GBP", "trillion", False),
)


def files():
    yield from _scales()
    yield from _words()


def _scales():
    for code, currency, scale, shared in SCALES:
        right = number("Pay", *EXACT, scale=scale)
        if currency:
            right = money("Pay", currency, *EXACT, scale=scale)
        # What is not understood may be asked about, and never dropped.
        yield formatted(
            f"scale {code}", code, VALUES, [right] + ["currency"] * shared, also=ASKED
        )
    # A trailing comma divides by a thousand already.
    for code, values, exact, currency in (
        (
            '#,##0,"K"',
            (85000, 1500, 12000),
            shown(("85000", "85000"), ("2000", "1500"), ("12000", "12000")),
            "",
        ),
        ('"£"0.0,"k"', (85000, 1500, 12000), ("85000", "1500", "12000"), "GBP"),
        (
            '0.0,,"M"',
            (85000000, 1500000, 400000),
            ("85000000", "1500000", "400000"),
            "",
        ),
        (
            '"€"0.0,," Mio."',
            (85000000, 1500000, 400000),
            ("85000000", "1500000", "400000"),
            "EUR",
        ),
        ("0.0,", (85000, 1500, 12000), ("85000", "1500", "12000"), ""),
        (
            "#,##0.0,,",
            (85000000, 1500000, 400000),
            ("85000000", "1500000", "400000"),
            "",
        ),
        (
            '[>=1000000]0.0,,"M";[>=1000]0.0,"K";0',
            (1500000, 85000, 900),
            ("1500000", "85000", "900"),
            "",
        ),
    ):
        right = money("Pay", currency, *exact) if currency else number("Pay", *exact)
        yield formatted(f"divides {code}", code, values, [right], also=ASKED)


def _words():
    for code, word in (
        ('0.0" people"', "people"),
        ('0.0" kg"', "kg"),
        ('0.0"x"', "x"),
        ('0.0" days"', "days"),
        ('0.0"h"', "h"),
        ('0.0"°C"', "°C"),
        ('0.0" Stück"', "Stück"),
        ('0.0" p"', "p"),
        ('0.0" dd"', "dd"),
        ('"ca. "0.0', "ca."),
        ('"<"0.0', "<"),
        ('0.0" (est.)"', "est."),
    ):
        written = [
            code.replace('"', "").replace("0.0", v) for v in ("85.0", "1.5", "0.4")
        ]
        yield formatted(
            f"word {code}",
            code,
            VALUES,
            [number("Pay", *EXACT), word],
            [text("Pay", *written)],
            also=(ASKED, REFUSED),
        )
    yield formatted(
        "pay per hour",
        '"£"0.00"/h"',
        VALUES,
        [money("Pay", "GBP", *EXACT), "/h"],
        also=(ASKED, REFUSED),
    )
    for code, display in (
        ('"Q"0', ("Q1", "Q2", "Q3")),
        ('"Level "0', ("Level 1", "Level 2", "Level 3")),
        ('0"."', ("1.", "2.", "3.")),
        ('0"th"', ("1th", "2th", "3th")),
    ):
        word = code.replace("0", "").replace('"', "").strip()
        yield formatted(
            f"label {code}",
            code,
            (1, 2, 3),
            [text("Pay", *display)],
            [number("Pay", "1", "2", "3"), word],
            also=(ASKED, REFUSED),
        )
