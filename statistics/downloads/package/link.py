"""Link to the package of a guide, with what a reader gets for following it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.writing import number_text
from statistics.downloads.links import size_text

from .archive import package_bytes, tables_of


def package_link(career):
    """Return the `url` of the package and what it `holds`; None of no tables."""
    tables = tables_of(career)
    if not tables:
        return None
    rows = sum(len(table.table.rows) for table in tables)
    count = ngettext("%(n)s table", "%(n)s tables", len(tables))
    row_count = ngettext("%(n)s row", "%(n)s rows", rows)
    holds = [
        count % {"n": number_text(len(tables))},
        row_count % {"n": number_text(rows)},
        _("zip, %s") % size_text(len(package_bytes(career, tables))),
    ]
    return {"url": reverse("career_data", args=[career.slug]), "holds": ", ".join(holds)}
