"""Route the addresses of questions."""

from django.urls import path

from careerguide.page_cache.decorators import cacheable
from careerguide.publishing.public.views import PARAMETERS

from . import views

app_name = "faq"
urlpatterns = [
    path(
        "",
        cacheable(views.FAQEntryListView.as_view(), *PARAMETERS, tracked=True),
        name="list",
    ),
    path(
        "<slug:slug>/",
        cacheable(views.FAQEntryDetailView.as_view(), tracked=True),
        name="detail",
    ),
]
