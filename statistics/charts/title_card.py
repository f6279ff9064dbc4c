"""Draw the card of a page that has no chart: its title, large, and whose it is."""

from careerguide.identity.mark import letters
from careerguide.identity.palette import DEFAULT

from .card_canvas import (
    HEIGHT,
    MARGIN,
    MUTED,
    PAPER,
    WIDTH,
    card_of,
    drawn,
    fit,
    if_covered,
    is_covered,
    lines_of,
    rect,
    text_element,
)
from .site_card import DRAWN, general_card_svg

SIZES = (84, 76, 68, 60, 54, 48)  # of the title: the largest that fits
MOST_LINES = 4
ROOM = WIDTH - 2 * MARGIN
RISING = (60, 105, 85, 145, 190, 235)  # the heights of the bars behind the words


def title_card_svg(title, kind, site_name, mark="", colours=DEFAULT):
    """Return the card: `kind` says above the title what it is of, in a few words.

    With the mark of the site, ours or these letters, in the colours of a Palette.

    The site's general card where the font lacks a letter of the title; of the others,
    which stand on many cards, only the one that it lacks a letter of is left out.
    """
    if not is_covered(title):
        return general_card_svg(site_name, mark, colours)
    size, lines = _sized(drawn(title))
    top = 300 - (len(lines) - 2) * size * 0.58
    words = [
        text_element(MARGIN, top + number * size * 1.16, line, size, 700)
        for number, line in enumerate(lines)
    ]
    above = text_element(
        MARGIN, top - size - 22, fit(if_covered(kind), 30, ROOM), 30, 400, fill=MUTED
    )
    foot = _foot(site_name, mark, colours.accent)
    return card_of(title, _bars(colours.tint), above, *words, foot)


def _sized(title):
    """The size of the title, and its lines; what is too long is cut."""
    for size in SIZES:
        lines = lines_of(title, size, 700, ROOM)
        if len(lines) <= (3 if size > 60 else MOST_LINES):
            break
    if len(lines) > MOST_LINES:
        rest = " ".join(lines[MOST_LINES - 1 :])
        lines = [*lines[: MOST_LINES - 1], rest]
    return size, [fit(line, size, ROOM, 700) for line in lines]


def _bars(tint):
    width, gap = 64, 20
    left = WIDTH - len(RISING) * (width + gap)
    return "".join(
        rect(left + number * (width + gap), HEIGHT - height, width, height, tint)
        for number, height in enumerate(RISING)
    )


def _foot(site_name, mark, accent):
    drawn = (
        f'<g transform="translate({MARGIN} 540) scale(2.2) translate(-2 -2)">'
        f'<path fill="{accent}" d="M2 2h20v20H2z"/>'
        f"{letters(mark, PAPER) if mark else DRAWN}</g>"
    )
    name = fit(if_covered(site_name), 30, ROOM / 2, 700)
    return drawn + text_element(MARGIN + 62, 573, name, 30, 700, fill=accent)
