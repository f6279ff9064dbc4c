"""Draw a line over years, from zero; its numbers stand in a table that unfolds."""

from dataclasses import replace
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from careerguide.languages.writing import isolated, shown_length
from statistics.table.formatting import format_value

from .labels import forecast_label
from .scale import percent, ticks

HEIGHT = 230  # px
NARROW_GAP = 24  # percent of the axis between two years on a phone
WIDE_GAP = 11  # the same from a 480 px container
YEAR_LENGTH = 4  # characters
LONGEST_IN_THE_MIDDLE = 5  # characters of a time that stands under its point
LONG_LABEL = 8  # characters: more reach into a line that climbs
WIDEST_TICK = 8  # characters that have room beside the drawing; longer ones stand in it


class Axes:
    """Places on the drawing in percent: times across, values from the top down."""

    def __init__(self, figure):
        self.points = figure.points
        numbers = [float(number) for number in figure.numbers]
        self.ticks = ticks(min(0.0, *numbers), max(0.0, *numbers))

    def x(self, point):
        first, last = self.points[0].place, self.points[-1].place
        return float(point.place - first) / float(last - first) * 100

    def y(self, value):
        low, high = self.ticks[0], self.ticks[-1]
        return (high - float(value)) / (high - low) * 100

    def tick_texts(self, figure):
        """The ticks as the values are written, without decimals they do not need."""
        whole = all(tick == int(tick) for tick in self.ticks)
        column = replace(figure.column, decimals=0 if whole else None)
        return [format_value(Decimal(f"{tick:g}"), column) for tick in self.ticks]


def draw(figure, numbers=True):
    axes = Axes(figure)
    labels = axes.tick_texts(figure)
    known = [point for point in figure.points if point.value is not None]
    return format_html(
        '<div class="line room-{}"><svg role="img" width="100%" height="{}" '
        'aria-labelledby="{id}-line" aria-describedby="{id}-ends">'
        '<title id="{id}-line">{}</title><desc id="{id}-ends">{}</desc>'
        '<g aria-hidden="true">{}<svg class="path" viewBox="0 0 100 100" '
        'preserveAspectRatio="none" width="100%" height="100%">{}</svg>{}{}</g></svg>'
        "</div>{}",
        0 if _in_drawing(labels) else max(map(shown_length, labels)),
        HEIGHT,
        _("Line chart: %s") % figure.title,
        _ends(figure, known),
        _grid(axes, labels),
        _path(figure, axes),
        _end_labels(figure, axes, known),
        _year_labels(axes),
        _numbers(figure) if numbers else "",
        id=figure.id,
    )


def runs(points):
    """Neighbouring points that a line joins: a missing value breaks it.

    A forecast is joined to the last measured point by a stretch of its own.
    """
    run = []
    for point in points:
        if point.value is None:
            if run:
                yield run
            run = []
        elif run and point.forecast != run[-1].forecast:
            yield run
            run = [run[-1], point]
        else:
            run.append(point)
    if run:
        yield run


def labelled_points(axes, gap):
    """The times to write so that none overlap: the last always, then as many as fit.

    `gap` is that of years; a longer text needs more, and the last one stands left of
    its point.
    """
    kept = []
    for point in reversed(axes.points):
        longest = max(len(point.label), len(kept[-1].label) if kept else 0)
        room = gap * max(1, longest / YEAR_LENGTH * 0.75)
        if len(kept) == 1 and longest > LONGEST_IN_THE_MIDDLE:
            room *= 1.5
        if not kept or axes.x(kept[-1]) - axes.x(point) >= room:
            kept.append(point)
    return kept


def anchor_of(axes, point):
    """Return how a time stands at its point: long ones must not run over the edges."""
    if len(point.label) <= LONGEST_IN_THE_MIDDLE:
        return "middle"
    return {axes.points[0]: "start", axes.points[-1]: "end"}.get(point, "middle")


