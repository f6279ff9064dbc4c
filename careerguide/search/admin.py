"""Let editors say which words mean the same, and see what was searched in vain."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery, Sum
from django.utils.translation import gettext_lazy as _

from .models import MissedSearch, Synonym


@admin.register(Synonym)
class SynonymAdmin(admin.ModelAdmin):
    search_fields = ("words__folds",)
    search_help_text = _("Readers who search for one of the words find the others.")


@admin.register(MissedSearch)
class MissedSearchAdmin(admin.ModelAdmin):
    list_display = ("words", "times", "day", "in_all")
    list_per_page = 50
    search_fields = ("words__folds",)
    search_help_text = _(
        "What readers searched and found nothing for. Where another word for it stands "
        "in a guide, add both as a synonym."
    )
    date_hierarchy = "day"

    def get_queryset(self, request):
        same = MissedSearch.objects.filter(words=OuterRef("words")).order_by()
        in_all = same.values("words").annotate(sum=Sum("times")).values("sum")
        return super().get_queryset(request).annotate(in_all=Subquery(in_all))

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("on all days"), ordering="in_all")
    def in_all(self, missed):
        return missed.in_all
