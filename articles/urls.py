from django.urls import path

from careerguide.page_cache.decorators import public
from careerguide.publishing.public.views import PARAMETERS

from . import views

app_name = "articles"
urlpatterns = [
    path("", public(views.ArticleListView.as_view(), *PARAMETERS), name="list"),
    path("<slug:slug>/", public(views.ArticleDetailView.as_view()), name="detail"),
]
