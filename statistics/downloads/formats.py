"""The forms of a table: how each is made, and what a browser is told of it."""

from collections.abc import Callable
from dataclasses import dataclass

from .as_csv import csv_bytes
from .as_json import json_bytes
from .as_xlsx import xlsx_bytes
from .kept import kept
from .pictures import png_bytes, svg_bytes

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
    "xlsx": Format("Excel", SPREADSHEET, kept(xlsx_bytes), "attachment"),
    "svg": Format("SVG", "image/svg+xml", svg_bytes, picture=True),
    "png": Format("PNG", "image/png", kept(png_bytes), picture=True),
}
