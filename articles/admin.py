"""Register articles in the admin."""

from django.contrib import admin

from careerguide.publishing.admin.base import GuideContentAdmin

from .models import Article


@admin.register(Article)
class ArticleAdmin(GuideContentAdmin):
    list_columns = ("career", "review_by")
    search_fields = ("title__folds", "summary__folds", "body__folds")
    autocomplete_fields = ("career", "picture")
    prepopulated_fields = {"slug": ("title",)}
    content_fieldsets = (
        (
            None,
            {"fields": ("career", "title", "summary", "takeaways", "body", "picture")},
        ),
    )
