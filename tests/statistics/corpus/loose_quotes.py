"""Quotation marks that are characters, and characters that end lines."""

from .model import ASKED, REFUSED, file, number, table, text
from .writing import text_file

NOT_READ = (ASKED, REFUSED)
MARKS = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}
# The cells of a middle column, between words and numbers: inches, nicknames, minutes.
MIDDLES = (
    ('42"', '"50', '55"', "60"),
    ('"Flo', "Chef", 'Al"', "x"),
    ('"a', "b", "c", 'd"'),
    ('"5', "6", '7"', "8"),
    ('12"', '13"', '"14', '15"'),
)
ENDS = {
    **{"\r": "CR", "\x85": "NEL", "\u2028": "LS", "\u2029": "PS", "\x0b": "VT"},
    **{"\x0c": "FF", "\x1e": "RS", "\r\n": "CRLF"},
}


def files():
    kinds, prices = ("TV", "Screen", "Wall", "Lamp"), ("300", "400", "500", "600")
    for mark, name in MARKS.items():
        for middles in MIDDLES:
            rows = zip(kinds, middles, prices, strict=True)
            lines = ["Kind", "Size", "Price"], *rows
            yield file(
                f"{name} {' '.join(middles)}",
                "a.csv",
                text_file("\n".join(mark.join(line) for line in lines)),
                table(
                    text("Kind", *kinds),
                    text("Size", *middles),
                    number("Price", *prices),
                ),
                also=NOT_READ,
            )
    jobs = table(text("Job", "Nurse", "Cook"), number("Pay", "3200.5", "2100.5"))
    for end, name in ENDS.items():
        for last in ("", end):
            written = end.join(["Job,Pay", "Nurse,3200.5", "Cook,2100.5"]) + last
            name_of = f"lines end in {name}{' at last' if last else ''}"
            yield file(name_of, "a.csv", text_file(written), jobs)
            if end != "\r\n":
                yield file(f"{name_of}, pasted", "", text_file(written), jobs)
    for name, written in (
        ("address", 'Who,Address,n\nx,"1 High St\nYork, UK",5\ny,none,6\n'),
        ("words", 'Who,Address,n\nx,"1 High St,\nYork",5\ny,none,6\n'),
        ("two marks", 'Who;Address;n\nx;"1; High St\nYork; UK";5\ny;none;6\n'),
    ):
        right = written.split('"')[1]
        yield file(
            f"cell of two lines {name}",
            "a.csv",
            text_file(written),
            table(
                text("Who", "x", "y"),
                text("Address", right, "none"),
                number("n", "5", "6"),
            ),
        )
    yield file(
        "no number tells",
        "a.csv",
        text_file('Name,Nick\nAnn,"Flo\nBob,Chef"\nCy,x\n'),
        also=NOT_READ,
    )
