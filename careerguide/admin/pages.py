"""Administer pages about the site."""

from django.contrib import admin

from careerguide.models import Page
from careerguide.publishing.admin.base import PublishableAdmin


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    search_fields = ("title__folds", "body__folds")
    prepopulated_fields = {"slug": ("title",)}
    content_fieldsets = ((None, {"fields": ("title", "summary", "body")}),)
