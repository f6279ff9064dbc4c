"""Route the editor's endpoints, two of them by the names that django-markdownx uses."""

from django.urls import path

from . import number_views, page_views, views

urlpatterns = [
    path("preview/", views.preview, name="markdownx_markdownify"),
    path("upload/", views.upload, name="markdownx_upload"),
    path("images/", views.images, name="markdown_images"),
    path("tables/", views.tables, name="markdown_tables"),
    path("pages/", page_views.pages, name="editor_pages"),
    path("numbers/", number_views.numbers, name="editor_numbers"),
    path("numbers/worked-out/", number_views.worked_out, name="editor_worked_out"),
    path("numbers/claims/", number_views.claims, name="editor_claims"),
]
