"""Tables inside articles: the line [[table: slug]] becomes the table's figure."""

from collections import Counter

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from careerguide import markup
from statistics.models import StatTable


def embed_tables(text):
    """A function from a slug to the figure's HTML, empty where none is published."""
    tables = {}
    if slugs := markup.table_slugs(text):
        tables = StatTable.objects.published().in_bulk(slugs, field_name="slug")

    shown = Counter()

    def embed(slug):
        if slug not in tables:
            return ""
        shown[slug] += 1
        table = tables[slug]
        suffix = f"-{shown[slug]}" if shown[slug] > 1 else ""
        context = {"table": table, "heading_id": table.figure_id + suffix}
        return render_to_string("statistics/_figure.html", context)

    return embed


def table_problems(text, *, published):
    """Sentences about table lines that would show readers nothing.

    A draft may name a table that is itself a draft; a published article may not.
    """
    slugs = markup.table_slugs(text)
    known = StatTable.objects.filter(slug__in=slugs)
    visible = set(known.published().values_list("slug", flat=True))
    known = set(known.values_list("slug", flat=True))
    problems = []
    for slug in dict.fromkeys(slugs):
        if slug not in known:
            problems.append(
                _("There is no table “%s”. Its address is its slug.") % slug
            )
        elif published and slug not in visible:
            problems.append(_("The table “%s” is not published yet.") % slug)
    return problems
