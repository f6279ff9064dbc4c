"""Register questions in the admin."""

from django.contrib import admin
from django.utils.text import slugify

from careerguide.publishing.admin.base import GuideContentAdmin
from careerguide.publishing.admin.changelist import ReviewFilter, StateFilter
from careerguide.publishing.admin.guide_filter import GuideFilter

from .models import FAQEntry


@admin.register(FAQEntry)
class FAQEntryAdmin(GuideContentAdmin):
    list_columns = ("career", "topic")
    list_filter = (StateFilter, ReviewFilter, ("career", GuideFilter), "topic")
    search_fields = ("question__folds", "answer__folds")
    content_fieldsets = ((None, {"fields": ("career", "topic", "question", "answer")}),)

    def slug_texts(self, obj):
        return [obj.career.slug, slugify(obj.question) or "question"]
