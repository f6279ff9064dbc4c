"""Write what people read first: what is in the package, and what each column means."""

import csv
import io

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from careerguide.identity.current import current
from careerguide.languages.writing import number_text
from statistics.downloads import citations
from statistics.downloads.cells import inert
from statistics.downloads.dataset import address

from .describe import fields

# Of the dictionary, a file for programs: the same in every language.
NAMES = ("table", "column", "type", "unit", "currency", "scale", "description")


def dictionary(tables):
    """Return a CSV with a line for each column of each table."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(NAMES)
    for item in tables:
        for one in fields(item.table):
            one = one | {"table": item.slug, "column": one["name"]}
            writer.writerow([inert(one.get(name, "")) for name in NAMES])
    return out.getvalue().encode(errors="replace")


def readme(career, tables):
    """Return the text that says what the package is, in plain words."""
    about = _(
        "These are the tables of a guide to a career, with all that is known of where "
        "their numbers come from. Where no source is named, none is known."
    )
    parts = [
        f"{career}\n{'=' * len(str(career))}",
        about,
        f"{address(career)}",
        _licence(),
        _(
            "datapackage.json describes each file, its columns and its source, as a "
            "Data Package (frictionlessdata.io); dictionary.csv lists the columns. An "
            "empty cell is a number that nobody knows. Text that a spreadsheet would "
            "run as a formula begins with an apostrophe."
        ),
        *map(_table, tables),
    ]
    return ("\n\n".join(filter(None, parts)) + "\n").encode(errors="replace")


def _licence():
    named = " ".join(filter(None, (current().licence, current().licence_url)))
    return _("Licence of the content: %s.") % named if named else ""


def _table(item):
    rows, count = _("Rows"), number_text(len(item.table.rows))
    period, updated = _("Period of the data"), _("Content updated")
    lines = [
        item.title,
        f"data/{item.slug}.csv ({rows}: {count})",
        item.subtitle,
        str(item.source_text),
        item.provenance_text,
        f"{period}: {item.period}" if item.period else "",
        f"{updated}: {date_format(item.content_updated_on)}",
        citations.plain(item),
        item.plain("note") if item.note else "",
    ]
    return "\n".join(str(line) for line in lines if line)
