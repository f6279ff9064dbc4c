from django.urls import path

from . import views
from .downloads.formats import FORMATS
from .downloads.views import download, embed, schema

app_name = "statistics"
urlpatterns = [
    path("", views.StatTableListView.as_view(), name="list"),
    path("schema.json", schema, name="schema"),
    path("<slug:slug>/", views.StatTableDetailView.as_view(), name="detail"),
    path("<slug:slug>/embed/", embed, name="embed"),
    *(
        path(f"<slug:slug>.{name}", download, {"name": name}, name=name)
        for name in FORMATS
    ),
]
