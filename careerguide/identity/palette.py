"""Derive all colours of the site from its accent, and write them as style sheets."""

from dataclasses import dataclass
from functools import lru_cache

from .colours import for_dark, ink_on, tinted
from .values import ACCENT, ACCENT_DARK

# The first parts of a chart, as `statistics/_charts.css` has them; the rest are grey.
PARTS = ("#0b5a8a", "#5b9bc4", "#a9cfe6")
PARTS_DARK = ("#5aa9da", "#2f6d94", "#1f4660")
PALE = "#c6dae5"  # what a card has of a forecast
TINT = "#e3eef5"  # what stands behind the words of a card
# Of the admin: (light, dark), as `_admin_colours.css` has them.
HOVER = ("#0f4c71", "#9ccfee")
SELECTED = ("#e3eef5", "#223240")
ROW = ("#eef6fb", "#1e2a35")
BUTTON_HOVER_DARK = "#2677a7"


@dataclass(frozen=True)
class Palette:
    accent: str = ACCENT
    accent_dark: str = ACCENT_DARK
    parts: tuple = PARTS
    parts_dark: tuple = PARTS_DARK
    pale: str = PALE
    tint: str = TINT


DEFAULT = Palette()


def palette_of(identity):
    return _palette(identity.accent, identity.accent_dark)


@lru_cache(maxsize=20)
def _palette(accent, accent_dark):
    if accent == ACCENT:
        dark = accent_dark or ACCENT_DARK
        return Palette(accent_dark=dark)
    dark = accent_dark or for_dark(accent)
    return Palette(
        accent,
        dark,
        tuple(tinted(accent, part, ACCENT) for part in PARTS),
        tuple(tinted(accent, part, ACCENT) for part in PARTS_DARK),
        tinted(accent, PALE, ACCENT),
        tinted(accent, TINT, ACCENT),
    )


def page_sheet(palette):
    """Return the style sheet of public pages and previews: over their own tokens."""
    both = {"accent": (palette.accent, palette.accent_dark)}
    pairs = zip(palette.parts, palette.parts_dark, strict=True)
    for number, (light, dark) in enumerate(pairs, 1):
        both[f"part-{number}"] = light, dark
        both[f"on-{number}"] = ink_on(light), ink_on(dark)
    lines = [
        f"  --{name}: light-dark({light}, {dark});\n"
        for name, (light, dark) in both.items()
    ]
    return f":root {{\n{''.join(lines)}}}\n"


def admin_sheet(palette):
    """Return the style sheet of the admin, which Django has in three blocks."""
    light = _block(palette, palette.accent, 0)
    light |= {"secondary": palette.accent, "button-hover-bg": light["link-hover-color"]}
    dark = _block(palette, palette.accent_dark, 1)
    dark["button-hover-bg"] = tinted(palette.accent, BUTTON_HOVER_DARK, ACCENT)
    light, dark = _written(light), _written(dark)
    return (
        f'html[data-theme="light"],\n:root {{\n{light}}}\n\n'
        f"@media (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n\n"
        f'html[data-theme="dark"] {{\n{dark}}}\n'
    )


def _block(palette, link, theme):
    hover = tinted(palette.accent, HOVER[theme], ACCENT)
    return {
        **dict.fromkeys(
            ("primary", "header-link-color", "breadcrumbs-link-fg", "link-fg"), link
        ),
        **dict.fromkeys(("link-hover-color", "link-selected-fg"), hover),
        "selected-bg": tinted(palette.accent, SELECTED[theme], ACCENT),
        "selected-row": tinted(palette.accent, ROW[theme], ACCENT),
        "button-bg": palette.accent,
        "default-button-bg": palette.accent,
    }


def _written(block):
    block["default-button-hover-bg"] = block["button-hover-bg"]
    return "".join(f"  --{name}: {value};\n" for name, value in block.items())
