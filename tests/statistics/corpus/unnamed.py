"""Write files without column names, or with odd quotation marks and first lines."""

from dataclasses import replace

from .model import ASKED, REFUSED, file, money, number, percent, table, text
from .writing import text_file

BOTH = (ASKED, REFUSED)
NUMBERS = [("0.7", "1.25", "-0.8"), ("0.6", "0.5", "-0.1"), ("1.4", "1.5", "-0.3")]


def files():
    every = table(
        *[number(("",), *cells) for cells in zip(*NUMBERS, strict=True)],
    )
    for name, separator in (("commas", ","), ("tabs", "\t"), ("spaces", " ")):
        for at in ("a.csv", ""):
            lines = "\n".join(separator.join(cells) for cells in NUMBERS)
            form = "file" if at else "paste"
            yield file(
                f"numbers only, {name}, {form}", at, text_file(lines), every, also=BOTH
            )
    whole = table(
        number(("",), "12", "7", "130", "45"), number(("",), "3", "9", "11", "5")
    )
    yield file(
        "whole numbers only",
        "a.csv",
        text_file("12,3\n7,9\n130,11\n45,5\n"),
        whole,
        also=BOTH,
    )
    for name, column in (
        ("percent", percent(("",), "1.25", "50", "3.5")),
        ("money", money(("",), "GBP", "1.25", "50.5", "3.5")),
        ("days", text(("",), "2024-03-31", "2024-04-30", "2024-05-31")),
        ("exponents", number(("",), "0.0125", "0.5", "0.35")),
    ):
        cells = column.cells
        if name != "days":
            sign = {"percent": "{}%", "money": "£{}", "exponents": "{:e}"}[name]
            cells = [sign.format(cell) for cell in cells]
        lines = "".join(
            f"{a};{b}\n" for a, b in zip(cells, reversed(cells), strict=True)
        )
        right = table(column, replace(column, cells=column.cells[::-1]))
        yield file(f"{name} only", "a.csv", text_file(lines), right, also=BOTH)
    mixed = "Leeds,31.5,12\nYork,28.25,7\nHull,26.5,130\n"
    right = table(
        text(("",), "Leeds", "York", "Hull"),
        number(("",), "31.5", "28.25", "26.5"),
        number(("",), "12", "7", "130"),
    )
    yield file("names of rows and numbers", "a.csv", text_file(mixed), right, also=BOTH)
    twice = "1.0 1.0 0.5\n0.3 1.0 0.25\n1.5 0.0 0.75\n"
    right = table(
        number(("",), "1.0", "0.3", "1.5"),
        number(("",), "1.0", "1.0", "0.0"),
        number(("",), "0.5", "0.25", "0.75"),
    )
    yield file(
        "numbers twice in the first line", "a.csv", text_file(twice), right, also=BOTH
    )
    pay = table(text("Town", "York", "Hull"), number("Pay", "31.5", "28.25"))
    for name, written in (
        ("quoted, spaces", '"Town" "Pay"\n"York" 31.5\n"Hull" 28.25\n'),
        ("single quotes", "'Town','Pay'\n'York',31.5\n'Hull',28.25\n"),
        (
            "comment lines",
            "# Pay by town\n# Source: ONS\nTown,Pay\nYork,31.5\nHull,28.25\n",
        ),
        ("separator at the end", "Town,Pay,\nYork,31.5,\nHull,28.25,\n"),
        ("spaces after separators", "Town, Pay\nYork, 31.5\nHull, 28.25\n"),
        ("quotes after spaces", '"Town", "Pay"\n"York", "31.5"\n"Hull", "28.25"\n'),
        ("end of file mark", "Town,Pay\nYork,31.5\nHull,28.25\n\x1a"),
        ("formula quotes", 'Town,Pay\n="York",="31.5"\n="Hull",="28.25"\n'),
        ("lines of separators only", "Town,Pay\n,\nYork,31.5\n,\nHull,28.25\n,\n"),
        ("index of a program", ",Town,Pay\n0,York,31.5\n1,Hull,28.25\n"),
    ):
        readings = [pay]
        if name == "index of a program":
            readings = [table(*pay.columns, says="right")]
        if name == "single quotes":  # which are letters to a spreadsheet
            quoted = [
                replace(column, label=f"'{column.label}'") for column in pay.columns
            ]
            names = replace(quoted[0], cells=("'York'", "'Hull'"))
            readings.append(table(names, quoted[1]))
        clear = name in ("separator at the end", "spaces after separators")
        yield file(
            name, "a.csv", text_file(written), *readings, also=() if clear else BOTH
        )
