"""Describe a table in the words of schema.org: its measures, its files."""

import re
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from careerguide.http.uris import strict_uri
from careerguide.identity.current import current

from .formats import FORMATS
from .links import form_names, form_path

_YEARS = re.compile(r"([12]\d{3})(?:\s*(?:to|–|-|/)\s*([12]\d{3}))?")


def properties(item, absolute, path=None):
    """Return the properties of a `Dataset` that only tables have.

    `path` gives the address of each of its files by name, if not those of today.
    """
    path = path or partial(form_path, item)
    own = {
        "version": item.edition and str(item.edition.number),
        "identifier": item.edition and absolute(item.edition.path),
        "temporalCoverage": covered(item.period),
        "spatialCoverage": item.place and {"@type": "Place", "name": item.place},
        "isBasedOn": source(item),
        "variableMeasured": variables(item),
        "distribution": distribution(item, absolute, path),
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": _("Statistics of %s") % current().name,
            "url": absolute(reverse("statistics:list")),
        },
    }
    return {name: value for name, value in own.items() if value}


def covered(period):
    """Return a year or two as ISO 8601 has them; nothing of a period in other words."""
    found = _YEARS.fullmatch(period.strip())
    return found and "/".join(filter(None, found.groups()))


def source(item):
    """Return where the numbers are from; None where nobody knows."""
    if not item.has_source:
        return None
    known = {"name": item.source_name, "url": strict_uri(item.source_url)}
    named = {name: value for name, value in known.items() if value}
    return {"@type": "CreativeWork", **named}


def variables(item):
    found = []
    for column in item.table.columns:
        if column.is_measure:
            unit = {"percent": "%", "money": column.currency}.get(column.type, "")
            unit = " ".join(filter(None, (unit, column.scale, column.unit)))
            named = {"@type": "PropertyValue", "name": column.label}
            found.append(named | ({"unitText": unit} if unit else {}))
    return found


def distribution(item, absolute, path):
    """Return its files; pictures of it are no data."""
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": FORMATS[name].content_type.partition(";")[0],
            "contentUrl": absolute(path(name)),
        }
        for name in form_names(item)
        if not FORMATS[name].picture
    ]
