"""Write measures that settle a decimal mark: they can mean only one number."""

from .model import ASKED, REFUSED, file, number, table, text
from .pairs import all_pairs
from .writing import lines_of, separated, text_file, workbook

JOBS = ("Cook", "Doctor", "Driver")
# Written with a point and commas; each could mean two numbers.
TWO_WAYS = ("45,300", "85,100", "61,250")
GROUPS = {
    "other mark": None,
    "space": " ",
    "no-break space": "\u00a0",
    "narrow space": "\u202f",
    "apostrophe": "'",
    "curly apostrophe": "’",
}
# What stands beside the pay: what it is written as (with a point), and its values.
BESIDE = {
    "nothing": None,
    "a share": ("Share", ("1.5", "2.25", "10.75"), "number"),
    "numbering": ("Nr", ("1.1", "1.2", "2.1"), "text"),
    "times": ("Opens", ("9.30", "8.15", "10.45"), "text"),
    "days": ("Day", ("31.12", "24.12", "06.01"), "text"),
    "versions": ("Version", ("1.10", "1.2", "3.11"), "text"),
}


def files():
    for each in all_pairs(
        allowed=_makes_sense,
        mark=(".", ","),
        beside=tuple(BESIDE),
        evidence=(False, True),
        chosen=("", "right"),
        form=("paste", "csv", "workbook text"),
    ):
        yield _two_ways(**each)
    for mark in ".,":
        for name, group in GROUPS.items():
            yield _grouped(mark, name, group)
    yield from _others()


def _makes_sense(mark, beside, evidence, chosen, form):
    return beside == "nothing" or form != "workbook text"


def _by(mark, cells):
    return list(cells) if mark == "." else [c.translate(SWAPPED) for c in cells]


SWAPPED = str.maketrans(".,", ",.")


def _two_ways(mark, beside, evidence, chosen, form):
    pay = ("45,300", "85,100.50", "61,250") if evidence else TWO_WAYS
    columns = [("Job", JOBS), ("Pay", _by(mark, pay))]
    right = [text("Job", *JOBS), number("Pay", *[c.replace(",", "") for c in pay])]
    settled = evidence or chosen
    if BESIDE[beside]:
        label, cells, kind = BESIDE[beside]
        # Numbering and times are written alike everywhere.
        written = _by(mark, cells) if kind == "number" else list(cells)
        columns.insert(0, (label, written))
        also_number = number(label, *cells)
        right.insert(0, also_number if kind == "number" else text(label, *cells))
        settled = settled or kind == "number"
    answers = () if settled else (ASKED,)
    readings = [table(*right)] if settled else []
    if BESIDE[beside] and kind == "text" and settled:
        readings += _as_numbers(right, cells, mark)
        answers = (ASKED,)  # what stands beside may be asked about, too
    lines = lines_of([label for label, _c in columns], *(c for _l, c in columns))
    name = "point" if mark == "." else "comma"
    names = [name, beside, "settled" if evidence else "two ways"]
    names += ["chosen"] * bool(chosen) + [form]
    make = {
        "paste": text_file(separated(lines, "\t")),
        "csv": text_file(separated(lines, ";")),
        "workbook text": workbook(*lines),
    }[form]
    return file(
        " ".join(names),
        {"paste": "", "csv": "a.csv", "workbook text": "a.xlsx"}[form],
        make,
        *readings,
        also=answers,
        decimal_mark=mark if chosen else "",
    )


def _as_numbers(right, cells, mark):
    """Numbering such as 1.1 read as numbers is no fault where points are decimals."""
    if mark == "." and not any(c.startswith("0") or c.endswith("0") for c in cells):
        yield table(number(right[0].label, *cells), *right[1:])


def _grouped(mark, name, group):
    written = ("1,234.5", "12,345,678.25", "850.75")
    cells = [c.replace(",", group) if group else c for c in written]
    cells = [c.replace(".", mark) for c in cells] if group else _by(mark, cells)
    lines = lines_of(("Job", "Pay"), JOBS, cells)
    right = table(text("Job", *JOBS), number("Pay", "1234.5", "12345678.25", "850.75"))
    mark_name = "point" if mark == "." else "comma"
    return file(
        f"{name} and {mark_name}", "a.csv", text_file(separated(lines, ";")), right
    )


def _others():
    german = "Nr;Beruf;Gehalt\n1.1;Koch;45.300\n1.2;Arzt;85.100\n"
    yield file("numbering beside points", "a.csv", text_file(german), also=ASKED)
    both = "Job;Pay\nCook;1,5\nDoctor;2.75\n"
    yield file("contradiction", "a.csv", text_file(both), also=(ASKED, REFUSED))
    own = "Job\tPay\tShare\nCook\t45.300\t1.5\nDoctor\t85.100,50\t2.5\n"
    right = table(
        text("Job", "Cook", "Doctor"),
        number("Pay", "45300", "85100.50"),
        number("Share", "1.5", "2.5"),
    )
    yield file("columns contradict", "", text_file(own), right, also=(ASKED, REFUSED))
    twice = "Job;Pay\nCook;1.234.567\nDoctor;45.300\n"
    right = table(text("Job", "Cook", "Doctor"), number("Pay", "1234567", "45300"))
    yield file("two groups are evidence", "a.csv", text_file(twice), right)
    zero = "Job;Rate\nCook;0.125\nDoctor;1.250\n"
    right = table(text("Job", "Cook", "Doctor"), number("Rate", "0.125", "1.250"))
    yield file("nought before the mark", "a.csv", text_file(zero), right)
    indian = "Job;Pay\nCook;6,50,000\nDoctor;12,00,000\n"
    right = table(text("Job", "Cook", "Doctor"), number("Pay", "650000", "1200000"))
    yield file("Indian groups", "a.csv", text_file(indian), right)
    precise = "Job,Rate\nCook,8.430\nDoctor,9.10\nDriver,7\n"
    right = table(text("Job", *JOBS), number("Rate", "8.430", "9.10", "7"))
    yield file("precision", "a.csv", text_file(precise), right)
    tiny = "Job,Rate\nCook,0.000000012\nDoctor,123456789012345678.25\n"
    right = table(
        text("Job", "Cook", "Doctor"),
        number("Rate", "0.000000012", "123456789012345678.25"),
    )
    yield file("tiny and huge", "a.csv", text_file(tiny), right)
