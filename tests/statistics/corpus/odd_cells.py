"""Write cells of workbooks that hold errors, escapes, or stand far away."""

from .by_hand import INLINE, by_hand
from .model import ASKED, REFUSED, file, number, table, text

RIGHT = table(text("Job", "Cook", "Doctor"), number("Pay", "31.5", "85"))


def files():
    day = INLINE.replace('<c r="B2"><v>31.5</v>', '<c r="B2" t="d"><v>2024-03-31</v>')
    right = table(text("Job", "Cook", "Doctor"), text("Pay", "2024-03-31", "85"))
    yield file(
        "a day in ISO 8601", "a.xlsx", by_hand(day), right, also=(ASKED, REFUSED)
    )
    for kind in ("#DIV/0!", "#N/A", "#REF!"):
        error = INLINE.replace(
            '<c r="B2"><v>31.5</v>', f'<c r="B2" t="e"><v>{kind}</v>'
        )
        none = table(
            text("Job", "Cook", "Doctor"), number("Pay", None, "85"), says=kind
        )
        yield file(
            f"error {kind}", "a.xlsx", by_hand(error), none, also=(ASKED, REFUSED)
        )
    formula = INLINE.replace('<c r="B2"><v>31.5</v>', '<c r="B2"><f>30+1.5</f>')
    yield file(
        "formula without a result", "a.xlsx", by_hand(formula), also=(ASKED, REFUSED)
    )
    escaped = INLINE.replace("Cook", "Co_x000D_ok &amp; _x0041_").replace(
        "Doctor", "_x005F_x0041_"
    )
    right = table(
        text("Job", ("Cook & A", "Co ok & A", "Co\nok & A", "Co\rok & A"), "_x0041_"),
        number("Pay", "31.5", "85"),
    )
    yield file("escaped characters", "a.xlsx", by_hand(escaped), right)
    spaced = INLINE.replace("<t>Cook", '<t xml:space="preserve">  Cook ')
    yield file(
        "spaces that are kept",
        "a.xlsx",
        by_hand(spaced),
        table(text("Job", ("Cook", "  Cook "), "Doctor"), number("Pay", "31.5", "85")),
    )
    far = (
        INLINE.replace('r="B1"', 'r="D1"')
        .replace('r="B2"', 'r="D2"')
        .replace('r="B3"', 'r="D3"')
    )
    yield file(
        "empty columns in between", "a.xlsx", by_hand(far), RIGHT, also=(ASKED, REFUSED)
    )
    high = INLINE.replace('r="1"', 'r="5"').replace("A1", "A5").replace("B1", "B5")
    high = (
        high.replace('r="2"', 'r="6"')
        .replace("A2", "A6")
        .replace("B2", "B6")
        .replace('r="3"', 'r="7"')
        .replace("A3", "A7")
        .replace("B3", "B7")
    )
    yield file("begins in the fifth row", "a.xlsx", by_hand(high), RIGHT)
    kinds = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="e"><v>{kind}</v></c>%s</row>'
        for n, kind in enumerate(kinds, 1)
    )
    beside = '<c r="D1"><v>1</v></c><c r="E1" t="inlineStr"><is><t>text</t></is></c>'
    first = cells.replace("%s", beside, 1).replace("%s", "")
    yield file("errors above nothing", "a.xlsx", by_hand(first), also=(ASKED, REFUSED))
