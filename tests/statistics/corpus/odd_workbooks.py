"""Write workbooks that spreadsheets open, though not as usual programs write them."""

from openpyxl import Workbook
from openpyxl.comments import Comment

from .by_hand import INLINE, MAIN, STRICT, STRICT_R, R, by_hand
from .model import ASKED, REFUSED, file, number, table, text
from .writing import rezipped, saved, workbook

RIGHT = table(text("Job", "Cook", "Doctor"), number("Pay", "31.5", "85"))
good = workbook(["Job", "Pay"], ["Cook", 31.5], ["Doctor", 85])


def _renamed(old, new):
    return lambda: rezipped(good(), lambda n, p: (n.replace(old, new), p))


def _replaced(name, old, new):
    def change(part, data):
        return part, data.replace(old, new) if part.endswith(name) else data

    return change


STRINGS = (
    f'<sst xmlns="{MAIN}"><si><t>Job</t></si><si><t>Pay</t></si>'
    "<si><r><t>Co</t></r><r><rPr><b/></rPr><t>ok</t></r></si>"
    '<si><t>Doctor</t><rPh sb="0" eb="1"><t>said</t></rPh></si></sst>'
)
WITH_STRINGS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>31.5</v></c></row>'
    '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>85</v></c></row>'
)
SHARED = (
    f'<Relationship Id="r2" Type="{R}/sharedStrings" Target="sharedStrings.xml"/>',
    "xl/sharedStrings.xml",
    STRINGS,
)
NAMED_BUT_MISSING = (SHARED[0], "xl/other.xml", "<x/>")
FORMULA = INLINE.replace('<c r="B2"><v>31.5</v>', '<c r="B2"><f>30+1.5</f><v>31.5</v>')
CASES = {
    "fewest parts, inline text": by_hand(),
    "no shared strings, though named": by_hand(extra=(NAMED_BUT_MISSING,)),
    "runs and pronunciation": by_hand(WITH_STRINGS, extra=(SHARED,)),
    "shared strings in other case": _renamed("sharedStrings", "SharedStrings"),
    "sheet in other case": _renamed("worksheets/sheet1", "Worksheets/Sheet1"),
    "all in capitals": _renamed("xl/", "XL/"),
    "content types in lower case": _renamed("[Content_Types]", "[content_types]"),
    "backslashes": _renamed("/", "\\"),
    "backslash in one name": _renamed("worksheets/", "worksheets\\"),
    "workbook in other case": _renamed("xl/workbook.xml", "xl/Workbook.xml"),
    "absolute targets": by_hand(
        change=_replaced("workbook.xml.rels", b'"worksheets/', b'"/xl/worksheets/')
    ),
    "targets with dots": by_hand(
        change=_replaced("workbook.xml.rels", b'"worksheets/', b'"./worksheets/')
    ),
    "targets upwards": by_hand(
        change=_replaced("workbook.xml.rels", b'"worksheets/', b'"../xl/worksheets/')
    ),
    "another name for the workbook": by_hand(
        change=lambda n, p: (
            n.replace("xl/workbook.xml", "xl/book.xml").replace(
                "_rels/workbook.xml", "_rels/book.xml"
            ),
            p.replace(b"xl/workbook.xml", b"xl/book.xml"),
        )
    ),
    "parts at the top": by_hand(
        change=lambda n, p: (
            n.removeprefix("xl/"),
            p.replace(b'"xl/', b'"').replace(b'"/xl/', b'"/'),
        )
    ),
    "no cell references": by_hand(
        INLINE.replace(' r="A1"', "").replace(' r="B1"', "").replace(' r="A2"', "")
        .replace(' r="B2"', "").replace(' r="A3"', "").replace(' r="B3"', "")
    ),
    "no row numbers": by_hand(INLINE.replace('<row r="1">', "<row>")
        .replace('<row r="2">', "<row>").replace('<row r="3">', "<row>")),
    "strict": by_hand(
        main=STRICT,
        change=lambda n, p: (n, p.replace(R.encode(), STRICT_R.encode())),
    ),
    "prefixed names": by_hand(
        change=lambda n, p: (n, _prefixed(p) if "sheet1" in n else p)
    ),
    "UTF-16 parts": by_hand(
        change=lambda n, p: (
            n,
            ('<?xml version="1.0" encoding="UTF-16"?>' + p.decode()).encode("utf-16")
            if "sheet1" in n
            else p,
        )
    ),
    "formula with its result": by_hand(FORMULA),
    "cells as formula strings": by_hand(
        INLINE.replace(' t="inlineStr"><is><t>Cook</t></is>', ' t="str"><v>Cook</v>')
    ),
    "strict days": by_hand(
        INLINE.replace('<c r="B2"><v>31.5</v>', '<c r="B2" t="n"><v>31.5</v>')
    ),
    "empty rows in between": by_hand(
        INLINE.replace('<row r="3">', '<row r="2000"/><row r="3000">')
        .replace("A3", "A3000").replace("B3", "B3000")
    ),
    "exponents": by_hand(INLINE.replace("<v>31.5</v>", "<v>3.15E+1</v>")),
    "long fractions": by_hand(INLINE.replace("31.5<", "31.500000000000004<")),
    "padded fractions": by_hand(INLINE.replace("<v>85</v>", "<v>85.0</v>")),
}  # fmt: skip


