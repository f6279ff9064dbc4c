"""Route the addresses of articles."""

from django.urls import path

from careerguide.page_cache.decorators import cacheable
from careerguide.publishing.public.views import PARAMETERS

from . import views

app_name = "articles"
urlpatterns = [
    path(
        "",
        cacheable(views.ArticleListView.as_view(), *PARAMETERS, tracked=True),
        name="list",
    ),
    path(
        "<slug:slug>/",
        cacheable(views.ArticleDetailView.as_view(), tracked=True),
        name="detail",
    ),
]
