"""Write times and dates of workbooks, with what the spreadsheet shows."""

from dataclasses import replace

from .model import ASKED, file, table, text, year
from .writing import workbook

JOBS = ("Cook", "Doctor", "Driver")
NEW_YEAR, CHRISTMAS, MARCH = 45292, 45650, 45382  # 2024-01-01, 2024-12-24, 2024-03-31
SHOWN = (  # a format, the values, what is shown; several where it depends on the place
    ("[h]:mm", (1.5, 0.25, 4.125), ("36:00", "6:00", "99:00")),
    ("[hh]:mm:ss", (1.5, 0.25, 4.125), ("36:00:00", "06:00:00", "99:00:00")),
    ("[mm]:ss", (0.0625, 0.25, 0.03125), ("90:00", "360:00", "45:00")),
    ("h:mm", (0.5, 0.3958333333333333, 0.0), ("12:00", "9:30", "0:00")),
    ("hh:mm", (0.5, 0.3958333333333333, 0.75), ("12:00", "09:30", "18:00")),
    ("h:mm:ss", (0.5, 0.3958333333333333, 0.75), ("12:00:00", "9:30:00", "18:00:00")),
    ("h:mm AM/PM", (0.5, 0.3958333333333333, 0.75), ("12:00 PM", "9:30 AM", "6:00 PM")),
    ("mmm yy", (NEW_YEAR, CHRISTMAS, MARCH), ("Jan 24", "Dec 24", "Mar 24")),
    ("mmm-yy", (NEW_YEAR, CHRISTMAS, MARCH), ("Jan-24", "Dec-24", "Mar-24")),
    (
        "mmmm yyyy",
        (NEW_YEAR, CHRISTMAS, MARCH),
        ("January 2024", "December 2024", "March 2024"),
    ),
    ("mmm", (NEW_YEAR, CHRISTMAS, MARCH), ("Jan", "Dec", "Mar")),
    ("d-mmm", (NEW_YEAR, CHRISTMAS, MARCH), ("1-Jan", "24-Dec", "31-Mar")),
    ("d mmmm", (NEW_YEAR, CHRISTMAS, MARCH), ("1 January", "24 December", "31 March")),
    ("dd/mm", (NEW_YEAR, CHRISTMAS, MARCH), ("01/01", "24/12", "31/03")),
    ("dd.mm.", (NEW_YEAR, CHRISTMAS, MARCH), ("01.01.", "24.12.", "31.03.")),
    ("dddd", (NEW_YEAR, CHRISTMAS, MARCH), ("Monday", "Tuesday", "Sunday")),
    ("ddd d", (NEW_YEAR, CHRISTMAS, MARCH), ("Mon 1", "Tue 24", "Sun 31")),
    ("yyyy-mm", (NEW_YEAR, CHRISTMAS, MARCH), ("2024-01", "2024-12", "2024-03")),
    (
        "[$-407]mmmm yyyy",
        (NEW_YEAR, CHRISTMAS, MARCH),
        (
            ("Januar 2024", "January 2024"),
            ("Dezember 2024", "December 2024"),
            ("März 2024", "March 2024"),
        ),
    ),
    (
        'yyyy"年"m"月"',
        (NEW_YEAR, CHRISTMAS, MARCH),
        ("2024年1月", "2024年12月", "2024年3月"),
    ),
)
DAYS = ("2024-01-01", "2024-12-24", "2024-03-31")
WHOLE = (  # days in full: in the place's order, or as ISO 8601 has it
    ("yyyy-mm-dd", DAYS),
    ("dd.mm.yyyy", ("01.01.2024", "24.12.2024", "31.03.2024")),
    ("dd/mm/yyyy", ("01/01/2024", "24/12/2024", "31/03/2024")),
    ("d mmmm yyyy", ("1 January 2024", "24 December 2024", "31 March 2024")),
    ("[$-409]d-mmm-yy;@", ("1-Jan-24", "24-Dec-24", "31-Mar-24")),
    ("mm-dd-yy", ("1/1/2024", "12/24/2024", "3/31/2024")),
    ('d. "of" mmm yyyy', ("1. of Jan 2024", "24. of Dec 2024", "31. of Mar 2024")),
)

HALVES = {
    **{"de": ("AM", "PM"), "fr": ("AM", "PM"), "pl": ("AM", "PM")},
    **{"ja": ("午前", "午後"), "sv": ("fm", "em"), "tr": ("ÖÖ", "ÖS")},
}


def files():
    for code, values, shown in SHOWN:
        yield dated(f"format {code}", code, values, text("When", *shown))
    for code, shown in WHOLE:
        cells = [tuple({a: None, b: None}) for a, b in zip(shown, DAYS, strict=True)]
        yield dated(
            f"format {code}", code, (NEW_YEAR, CHRISTMAS, MARCH), text("When", *cells)
        )
    for language, halves in HALVES.items():
        shown = (f"9:30 {halves[0]}", f"2:00 {halves[1]}", f"6:00 {halves[1]}")
        make = dated("", "h:mm AM/PM", (9.5 / 24, 14 / 24, 0.75), text("When", *shown))
        yield replace(make, id=f"halves of the day, {language}", language=language)
    moments = [
        (f"{day} {hour}", f"{short} {hour}")
        for day, short, hour in zip(
            DAYS,
            ("1/1/2024", "12/24/2024", "3/31/2024"),
            ("12:00", "18:00", "6:00"),
            strict=True,
        )
    ]
    moments[2] += ("2024-03-31 06:00",)
    yield dated(
        "format m/d/yyyy h:mm",
        "m/d/yyyy h:mm",
        (NEW_YEAR + 0.5, CHRISTMAS + 0.75, MARCH + 0.25),
        text("When", *moments),
    )
    years = (43831, 44197, 44562)
    shown = ("2020", "2021", "2022")
    yield dated(
        "format yyyy", "yyyy", years, year("When", *shown), text("When", *shown)
    )
    yield dated(
        "format yyyy under Year",
        "yyyy",
        years,
        year("Year", *shown),
        text("Year", *shown),
        label="Year",
    )
    yield dated(
        "format yy",
        "yy",
        years,
        text("When", "20", "21", "22"),
        text("When", "2020-01-01", "2021-01-01", "2022-01-01"),
        also=ASKED,
    )


def dated(name, code, values, *columns, also=(), label="When"):
    lines = [["Job", label], *map(list, zip(JOBS, values, strict=True))]
    readings = [table(text("Job", *JOBS), column) for column in columns]
    make = workbook(*lines, formats={"B": code})
    return file(name, "a.xlsx", make, *readings, also=also)
