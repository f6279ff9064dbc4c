"""Describe tables as a Data Package does: resources, their columns, their sources."""

import hashlib
import re

from django.utils import timezone
from django.utils.translation import gettext as _

from careerguide.http.uris import strict_uri
from careerguide.identity.current import current
from careerguide.publishing.public.dates import told_at
from statistics.downloads.as_csv import csv_bytes, headings
from statistics.downloads.cells import has_row_flags, noted_columns
from statistics.downloads.dataset import absolute, address, dataset

TYPES = {
    "text": "string",
    "integer": "integer",
    "year": "integer",
    "rank": "integer",
    "decimal": "number",
    "percent": "number",
    "money": "number",
}
# What a table's own JSON says of it, and a package has no word of its own for.
OWN = ("edition", "topic", "period", "place", "provenance", "quick_fact")
OWN += ("content_updated_on", "next_update", "citation", "note")
NO_NAME = re.compile(r"[^-a-zA-Z0-9._]+")


def described(career, files):
    """Return the descriptor; `files` are (path, table, bytes) of its resources."""
    tables = [item for _path, item, _content in files]
    return {
        "profile": "tabular-data-package",
        "name": career.slug,
        "title": _("%s: all tables of the guide") % career,
        "created": changed_at(tables).isoformat(),
        "homepage": address(career),
        **licences(),
        "resources": [resource(*file) for file in files],
    }


def changed_at(tables):
    """Return the moment since which tables say what they do, where the site is."""
    return timezone.localtime(told_at(tables))


def resource(path, item, content):
    about = dataset(item)
    return {
        "profile": "tabular-data-resource",
        "name": item.slug,
        "path": path,
        "title": item.title,
        **({"description": item.subtitle} if item.subtitle else {}),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": fields(item.table), "missingValues": [""]},
        **sources(item),
        **licences(),
        "homepage": absolute(item.get_absolute_url()),
        **{name: about[name] for name in OWN if about[name]},
    }


def fields(table):
    """Return the columns as the CSV has them, named by its first line."""
    names = iter(headings(table))
    found = [
        {"name": next(names), "type": TYPES[column.type], "title": column.label}
        | {name: getattr(column, name) for name in UNITS if getattr(column, name)}
        | ({"unit": "%"} if column.type == "percent" else {})
        for column in table.columns
    ]
    for column in noted_columns(table):
        about = _("Marks of the source beside the numbers of “%s”.") % column.label
        found.append({"name": next(names), "type": "string", "description": about})
    if has_row_flags(table):
        about = _("What kind of row it is: “forecast”, “total”, or neither.")
        found.append({"name": next(names), "type": "string", "description": about})
    return found


UNITS = ("unit", "currency", "scale")


def sources(item):
    """Return where the numbers are from; nothing where nobody knows."""
    if not item.has_source:
        return {}
    path = strict_uri(item.source_url)
    known = {"title": item.source_name or item.source_url, "path": path}
    return {"sources": [{name: value for name, value in known.items() if value}]}


def licences():
    """Return the licence of the content, if one is stated."""
    name, url = current().licence, current().licence_url
    if url:
        return {"licenses": [{"path": url} | ({"title": name} if name else {})]}
    name = NO_NAME.sub("-", name).strip("-")
    return {"licenses": [{"name": name}]} if name else {}


def files_of(tables):
    """Yield the path of each table's CSV, the table and the bytes."""
    for item in tables:
        yield f"data/{item.slug}.csv", item, csv_bytes(item)
