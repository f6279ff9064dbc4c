from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .models import Career, Page
from .publishing.admin import PublishableAdmin


@admin.register(Career)
class CareerAdmin(PublishableAdmin):
    list_display = ("name", "status", "order", "content_updated_on", "review_by")
    list_filter = ("status", "review_by")
    search_fields = ("name", "other_names")
    search_help_text = _("Words of the name")
    autocomplete_fields = ("picture",)
    prepopulated_fields = {"slug": ("name",)}
    slug_from = ("name",)
    content_fieldsets = (
        (None, {"fields": ("name", "summary", "other_names", "picture")}),
    )


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    list_display = ("title", "status", "order", "content_updated_on", "review_by")
    list_filter = ("status", "review_by")
    search_fields = ("title", "body")
    prepopulated_fields = {"slug": ("title",)}
    content_fieldsets = ((None, {"fields": ("title", "summary", "body")}),)
