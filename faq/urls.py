from django.urls import path

from . import views

app_name = "faq"
urlpatterns = [
    path("", views.FAQEntryListView.as_view(), name="list"),
    path("<slug:slug>/", views.FAQEntryDetailView.as_view(), name="detail"),
]
