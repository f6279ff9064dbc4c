"""Change lists of content: the filter by state, and the page that sets the order."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from .states import State


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        if self.value() in State.values:
            return queryset.filter(state=self.value())
        return queryset
