"""Link to the files of a guide, with what a reader gets for following each."""

import re
import zlib
from functools import cache
from math import log10

from django.urls import reverse

from careerguide.languages.writing import kilobytes_text
from careerguide.library import storage

from .cover import cover
from .epub import SHEET
from .guide import Guide
from .pictures import jpeg_bytes, rendition
from .single_file import styles

FORMATS = {"career_epub": "EPUB", "career_file": "HTML"}
PICTURE = re.compile(r'<img src="([^"]+)"')
FRAME = 8_000  # bytes: what a file holds beside the guide
QUICK = 3  # a level of zlib that takes half of the time of the usual one


def file_links(career, parts=None, part_html=()):
    """Return for each file its `label`, `url` and, where it is told, about its `size`.

    That is worked out from the `parts` of the whole guide and their HTML, in hand on
    its page: to make both files only to weigh them would take longer than the page.
    """
    sizes = {} if parts is None else about_sizes(Guide(career, parts), part_html)
    return [
        {
            "label": label,
            "url": reverse(route, args=[career.slug]),
            "size": sizes.get(route) and kilobytes_text(sizes[route]),
        }
        for route, label in FORMATS.items()
    ]


def about_sizes(guide, part_html):
    """Return kilobytes by route, in two digits that tell something."""
    text = "".join(part_html)
    shown = [guide.career.picture.url] if guide.career.picture else []
    shown += PICTURE.findall(text)
    names = [name for name in map(rendition, shown) if name]
    content = text.encode()
    _type, _suffix, drawn = cover(guide)
    book = len(zlib.compress(content, QUICK)) + _packed_sheet() + len(drawn)
    book += sum(len(jpeg_bytes(name) or b"") for name in {*names})
    page = len(content) + len(styles()) + sum(map(_encoded, names))
    sizes = {"career_epub": book + FRAME, "career_file": page + FRAME}
    return {route: _rounded(size / 1_000) for route, size in sizes.items()}


@cache
def _packed_sheet():
    return len(zlib.compress(SHEET))


def _encoded(name):
    """How many characters a stored picture takes within a file."""
    try:
        return storage.path(name).stat().st_size * 4 // 3
    except OSError:
        return 0


def _rounded(number):
    return int(round(number, 1 - int(log10(number))))
