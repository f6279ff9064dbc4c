"""Find colours that people can read, by WCAG's contrast and OKLCH's even steps."""

import math
import re

HEX = re.compile(r"#[0-9a-f]{6}")
LEAST = 4.5  # to 1, WCAG 2.2 AA of text
# What text of the accent's colour stands on, and what stands on the accent.
GROUNDS = {
    "light": ("#ffffff", "#f4efe6"),
    "dark": ("#14181d", "#1d232a", "#0d1b26"),
}
INKS = ("#ffffff", "#0d1b26")
DARK_LIGHTNESS = 0.74  # of an accent on a dark ground


def contrast(one, other):
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def least_contrast(colour, theme):
    """Return the contrast to that ground of a theme on which it is least."""
    return min(contrast(colour, ground) for ground in GROUNDS[theme])


def is_readable(colour, theme):
    return least_contrast(colour, theme) >= LEAST


def nearest_readable(colour, theme):
    """Return the colour of the same hue, as little lighter or darker as is needed."""
    lightness, chroma, hue = oklch(colour)
    for step in range(1001):
        for sign in (-1, 1) if theme == "light" else (1, -1):
            other = from_oklch(lightness + sign * step / 1000, chroma, hue)
            if is_readable(other if step else colour, theme):
                return other if step else colour
    return GROUNDS["dark" if theme == "light" else "light"][0]


def for_dark(colour):
    """Return what a colour of the light theme is in the dark one."""
    lightness, chroma, hue = oklch(colour)
    lighter = from_oklch(max(lightness, DARK_LIGHTNESS), chroma, hue)
    return nearest_readable(lighter, "dark")


def ink_on(colour):
    """Return white or our darkest, whichever is read better on a colour."""
    return max(INKS, key=lambda ink: contrast(ink, colour))


def tinted(colour, like, of):
    """Return `like`, a tone of the colour `of`, as the same tone of `colour`.

    As light as `like`, in the hue of `colour`, and as strong beside it.
    """
    lightness, chroma, _hue = oklch(like)
    _, given, hue = oklch(colour)
    _, usual, _hue = oklch(of)
    return _legible(lightness, min(chroma * given / usual, 0.2), hue)


def _legible(lightness, chroma, hue):
    """A tone on which one of the inks is read."""
    for step in range(300):
        for sign in (1, -1):
            found = from_oklch(lightness + sign * step / 1000, chroma, hue)
            if contrast(ink_on(found), found) >= LEAST:
                return found
    return found


def _channels(colour):
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _linear(colour):
    return [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in _channels(colour)
    ]


def _luminance(colour):
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def oklch(colour):
    """Return lightness from 0 to 1, chroma and the hue's angle (Ottosson's OKLab)."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    mid = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * mid - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * mid + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * mid - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness, chroma, hue):
    """Return the colour as #rrggbb; what screens cannot show is less strong."""
    lightness = min(max(lightness, 0), 1)
    for _ in range(40):
        channels = _from_lab(lightness, chroma * math.cos(hue), chroma * math.sin(hue))
        if all(-1e-4 <= value <= 1 + 1e-4 for value in channels):
            break
        chroma *= 0.9
    return "#" + "".join(f"{_byte(value):02x}" for value in channels)


def _from_lab(lightness, a, b):
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    mid = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * mid + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * mid - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * mid + 1.7076147010 * short,
    )


def _byte(value):
    value = min(max(value, 0), 1)
    shown = value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
    return round(shown * 255)
