"""Administer measures, which readers see as they are saved."""

from django.contrib import admin
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.admin.shared_names import SharedNameAdmin
from careerguide.publishing.signals import Change

from .models import Measure


@admin.register(Measure)
class MeasureAdmin(SharedNameAdmin):
    change = Change.MEASURE
    list_display = ("name", "unit_kind", "order", "table_count")
    fields = ("name", "slug", "definition", "unit_kind", "order")

    def get_queryset(self, request):
        tables = Count("stattable", filter=Q(stattable__trashed_at=None))
        return super().get_queryset(request).annotate(number=tables)

    @admin.display(description=_("tables"), ordering="number")
    def table_count(self, measure):
        return measure.number
