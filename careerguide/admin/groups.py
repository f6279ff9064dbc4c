"""Administer fields of work, which readers see as they are saved."""

from django.contrib import admin
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from careerguide.markup.plain_widgets import plain_widget
from careerguide.models import CareerGroup
from careerguide.publishing.admin.deleted_meanwhile import not_allowed
from careerguide.publishing.models.texts import is_plain
from careerguide.publishing.signals import Change, announce


@admin.register(CareerGroup)
class CareerGroupAdmin(admin.ModelAdmin):
    list_display = ("name", "order", "career_count")
    search_fields = ("name__folds",)
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "slug", "order")

    def get_queryset(self, request):
        careers = Count("career", filter=Q(career__trashed_at=None))
        return super().get_queryset(request).annotate(number=careers)

    @admin.display(description=_("careers"), ordering="number")
    def career_count(self, group):
        return group.number

    def get_readonly_fields(self, request, obj=None):
        """Its address stays: readers keep it, and nothing leads on from an old one."""
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if is_plain(db_field):
            kwargs["widget"] = plain_widget(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def permission_denied(self, request):
        """Give back what somebody wrote on the error page, to be copied."""
        return not_allowed(self, request)

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            super().save_model(request, obj, form, change)
            announce(Change.GROUP, obj)

    def delete_model(self, request, obj):
        with transaction.atomic():
            super().delete_model(request, obj)
            announce(Change.DELETED, obj)

    def delete_queryset(self, request, queryset):
        groups = [*queryset]
        with transaction.atomic():
            super().delete_queryset(request, queryset)
            announce(Change.DELETED, *groups)
