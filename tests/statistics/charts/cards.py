"""List figures that are hard to put on a card, by name."""

from statistics.charts import Form

from .figures import COUNT, DOLLARS, GOLDEN, PERCENT, figure

WORDS = "The longest name that anybody has ever given to a hive of bees in a meadow"
HARD = {
    "long-labels": (
        figure([(f"{WORDS} {n}", 10 - n) for n in range(8)], PERCENT),
        Form.BARS,
    ),
    "one-long-word": (
        figure([("W" * 200, 5), ("b", 3)], title="W" * 200, unit="W" * 200),
        Form.BARS,
    ),
    "long-title-and-source": (
        figure(
            [("a", 5), ("b", 3)],
            title=f"{WORDS} {WORDS}",
            unit=WORDS * 2,
            source=WORDS * 4,
        ),
        Form.BARS,
    ),
    "thirty-rows": (figure([(f"Hive {n}", 31 - n) for n in range(30)]), Form.BARS),
    "eighteen-digits": (
        figure([("a", "9" * 18), ("b", "-" + "9" * 17)], DOLLARS),
        Form.BARS,
    ),
    "long-labels-and-digits": (
        figure([(WORDS, "9" * 18), ("b", 1)], DOLLARS),
        Form.BARS,
    ),
    "only-negative": (figure([("a", -5), ("b", -50), ("c", None)], PERCENT), Form.BARS),
    "negative-and-missing": (
        figure([("Up", 40), ("Down", -35), ("Unknown", None), ("Zero", 0)], PERCENT),
        Form.BARS,
    ),
    "forecast-below-zero": (
        figure([(2020, 5), (2027, -9, True)], DOLLARS, over_time=True),
        Form.BARS,
    ),
    "five-long-parts": (
        figure([(f"{WORDS} {n}", 20) for n in range(4)] + [("Other", "20.5")], PERCENT),
        Form.PARTS,
    ),
    "line-of-thirty-years": (
        figure(
            [(year, year % 7 - 2) for year in range(1995, 2025)], COUNT, over_time=True
        ),
        Form.LINE,
    ),
    "line-down": (
        figure([(2019, 1000000), (2020, 500000), (2021, 4)], DOLLARS, over_time=True),
        Form.LINE,
    ),
    "line-missing-ends": (
        figure(
            [(2018, None), (2019, 3), (2020, 5), (2021, 4), (2022, None)],
            over_time=True,
        ),
        Form.LINE,
    ),
    "line-of-long-numbers": (
        figure(
            [(2019, "9" * 18), (2020, 5), (2021, "9" * 17)], DOLLARS, over_time=True
        ),
        Form.LINE,
    ),
    "list-of-thirty": (
        figure([(f"{WORDS} {n}", None) for n in range(30)], None, ranked=True),
        Form.LIST,
    ),
}
CARDS = GOLDEN | HARD
