"""Extend change lists of content: where each item stands."""

import re

from django.contrib import admin
from django.contrib.admin.views.main import ALL_VAR, ORDER_VAR, PAGE_VAR
from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from careerguide.languages.dates import short_moment
from careerguide.publishing.checks import missing
from careerguide.publishing.drafts.states import DisplayState
from careerguide.publishing.models import reviews
from careerguide.publishing.public.finding import find
from careerguide.publishing.public.readership import attach_views

# Each word comes in quotation marks; a phrase has several.
ONE_WORD = re.compile(r'"([^"\s]+)"')


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return DisplayState.choices

    def queryset(self, request, queryset):
        if self.value() in DisplayState.values:
            return queryset.filter(state=self.value())
        return queryset


class ReviewFilter(admin.SimpleListFilter):
    """Filter what readers may be shown by when it has to be checked."""

    title = _("review")
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return reviews.Due.choices

    def queryset(self, request, queryset):
        if self.value() in reviews.Due.values:
            return queryset.filter(reviews.condition(reviews.Due(self.value())))
        return queryset


class AttentionFilter(admin.SimpleListFilter):
    """Filter what lacks something; without entries, where the type lacks nothing."""

    title = _("what is missing")
    parameter_name = "attention"

    def lookups(self, request, model_admin):
        return [(one.name, one.title) for one in model_admin.model.attention]

    def queryset(self, request, queryset):
        for one in queryset.model.attention:
            if one.name == self.value():
                return queryset.exclude(status="archived").filter(one.condition())
        return queryset


class ContentList:
    """Add to the list `list_columns`, beside title and state."""

    change_list_template = "admin/publishing/change_list.html"
    list_per_page = 50
    show_full_result_count = False  # but by `_count_all`
    list_columns = ("review_by",)
    list_select_related = ("modified_by",)
    list_filter = (StateFilter, ReviewFilter)
    search_help_text = _("Words of the title or the text")

    def get_list_display(self, request):
        title = self.model.title_field
        return (title, "state", "last_change", *self.list_columns, "views")

    def changelist_view(self, request, extra_context=None):
        more = {"order_url": self.page_at("order")} if self.may_publish(request) else {}
        return super().changelist_view(request, {**more, **(extra_context or {})})

    def get_search_results(self, request, queryset, search_term):
        """Ask the search for what it knows, and the rows of all else, which are few."""
        text = ONE_WORD.sub(r"\1", search_term)
        if not text.strip():
            return queryset, False
        if (found := find(self.model, text, for_editors=True)) is None:
            return queryset.none(), False
        known = self.model.indexed_condition()
        # Named by a subquery: a condition beside it might be asked of every text first.
        few = queryset.exclude(known).order_by().values("pk")
        others, may_repeat = super().get_search_results(
            request, self.model.objects.filter(pk__in=few), search_term
        )
        others = list(others.order_by().values_list("pk", flat=True))
        known &= Q(pk__in=found.keys)
        return queryset.filter(known | Q(pk__in=others)), may_repeat

    def get_paginator(self, request, queryset, *args, **kwargs):
        paginator = super().get_paginator(request, queryset, *args, **kwargs)
        if not {*request.GET} - {ALL_VAR, ORDER_VAR, PAGE_VAR}:  # nothing is filtered
            paginator.count = self._count_all()
        return paginator

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        changelist.full_result_count = self._count_all()
        changelist.show_full_result_count = True
        changelist.show_admin_actions = bool(changelist.full_result_count)
        changelist.result_list = _whole_rows(changelist)
        missing.attach_missing(changelist.result_list)
        attach_views(changelist.result_list)
        return changelist

    def _count_all(self):
        """Count what is in the trash, too: all else would be looked for row by row."""
        rows = self.model.objects
        return rows.count() - rows.filter(trashed_at__isnull=False).count()

    @admin.display(description=_("views in 30 days"))
    def views(self, item):
        return item.views or "–"

    @admin.display(description=_("state"), ordering="state")
    def state(self, item):
        problems = ((sentence,) for sentence in getattr(item, "missing", ()))
        return format_html(
            '<span class="state state-{}">{}</span>{}',
            item.state,
            DisplayState(item.state).label,
            format_html_join("", '<span class="row-problem">{}</span>', problems),
        )

    @admin.display(description=_("last change"), ordering="modified_at")
    def last_change(self, item):
        when = short_moment(timezone.localtime(item.modified_at))
        return f"{when}, {item.modified_by}" if item.modified_by else when


def _whole_rows(changelist):
    """Return the rows of a list by their keys, so that sorting carries no texts."""
    keys = list(changelist.result_list.values_list("pk", flat=True))
    rows = changelist.apply_select_related(changelist.root_queryset)
    return rows.filter(pk__in=keys).order_by(*changelist.queryset.query.order_by)
