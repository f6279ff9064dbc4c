"""Test how a workbook's numbers are shown by its formats against what was reviewed.

`UPDATE_GOLDEN=1 pytest tests/statistics/importing` writes it anew.
"""

import os
from decimal import Decimal
from pathlib import Path

from django.utils import translation

from statistics.importing.workbooks.displayed import Formats
from tests.each import each

NUMBERS = {
    "numbers": ["1234.567", "0.25", "-1234.5", "0", "-0.004", "1234567890.125"],
    "days": ["45047.396", "45047.7504", "1.5", "59", "60", "61", "-0.5", "2958466"],
}
CODES = {
    "numbers": (
        *(
            "General",
            "0",
            "0.00",
            "#,##0",
            "#,##0.00",
            "# ##0",
            "0%",
            "0.0%",
            "0.00E+00",
        ),
        *(
            "##0.0E+0",
            "# ?/?",
            "@",
            "00000",
            "000.0",
            "000-00-0000",
            "0000-0",
            "(000) 0",
        ),
        *(
            '"$"#,##0',
            "[$€-407] #,##0.00",
            "#,##0 [$kr-41D]",
            "[$-409]0",
            "[$XYZ] 0",
            "£0",
        ),
        *("#,##0,", "#,##0.0,,", '0,"K"', '0.0,,"M"', '0 "k"', '"T€" 0', '0 "Mio. €"'),
        *(
            "0;(0)",
            "0;-0",
            "0_);(0)",
            "(0)",
            "-0",
            "[Red]-0",
            "0;[Red]0",
            "0;;",
            ";;;",
            "",
        ),
        *(
            '0;0;"none"',
            '0;0;"-"',
            '"none"',
            '0;"below"',
            "[>=1000]0,K;0",
            "[<0]0;[=0]z;0.0",
        ),
        *(
            '[>=1000000]0.0,,"M";[>=1000]0,"K";0',
            "[Blue][<1]0.00;0",
            '"E"00000',
            "0.0.0",
            "0..0",
        ),
        *(
            '0"%"',
            '0% "of all"',
            "0‰",
            '0 "kg"',
            '"<"0',
            '0"p"',
            "▲0;▼0",
            "▲-0",
            "0*x",
            "0_x",
            "\\a0",
        ),
        *(
            "0 0",
            "# # #",
            "0-0",
            "00",
            "#",
            "#.##",
            "?0.0?",
            "0.0#",
            "0,0",
            "0,.0",
            "[h]",
        ),
    ),
    "days": (
        *(
            "yyyy",
            "yy",
            "y",
            "m",
            "mm",
            "mmm",
            "mmmm",
            "mmmmm",
            "d",
            "dd",
            "ddd",
            "dddd",
        ),
        *(
            "d/m/yyyy",
            "dd.mm.yy",
            "mmm yy",
            "d mmmm yyyy",
            "d-mmm-yy h:mm",
            "yyyy-mm-dd hh:mm:ss",
        ),
        *(
            "h",
            "hh",
            "h:mm",
            "h:mm:ss",
            "hh:mm:ss.00",
            "mm:ss",
            "mm:ss.0",
            "h:mm AM/PM",
            "h A/P",
        ),
        *(
            "[h]",
            "[hh]:mm",
            "[m]",
            "[mm]:ss",
            "[s]",
            "[h]:mm:ss.000",
            "[h]:mm;-[h]:mm",
            "s",
            "ss.0",
        ),
        *(
            'd"th of "mmmm',
            "[$-40C]d mmmm",
            "[$-407]mmm yy",
            "[$-FFFF]mmm",
            "[$-409]d/m/yyyy;@",
        ),
        *(
            "dddd, mmmm d",
            "yyyy m",
            "h mm",
            "mm h",
            "d h",
            "yyyy hh",
            "e",
            "General d",
            "@ d",
        ),
    ),
}


def shown(cell):
    """A cell in short: its text, and what it knows beside that."""
    if not getattr(cell, "amount", None):
        kind = getattr(cell, "kind", type(cell).__name__)
        return f"{str(cell)!r} {kind} {getattr(cell, 'unknown', '')}".strip()
    known = [amount_text(cell.amount)]
    if cell.rounded:
        known.append(f"shown as {amount_text(cell.rounded)}")
    known += [f"{cell.places} decimals"] * (cell.places is not None)
    return ", ".join(known + ["divided"] * cell.divided)


def amount_text(amount):
    """An amount in our notation, and the power of ten that it is in."""
    return amount.in_our_notation(".") + f" (e{amount.power})" * bool(amount.power)


def of_code(code, kind):
    lines = [f"# {code}"]
    for number in NUMBERS[kind]:
        formats = Formats({"x": code}, ["x"])
        cells = [formats.shown(Decimal(number), "0")]
        if kind == "days":
            formats = Formats({"x": code}, ["x"], starts_1904=True)
            cells.append(formats.shown(Decimal(number), "0"))
        else:
            cells.append(formats.shown(Decimal(number), "0", computed=True))
        lines.append(f"{number}: {' | '.join(dict.fromkeys(map(shown, cells)))}")
    return "\n".join(lines)


@each(
    ("kind", "language"),
    [("numbers", "en"), ("days", "en"), ("days", "fr"), ("days", "de")],
)
def test_numbers_are_shown_as_reviewed(kind, language):
    with translation.override(language):
        found = [of_code(code, kind) for code in CODES[kind]]
    text = "\n\n".join(found) + "\n"
    path = Path(__file__).parent / f"formats-{kind}-{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
