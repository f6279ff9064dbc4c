"""Route the addresses of the glossary."""

from django.urls import path

from careerguide.page_cache.decorators import cacheable
from careerguide.publishing.public.views import PARAMETERS

from . import views

app_name = "glossary"
urlpatterns = [
    path("", cacheable(views.TermListView.as_view(), *PARAMETERS), name="list"),
    path("<slug:slug>/", cacheable(views.TermDetailView.as_view()), name="detail"),
]
