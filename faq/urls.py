from django.urls import path

from careerguide.page_cache.decorators import public
from careerguide.publishing.public.views import PARAMETERS

from . import views

app_name = "faq"
urlpatterns = [
    path("", public(views.FAQEntryListView.as_view(), *PARAMETERS), name="list"),
    path("<slug:slug>/", public(views.FAQEntryDetailView.as_view()), name="detail"),
]
