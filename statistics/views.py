"""List published tables, and show one."""

from careerguide.publishing.public.views import PublishedDetailView, PublishedListView
from statistics.table.sorting import sorted_table

from .downloads import citations
from .downloads.links import download_links
from .frames.snippets import frames_of
from .models import StatTable
from .references.texts import texts_showing

MOST_OF_TOPIC = 6
MOST_EDITIONS = 30  # the newest of the earlier ones, each of which names the one before


class StatTableListView(PublishedListView):
    model = StatTable
    context_object_name = "table_list"
    paginate_by = 12


class StatTableDetailView(PublishedDetailView):
    model = StatTable
    context_object_name = "table"

    def get_context_data(self, **kwargs):
        table = self.object
        wanted = self.request.GET.get("sort", "")
        by_reader = sorted_table(table, wanted)
        return super().get_context_data(
            column_list=by_reader["columns"],
            row_list=table.shown(by_reader["rows"]),
            place_list=by_reader["places"],
            text_list=texts_showing(table),
            topic_list=self.of_topic(MOST_OF_TOPIC),
            download_list=download_links(table),
            citation=citations.plain(table),
            bibtex=citations.bibtex(table),
            earlier_list=table.edition_names[1 : 1 + MOST_EDITIONS],
            frame_list=frames_of(table),
            **kwargs,
        )
