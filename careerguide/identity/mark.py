"""Draw the site's mark: our pages or three letters, on a square of the accent."""

import unicodedata
from html import escape

GRID = 24
PAGES = (
    "M3 11.5l3 1v6l-3-1zM7.5 9.5l3 1V20l-3-1zM13.5 8l3-1v12l-3 1zM18 5l3-1v13.5l-3 1z"
)
SIZES = {1: 17, 2: 12.5, 3: 9}  # of letters, on the grid
DARK_INK = "#0d1b26"
LONGEST = 3  # letters


def is_mark(text):
    """Return whether these are letters and digits, with what combines with them."""
    return all(unicodedata.category(one)[0] in "LMN" for one in text)


def letters(mark, fill, css=""):
    """Return an SVG element of the letters, in the middle of the grid."""
    size = SIZES[min(len(mark), 3)]
    return (
        f'<text{css} x="12" y="{12 + size * 0.36:.1f}" font-size="{size}" '
        f'font-family="Inter, sans-serif" font-weight="700" text-anchor="middle" '
        f'fill="{fill}">{escape(mark)}</text>'
    )


def pages(fill, css=""):
    return f'<path{css} fill="{fill}" d="{PAGES}"/>'


def mark_svg(mark, palette):
    """Return the icon of a browser's tab, which follows its light or dark theme."""
    css = ' class="pages"'
    drawn = letters(mark, "#fff", css) if mark else pages("#fff", css)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n'
        "<style>@media (prefers-color-scheme: dark) "
        f"{{ .ground {{ fill: {palette.accent_dark} }} "
        f".pages {{ fill: {DARK_INK} }} }}</style>\n"
        f'<path class="ground" fill="{palette.accent}" d="M0 0h24v24H0z"/>\n'
        f"{drawn}\n</svg>\n"
    )


def icon_svg(mark, palette, scale):
    """Return the mark in its light colours, opaque, its drawing as large as `scale`."""
    drawn = letters(mark, "#fff") if mark else pages("#fff")
    edge = GRID * (1 - scale) / 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">'
        f'<path fill="{palette.accent}" d="M0 0h24v24H0z"/>'
        f'<g transform="translate({edge:.2f} {edge:.2f}) scale({scale})">{drawn}</g>'
        "</svg>"
    )
