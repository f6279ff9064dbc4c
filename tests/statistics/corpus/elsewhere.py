"""Write workbooks with elements of known names where they mean something else.

Among extensions, rules and foreign namespaces.
"""

from .by_hand import INLINE, MAIN, R, by_hand
from .model import file, number, table, text

X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
DATE = '<row r="4"><c r="A4" t="inlineStr"><is><t>Driver</t></is></c>{}</row>'
STYLES = (
    f'<Relationship Id="r9" Type="{R}/styles" Target="styles.xml"/>',
    "xl/styles.xml",
    f'<styleSheet xmlns="{MAIN}" xmlns:x14="{X14}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    '<dxfs><dxf><numFmt numFmtId="164" formatCode="0.0%"/></dxf></dxfs>'
    f'<extLst><ext xmlns:x14="{X14}"><x14:dxfs><x14:dxf><numFmt numFmtId="164" '
    'formatCode="0"/></x14:dxf><x14:cellXfs><x14:xf numFmtId="9"/></x14:cellXfs>'
    "</x14:dxfs></ext></extLst></styleSheet>",
)
DAYS = INLINE.replace("<v>31.5<", "<v>41331<").replace("<v>85<", "<v>41332<").replace(
    '<c r="B2">', '<c r="B2" s="1">'
).replace('<c r="B3">', '<c r="B3" s="1">')  # fmt: skip
PROPERTIES = '<workbookPr date1904="1"/><sheets>'


def _extended(part, extension, old="", new=""):
    """A change of the part whose name ends so: an extension at its end."""

    def change(name, data):
        if not name.endswith(part):
            return name, data
        data = data.decode().replace(old, new, 1) if old else data.decode()
        at = data.rindex("</")
        ext = f'<extLst><ext xmlns:x14="{X14}">{extension}</ext></extLst>'
        return name, (data[:at] + ext + data[at:]).encode()

    return change


def files():
    jobs = text("Job", "Cook", "Doctor")
    since_1904 = table(jobs, text("Pay", "2017-02-27", "2017-02-28"))
    since_1900 = table(jobs, text("Pay", "2013-02-26", "2013-02-27"))
    pay = table(jobs, number("Pay", "31.5", "85"))
    second = '<x14:workbookPr defaultImageDpi="32767"/>'
    other = '<x14:workbookPr date1904="1"/>'
    for name, rows, change, right in (
        (
            "days since 1904 and a second workbookPr",
            DAYS,
            _extended("xl/workbook.xml", second, "<sheets>", PROPERTIES),
            since_1904,
        ),
        (
            "days since 1900 and another program's 1904",
            DAYS,
            _extended("xl/workbook.xml", other),
            since_1900,
        ),
        (
            "sheets among extensions",
            INLINE,
            _extended(
                "xl/workbook.xml", '<x14:sheets><x14:sheet name="x"/></x14:sheets>'
            ),
            pay,
        ),
        (
            "columns and rows among extensions",
            INLINE,
            _extended(
                "sheet1.xml",
                '<x14:cols><x14:col min="2" max="2" hidden="1"/></x14:cols>'
                '<cols><col min="2" max="2" hidden="1"/></cols><x14:row r="9"><x14:c/>'
                '</x14:row><mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
            ),
            pay,
        ),
        (
            "another value beside a cell's",
            INLINE.replace("<v>31.5</v>", f'<v>31.5</v><v xmlns="{X14}">99</v>'),
            lambda name, part: (name, part),
            pay,
        ),
        (
            "said beside written",
            INLINE.replace("<t>Cook</t>", '<t>Cook</t><rPh sb="0"><t>kuk</t></rPh>'),
            lambda name, part: (name, part),
            pay,
        ),
    ):
        make = by_hand(rows, change=change, extra=(STYLES,))
        yield file(name, "a.xlsx", make, right)
