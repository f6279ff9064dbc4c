"""Test which chart form fits, and which is refused."""

import pytest

from statistics.charts import ChartError, Form, Point, check, choose
from tests.each import each

from .figures import COUNT, LEVELS, PERCENT, STARTUPS, YEARS, figure


class TestChoose:
    @each(
        ("wanted", "shown"),
        [
            (Form.BARS, figure(STARTUPS)),
            (Form.PARTS, figure(LEVELS, PERCENT)),
            (Form.BARS, figure([("IT", 25), ("Finance", 20), ("Retail", 45)], PERCENT)),
            (Form.PARTS, figure([("Yes", "49.5"), ("No", "49.6")], PERCENT)),
            (Form.BARS, figure([("Yes", "49.4"), ("No", "49.5")], PERCENT)),
            (Form.PARTS, figure([("Yes", 50), ("No", 49)], PERCENT)),
            (Form.PARTS, figure([("Yes", 51), ("No", 50)], PERCENT)),
            (Form.BARS, figure([("Yes", 51), ("No", "50.1")], PERCENT)),
            (Form.PARTS, figure([("Yes", 100), ("No", 0)], PERCENT)),
            (Form.BARS, figure([(n, n) for n in range(30)])),
            (Form.LINE, figure([(y, y) for y in (2020, 2021, 2027)], over_time=True)),
            (Form.LINE, figure(YEARS, over_time=True)),
            (Form.BARS, figure([(2020, 8), (2027, 97, True)], over_time=True)),
            (
                Form.BARS,
                figure([(y, y, y > 2021) for y in (2020, 2021, 2027)], over_time=True),
            ),
            (Form.LIST, figure([("Python", None), ("R", None)], None, ranked=True)),
        ],
    )
    def test_takes_the_form_that_fits(self, wanted, shown):
        assert choose(shown) == (wanted, "")

    @pytest.mark.parametrize(
        ("reason", "shown"),
        [
            ("fewer than two numbers", figure([("One", 1), ("Two", None)])),
            ("all values are zero", figure([("One", 0), ("Two", 0)])),
            ("all values are equal", figure([("One", 7), ("Two", 7)])),
            ("31 rows; a chart takes at most 30", figure([(n, n) for n in range(31)])),
            ("two rows are called “One”", figure([("One", 1), ("One", 2)])),
            ("needs a column of ranks", figure([("One", None)], None)),
        ],
    )
    def test_says_why_no_chart_fits(self, reason, shown):
        form, why = choose(shown)
        assert form == Form.NONE
        assert reason in why


class TestCheck:
    @each(
        ("form", "sentence", "shown"),
        [
            (
                Form.PARTS,
                "parts add up to 90, not 100: use a bar chart or add Other",
                figure([("IT", 50), ("Other work", 40)], PERCENT),
            ),
            (
                Form.PARTS,
                "6 parts; readers can tell 5 apart",
                figure(
                    [(n, v) for n, v in enumerate((10, 20, 30, 20, 15, 5))], PERCENT
                ),
            ),
            (
                Form.PARTS,
                "only percentages are parts",
                figure([("a", 60), ("b", 40)], COUNT),
            ),
            (
                Form.PARTS,
                "a part is missing",
                figure([("a", 60), ("b", 40), ("c", None)], PERCENT),
            ),
            (
                Form.PARTS,
                "a part is below zero",
                figure([("a", 110), ("b", -10)], PERCENT),
            ),
            (
                Form.LINE,
                "a line needs three measured points: use two bars",
                figure([(2020, 1), (2021, 2), (2022, 3, True)], over_time=True),
            ),
            (
                Form.LINE,
                "the years are not in order",
                figure([(2020, 1), (2022, 2), (2021, 3)], over_time=True),
            ),
            (Form.LINE, "there is no column of them", figure(STARTUPS)),
            (
                Form.LINE,
                "a row has no year",
                figure([(2020, 1), ("", 2), (2022, 3)], over_time=True),
            ),
            (Form.BARS, "it has no numbers", figure([("a", None)], None)),
            (Form.BARS, "it has no title", figure(STARTUPS, title="  ")),
            (
                Form.BARS,
                "show a table, or the first ten and the rest",
                figure([(n, n) for n in range(5000)]),
            ),
            (Form.LIST, "it has no rows yet", figure([], None, ranked=True)),
        ],
    )
    def test_says_what_to_do_instead(self, form, sentence, shown):
        with pytest.raises(ChartError, match=sentence):
            check(shown, form)

    @pytest.mark.parametrize("value", ["12%", float("nan"), True, 3.5])
    def test_refuses_what_is_no_exact_number(self, value):
        shown = figure(STARTUPS)
        broken = (*shown.points, Point("Broken", value))
        with pytest.raises(ChartError, match="not a finite number"):
            check(figure([], id="x", points=broken), Form.BARS)
