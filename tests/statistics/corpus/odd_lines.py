"""Write text with odd lines: empty ones, units, sources, names missing or twice."""

from .model import ASKED, REFUSED, file, number, rank, table, text
from .writing import separated, text_file


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
    yield from _sparse()
    yield from _one_column()


def _one_column():
    """One column has no separator, whatever a title or a note holds.

    In a list of texts a title may be the name, and a note may be a row.
    """
    title, note = "Table 1: people, by area", "Source: Survey, 2024"
    for name, cells in (
        ("hours", ("37.5 h", "35-40", "full-time")),
        ("phones", ("(0113) 4", "020 7946", "01904/123")),
        ("towns", ("York", "Hull", "Deal")),
    ):
        right = table(text("Value", *cells))
        body = "\n".join(("Value", *cells))
        for around, written, other in (
            ("title", f"{title}\n\n{body}\n", table(text(title, "Value", *cells))),
            ("note", f"{body}\n\n{note}\n", table(text("Value", *cells, note))),
        ):
            for at in ("a.csv", ""):
                form = "file" if at else "paste"
                yield file(
                    f"one column, {around} with a comma, {name}, {form}",
                    at,
                    text_file(written),
                    right,
                    other,
                    also=(ASKED, REFUSED),
                )


def _sparse():
    """Rows in which few cells are filled are no notes."""
    names = ("No", "Name", "Status", *(f"Code {n}" for n in range(1, 9)))
    full = [f"X{n}" for n in range(1, 9)]
    for filled, end in ((2, ""), (3, ""), (4, ""), (4, "\nY"), (6, "\nY")):
        rows = [[str(n), f"Place {n}", "State", *full] for n in range(1, 7)]
        for row in rows:
            row[3] += end
        for row in rows[3:]:
            row[filled:] = [""] * (len(names) - filled)
        columns = zip(*rows, strict=True)
        cells = [[cell or None for cell in column] for column in columns]
        texts = [text(n, *c) for n, c in zip(names[1:], cells[1:], strict=True)]
        written = separated([names, *rows])
        yield file(
            f"last rows with {filled} of {len(names)} cells{' of lines' * bool(end)}",
            "a.csv",
            text_file(written),
            table(rank("No", *cells[0]), *texts),
            also=(ASKED, REFUSED) if filled < 3 else (),
        )
    for place, name in ((0, "first"), (1, "second"), (3, "last")):
        notes = ["none", "some", "more", "other"]
        notes[place] = "two\nlines"
        rows = [["Hours", "Band", "Note"]]
        rows += zip(("9:30", "8:15", "7:45", "6:30"), "ABCD", notes, strict=True)
        notes[place] = ("two\nlines", "two lines")
        right = table(
            text("Hours", "9:30", "8:15", "7:45", "6:30"),
            text("Band", *"ABCD"),
            text("Note", *notes),
        )
        written = separated(rows, ";")
        name = f"a line end in the {name} row"
        yield file(name, "a.csv", text_file(written), right)
    rows = [["Hours", "Band", "Level", "Note"], ["9:30", "B", "Senior", "two\nlines"]]
    rows += [
        ["37.5 h", "B", "C#", "a, b"],
        ["40", "", "C#", "A|B"],
        ["9.30", "B", "I", "c"],
    ]
    right = table(
        text("Hours", "9:30", "37.5 h", "40", "9.30"),
        text("Band", "B", "B", None, "B"),
        text("Level", "Senior", "C#", "C#", "I"),
        text("Note", ("two\nlines", "two lines"), "a, b", "A|B", "c"),
    )
    for name, separator in (("semicolons", ";"), ("tabs", "\t"), ("commas", ",")):
        written = separated(rows, separator)
        yield file(
            f"a line end above texts, {name}", "a.csv", text_file(written), right
        )
