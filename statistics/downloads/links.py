"""Link to a table's formats, with what a reader gets for following each."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.http.paths import path_of
from careerguide.languages.writing import kilobytes_text, number_text

from ..charts.card_canvas import HEIGHT, WIDTH
from .as_csv import csv_bytes
from .as_json import json_bytes
from .dataset import absolute
from .formats import FORMATS
from .pictures import has_picture

# Making a file only to tell its size has to stay under a few milliseconds.
MOST_CELLS = 1_500
MEASURED = {"csv": csv_bytes, "json": json_bytes}


def download_links(item):
    """Return for each format its `name`, `label`, `url` and what it `holds`.

    The size is told where it is known without making a picture or a spreadsheet;
    pictures are offered only where they show the table's chart.
    """
    is_small = len(item.table.rows) * len(item.table.columns) <= MOST_CELLS
    measured = MEASURED.items() if is_small else ()
    sizes = {name: len(make(item)) for name, make in measured}
    return described_links(item, sizes, lambda name: form_path(item, name))


def described_links(item, sizes, path):
    """Return the links to forms of a table: `sizes` are bytes by name, where they are
    told, and `path` gives the address of each.
    """
    rows = len(item.table.rows)
    row_count = ngettext("%(n)s row", "%(n)s rows", rows) % {"n": number_text(rows)}
    links = []
    for name in form_names(item):
        holds = row_count
        if FORMATS[name].picture:
            holds = _("%(width)s × %(height)s pixels") % {
                "width": WIDTH,
                "height": HEIGHT,
            }
        elif name in sizes:
            holds = f"{row_count}, {size_text(sizes[name])}"
        links.append(
            {
                "name": name,
                "label": FORMATS[name].label,
                "url": path(name),
                "holds": holds,
            }
        )
    return links


def form_names(item):
    pictures = has_picture(item)
    return [name for name, form in FORMATS.items() if pictures or not form.picture]


def form_path(item, name):
    return path_of(f"statistics:{name}", item.slug)


def form_addresses(item):
    """Return the whole address of each form by name, the page to embed among them."""
    return {name: form_address(item, name) for name in [*form_names(item), "embed"]}


def form_address(item, name):
    return absolute(form_path(item, name))


def size_text(size):
    """Return bytes as people say them: 312 bytes, 1.2 kB."""
    if size < 1_000:
        return _("%s bytes") % number_text(size)
    return kilobytes_text(f"{size / 1_000:.1f}")
