"""Route the addresses of statistics."""

from django.urls import path

from careerguide.page_cache.decorators import cacheable
from careerguide.publishing.public.views import PARAMETERS

from . import views
from .downloads.formats import FORMATS
from .downloads.views import download, schema
from .editions import converters  # noqa: F401  of the addresses below
from .editions import views as editions
from .frames import views as frames

app_name = "statistics"
urlpatterns = [
    path(
        "",
        cacheable(views.StatTableListView.as_view(), *PARAMETERS, tracked=True),
        name="list",
    ),
    path("schema.json", cacheable(schema, uses_database=False), name="schema"),
    path(
        "<slug:slug>/",
        cacheable(
            views.StatTableDetailView.as_view(), bypass_on=["sort"], tracked=True
        ),
        name="detail",
    ),
    path(
        "<slug:slug>/embed/",
        cacheable(frames.embed, ["theme"], tracked=True),
        name="embed",
    ),
    *(
        path(
            f"<slug:slug>.{name}",
            cacheable(download, tracked=True),
            {"name": name},
            name=name,
        )
        for name in FORMATS
    ),
    path(
        "<slug:slug>/@<edition:number>/",
        cacheable(editions.edition, tracked=True),
        name="edition",
    ),
    path(
        "<slug:slug>/@<any_edition:number>/embed/",
        cacheable(frames.edition_embed, ["theme"], tracked=True),
        name="edition_embed",
    ),
    *(
        path(
            f"<slug:slug>/@<edition:number>.{name}",
            cacheable(editions.download, tracked=True),
            {"name": name},
            name=f"edition_{name}",
        )
        for name in FORMATS
    ),
]
