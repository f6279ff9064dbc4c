"""Route the editor's endpoints, two of them by the names that django-markdownx uses."""

from django.urls import path

from . import views

urlpatterns = [
    path("preview/", views.preview, name="markdownx_markdownify"),
    path("claims/", views.claims, name="markdown_claims"),
    path("upload/", views.upload, name="markdownx_upload"),
    path("images/", views.images, name="markdown_images"),
    path("tables/", views.tables, name="markdown_tables"),
]
