"""Find what is wrong with a table beside its data: dicts of sentences by field."""

from django.utils.translation import gettext_lazy as _

from careerguide.markup.references.notation import plain_references_in

from . import figures
from .charts import ChartError
from .content_checks import NO_ROWS
from .editions.slugs import tables_cited
from .own_numbers import own_slug, source_of
from .references.notation import NotationError, cell_names
from .references.numbers import number_of

TITLE_WORDS = 15


def title_errors(item):
    words = len(item.title.split())
    if words <= TITLE_WORDS:
        return {}
    sentence = _("%(words)s words: say it in %(limit)s or fewer.")
    return {"title": sentence % {"words": words, "limit": TITLE_WORDS}}


def own_number_errors(item):
    """Check the texts in which the table names its own cells, and no others."""
    errors = {}
    for name in item.own_number_fields:
        text, most = getattr(item, name), item._meta.get_field(name).shown_length
        found = plain_references_in(source_of(text))
        problems = [_problem_of(reference, item) for reference, _match in found]
        if len(text) > most:
            sentence = _("Readers see %(length)d characters of this: at most %(most)d.")
            problems.append(sentence % {"length": len(text), "most": most})
        if problems := list(dict.fromkeys(filter(None, problems))):
            errors[name] = problems
    return errors


def _problem_of(reference, item):
    """A sentence on a reference in a table's own text, or nothing."""
    slug = own_slug(item)
    try:
        if {name.slug for name in cell_names(reference, slug)} != {slug}:
            sentence = _(
                "This names numbers of its own table alone: write "
                "[[number: row; column]], without an address."
            )
            return sentence
        number_of(reference, {slug: item}, slug)
    except NotationError as error:
        return str(error)
    return ""


def row_errors(item):
    """A table without rows is begun: its columns alone tell readers nothing."""
    if item.status != item.PUBLISHED or item.table.rows:
        return {}
    return {"data": NO_ROWS}


def slug_errors(item):
    if item.slug == "schema":
        return {"slug": _("/statistics/schema.json is taken: choose another.")}
    found = item.__dict__.get("cited_there") or tables_cited([item])
    if others := found.get(item.slug, set()) - {item.pk}:
        sentence = _(
            "Editions of “%s” were published at this address, and others cite them "
            "there: choose another."
        )
        return {"slug": sentence % type(item)._base_manager.get(pk=min(others))}
    return {}


def prepare_slugs(items):
    """Fetch at once what `slug_errors` asks of each of these tables."""
    cited = tables_cited(items)
    for item in items:
        item.cited_there = cited


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
