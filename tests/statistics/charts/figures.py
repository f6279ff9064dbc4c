"""List figures that show every rule of the charts, by name."""

from decimal import Decimal

from statistics.charts import Figure, Form, Point
from statistics.table.schema import Column

PERCENT = Column("share", "Share", "percent")
DOLLARS = Column("pay", "Pay", "money", currency="USD")
COUNT = Column("count", "Count", "integer")


def figure(rows, column=COUNT, **more):
    """A figure of (label, number or None[, is forecast]) rows."""
    points = tuple(
        Point(str(label), None if value is None else Decimal(str(value)), *forecast)
        for label, value, *forecast in rows
    )
    defaults = {"id": "title", "title": "Bees are busy", "points": points}
    return Figure(**(defaults | {"column": column} | more))


STARTUPS = [("United States", 452), ("India", 287), ("Germany", 97)]
LEVELS = [("Highly", 46), ("Fairly", 39), ("Neutral", 10), ("Hardly", 4), ("Not", 1)]
YEARS = [(2019, 3), (2020, 5), (2021, None), (2022, 4), (2023, 8), (2030, 20, True)]

GOLDEN = {
    "bars": (figure(STARTUPS), Form.BARS),
    "bars-below-zero": (
        figure([("Up", "12.5"), ("Down", "-7.25"), ("None", 0), ("?", None)], PERCENT),
        Form.BARS,
    ),
    "bars-forecast": (
        figure([(2020, "8.43"), (2027, "96.7", True)], DOLLARS, over_time=True),
        Form.BARS,
    ),
    "bars-forecast-below-zero": (
        figure([("Up", 30), ("Down", -10, True)], PERCENT, unit="Change"),
        Form.BARS,
    ),
    "bars-markup": (figure([("<b>&</b>", 2), ('"x"', 1)]), Form.BARS),
    "bars-tiny": (figure([("Bees", 1000), ("Wasps", 1)]), Form.BARS),
    "bars-wide-values": (
        figure([("Bees", 12_345_678_901), ("Wasps", 97)]),  # as wide as there is room
        Form.BARS,
    ),
    "bars-wider-values": (
        figure([("Bees", 123_456_789_012), ("Wasps", 97)]),
        Form.BARS,
    ),
    "parts": (
        figure([("Male", 82), ("Female", 17), ("Other", 1)], PERCENT),
        Form.PARTS,
    ),
    "parts-diverging": (figure(LEVELS, PERCENT, diverging=True), Form.PARTS),
    "parts-narrow": (
        figure([("a", "70.0"), ("b", 12), ("c", "11.9"), ("d", "6.1")], PERCENT),
        Form.PARTS,
    ),
    "line": (figure(YEARS, over_time=True), Form.LINE),
    "line-below-zero": (
        figure([(2019, -12), (2020, 15), (2021, -30)], PERCENT, over_time=True),
        Form.LINE,
    ),
    "line-climbing": (
        figure([(2019, 5_000_000), (2020, 9_000_000), (2021, 8)], over_time=True),
        Form.LINE,
    ),
    "line-months": (
        figure(
            [],
            points=tuple(
                Point(f"March {year}", Decimal(year % 4), at=year + 1 / 6)
                for year in range(2000, 2013)
            ),
            over_time=True,
        ),
        Form.LINE,
    ),
    "line-of-wide-numbers": (
        figure([(2019, 9_000_000), (2020, -8_000_000), (2021, 4)], over_time=True),
        Form.LINE,
    ),
    "list": (figure([("Python", None), ("R", None)], None, ranked=True), Form.LIST),
}
