"""Write years, and numbers between 1500 and 2199 that are none."""

from .model import ASKED, REFUSED, Column, file, number, table, text, year
from .writing import lines_of, separated, text_file, workbook

RATES = ("3.8", "4.6", "4.5", "3.7")
NAMES = ("Junior", "Mid", "Senior", "Lead")


def files():
    for label, language in (
        ("Year", "en"),
        ("year", "en"),
        ("Jahr", "de"),
        ("År", "sv"),
        ("Année", "fr"),
        ("Year ending", "en"),
        ("वर्ष", "hi"),
        ("السنة", "ar"),
    ):
        for cells in (
            ("2019", "2020", "2021", "2022"),
            ("2022", "2021", "2020", "2019"),
        ):
            order = "rising" if cells[0] == "2019" else "falling"
            yield _first(f"{label} {order} in {language}", label, cells, language)
    yield _first(
        "unnamed but rising and first", "Period", ("2019", "2020", "2021", "2022")
    )
    yield _first("every ten years", "Census", ("1851", "1861", "1871", "1881"))
    yield _first("Year far back", "Year", ("1066", "1215", "1348", "1485"))
    yield _first("Buddhist years", "Year", ("2563", "2564", "2565", "2566"))
    for label, cells in (
        ("Monthly pay (GBP)", ("1900", "2100", "2150", "2190")),
        ("Vacancies", ("1800", "1650", "2050", "1700")),
        ("SOC code", ("2121", "2134", "2133", "2135")),
        ("Staff", ("1500", "1500", "1999", "2199")),
        ("Hours a year", ("1650", "1720", "1800", "1910")),
        ("Distance in km", ("1600", "1700", "1800", "1900")),
        ("Gehalt", ("1900", "2000", "2100", "2150")),
    ):
        for form in ("csv", "paste", "workbook"):
            if form == "csv" or label in ("Monthly pay (GBP)", "SOC code"):
                yield _other(label, cells, form)
    yield from _more()


def _first(name, label, cells, language="en"):
    lines = lines_of((label, "Rate"), cells, RATES)
    right = table(year(label, *cells), number("Rate", *RATES))
    return file(
        name, "a.csv", text_file(separated(lines)), right, also=ASKED, language=language
    )


def _other(label, cells, form):
    lines = lines_of(("Level", label), NAMES, cells)
    readings = [table(text("Level", *NAMES), number(label, *cells))]
    if label == "SOC code":
        readings.append(table(text("Level", *NAMES), text(label, *cells)))
    if "GBP" in label:
        pay = Column(label, ("money",), readings[0].columns[1].cells, "GBP")
        readings.append(table(text("Level", *NAMES), pay))
    rows = [[level, int(cell)] for level, cell in lines[1:]]
    make, name = {
        "csv": (text_file(separated(lines)), "a.csv"),
        "paste": (text_file(separated(lines, "\t")), ""),
        "workbook": (workbook(lines[0], *rows), "a.xlsx"),
    }[form]
    return file(f"{label} {form}", name, make, *readings, also=ASKED)


def _more():
    cells = ("2019", "2020", "2021", "2022")
    names = table(text("Level", *NAMES), year("Year", *cells))
    lines = lines_of(("Level", "Year"), NAMES, cells)
    yield file(
        "Year in another column",
        "a.csv",
        text_file(separated(lines)),
        names,
        also=ASKED,
    )
    wide = [
        ["Level", *cells],
        ["Junior", "1900", "2100", "1950", "2150"],
        ["Mid", "1.5", "2", "3", "4"],
    ]
    right = table(
        text("Level", "Junior", "Mid"),
        *[
            number(label, a, b)
            for label, a, b in zip(*[cells], *[r[1:] for r in wide[1:]], strict=True)
        ],
    )
    yield file("years as names of columns", "a.csv", text_file(separated(wide)), right)
    school = ("2019/20", "2020/21", "2021/22", "2022/23")
    lines = lines_of(("Academic year", "Rate"), school, RATES)
    yield file(
        "academic years",
        "a.csv",
        text_file(separated(lines)),
        table(text("Academic year", *school), number("Rate", *RATES)),
    )
    dashes = ("2019–20", "2020–21", "2021–22", "2022–23")
    lines = lines_of(("Year", "Rate"), dashes, RATES)
    yield file(
        "years with a dash",
        "a.csv",
        text_file(separated(lines)),
        table(text("Year", *dashes), number("Rate", *RATES)),
    )
    quarters = ("2023 Q1", "2023 Q2", "2023 Q3", "2023 Q4")
    lines = lines_of(("Quarter", "Rate"), quarters, RATES)
    yield file(
        "quarters",
        "a.csv",
        text_file(separated(lines)),
        table(text("Quarter", *quarters), number("Rate", *RATES)),
    )
    provisional = ("2019", "2020", "2021", "2022p")
    lines = lines_of(("Year", "Rate"), provisional, RATES)
    yield file(
        "a year with a mark",
        "a.csv",
        text_file(separated(lines)),
        table(text("Year", *provisional), number("Rate", *RATES)),
        table(year("Year", *cells), number("Rate", *RATES), says="mark"),
        also=(ASKED, REFUSED),
    )
    gap = [["Year", "Rate"], ["2019", "3.8"], ["", "4.6"], ["2021", "4.5"]]
    yield file(
        "a year is missing",
        "a.csv",
        text_file(separated(gap)),
        table(year("Year", "2019", None, "2021"), number("Rate", "3.8", "4.6", "4.5")),
        also=ASKED,
    )
    rows = [["Year", "Jobs"], [2019, 1900], [2020, 2100], [2021, 2050]]
    right = table(
        year("Year", "2019", "2020", "2021"), number("Jobs", "1900", "2100", "2050")
    )
    yield file(
        "workbook of years and jobs", "a.xlsx", workbook(*rows), right, also=ASKED
    )
    yield file(
        "workbook with grouped jobs",
        "a.xlsx",
        workbook(*rows, formats={"B": "#,##0"}),
        right,
        also=ASKED,
    )
