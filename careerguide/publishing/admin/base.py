"""Define the base of all content's admins: permissions, and the layout of forms."""

from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.db import transaction
from django.db.models import ForeignKey, TextField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.http.keys import is_key
from careerguide.markup import fields
from careerguide.publishing.checks import live_faults, missing
from careerguide.publishing.drafts import rows
from careerguide.publishing.drafts.plans import plan_of
from careerguide.publishing.drafts.states import DisplayState, state_of, with_state
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.languages import LanguageField
from careerguide.publishing.models.snapshots import apply_snapshot, same_content

from . import presence
from .bulk import BulkDecisions
from .changelist import ContentList, ReviewFilter, StateFilter
from .changes import ChangesPage
from .checks_panel import ChecksPanel
from .confirmations import Decisions
from .conflicts import conflict_context
from .deleted_meanwhile import deleted_meanwhile, not_allowed
from .forms import PublishableForm
from .guide_filter import GuideFilter
from .history import HistoryPages
from .language_input import LanguageInput
from .notes import NotePages
from .object_urls import ItemPages
from .preview import Previews
from .reorder import OrderPage
from .reviewing import Reviews
from .saving import Saving
from .schedule import SchedulePage
from .widgets import MarkdownEditorMixin


class PublishableAdmin(
    Previews,
    ChangesPage,
    HistoryPages,
    ChecksPanel,
    NotePages,
    SchedulePage,
    Decisions,
    OrderPage,
    Reviews,
    Saving,
    BulkDecisions,
    ContentList,
    ItemPages,
    MarkdownEditorMixin,
    admin.ModelAdmin,
):
    """The base of every content model's admin.

    A subclass names its own fields in `content_fieldsets`. Saving makes a draft;
    `actions` publishes. An author writes their own items, an editor anybody's, a
    publisher decides what readers see.
    """

    form = PublishableForm
    change_form_template = "admin/publishing/change_form.html"
    content_fieldsets = ()
    keeps_text = True  # the script of its form does: error pages say so

    # --- The form ---------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        return (
            *self.content_fieldsets,
            (
                _("Dates, address and language"),
                {"fields": (("content_updated_on", "review_by"), "slug", "language")},
            ),
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if slug := form.base_fields.get("slug"):
            slug.required = change
        form.may_publish = self.may_publish(request)
        return form

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A related item is chosen here, and changed or deleted on its own page."""
        if isinstance(db_field, LanguageField):
            kwargs["widget"] = LanguageInput
        if isinstance(db_field, TextField):
            kwargs["form_class"] = fields.TextField
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, ForeignKey) and field:
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field

    def get_prepopulated_fields(self, request, obj=None):
        """Fill in the address of a new item; a known address stays as it is."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_queryset(self, request):
        return with_state(super().get_queryset(request).not_trashed())

    def get_object(self, request, object_id, from_field=None):
        """The item with its draft, on a row that nobody else changes while it saves."""
        row = super().get_object(request, object_id, from_field)
        if row is None:
            return None
        if request.method == "POST" and transaction.get_connection().in_atomic_block:
            row = rows.lock(row)
        working, plan = rows.working_copy(row), plan_of(row)
        draft = apply_snapshot(row, working.values if working else {})
        draft.row, draft.working, draft.plan = row, working, plan
        draft.has_draft_as_planned = (
            plan is not None
            and working is not None
            and same_content(draft, apply_snapshot(row, plan.values))
        )
        return draft

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """What was sent for an item that went meanwhile is shown, and not lost."""
        if request.method != "POST" or not is_key(object_id):
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        return deleted_meanwhile(self, request, object_id)

    def render_change_form(
        self, request, context, add=False, change=False, form_url="", obj=None
    ):
        context |= {
            "may_publish": self.may_publish(request),
            "title_id": f"id_{self.model.title_field}",
        }
        if obj:
            context |= self.status_panel(request, obj)
            context |= {"title": str(obj), "subtitle": None}
            form = context["adminform"].form
            context |= self.checks_panel(request, obj, is_refused=bool(form.errors))
        form = context["adminform"].form
        context["loss_list"] = getattr(form, "loss_list", [])
        if conflict := getattr(form, "conflict", None):
            context |= conflict_context(self, context, obj, conflict)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def status_panel(self, request, item):
        """Return where an item stands, for the head of its form."""
        row = getattr(item, "row", item)
        working = getattr(item, "working", None)
        entries = row.history.exclude(
            event__in=(Event.ORDERED, Event.HELD, Event.NOTED)
        )
        entry = entries.listed().first()
        return {
            "row": row,
            "working": working,
            "plan": getattr(item, "plan", None),
            "is_draft_as_planned": getattr(item, "has_draft_as_planned", False),
            "warning_list": self.warnings(row) if row.is_published else [],
            "state": state_of(row),
            "states": DisplayState,
            "last_entry": entry,
            "zone": timezone.get_current_timezone_name(),
            "presence": presence.others_present(row, request.user),
            "action_list": self.decisions_for(request, item),
            "page_list": [],  # labels and addresses
            "notes_url": self._notes_url(request, row),
            "review": self.review_of(request, row),
            "changes_url": self.page_of(row, "changes") if row.is_live else "",
            "schedule_url": self.may_publish(request) and self.page_of(row, "schedule"),
        }

    def _notes_url(self, request, row):
        may = self.may_publish(request) and row.was_published
        return self.page_of(row, "notes") if may else ""

    def warnings(self, row):
        """Return what is wrong with what readers see."""
        return [*live_faults.sentences(row), *missing.beside_faults(row)]

    # --- Rights -----------------------------------------------------------------------

    def permission_denied(self, request):
        """Give back what somebody wrote on the error page, to be copied."""
        return not_allowed(self, request)

    def may_publish(self, request):
        opts = self.opts
        codename = get_permission_codename("publish", opts)
        return request.user.has_perm(f"{opts.app_label}.{codename}")

    def has_publish_permission(self, request, obj=None):
        return self.may_publish(request)

    def has_change_permission(self, request, obj=None):
        """An editor may change every item, an author those of their own."""
        if super().has_change_permission(request, obj):
            return True
        if not self.has_add_permission(request):
            return False
        return obj is None or obj.created_by_id == request.user.pk

    def get_view_on_site_url(self, obj=None):
        """Link only what readers can see."""
        row = getattr(obj, "row", obj)
        return super().get_view_on_site_url(row) if row and row.is_published else None


class GuideContentAdmin(PublishableAdmin):
    """The base of content that belongs to a career."""

    autocomplete_fields = ("career",)
    list_filter = (StateFilter, ReviewFilter, ("career", GuideFilter))
    list_select_related = ("career", "modified_by")
    ordering = ("career__order", "order", "pk")

    def status_panel(self, request, item):
        """Lead back to the guide, whose page sends people here."""
        panel = super().status_panel(request, item)
        career = panel["row"].career
        of_careers = self.admin_site.get_model_admin(type(career))
        if of_careers.has_view_permission(request, career):
            page = of_careers.page_of(career, "guide")
            panel["page_list"].append((_("The whole guide"), page))
        return panel

    def get_list_display(self, request):
        """Name the career only where there are several."""
        columns = super().get_list_display(request)
        career = self.opts.get_field("career").related_model
        if career.objects.not_trashed().count() > 1:
            return columns
        return [column for column in columns if column != "career"]
