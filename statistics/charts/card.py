"""Draw a chart as one picture of 1200 x 630: for previews of links, and to take away.

Fixed colours and a font of our own, so that it looks the same everywhere.
"""

import re
from functools import cache
from html import escape
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from PIL import ImageFont

from careerguide.languages.writing import digits_text

from .figure import ChartError, Form, in_this_language
from .line import Axes, anchor_of, end_labels, runs
from .parts import colours_of, shares
from .scale import Track

WIDTH, HEIGHT, MARGIN = 1200, 630, 64
FONTS = Path(__file__).parent / "fonts"
FILES = {400: FONTS / "Inter-Regular.otf", 700: FONTS / "Inter-Bold.otf"}
# What the font files hold. Text with anything else gets the site's general card.
COVERED = re.compile(
    "[ -~\u00a0-\u0148\u014a-\u024f\u0370-\u0377\u0386-\u03e1\u0400-\u045f"
    "\u1e00-\u1eff\u2010-\u2027\u202f-\u203a\u20a0-\u20bf\u2122\u2212]*"
)
INK, MUTED, RULE, PAPER = "#1b1f24", "#57606a", "#d5dae0", "#fff"
ACCENT, WARM, PALE = "#1d6996", "#b4451f", "#c6dae5"
SEQUENCE = ("#0b5a8a", "#5b9bc4", "#a9cfe6", "#c3c9cf", "#4b5560")
DIVERGING = ("#0b5a8a", "#5b9bc4", "#c3c9cf", "#e2a07a", "#b4451f")
DARK = {"#0b5a8a", "#4b5560", "#b4451f"}  # segments with white text
MOST_ROWS = 8
WIDEST_NUMBER = 420
TITLE_SIZES = (48, 44, 40, 36, 32)  # the largest that puts the title on two lines


def check_card(figure, site_name):
    """Raise `ChartError` where the font lacks a character, or a number is too long."""
    figure = in_this_language(figure)
    texts = [figure.title, figure.unit, _source(figure), site_name, _more(1)]
    texts += [point.label for point in figure.points]
    texts += [figure.text(point) for point in figure.points]
    if not all(COVERED.fullmatch(text) for text in texts):
        raise ChartError(_("the card's font lacks a character of it"))
    numbers = [figure.text(p) for p in figure.points if p.value is not None]
    if any(font_width(text, 28, 700) > WIDEST_NUMBER for text in numbers):
        raise ChartError(_("a number is too long for the card"))


def card_svg(figure, form, site_name):
    """Return the card as SVG. Raises `ChartError` where it cannot hold the figure."""
    figure = in_this_language(figure)
    check_card(figure, site_name)
    head, top = _head(figure)
    drawing = _DRAW[form](figure, top) if form in _DRAW else []
    foot = [
        _text(MARGIN, 598, _fit(_source(figure), 22, 860), size=22, fill=MUTED),
        _text(
            WIDTH - MARGIN,
            598,
            site_name,
            size=22,
            weight=700,
            fill=ACCENT,
            anchor="end",
        ),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Inter, sans-serif" role="img" '
        f'aria-label="{escape(figure.title)}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f"{''.join([*head, *drawing, *foot])}</svg>"
    )


def card_png(svg):
    """Return the SVG as PNG bytes, with our fonts and no others."""
    import resvg_py  # takes 10 MB that only the process which draws cards needs

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=[str(path) for path in FILES.values()],
            font_family="Inter",
        )
    )


def _source(figure):
    if not figure.source:
        return _("Source: none is known")
    return _("Source: %s") % figure.source


def _more(left_out):
    return ngettext("and %d more", "and %d more", left_out) % left_out


# --- Text -----------------------------------------------------------------------------


@cache
def _font(size, weight):
    return ImageFont.truetype(str(FILES[weight]), size)


def font_width(text, size, weight=400):
    """Return how wide the text is in pixels."""
    return _font(size, weight).getlength(text)


def _fit(text, size, room, weight=400):
    """The text, cut with an ellipsis where it is wider than `room` pixels."""
    if font_width(text, size, weight) <= room:
        return text
    while text and font_width(text + "…", size, weight) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _lines(text, size, weight, room):
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font_width(longer, size, weight) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _text(x, y, text, size=28, weight=400, fill=INK, anchor="start"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{fill}" text-anchor="{anchor}">{escape(text)}</text>'
    )


def _rect(x, y, width, height, fill, more=""):
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" '
        f'height="{height:.1f}" fill="{fill}"{more}/>'
    )


def _head(figure):
    room = WIDTH - 2 * MARGIN
    size = next(
        (s for s in TITLE_SIZES if len(_lines(figure.title, s, 700, room)) <= 2),
        TITLE_SIZES[-1],
    )
    parts, y = [], 100
    lines = _lines(figure.title, size, 700, room)
    if len(lines) > 2:
        lines = [lines[0], " ".join(lines[1:])]  # which is then cut
    for line in lines:
        parts.append(_text(MARGIN, y, _fit(line, size, room, 700), size, 700))
        y += size * 1.2
    if figure.unit:
        parts.append(
            _text(MARGIN, y - 6, _fit(figure.unit, 26, room), size=26, fill=MUTED)
        )
        y += 34
    return parts, y


