"""Administer what several guides name, which readers see as it is saved."""

from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext as _

from careerguide.markup.plain_widgets import plain_widget
from careerguide.publishing.models.related import Plan, WorkingCopy
from careerguide.publishing.models.texts import is_plain
from careerguide.publishing.signals import Change, announce

from .deleted_meanwhile import not_allowed


class SharedNameAdmin(admin.ModelAdmin):
    """The base of the admins of `SharedName`; `change` is what a save is told as."""

    change = None
    search_fields = ("name__folds",)
    prepopulated_fields = {"slug": ("name",)}

    def get_readonly_fields(self, request, obj=None):
        """Its address stays: readers keep it, and nothing leads on from an old one."""
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if is_plain(db_field):
            kwargs["widget"] = plain_widget(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_deleted_objects(self, objs, request):
        """Keep what drafts and plans name, as well as what rows do."""
        *others, protected = super().get_deleted_objects(objs, request)
        return (*others, [*protected, *_drafts_that_name(self.model, objs)])

    def permission_denied(self, request):
        """Give back what somebody wrote on the error page, to be copied."""
        return not_allowed(self, request)

    def save_model(self, request, obj, form, change):
        with transaction.atomic():
            super().save_model(request, obj, form, change)
            announce(self.change, obj)

    def delete_model(self, request, obj):
        with transaction.atomic():
            super().delete_model(request, obj)
            announce(Change.DELETED, obj)

    def delete_queryset(self, request, queryset):
        names = [*queryset]
        with transaction.atomic():
            super().delete_queryset(request, queryset)
            announce(Change.DELETED, *names)


def _drafts_that_name(model, objs):
    """Yield in words which drafts and plans name one of some objects of a model."""
    keys = [item.pk for item in objs]
    for relation in model._meta.related_objects:
        naming = {
            "content_type__app_label": relation.related_model._meta.app_label,
            "content_type__model": relation.related_model._meta.model_name,
            f"values__{relation.field.attname}__in": keys,
        }
        sentences = ((WorkingCopy, _("The draft of “%s”")), (Plan, _("A plan of “%s”")))
        for records, sentence in sentences:
            for record in records.objects.filter(**naming).prefetch_related("item"):
                yield sentence % record.item
