"""Route the addresses of the search."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.search_page, name="search"),
    path("suggestions/", views.suggest, name="search_suggestions"),
]