# --- Drawings -------------------------------------------------------------------------


def _shown(figure):
    """The rows a card has room for, and how many it leaves out."""
    if len(figure.points) <= MOST_ROWS:
        return figure.points, 0
    kept = MOST_ROWS - 1
    return figure.points[:kept], len(figure.points) - kept


def _bars(figure, top):
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
        parts.append(_text(left - 20, base, _fit(label, 28, label_room), anchor="end"))
        if point.value is None:
            parts.append(_text(left, base, text, fill=MUTED))
            continue
        start, end = sorted((track.zero, track.place(point.value)))
        x, width = left + start / 100 * room, (end - start) / 100 * room
        parts.append(_bar(x, y, max(width, 2), step * 0.68, point))
        parts.append(_text(x + max(width, 2) + 14, base, text, weight=700))
    if track.low < 0:
        x = left + track.zero / 100 * room
        height = step * len(points)
        parts.append(_rect(x - 1, top - 4, 2, height, MUTED))
    if left_out:
        parts.append(
            _text(
                left,
                top + len(points) * step + 26,
                _more(left_out),
                24,
                fill=MUTED,
            )
        )
    return parts


def _bar(x, y, width, height, point):
    if point.forecast:
        dashes = f' stroke="{ACCENT}" stroke-width="3" stroke-dasharray="10 6"'
        return _rect(x, y, width, height, PALE, dashes)
    return _rect(x, y, width, height, WARM if point.value < 0 else ACCENT)


def _parts(figure, top):
    room = WIDTH - 2 * MARGIN
    palette = DIVERGING if figure.diverging else SEQUENCE
    parts = []
    step = min(56, (540 - top - 120) / len(figure.points))
    rows = zip(figure.points, colours_of(figure), shares(figure), strict=True)
    for number, (point, colour, (start, width)) in enumerate(rows):
        fill = palette[colour - 1]
        x, length = MARGIN + start / 100 * room, width / 100 * room
        parts.append(
            _rect(x, top, length, 88, fill, f' stroke="{PAPER}" stroke-width="2"')
        )
        text = figure.text(point)
        if font_width(text, 30, 700) + 20 < length:
            ink = PAPER if fill in DARK else "#0d1b26"
            parts.append(_text(x + length / 2, top + 55, text, 30, 700, ink, "middle"))
        y = top + 120 + number * step
        parts.append(_rect(MARGIN, y, 26, 26, fill))
        parts.append(_text(MARGIN + 44, y + 23, _fit(point.label, 28, 560)))
        parts.append(_text(MARGIN + 760, y + 23, text, weight=700, anchor="end"))
    return parts


def _line(figure, top):
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
        parts.append(_rect(left, y - 1, room, 2, MUTED if tick == 0 else RULE))
        parts.append(_text(left - 14, y + 8, label, 24, fill=MUTED, anchor="end"))
    for run in runs(figure.points):
        points = " ".join(
            f"{x:.1f},{y:.1f}" for x, y in map(place, run if run[1:] else run * 2)
        )
        dashes = ' stroke-dasharray="4 12"' if run[-1].forecast else ""
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{ACCENT}" '
            f'stroke-width="6" stroke-linejoin="round" stroke-linecap="round"{dashes}/>'
        )
    for point, down, anchor in end_labels(axes, known):
        x, y = place(point)
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="9" fill="{ACCENT}"/>')
        text = figure.text(point)
        parts.append(_text(x, y + down * 1.9, text, 30, 700, ACCENT, anchor))
    for point in (axes.points[0], axes.points[-1]):
        x = left + axes.x(point) / 100 * room
        base, anchor = top + height + 38, anchor_of(axes, point)
        label = _fit(point.label, 24, room / 2)
        parts.append(_text(x, base, label, 24, fill=MUTED, anchor=anchor))
    return parts


def _list(figure, top):
    points, left_out = _shown(figure)
    step = min(72, (548 - top) / (len(points) + bool(left_out)))
    parts = []
    for number, point in enumerate(points, 1):
        y = top + number * step - step * 0.3
        parts.append(_text(MARGIN, y, digits_text(str(number)), 40, 700, ACCENT))
        parts.append(_text(MARGIN + 64, y, _fit(point.label, 34, 980), 34))
    if left_out:
        parts.append(
            _text(
                MARGIN + 64,
                top + (len(points) + 0.6) * step,
                _more(left_out),
                24,
                fill=MUTED,
            )
        )
    return parts


_DRAW = {Form.BARS: _bars, Form.PARTS: _parts, Form.LINE: _line, Form.LIST: _list}
