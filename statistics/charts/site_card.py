"""Draw the card of the site itself, for what no chart card can show."""

from html import escape

from careerguide.identity.mark import letters
from careerguide.identity.palette import DEFAULT

from .card_canvas import (
    HEIGHT,
    INK,
    PAPER,
    WIDTH,
    card_of,
    drawn,
    font_width,
    if_covered,
)

SIZE = 84
GAP = 36
LOGO_SIZE = 132
BARS = "M6 18V9h2.6v9zM10.7 18v-5h2.6v5zM15.4 18V6H18v12z"  # of 24
DRAWN = f'<path fill="{PAPER}" d="{BARS}"/>'


def general_card_svg(site_name, mark="", colours=DEFAULT):
    """Return the mark, ours or these letters, and the name.

    The mark alone where the font lacks a character of it.
    """
    name = drawn(if_covered(site_name))
    size = SIZE
    while font_width(name, size, 700) > WIDTH - 160 - LOGO_SIZE - GAP and size > 24:
        size -= 4
    width = font_width(name, size, 700)
    left = (WIDTH - LOGO_SIZE - (GAP + width if name else 0)) / 2
    top = (HEIGHT - LOGO_SIZE) / 2
    return card_of(
        name,
        f'<g transform="translate({left:.1f} {top:.1f}) scale({LOGO_SIZE / 20:.2f}) '
        f'translate(-2 -2)"><path fill="{colours.accent}" d="M2 2h20v20H2z"/>'
        f"{letters(mark, PAPER) if mark else DRAWN}</g>",
        f'<text x="{left + LOGO_SIZE + GAP:.1f}" y="{HEIGHT / 2 + size * 0.36:.1f}" '
        f'font-size="{size}" font-weight="700" fill="{INK}">{escape(name)}</text>',
    )