def _prefixed(part):
    for name in (b"worksheet", b"sheetData", b"row", b"c ", b"is>", b"t>", b"v>"):
        part = part.replace(b"<" + name, b"<x:" + name)
        closing = name.rstrip(b" >")
        part = part.replace(b"</" + closing + b">", b"</x:" + closing + b">")
    return part.replace(b"xmlns=", b"xmlns:x=")


RAISED = '<r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
RUNS = {
    "raised mark after a number": f"<r><t>31.5</t></r>{RAISED}",
    "struck-out number before another": "<r><rPr><strike/></rPr><t>32</t></r>"
    "<r><t>31.5</t></r>",
}


def files():
    for name, runs in RUNS.items():
        cell = f'<c r="B2" t="inlineStr"><is>{runs}</is></c>'
        make = by_hand(INLINE.replace('<c r="B2"><v>31.5</v></c>', cell))
        yield file(name, "a.xlsx", make, RIGHT)
    for name, make in CASES.items():
        yield file(name, "a.xlsx", make, RIGHT)
    yield from _books()


def _books():
    def merged(sheet):
        sheet.merge_cells("A2:A3")

    rows = (
        ["Region", "Job", "Pay"],
        ["North", "Cook", 31.5],
        [None, "Doctor", 85],
        ["South", "Driver", 40],
    )
    filled = table(
        text("Region", "North", ("North", None), "South"),
        text("Job", "Cook", "Doctor", "Driver"),
        number("Pay", "31.5", "85", "40"),
    )
    yield file(
        "merged names of rows",
        "a.xlsx",
        workbook(*rows, change=merged),
        filled,
        also=ASKED,
    )
    yield file("chart sheet first", "a.xlsx", _with_chart_sheet, RIGHT)
    yield file(
        "macros",
        "a.xlsm",
        lambda: rezipped(
            good(),
            lambda n, p: (
                ("xl/vbaProject.bin", b"x") if n.startswith("docProps/app") else (n, p)
            ),
        ),
        RIGHT,
        also=REFUSED,
    )
    yield file(
        "comment and link",
        "a.xlsx",
        workbook(["Job", "Pay"], ["Cook", 31.5], ["Doctor", 85], change=_commented),
        RIGHT,
    )
    yield file(
        "frozen and styled",
        "a.xlsx",
        workbook(
            ["Job", "Pay"],
            ["Cook", 31.5],
            ["Doctor", 85],
            change=lambda s: setattr(s, "freeze_panes", "B2"),
        ),
        RIGHT,
    )


def _with_chart_sheet():
    book = Workbook()
    for row in (["Job", "Pay"], ["Cook", 31.5], ["Doctor", 85]):
        book.active.append(row)
    book.create_chartsheet("Chart", 0)
    return saved(book)


def _commented(sheet):
    sheet["B2"].comment = Comment("not sure", "Ann")
    sheet["A2"].hyperlink = "https://example.org/"
