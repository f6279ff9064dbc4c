"""Administer fields of work, which readers see as they are saved."""

from django.contrib import admin
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from careerguide.models import CareerGroup
from careerguide.publishing.admin.shared_names import SharedNameAdmin
from careerguide.publishing.signals import Change


@admin.register(CareerGroup)
class CareerGroupAdmin(SharedNameAdmin):
    change = Change.GROUP
    list_display = ("name", "order", "career_count")
    fields = ("name", "slug", "order")

    def get_queryset(self, request):
        careers = Count("career", filter=Q(career__trashed_at=None))
        return super().get_queryset(request).annotate(number=careers)

    @admin.display(description=_("careers"), ordering="number")
    def career_count(self, group):
        return group.number
