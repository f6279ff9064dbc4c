"""Draw a chart as one picture of 1200 x 630: for previews of links, and to take away.

Fixed colours and a font of our own, so that it looks the same everywhere.
"""

from django.utils.translation import gettext as _

from careerguide.identity.palette import DEFAULT

from .card_canvas import (
    FILES,
    MARGIN,
    MUTED,
    WIDTH,
    card_of,
    fit,
    font_width,
    if_covered,
    is_covered,
    lines_of,
    text_element,
)
from .card_drawings import and_more, draw
from .figure import ChartError, in_this_language

WIDEST_NUMBER = 420
TITLE_SIZES = (48, 44, 40, 36, 32)  # the largest that puts the title on two lines


def check_card(figure):
    """Raise `ChartError` where the font lacks a character, or a number is too long."""
    figure = in_this_language(figure)
    texts = [figure.title, figure.unit, figure.source, _source(figure)]
    texts += [and_more(1)]
    texts += [point.label for point in figure.points]
    texts += [figure.text(point) for point in figure.points]
    if not is_covered(*texts):
        raise ChartError(_("the card's font lacks a character of it"))
    numbers = [figure.text(p) for p in figure.points if p.value is not None]
    if any(font_width(text, 28, 700) > WIDEST_NUMBER for text in numbers):
        raise ChartError(_("a number is too long for the card"))


def card_svg(figure, form, site_name, colours=DEFAULT):
    """Return the card as SVG, in the colours of a Palette.

    Raises `ChartError` where it cannot hold the figure. A name of the site that the
    font lacks a letter of is left out.
    """
    figure = in_this_language(figure)
    check_card(figure)
    head, top = _head(figure)
    drawing = draw(figure, form, top, colours)
    foot = [
        text_element(MARGIN, 598, fit(_source(figure), 22, 860), size=22, fill=MUTED),
        text_element(
            WIDTH - MARGIN,
            598,
            if_covered(site_name),
            size=22,
            weight=700,
            fill=colours.accent,
            anchor="end",
        ),
    ]
    return card_of(figure.title, *head, *drawing, *foot)


def card_png(svg, width=WIDTH):
    """Return the SVG as PNG bytes of a width, with our fonts and no others."""
    import resvg_py  # takes 10 MB that only the process which draws cards needs

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=width,
            skip_system_fonts=True,
            font_files=[str(path) for path in FILES.values()],
            font_family="Inter",
        )
    )


def _source(figure):
    if not figure.source:
        return _("Source: none is known")
    return _("Source: %s") % figure.source


def _head(figure):
    room = WIDTH - 2 * MARGIN
    size = next(
        (s for s in TITLE_SIZES if len(lines_of(figure.title, s, 700, room)) <= 2),
        TITLE_SIZES[-1],
    )
    parts, y = [], 100
    lines = lines_of(figure.title, size, 700, room)
    if len(lines) > 2:
        lines = [lines[0], " ".join(lines[1:])]  # which is then cut
    for line in lines:
        parts.append(text_element(MARGIN, y, fit(line, size, room, 700), size, 700))
        y += size * 1.2
    if figure.unit:
        parts.append(
            text_element(MARGIN, y - 6, fit(figure.unit, 26, room), size=26, fill=MUTED)
        )
        y += 34
    return parts, y