def _ends(figure, known):
    first, last = known[0], known[-1]
    return _("%(first)s in %(start)s, %(last)s in %(end)s. All numbers are below.") % {
        "first": isolated(figure.text(first)),
        "start": isolated(first.label),
        "last": isolated(figure.text(last)),
        "end": isolated(last.label),
    }


def _in_drawing(labels):
    return max(map(shown_length, labels)) > WIDEST_TICK


def _grid(axes, labels):
    inside = _in_drawing(labels)
    x, anchor = (0, "start") if inside else (-10, "end")

    def down(tick):
        """Within: below its line, where no point has its label; above the years."""
        return ".36em" if not inside else -4 if tick == axes.ticks[0] else 13

    return format_html_join(
        "",
        '<line class="{0}" x1="0" x2="100%" y1="{1}" y2="{1}"/>'
        '<text class="tick" x="{3}" y="{1}" dy="{4}" text-anchor="{5}">{2}</text>',
        (
            (
                "zero" if tick == 0 else "grid",
                *(percent(axes.y(tick)), isolated(label), x, down(tick), anchor),
            )
            for tick, label in zip(axes.ticks, labels, strict=True)
        ),
    )


def _path(figure, axes):
    return format_html_join(
        "",
        '<polyline{} points="{}" vector-effect="non-scaling-stroke"/>',
        (
            (
                format_html(' class="{}"', "forecast-line") if run[-1].forecast else "",
                # A point alone is drawn as a line to itself, which its round end shows.
                " ".join(_pair(axes, point) for point in (run if run[1:] else run * 2)),
            )
            for run in runs(figure.points)
        ),
    )


def _pair(axes, point):
    return f"{axes.x(point):.2f},{axes.y(point.value):.2f}"


def end_labels(axes, known, length=0):
    """The first and the last point, each with where its label stands clear of the line.

    `length` is that of the first label in characters. Yields (point, pixels down,
    text-anchor).
    """
    first, second, before, last = known[0], known[1], known[-2], known[-1]
    # A line that climbs at once would run through a label close above its start, and
    # one that falls to its end through a label above that, unless the axis is near.
    climbs = second.value > first.value
    if climbs and length > LONG_LABEL and axes.y(first.value) < 85:
        yield first, 24, "start"
    else:
        yield first, -22 if climbs else -12, "start"
    falls = before.value > last.value and axes.y(last.value) < 85
    yield last, 24 if falls else -12, "end"


def _end_labels(figure, axes, known):
    length = shown_length(figure.text(known[0]))
    return format_html_join(
        "",
        '<circle cx="{0}" cy="{1}" r="4"/>'
        '<text class="end" x="{0}" y="{1}" dy="{2}" text-anchor="{3}">{4}</text>',
        (
            (
                percent(axes.x(point)),
                percent(axes.y(point.value)),
                down,
                anchor,
                isolated(figure.text(point)),
            )
            for point, down, anchor in end_labels(axes, known, length)
        ),
    )


def _year_labels(axes):
    narrow = labelled_points(axes, NARROW_GAP)
    wide = labelled_points(axes, WIDE_GAP)
    return format_html_join(
        "",
        '<text class="tick{}" x="{}" y="100%" dy="22" text-anchor="{}">{}</text>',
        (
            (
                ""
                if point in narrow and point in wide
                else " wide"
                if point in wide
                else " narrow",
                percent(axes.x(point)),
                anchor_of(axes, point),
                point.label,
            )
            for point in axes.points
            if point in narrow or point in wide
        ),
    )


def _numbers(figure):
    rows = format_html_join(
        "",
        '<tr><th scope="row">{}{}</th><td class="number">{}</td></tr>',
        (
            (
                point.label,
                forecast_label(point),
                figure.text(point),
            )
            for point in figure.points
        ),
    )
    return format_html(
        '<details class="numbers"><summary>{}</summary>'
        '<table aria-labelledby="{}"><tbody>{}</tbody></table></details>',
        _("Show the numbers"),
        figure.name_id,
        rows,
    )
