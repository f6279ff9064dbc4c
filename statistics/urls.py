from django.urls import path

from careerguide.page_cache.decorators import public
from careerguide.publishing.public.views import PARAMETERS

from . import views
from .downloads.formats import FORMATS
from .downloads.views import download, embed, schema

app_name = "statistics"
urlpatterns = [
    path("", public(views.StatTableListView.as_view(), *PARAMETERS), name="list"),
    path("schema.json", public(schema, reads=False), name="schema"),
    path(
        "<slug:slug>/",
        public(views.StatTableDetailView.as_view(), live=["sort"]),
        name="detail",
    ),
    path("<slug:slug>/embed/", public(embed), name="embed"),
    *(
        path(f"<slug:slug>.{name}", public(download), {"name": name}, name=name)
        for name in FORMATS
    ),
]
