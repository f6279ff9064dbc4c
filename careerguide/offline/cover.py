"""Draw the cover of a book: the career's name, its picture, whose guide it is."""

import io
from html import escape

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont, ImageOps

from careerguide.caching.memory import digest, memory_cache
from careerguide.identity.current import current
from careerguide.identity.palette import palette_of
from statistics.charts.card_canvas import (
    FILES,
    INK,
    MUTED,
    drawn,
    fit,
    is_covered,
    lines_of,
    rect,
    text_element,
)

from .pictures import rendition, stored_bytes

WIDTH, HEIGHT, MARGIN = 1200, 1800, 96
ROOM = WIDTH - 2 * MARGIN
GROUND, PALE = "#f4efe6", "#cfcbc4"
TITLE_SIZES = (136, 120, 104, 88, 72)  # the largest that puts it on four lines
LINES = 4
PICTURE = (0, 900, WIDTH, 1620)  # its edges: left, top, right, bottom
# Without one: the bars of the site's mark, as shares of the height.
BARS = (0.75, 0.42, 1)
QUALITY = 85


def cover(guide):
    """Return the media type, the suffix and the bytes of the cover.

    A picture, as shelves show it; where our font lacks a letter, a drawing that leaves
    the letters to the fonts of the reader.
    """
    site = current()
    accent = palette_of(site).accent
    texts = (
        site.name,
        guide.career.name,
        _("The whole guide"),
        date_format(guide.day, "DATE_FORMAT"),
    )
    words = _words(*map(drawn, texts), accent)
    if not is_covered(*texts):
        return "image/svg+xml", "svg", _drawn(words, guide.career.name, accent).encode()
    picture = rendition(guide.career.picture.url) if guide.career.picture else None
    key = digest("cover", *texts, picture, accent)
    painted = memory_cache.get(key, lambda: _painted(words, picture, accent))
    return "image/jpeg", "jpg", painted


def _words(site, name, whole, day, accent):
    """What stands on it: x, y, text, size, weight and colour of each line."""
    size = next(
        (s for s in TITLE_SIZES if len(lines_of(name, s, 700, ROOM)) <= LINES),
        TITLE_SIZES[-1],
    )
    lines = [(170, site, 44, 700, accent)]
    for number, line in enumerate(lines_of(name, size, 700, ROOM)[:LINES]):
        lines.append((250 + size * (1 + 1.12 * number), line, size, 700, INK))
    foot = " · ".join(filter(None, [whole, day]))
    lines.append((1725, foot, 40, 400, MUTED))
    return [
        (MARGIN, y, fit(text, size, ROOM, weight), size, weight, colour)
        for y, text, size, weight, colour in lines
    ]


def _painted(words, picture, accent):
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 28), accent)
    if picture and (content := stored_bytes(picture)):
        left, top, right, bottom = PICTURE
        with Image.open(io.BytesIO(content)) as stored:
            shown = ImageOps.fit(stored.convert("RGBA"), (right - left, bottom - top))
        image.paste(shown, (left, top), shown)
    else:
        for x, y, width, height, colour in _bars(accent):
            pen.rectangle((x, y, x + width, y + height), colour)
    for x, y, text, size, weight, colour in words:
        font = ImageFont.truetype(str(FILES[weight]), size)
        pen.text((x, y), text, colour, font, anchor="ls")
    written = io.BytesIO()
    image.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


def _drawn(words, name, accent):
    parts = [rect(0, 0, WIDTH, HEIGHT, GROUND), rect(0, 0, WIDTH, 28, accent)]
    parts += [rect(*bar) for bar in _bars(accent)]
    for _x, y, text, size, weight, colour in words:
        # In the middle, whichever way the words run.
        parts.append(text_element(WIDTH / 2, y, text, size, weight, colour, "middle"))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" role="img" '
        f'aria-label="{escape(name)}">{"".join(parts)}</svg>'
    )


def _bars(accent):
    step, ground, highest = ROOM / len(BARS), 1560, 600
    for number, share in enumerate(BARS):
        height, colour = share * highest, accent if share == 1 else PALE
        yield MARGIN + number * step, ground - height, step * 0.72, height, colour
