"""Link to the package of a guide, with what a reader gets for following it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.languages.writing import number_text


def package_link(career, tables, most):
    """Return the `url` of the package and what it `holds`.

    `tables` are those of its guide that a page shows, at most `most` of them: where
    there may be more, their number is not told. Nor is its size, as to make it would
    take as long as the page.
    """
    url = reverse("career_data", args=[career.slug])
    if len(tables) >= most:
        return {"url": url, "holds": _("zip")}
    rows = sum(len(table.table.rows) for table in tables)
    count = ngettext("%(n)s table", "%(n)s tables", len(tables))
    row_count = ngettext("%(n)s row", "%(n)s rows", rows)
    counts = [(count, len(tables)), (row_count, rows)]
    holds = [words % {"n": number_text(number)} for words, number in counts]
    return {"url": url, "holds": ", ".join([*holds, _("zip")])}
