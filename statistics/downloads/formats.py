"""List the formats of a table: how each is made, and its headers."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from careerguide.caching.memory import digest, memory_cache
from careerguide.identity.current import current

from .as_csv import csv_bytes
from .as_json import json_bytes
from .as_xlsx import xlsx_bytes
from .pictures import png_bytes, svg_bytes

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# One at a time: each takes a core, and many who ask at once get one.
_making = threading.Lock()


def cached(make):
    """Return a maker of files that take long, which are kept."""

    def from_memory(item):
        key = digest(make.__name__, current().key, item.chart_form, json_bytes(item))
        content = memory_cache.find(key)
        if content is None:
            with _making:
                content = memory_cache.get(key, lambda: make(item))
        return content

    return from_memory


@dataclass(frozen=True)
class Format:
    label: str
    content_type: str
    make: Callable  # from a StatTable to bytes
    disposition: str = "inline"
    picture: bool = False


FORMATS = {
    "csv": Format("CSV", "text/csv; charset=utf-8", csv_bytes, "attachment"),
    "json": Format("JSON", "application/json", json_bytes),
    "xlsx": Format("Excel", SPREADSHEET, cached(xlsx_bytes), "attachment"),
    "svg": Format("SVG", "image/svg+xml", svg_bytes, picture=True),
    "png": Format("PNG", "image/png", cached(png_bytes), picture=True),
}
