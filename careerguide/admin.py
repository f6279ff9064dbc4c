"""Register careers and pages in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.admin.base import PublishableAdmin

from .models import Career, Page


@admin.register(Career)
class CareerAdmin(PublishableAdmin):
    search_fields = ("name__folds", "other_names__folds")
    search_help_text = _("Words of the name")
    autocomplete_fields = ("picture",)
    prepopulated_fields = {"slug": ("name",)}
    content_fieldsets = (
        (None, {"fields": ("name", "summary", "other_names", "picture")}),
    )


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    search_fields = ("title__folds", "body__folds")
    prepopulated_fields = {"slug": ("title",)}
    content_fieldsets = ((None, {"fields": ("title", "summary", "body")}),)
