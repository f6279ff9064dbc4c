from careerguide.publishing.views import PublishedDetailView, PublishedListView

from .models import StatTable


class StatTableListView(PublishedListView):
    model = StatTable
    template_name = "statistics/table_list.html"
    context_object_name = "table_list"
    paginate_by = 30


class StatTableDetailView(PublishedDetailView):
    model = StatTable
    template_name = "statistics/table_detail.html"
    context_object_name = "table"
