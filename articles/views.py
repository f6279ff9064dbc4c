from careerguide import markup
from careerguide.publishing.views import PublishedDetailView, PublishedListView

from .models import Article


class ArticleListView(PublishedListView):
    model = Article
    paginate_by = 30


class ArticleDetailView(PublishedDetailView):
    model = Article

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            document=Article.render_text(self.object.body),
            takeaways=markup.render(self.object.takeaways, ids="takeaways-"),
            **kwargs,
        )
