from django.urls import path

from . import views

app_name = "statistics"
urlpatterns = [
    path("", views.StatTableListView.as_view(), name="list"),
    path("<slug:slug>/", views.StatTableDetailView.as_view(), name="detail"),
]
