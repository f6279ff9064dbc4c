"""Show readers' feedback to editors, who can tick it off and not change it."""

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from careerguide.languages.dates import short_moment
from careerguide.publishing.drafts.references import admin_link
from careerguide.publishing.models.content import content_models

from .models import Feedback, Kind

LISTED_TEXT = 140  # characters of it in the list


class HandledFilter(admin.SimpleListFilter):
    title = _("handled")
    parameter_name = "handled"

    def lookups(self, request, model_admin):
        return [("no", _("To do")), ("yes", _("Handled"))]

    def queryset(self, request, queryset):
        wanted = {"no": queryset.to_do, "yes": queryset.handled}
        return wanted.get(self.value(), lambda: queryset)()


class ContentFilter(admin.SimpleListFilter):
    title = _("kind of page")
    parameter_name = "about"

    def lookups(self, request, model_admin):
        return [
            (model._meta.label_lower, capfirst(model._meta.verbose_name))
            for model in content_models()
        ]

    def queryset(self, request, queryset):
        for model in content_models():
            if model._meta.label_lower == self.value():
                return queryset.of_model(model)
        return queryset


@admin.register(Feedback)
class FeedbackAdmin(admin.ModelAdmin):
    list_display = ["sent", "kind", "excerpt", "address", "form_link", "handled"]
    list_filter = [HandledFilter, "kind", ContentFilter]
    list_per_page = 50
    search_fields = ["text__folds", "page__folds"]
    search_help_text = _("Words of the text or of the address of the page")
    date_hierarchy = "created_at"
    actions = ["mark_handled", "mark_not_handled"]
    fields = ["sent", "kind", "reason", "text", "address", "form_link", "handled"]
    readonly_fields = ["sent", "address", "form_link", "handled"]

    def get_queryset(self, request):
        found = super().get_queryset(request).select_related("handled_by")
        return found.prefetch_related("item")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_handle_permission(self, request):
        return request.user.has_perm("feedback.handle_feedback")

    @admin.display(description=_("sent"), ordering="created_at")
    def sent(self, feedback):
        return _moment(feedback.created_at)

    @admin.display(description=_("page"), ordering="page")
    def address(self, feedback):
        """Link the page as readers see it; an address it once had leads on."""
        return format_html('<a href="{}">{}</a>', feedback.page, feedback.page)

    @admin.display(description=_("content"))
    def form_link(self, feedback):
        item = feedback.item
        return admin_link(item) if item else _("No longer there")

    @admin.display(description=_("text"))
    def excerpt(self, feedback):
        reason, text = feedback.get_reason_display(), feedback.text
        words = f"{reason}: {text}" if reason and text else reason or text
        return Truncator(words).chars(LISTED_TEXT) or "–"

    @admin.display(description=_("handled"), ordering="handled_at")
    def handled(self, feedback):
        if not feedback.handled_at:
            return "–" if feedback.kind == Kind.HELPFUL else _("To do")
        moment, person = _moment(feedback.handled_at), feedback.handled_by
        return f"{moment}, {person}" if person else moment

    @admin.action(description=_("Mark as handled"), permissions=["handle"])
    def mark_handled(self, request, queryset):
        marked = queryset.to_do().update(
            handled_at=timezone.now(), handled_by=request.user
        )
        self.message_user(
            request,
            ngettext("%d is handled now.", "%d are handled now.", marked) % marked,
        )

    @admin.action(description=_("Mark as not handled"), permissions=["handle"])
    def mark_not_handled(self, request, queryset):
        marked = queryset.handled().update(handled_at=None, handled_by=None)
        self.message_user(
            request,
            ngettext("%d is to do again.", "%d are to do again.", marked) % marked,
        )


def _moment(moment):
    return short_moment(timezone.localtime(moment))
