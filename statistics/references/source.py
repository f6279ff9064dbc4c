"""Register tables and their numbers as what texts can refer to."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from careerguide.markup.references import Loaded, Source
from statistics.models import StatTable

from .embeds import embed_tables, tables_by_slug
from .faults import StoredTables, faults_of
from .notation import COUNTS, NotationError, cell_names
from .numbers import number_of


class TableSource(Source):
    keywords = tuple(COUNTS)
    lines = (StatTable.embed_keyword,)

    def slugs(self, reference):
        if reference.keyword in self.lines:
            return (reference.target,)
        try:
            return tuple(dict.fromkeys(name.slug for name in cell_names(reference)))
        except NotationError:
            return ()

    def load(self, references):
        slugs = {slug for reference in references for slug in self.slugs(reference)}
        published = StatTable.objects.published()
        return LoadedTables(tables_by_slug(slugs, published) if slugs else {})

    def prepare(self, items):
        items = list(items)
        tables = StoredTables.of(one for item in items for one in item.referred_to())
        for item in items:
            item.stored_tables = tables

    def faults(self, item):
        return faults_of(item)


class LoadedTables(Loaded):
    """Published tables by slug, what they show, and their numbers."""

    def __init__(self, tables):
        self.tables = tables

    def embed(self, ids, links=None):
        figure = embed_tables(self.tables, ids)

        def html(reference):
            if reference.keyword in TableSource.lines:
                return figure(reference.target)
            return self._number_html(reference, links)

        return html

    def text(self, reference):
        number = self.number(reference)
        return number.text if number else _("no data")

    def number(self, reference):
        """Return the `Number` of a reference, or None where there is none."""
        try:
            return number_of(reference, self.tables)
        except NotationError:
            return None

    def _number_html(self, reference, links):
        number = self.number(reference)
        if number is None:
            return _("no data")
        if reference.is_linked:
            return format_html('<span class="live-number">{}</span>', number.text)
        first = number.cells[0]
        url = f"{first.table.get_absolute_url()}#row-{first.place + 1}"
        if links:
            url, _note = links(url)
        return format_html('<a class="live-number" href="{}">{}</a>', url, number.text)
