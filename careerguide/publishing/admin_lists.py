"""Change lists of content: where each item stands, and what can be done with many."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from . import changes
from .states import State
from .usage import users_of


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return State.choices

    def queryset(self, request, queryset):
        if self.value() in State.values:
            return queryset.filter(state=self.value())
        return queryset


class ContentList:
    """For the admin of content. `list_columns` are those beside title and state."""

    change_list_template = "admin/publishing/change_list.html"
    actions = ("publish_selected", "unpublish_selected", "trash_selected")
    list_per_page = 50
    list_columns = ("review_by",)
    list_select_related = ("modified_by",)
    list_filter = (StateFilter, "review_by")
    search_help_text = _("Words of the title or the text")

    def get_list_display(self, request):
        title = self.model.title_field
        return (title, "state", "last_change", *self.list_columns)

    def changelist_view(self, request, extra_context=None):
        more = {"order_url": self.page_at("order")} if self.may_publish(request) else {}
        return super().changelist_view(request, {**more, **(extra_context or {})})

    @admin.display(description=_("state"), ordering="state")
    def state(self, item):
        return format_html(
            '<span class="state state-{}">{}</span>',
            item.state,
            State(item.state).label,
        )

    @admin.display(description=_("last change"), ordering="modified_at")
    def last_change(self, item):
        when = date_format(timezone.localtime(item.modified_at), "j M Y, H:i")
        return f"{when}, {item.modified_by}" if item.modified_by else when

    @admin.action(description=_("Publish the selected"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        published = 0
        for item in queryset:
            problem = self._publish_one(request, item)
            if problem is None:
                published += 1
            elif problem:
                self.message_user(request, f"{item}: {problem}", messages.ERROR)
        self.message_user(
            request, ngettext("%d published.", "%d published.", published) % published
        )

    def _publish_one(self, request, item):
        """None if it was published, "" if nothing was to do, else what was wrong."""
        if item.is_live and not changes.working_copy(item):
            return ""
        try:
            changes.publish(item, request.user)
        except ValidationError as error:
            return " ".join(error.messages)
        return None

    @admin.action(description=_("Unpublish the selected"), permissions=["publish"])
    def unpublish_selected(self, request, queryset):
        items = list(queryset.filter(status=self.model.PUBLISHED))
        for item in items:
            changes.unpublish(item, request.user)
        self.message_user(
            request,
            ngettext("%d unpublished.", "%d unpublished.", len(items)) % len(items),
        )

    @admin.action(
        description=_("Move the selected to the trash"), permissions=["delete"]
    )
    def trash_selected(self, request, queryset):
        trashed = 0
        for item in queryset:
            if users := users_of(item):
                sentence = format_html(
                    _("“{}” stays, as it is needed by {}."),
                    item,
                    format_html_join(", ", "{}", ((user,) for user in users)),
                )
                self.message_user(request, sentence, messages.ERROR)
            else:
                changes.trash(item, request.user)
                trashed += 1
        self.message_user(
            request,
            ngettext("%d moved to the trash.", "%d moved to the trash.", trashed)
            % trashed,
        )

    def get_actions(self, request):
        """Django's own deletes for good."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions
