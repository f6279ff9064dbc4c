"""Write formats that show words, nothing, or another number for some numbers."""

from .formatted import formatted
from .model import ASKED, REFUSED, number, percent, text

BOTH = (ASKED, REFUSED)


def files():
    for code, values, *columns in (
        ('"yes";"yes";"no"', (1, 0, 1), text("Pay", "yes", "no", "yes")),
        ('[=1]"yes";[=0]"no";0', (1, 0, 1), text("Pay", "yes", "no", "yes")),
        (
            '0;-0;"none"',
            (5, 0, 7),
            text("Pay", "5", "none", "7"),
            number("Pay", "5", (None, "0"), "7"),
        ),
        ('0.0;-0.0;"–"', (5.5, 0, 7.5), number("Pay", "5.5", (None, "0"), "7.5")),
        ('[>9]"many";0', (5, 12, 7), text("Pay", "5", "many", "7")),
    ):
        yield formatted(
            f"words {code}", code, values, *[[c] for c in columns], also=BOTH
        )
    # What a format suppresses is not published without a word.
    for code, values, shown in (
        ('[<5]"<5";0', (3, 12, 7), ("<5", "12", "7")),
        ('[<10]"[c]";#,##0', (3, 1250, 70), ("[c]", "1250", "70")),
        ('[<3]"*";0', (2, 12, 7), ("*", "12", "7")),
        ("0;-0;;@", (0, 12, 7), ("", "12", "7")),
        ("#", (0, 12, 7), ("", "12", "7")),
        ("0;;", (-3, 12, 7), ("", "12", "7")),
    ):
        hidden = number("Pay", *[None if n == 0 else c for n, c in enumerate(shown)])
        true = number("Pay", *map(str, values))
        kept = text("Pay", *[c or None for c in shown])
        zero = values[0] == 0
        says = [] if zero or not shown[0] else [shown[0]]
        readings = [[hidden, *says], [kept]] + [[true]] * zero
        yield formatted(f"suppressed {code}", code, values, *readings, also=BOTH)
    # A sign that only the format's sections write.
    for code, values, right in (
        ("0.0;(0.0)", (-5.5, 7.5, 2), number("Pay", "-5.5", "7.5", "2")),
        ("0.0 ;0.0-", (-5.5, 7.5, 2), number("Pay", "-5.5", "7.5", "2")),
        ("0.0_ ;[Red]\\-0.0\\ ", (-5.5, 7.5, 2), number("Pay", "-5.5", "7.5", "2")),
        ("▲0.0;▼0.0", (-5.5, 7.5, 2), number("Pay", "-5.5", "7.5", "2")),
        ("+0.0%;-0.0%", (-0.055, 0.075, 0.02), percent("Pay", "-5.5", "7.5", "2")),
        ("▲0.0%;▼0.0%;0.0%", (-0.055, 0.075, 0), percent("Pay", "-5.5", "7.5", "0")),
        ("0.0%;(0.0%)", (-0.055, 0.075, 0.02), percent("Pay", "-5.5", "7.5", "2")),
        ('0.0" up";0.0" down"', (-5.5, 7.5, 2), number("Pay", "-5.5", "7.5", "2")),
        ("[Red][<0]-0.0;[Green]0.0", (-5.5, 7.5, 2), number("Pay", "-5.5", "7.5", "2")),
        (
            "[Color10]0.0;[Color3]-0.0",
            (-5.5, 7.5, 2),
            number("Pay", "-5.5", "7.5", "2"),
        ),
    ):
        words = "▲" in code or "up" in code
        yield formatted(
            f"sign {code}", code, values, [right], also=BOTH if words else ()
        )
    # Names of the general format, as other programs write them.
    for code in ("GENERAL", "general", "Standard", "GENERAL;-GENERAL"):
        yield formatted(
            f"general {code}",
            code,
            (32, 1.5, 1562),
            [number("Pay", "32", "1.5", "1562")],
        )
    for code, values, cells in (
        ("#.##", (1.5, 85, 0.25), ("1.5", "85", "0.25")),
        ("0.0??", (1.5, 85, 0.25), ("1.5", "85", "0.25")),
        ("?0.00", (1.5, 85, 0.25), ("1.5", "85", "0.25")),
        ("#,##0.00_-", (1.5, 85, 0.25), ("1.5", "85", "0.25")),
        ("# ##0.00", (1.5, 1285, 0.25), ("1.5", "1285", "0.25")),
        ("#\\ ##0.00", (1.5, 1285, 0.25), ("1.5", "1285", "0.25")),
        ("#'##0.00", (1.5, 1285, 0.25), ("1.5", "1285", "0.25")),
        ("##0.0E+0", (1500, 85000, 250), ("1500", "85000", "250")),
        ("0.0*x", (1.5, 85, 0.5), ("1.5", "85", "0.5")),
        ("[$-407]#,##0.00", (1.5, 85, 0.25), ("1.5", "85", "0.25")),
        ("[DBNum1]0", (15, 85, 25), ("15", "85", "25")),
    ):
        yield formatted(
            f"digits {code}", code, values, [number("Pay", *cells)], also=ASKED
        )
