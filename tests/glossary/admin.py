"""Register the terms of the glossary in the admin."""

from django.contrib import admin

from careerguide.publishing.admin.base import GuideContentAdmin

from .models import Term


@admin.register(Term)
class TermAdmin(GuideContentAdmin):
    search_fields = ("term__folds", "meaning__folds")
    content_fieldsets = ((None, {"fields": ("career", "term", "meaning")}),)
