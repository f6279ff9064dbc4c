"""Put words and rectangles on a card, as SVG, in its colours and its font."""

import re
import unicodedata
from functools import cache
from html import escape
from pathlib import Path

from PIL import ImageFont

WIDTH, HEIGHT, MARGIN = 1200, 630, 64
FONTS = Path(__file__).parent / "fonts"
FILES = {400: FONTS / "Inter-Regular.otf", 700: FONTS / "Inter-Bold.otf"}
# What the font files hold. Text with other letters gets the site's general card.
COVERED = re.compile(
    "[ -~\u00a0-\u0148\u014a-\u024f\u0370-\u0377\u0386-\u03e1\u0400-\u045f"
    "\u1e00-\u1eff\u2010-\u2027\u202f-\u203a\u20a0-\u20bf\u2122\u2212]*"
)
# Signs that stand beside words and are left out where the font lacks them: a bee, a
# star. An arrow (Sm) or a digit in a circle (No) says more.
SIGNS = {"So", "Sk", "Me"}
JOINERS = re.compile("[\u200d\ufe00-\ufe0f\U000e0020-\U000e007f]")  # of emoji
SPACES = re.compile(" {2,}")
INK, MUTED, PAPER = "#1b1f24", "#57606a", "#fff"


def drawn(text):
    """Return a text as cards have it: without signs that the font lacks."""
    if COVERED.fullmatch(text):
        return text
    text = JOINERS.sub("", unicodedata.normalize("NFC", text))
    found = (
        char
        for char in text
        if COVERED.fullmatch(char) or unicodedata.category(char) not in SIGNS
    )
    return SPACES.sub(" ", "".join(found)).strip(" ")


def is_covered(*texts):
    """Return whether the font has all letters of some texts."""
    for text in texts:
        shown = drawn(text)
        if not COVERED.fullmatch(shown) or (text.strip() and not shown):
            return False
    return True


def if_covered(text):
    """Return a text, or nothing where the font lacks a letter of it."""
    return text if is_covered(text) else ""


@cache
def _font(size, weight):
    return ImageFont.truetype(str(FILES[weight]), size)


def font_width(text, size, weight=400):
    """Return how wide the text is in pixels."""
    return _font(size, weight).getlength(text)


def fit(text, size, room, weight=400):
    """The text, cut with an ellipsis where it is wider than `room` pixels."""
    if font_width(text, size, weight) <= room:
        return text
    while text and font_width(text + "…", size, weight) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def lines_of(text, size, weight, room):
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font_width(longer, size, weight) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def card_of(label, *parts):
    """Return a card as SVG, with what stands on it; `label` says what it shows."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Inter, sans-serif" role="img" '
        f'aria-label="{escape(label)}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f"{''.join(parts)}</svg>"
    )


def text_element(x, y, text, size=28, weight=400, fill=INK, anchor="start"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" font-weight="{weight}" '
        f'fill="{fill}" text-anchor="{anchor}">{escape(drawn(text))}</text>'
    )


def rect(x, y, width, height, fill, more=""):
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" '
        f'height="{height:.1f}" fill="{fill}"{more}/>'
    )
