"""Test where values stand on tracks and axes."""

import pytest

from statistics.charts import Point
from statistics.charts.line import Axes, anchor_of, labelled_points, runs
from statistics.charts.scale import Track, ticks

from .figures import YEARS, figure


class TestTrack:
    def test_longest_bar_fills_it(self):
        assert Track.of([452, 97]).place(452) == 100

    def test_lengths_are_in_proportion(self):
        track = Track.of([452, 226])
        assert track.place(226) == pytest.approx(50)

    def test_zero_stands_between_losses_and_gains(self):
        assert Track.of([30, -10]).zero == pytest.approx(25)


class TestTicks:
    @pytest.mark.parametrize(
        ("low", "high", "expected"),
        [
            (0, 96.7, [0, 25, 50, 75, 100]),
            (0, 8, [0, 2, 4, 6, 8]),
            (-30, 20, [-40, -20, 0, 20]),
            (0, 0.07, [0, 0.02, 0.04, 0.06, 0.08]),
        ],
    )
    def test_are_round_and_hold_every_value(self, low, high, expected):
        assert ticks(low, high) == pytest.approx(expected)


class TestYears:
    def test_last_is_always_written(self):
        axes = Axes(figure([(y, y) for y in range(1990, 2027)], over_time=True))
        assert labelled_points(axes, gap=24)[0].label == "2026"

    def test_none_stands_on_another(self):
        axes = Axes(figure([(1990, 1), (2019, 2), (2020, 3)], over_time=True))
        labels = [point.label for point in labelled_points(axes, gap=24)]
        assert labels == ["2020", "1990"]

    def test_long_ones_get_more_room_and_stay_within_the_drawing(self):
        names = [f"March {year}" for year in range(2000, 2025)]
        points = tuple(Point(n, i, at=2000 + i) for i, n in enumerate(names))
        axes = Axes(figure([], points=points, over_time=True))
        written = [point.label for point in labelled_points(axes, gap=24)]
        assert written == ["March 2024", "March 2007"]
        anchors = [anchor_of(axes, axes.points[i]) for i in (0, 12, 24)]
        assert anchors == ["start", "middle", "end"]

    @pytest.mark.parametrize(
        ("years", "written"),
        [
            (("20/21", "21/22", "22/23", "23/24", "24/25"), 5),
            (("2020/1", "2021/2", "2022/3", "2023/4", "2024/5"), 3),
        ],
    )
    def test_up_to_five_characters_stand_below_the_last_point_too(self, years, written):
        points = tuple(Point(n, i, at=2020 + i) for i, n in enumerate(years))
        axes = Axes(figure([], points=points, over_time=True))
        assert len(labelled_points(axes, gap=24)) == written
        in_the_middle = anchor_of(axes, axes.points[-1]) == "middle"
        assert in_the_middle == (written == len(years))


class TestRuns:
    def test_missing_value_breaks_the_line_and_a_forecast_is_a_stretch_of_its_own(self):
        labels = [[p.label for p in run] for run in runs(figure(YEARS).points)]
        assert labels == [["2019", "2020"], ["2022", "2023"], ["2023", "2030"]]
