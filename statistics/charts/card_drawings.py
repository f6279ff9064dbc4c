"""Draw each form of chart on a card, below its title."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.identity.colours import INKS, ink_on
from careerguide.languages.writing import digits_text

from .card_canvas import (
    MARGIN,
    MUTED,
    PAPER,
    WIDTH,
    fit,
    font_width,
    rect,
    text_element,
)
from .figure import Form
from .line import Axes, anchor_of, end_labels, runs
from .parts import colours_of, shares
from .scale import Track

WHITE, INK_ON_PALE = INKS
RULE, WARM = "#d5dae0", "#b4451f"
# After the palette's own parts.
SEQUENCE = ("#c3c9cf", "#4b5560")
DIVERGING = ("#c3c9cf", "#e2a07a", "#b4451f")
MOST_ROWS = 8


def and_more(left_out):
    """Return a line that says how many rows a card has no room for."""
    return ngettext("and %d more", "and %d more", left_out) % left_out


def _shown(figure):
    """The rows a card has room for, and how many it leaves out."""
    if len(figure.points) <= MOST_ROWS:
        return figure.points, 0
    kept = MOST_ROWS - 1
    return figure.points[:kept], len(figure.points) - kept


def _bars(figure, top, colours):
    points, left_out = _shown(figure)
    texts, forecast = [figure.text(point) for point in points], _("forecast")
    labels = [p.label + (f" ({forecast})" if p.forecast else "") for p in points]
    label_room = min(440, max(font_width(label, 28) for label in labels))
    value_room = max(font_width(text, 28, 700) for text in texts) + 16
    left = MARGIN + label_room + 20
    room = WIDTH - MARGIN - value_room - left
    track = Track.of([p.value for p in points if p.value is not None] or [1])
    step = min(72, (548 - top) / (len(points) + bool(left_out)))
    parts = []
    for number, (point, label, text) in enumerate(
        zip(points, labels, texts, strict=True)
    ):
        y = top + number * step
        base = y + step * 0.34 + 10
        parts.append(
            text_element(left - 20, base, fit(label, 28, label_room), anchor="end")
        )
        if point.value is None:
            parts.append(text_element(left, base, text, fill=MUTED))
            continue
        start, end = sorted((track.zero, track.place(point.value)))
        x, width = left + start / 100 * room, (end - start) / 100 * room
        parts.append(_bar(x, y, max(width, 2), step * 0.68, point, colours))
        parts.append(text_element(x + max(width, 2) + 14, base, text, weight=700))
    if track.low < 0:
        x = left + track.zero / 100 * room
        height = step * len(points)
        parts.append(rect(x - 1, top - 4, 2, height, MUTED))
    if left_out:
        parts.append(
            text_element(
                left,
                top + len(points) * step + 26,
                and_more(left_out),
                24,
                fill=MUTED,
            )
        )
    return parts


def _bar(x, y, width, height, point, colours):
    if point.forecast:
        dashes = f' stroke="{colours.accent}" stroke-width="3" stroke-dasharray="10 6"'
        return rect(x, y, width, height, colours.pale, dashes)
    colour = WARM if point.value < 0 else colours.accent
    if point.is_inexact:
        edge = f' stroke="{colour}" stroke-width="3"'
        return rect(x, y, width, height, colours.pale, edge)
    return rect(x, y, width, height, colour)


def _parts(figure, top, colours):
    room = WIDTH - 2 * MARGIN
    if figure.diverging:
        palette = (*colours.parts[:2], *DIVERGING)
    else:
        palette = (*colours.parts, *SEQUENCE)
    parts = []
    step = min(56, (540 - top - 120) / len(figure.points))
    rows = zip(figure.points, colours_of(figure), shares(figure), strict=True)
    for number, (point, colour, (start, width)) in enumerate(rows):
        fill = palette[colour - 1]
        x, length = MARGIN + start / 100 * room, width / 100 * room
        parts.append(
            rect(x, top, length, 88, fill, f' stroke="{PAPER}" stroke-width="2"')
        )
        text = figure.text(point)
        if font_width(text, 30, 700) + 20 < length:
            ink = PAPER if ink_on(fill) == WHITE else INK_ON_PALE
            parts.append(
                text_element(x + length / 2, top + 55, text, 30, 700, ink, "middle")
            )
        y = top + 120 + number * step
        parts.append(rect(MARGIN, y, 26, 26, fill))
        parts.append(text_element(MARGIN + 44, y + 23, fit(point.label, 28, 560)))
        parts.append(text_element(MARGIN + 760, y + 23, text, weight=700, anchor="end"))
    return parts


def _line(figure, top, colours):
    axes = Axes(figure)
    known = [point for point in figure.points if point.value is not None]
    labels = axes.tick_texts(figure)
    left = MARGIN + max(font_width(label, 24) for label in labels) + 16
    room, height, top = WIDTH - MARGIN - left - 20, 500 - top - 30, top + 30

    def place(point):
        return left + axes.x(point) / 100 * room, top + axes.y(
            point.value
        ) / 100 * height

    parts = []
    for tick, label in zip(axes.ticks, labels, strict=True):
        y = top + axes.y(tick) / 100 * height
        parts.append(rect(left, y - 1, room, 2, MUTED if tick == 0 else RULE))
        parts.append(
            text_element(left - 14, y + 8, label, 24, fill=MUTED, anchor="end")
        )
    for run in runs(figure.points):
        points = " ".join(
            f"{x:.1f},{y:.1f}" for x, y in map(place, run if run[1:] else run * 2)
        )
        dashes = ' stroke-dasharray="4 12"' if run[-1].forecast else ""
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colours.accent}" '
            f'stroke-width="6" stroke-linejoin="round" stroke-linecap="round"{dashes}/>'
        )
    for point, down, anchor in end_labels(axes, known):
        x, y = place(point)
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="{colours.accent}"/>'
        )
        text = figure.text(point)
        parts.append(
            text_element(x, y + down * 1.9, text, 30, 700, colours.accent, anchor)
        )
    for point in (axes.points[0], axes.points[-1]):
        x = left + axes.x(point) / 100 * room
        base, anchor = top + height + 38, anchor_of(axes, point)
        label = fit(point.label, 24, room / 2)
        parts.append(text_element(x, base, label, 24, fill=MUTED, anchor=anchor))
    return parts


def _list(figure, top, colours):
    points, left_out = _shown(figure)
    step = min(72, (548 - top) / (len(points) + bool(left_out)))
    parts = []
    for number, point in enumerate(points, 1):
        y = top + number * step - step * 0.3
        parts.append(
            text_element(MARGIN, y, digits_text(str(number)), 40, 700, colours.accent)
        )
        parts.append(text_element(MARGIN + 64, y, fit(point.label, 34, 980), 34))
    if left_out:
        parts.append(
            text_element(
                MARGIN + 64,
                top + (len(points) + 0.6) * step,
                and_more(left_out),
                24,
                fill=MUTED,
            )
        )
    return parts


_DRAW = {Form.BARS: _bars, Form.PARTS: _parts, Form.LINE: _line, Form.LIST: _list}


def draw(figure, form, top, colours):
    """Return the SVG elements of a form, from `top` down, in a Palette's colours."""
    return _DRAW[form](figure, top, colours) if form in _DRAW else []
