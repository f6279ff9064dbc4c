"""Find what is wrong with a table beside its data: dicts of sentences by field."""

from django.utils.translation import gettext_lazy as _

from . import figures
from .charts import ChartError
from .editions.models import Edition

TITLE_WORDS = 15


def title_errors(item):
    words = len(item.title.split())
    if words <= TITLE_WORDS:
        return {}
    sentence = _("%(words)s words: say it in %(limit)s or fewer.")
    return {"title": sentence % {"words": words, "limit": TITLE_WORDS}}


def slug_errors(item):
    if item.slug == "schema":
        return {"slug": _("/statistics/schema.json is taken: choose another.")}
    others = Edition.objects.filter(slug=item.slug).exclude(table=item.pk)
    if edition := others.without_files().select_related("table").first():
        sentence = _(
            "Editions of “%s” were published at this address, and others cite them "
            "there: choose another."
        )
        return {"slug": sentence % edition.table}
    return {}


def headline_errors(item):
    """Check the quick fact; its column may be named by label, and is stored by key."""
    if not (item.headline_label or item.headline_row or item.headline_column):
        return {}
    by_label = {column.label: column.key for column in item.table.columns}
    item.headline_column = by_label.get(item.headline_column, item.headline_column)
    if not item.headline_label:
        return {"headline_label": _("Say what the number is.")}
    if item.headline_column not in by_label.values():
        return {
            "headline_column": _("No column has this name. The columns: %s.")
            % ", ".join(by_label)
        }
    if not item.table.find(item.headline_row, item.headline_column):
        return {"headline_row": _("No row has this name in its first text column.")}
    return {}


def chart_errors(item):
    try:
        if item.title.strip():  # whose absence is an error of its own
            figures.chart_form(item, figures.figure_of(item))
    except ChartError as error:
        return {"chart_form": _("This form does not fit: %s.") % error}
    return {}
