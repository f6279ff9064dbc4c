"""List published articles, and show one."""

from careerguide.models.related import related_careers
from careerguide.publishing.public.views import PublishedDetailView, PublishedListView

from .models import Article
from .related import related_articles, related_tables


class ArticleListView(PublishedListView):
    model = Article
    paginate_by = 12


class ArticleDetailView(PublishedDetailView):
    model = Article

    def get_context_data(self, **kwargs):
        article = self.object
        document = article.render("body")
        return super().get_context_data(
            document=document,
            takeaways=article.render("takeaways", ids="takeaways-"),
            article_list=related_articles(article, self.guide),
            table_list=related_tables(article, document.table_slugs),
            related_list=related_careers(article.career),
            **kwargs,
        )
