"""Write text with each separator, decimal mark, line end and quoting, in all pairs."""

from .model import ASKED, REFUSED, file, number, table, text
from .pairs import all_pairs
from .writing import lines_of, separated, text_file

NAMES = {"\t": "tab", ";": "semicolon", ",": "comma", "|": "bar"}
ENDS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
LABELS = ("Pay", "Pay, gross", "Pay; gross", "Pay | gross")
REGIONS = ("London", "Leeds, West", "York; City", "Hull")
PLAIN = ("London", "Leeds", "York", "Hull")
PAY = ("31.5", "28.25", "1250.75", "9.5")
COUNT = ("12", "7", "130", "45")


def files():
    for each in all_pairs(
        separator=tuple(NAMES),
        mark=(".", ","),
        end=tuple(ENDS),
        quote_all=(False, True),
        label=LABELS,
        regions=(PLAIN, REGIONS),
        last=("with", "without", "blank lines"),
    ):
        yield _file(**each)
    yield from _others()


def _file(separator, mark, end, quote_all, label, regions, last):
    pay = [cell.replace(".", mark) for cell in PAY]
    lines = lines_of(("Region", label, "Count"), regions, pay, COUNT)
    written = separated(lines, separator, end, quote_all, last != "without")
    if last == "blank lines":
        written = end + written + end + end
    names = [NAMES[separator], "point" if mark == "." else "comma mark", ENDS[end]]
    names += ["quoted" if quote_all else "bare", label.replace(" ", "")]
    names += ["marks in cells" if regions is REGIONS else "plain cells", last]
    return file(
        " ".join(names),
        "pay.tsv" if separator == "\t" else "pay.csv",
        text_file(written),
        table(text("Region", *regions), number(label, *PAY), number("Count", *COUNT)),
    )


def _others():
    two = table(text("Pay, gross", "x", "y"), number("Count", "1", "2"))
    yield file(
        "header with a comma", "a.csv", text_file("Pay, gross;Count\nx;1\ny;2\n"), two
    )
    yield file(
        "header with a comma, pasted",
        "",
        text_file("Pay, gross;Count\nx;1\ny;2\n"),
        two,
    )
    towns = table(text("Town", "Bonn", "Köln"), number("Pay, gross", "1.5", "2.5"))
    yield file(
        "comma in every line",
        "a.csv",
        text_file("Town;Pay, gross\nBonn;1,5\nKöln;2,5\n"),
        towns,
        also=ASKED,
    )
    ab = table(text("A", "x", "y"), number("B", "1", "2"))
    yield file("bars", "a.csv", text_file("A|B\nx|1\ny|2\n"), ab)
    yield file("bars, pasted", "", text_file("A|B\nx|1\ny|2\n"), ab)
    yield file(
        "bars at the ends",
        "a.csv",
        text_file("| A | B |\n|---|---|\n| x | 1 |\n| y | 2 |\n"),
        ab,
        also=(ASKED, REFUSED),
    )
    for separator in NAMES:
        gaps = [["Town", "Note", "Pay"], ["York", "a", "31.5"], ["", "b", ""]]
        written = separated([*gaps, ["Hull", "", "7.25"]], separator)
        right = table(
            text("Town", "York", None, "Hull"),
            text("Note", "a", "b", None),
            number("Pay", "31.5", None, "7.25"),
        )
        name = f"{NAMES[separator]} with empty first and last cells"
        yield file(name, "a.csv", text_file(written), right)
    for separator in NAMES:
        hint = f"sep={separator}\r\n"
        body = separated([["A", "B"], ["x", "1"], ["y", "2"]], separator, "\r\n")
        yield file(
            f"named by sep= {NAMES[separator]}", "a.csv", text_file(hint + body), ab
        )
    hinted = "sep=;\r\nA, all;B, all\r\nx;1\r\ny;2\r\n"
    yield file(
        "sep= against commas",
        "a.csv",
        text_file(hinted),
        table(text("A, all", "x", "y"), number("B, all", "1", "2")),
    )
    one = table(text("Town", "York", "Leeds, West"))
    yield file("one column", "a.csv", text_file('Town\nYork\n"Leeds, West"\n'), one)
    numbers = table(number("Jobs", "12", "7", "130"))
    yield file(
        "one column of numbers", "a.csv", text_file("Jobs\n12\n7\n130\n"), numbers
    )
    lines = 'Town,Remark\nYork,"two\nlines; of, text"\nHull,none\n'
    remarks = ("two\nlines; of, text", "two lines; of, text")
    kept = table(text("Town", "York", "Hull"), text("Remark", remarks, "none"))
    yield file("line end in a cell", "a.csv", text_file(lines), kept)
    quoted = table(text("Town", "York", "Hull"), text("Said", 'a "good" one', "no"))
    yield file(
        "quotation marks in a cell",
        "a.csv",
        text_file('Town;Said\nYork;"a ""good"" one"\nHull;no\n'),
        quoted,
    )
    yield file(
        "quotation mark left open",
        "a.csv",
        text_file('Town,Said\nYork,"a good one\nHull,no\n'),
        also=(ASKED, REFUSED),
    )
    yield file(
        "more cells than names",
        "a.csv",
        text_file("A,B\nx,1\ny,2,3\nz,4,5\n"),
        also=(ASKED, REFUSED),
    )
    short = table(text("A", "x", "y"), number("B", "1", "2"), number("C", "3", None))
    yield file(
        "fewer cells than names", "a.csv", text_file("A,B,C\nx,1,3\ny,2\n"), short
    )
    spaced = "Town;Jobs;Note\nYork; 12 ;a, b\nHull; 7 ;c\nDeal; 9 ;d\n"
    yield file(
        "spaces around cells",
        "a.csv",
        text_file(spaced),
        table(
            text("Town", "York", "Hull", "Deal"),
            number("Jobs", "12", "7", "9"),
            text("Note", "a, b", "c", "d"),
        ),
    )
    tabs = "Town\tJobs, all; some\nYork\t12\nHull\t7\n"
    yield file(
        "tabs with both others in the header",
        "a.tsv",
        text_file(tabs),
        table(text("Town", "York", "Hull"), number("Jobs, all; some", "12", "7")),
    )
    dates = "Begun;Ended;Staff\n01,02;03,04;7\n"
    yield file(
        "as many commas as semicolons",
        "a.csv",
        text_file(dates),
        table(number("Begun", "1.02"), number("Ended", "3.04"), number("Staff", "7")),
        table(text("Begun", "01,02"), text("Ended", "03,04"), number("Staff", "7")),
        also=ASKED,
    )
