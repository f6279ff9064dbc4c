"""Text with odd lines: empty ones, units, sources, names missing or twice."""

from .model import ASKED, REFUSED, file, number, table, text
from .writing import text_file


def files():
    one = table(text("Area", "London", "Leeds"), number("Pay", "31.5", "28.25"))
    blank = "Area,Pay\nLondon,31.5\n\n\nLeeds,28.25\n"
    yield file("empty lines between", "a.csv", text_file(blank), one)
    two = "Area,Pay\nLondon,31.5\nLeeds,28.25\n\nArea,Pay\nHull,26.5\nYork,27.75\n"
    yield file(
        "two tables below each other",
        "a.csv",
        text_file(two),
        table(*one.columns, says="below"),
        also=(ASKED, REFUSED),
    )
    units = "Area,Pay\n,£ per hour\nLondon,31.5\nLeeds,28.25\n"
    kept = table(
        text("Area", "London", "Leeds"),
        number(("Pay",), "31.5", "28.25"),
        says="£ per hour",
    )
    yield file(
        "a line of units", "a.csv", text_file(units), kept, also=(ASKED, REFUSED)
    )
    bare = "London,31.5\nLeeds,28.25\nYork,27.75\n"
    yield file(
        "no line of names",
        "a.csv",
        text_file(bare),
        table(
            text(("",), "London", "Leeds", "York"),
            number(("",), "31.5", "28.25", "27.75"),
        ),
        also=(ASKED, REFUSED),
    )
    twice = "Area,Pay,Pay\nLondon,31.5,29.5\nLeeds,28.25,27.25\n"
    yield file("a name twice", "a.csv", text_file(twice), also=(ASKED, REFUSED))
    nameless = "Area,,Pay\nLondon,a,31.5\nLeeds,b,28.25\n"
    yield file(
        "a column without a name",
        "a.csv",
        text_file(nameless),
        table(
            text("Area", "London", "Leeds"),
            text(("",), "a", "b"),
            number("Pay", "31.5", "28.25"),
        ),
        also=(ASKED, REFUSED),
    )
    empty = "Area,Pay,,\nLondon,31.5,,\nLeeds,28.25,,\n"
    yield file("empty columns at the end", "a.csv", text_file(empty), one)
    named = "Area,Pay\nTotal Fitness,31.5\nAllerton,28.25\nTotality,3\n"
    right = table(
        text("Area", "Total Fitness", "Allerton", "Totality"),
        number("Pay", "31.5", "28.25", "3"),
        totals=(),
    )
    yield file("names that begin like a total", "a.csv", text_file(named), right)
    note = "Area,Pay\nLondon,31.5\nLeeds,28.25\nSource: ONS\n"
    yield file(
        "a source in the last line",
        "a.csv",
        text_file(note),
        table(*one.columns, says="below"),
        also=(ASKED, REFUSED),
    )
    sparse = "Area,Pay,Note\nLondon,31.5,\nLeeds,,\nYork,,see below\n"
    right = table(
        text("Area", "London", "Leeds", "York"),
        number("Pay", "31.5", None, None),
        text("Note", None, None, "see below"),
    )
    yield file("last rows without a value", "a.csv", text_file(sparse), right)
    header_only = "Area,Pay\n"
    yield file(
        "names only",
        "a.csv",
        text_file(header_only),
        table(text("Area"), text("Pay")),
        also=(ASKED, REFUSED),
    )
    tail = "Area,Pay\nLondon,31.5\nLeeds,28.25\nYork,\n"
    right = table(
        text("Area", "London", "Leeds", "York"), number("Pay", "31.5", "28.25", None)
    )
    yield file("the last row has no value", "a.csv", text_file(tail), right)
