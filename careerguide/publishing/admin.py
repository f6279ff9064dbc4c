"""What the admin of all content shares: who may do what, and how a form is laid out."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.auth import get_permission_codename
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ForeignKey
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from careerguide.admin_requests import is_key
from careerguide.editor.widgets import MarkdownEditorMixin
from careerguide.models import Career

from . import changes, presence
from .admin_decisions import Decisions
from .admin_gone import gone
from .admin_history import HistoryPages
from .admin_lists import StateFilter
from .admin_order import OrderPage
from .admin_preview import Previews
from .differences import differences
from .forms import PublishableForm
from .history import Event
from .records import WorkingCopy
from .slugs import base_slug, save_with_free_slug
from .states import State, state_of, with_state
from .usage import users_of
from .values import values_of, with_values


class PublishableAdmin(
    Previews,
    HistoryPages,
    Decisions,
    OrderPage,
    MarkdownEditorMixin,
    admin.ModelAdmin,
):
    """The base of every content model's admin.

    A subclass names its own fields in `content_fieldsets` and in `slug_from` what a
    slug is made of. Saving makes a draft; `changes` publishes. An author writes their
    own items, an editor anybody's, a publisher decides what readers see.
    """

    form = PublishableForm
    change_form_template = "admin/publishing/change_form.html"
    change_list_template = "admin/publishing/change_list.html"
    delete_confirmation_template = "admin/publishing/delete_confirmation.html"
    content_fieldsets = ()
    slug_from = ("title",)
    actions = ("publish_selected", "unpublish_selected", "trash_selected")
    list_per_page = 50
    list_filter = (StateFilter, "review_by")
    search_help_text = _("Words of the title or the text")

    # --- The form ---------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        return (
            *self.content_fieldsets,
            (
                _("Dates and address"),
                {"fields": (("content_updated_on", "review_by"), "slug")},
            ),
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if slug := form.base_fields.get("slug"):
            slug.required = change
        return form

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A related item is chosen here, and changed or deleted on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, ForeignKey) and field:
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field

    def get_prepopulated_fields(self, request, obj=None):
        """Fill in the address of a new item; a known address stays as it is."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def get_queryset(self, request):
        return with_state(super().get_queryset(request).kept())

    def get_object(self, request, object_id, from_field=None):
        """The item with its draft, on a row that nobody else changes while it saves."""
        row = super().get_object(request, object_id, from_field)
        if row is None:
            return None
        if request.method == "POST" and transaction.get_connection().in_atomic_block:
            row = changes.lock(row)
        working = changes.working_copy(row)
        draft = with_values(row, working.values if working else values_of(row))
        draft.row, draft.working = row, working
        return draft

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """What was sent for an item that went meanwhile is shown, and not lost."""
        if request.method != "POST" or not is_key(object_id):
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        return gone(self, request, object_id)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if object_id is None and request.method == "POST":
            object_id = self._made_from_this_form(request)
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (IntegrityError, ValidationError):
            # Somebody took the address between the check and the save. Nothing was
            # written; checked once more, the form says so at its field.
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _made_from_this_form(self, request):
        """The item that a form for a new one has made already, if it is sent again.

        By a second click, or after an answer that never came: it is changed, then.
        """
        key = request.POST.get("form_key", "")[:40]
        made = self.model.history.filter(
            event=Event.CREATED, form_key=key, history_user=request.user
        )
        entry = made.first() if key and "\x00" not in key else None
        item = entry and self.get_queryset(request).filter(pk=entry.id).first()
        if not item:
            return None
        sent = request.POST.copy()
        sent["slug"] = sent.get("slug") or item.slug
        request.POST = sent
        return str(item.pk)

    def render_change_form(
        self, request, context, add=False, change=False, form_url="", obj=None
    ):
        context |= {"may_publish": self.may_publish(request)}
        if obj:
            context |= self.standing(request, obj)
            context |= {"title": str(obj), "subtitle": None}
        form = context["adminform"].form
        if conflict := getattr(form, "conflict", None):
            context |= self._conflict_context(request, context, obj, conflict)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def standing(self, request, item):
        """Where an item stands, for the head of its form."""
        row = getattr(item, "row", item)
        working = getattr(item, "working", None)
        entry = row.history.select_related("history_user").first()
        return {
            "row": row,
            "working": working,
            "state": state_of(row),
            "states": State,
            "last_entry": entry,
            "zone": timezone.get_current_timezone_name(),
            "presence": presence.said(row, request.user),
            "decision_list": self.decisions_for(request, row, working),
        }

    def _conflict_context(self, request, context, item, conflict):
        """The same form, filled in with what both editors changed."""
        merged = with_values(item.row, conflict.merged)
        merged.row, merged.working = item.row, item.working
        form_class = type(context["adminform"].form)
        shown = context["adminform"]
        form = form_class(instance=merged)
        adminform = AdminForm(
            form,
            shown.fieldsets,
            {},  # only of new items
            shown.readonly_fields,
            model_admin=self,
        )
        return {
            "adminform": adminform,
            "conflict": conflict,
            "conflict_list": list(conflict_lines(self.model, conflict)),
            "errors": None,  # nothing is wrong with the text
            "media": self.media + adminform.media,
        }

    # --- Rights -----------------------------------------------------------------------

    def may_publish(self, request):
        opts = self.opts
        codename = get_permission_codename("publish", opts)
        return request.user.has_perm(f"{opts.app_label}.{codename}")

    def has_publish_permission(self, request):
        return self.may_publish(request)

    def has_change_permission(self, request, obj=None):
        """An editor may change every item, an author those of their own."""
        if super().has_change_permission(request, obj):
            return True
        if not self.has_add_permission(request):
            return False
        return obj is None or obj.created_by_id == request.user.pk

    # --- Saving -----------------------------------------------------------------------

    def save_model(self, request, obj, form, change):
        noted = {
            "reason": form.cleaned_data.get("reason", ""),
            "form_key": form.cleaned_data.get("form_key", ""),
        }
        if change:
            form.has_saved = changes.save_draft(obj, obj, request.user, **noted)
        else:
            save = None if obj.slug else lambda: self._save_with_free_slug(obj)
            changes.create(obj, request.user, save=save, **noted)
            form.has_saved = True
        form.has_published = form.is_publishing and self.may_publish(request)
        if form.has_published:
            changes.publish(obj, request.user, reason=noted["reason"])
        request.saved_form = form

    def _save_with_free_slug(self, item):
        save_with_free_slug(item, base_slug(item, *self.slug_texts(item)))

    def slug_texts(self, obj):
        return [getattr(obj, name) for name in self.slug_from]

    def response_add(self, request, obj, post_url_continue=None):
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return self._response_saved(request, obj)

    def response_change(self, request, obj):
        if IS_POPUP_VAR in request.POST:
            return super().response_change(request, obj)
        return self._response_saved(request, obj)

    def _response_saved(self, request, obj):
        """Stay with the item, and say what readers see now."""
        form = request.saved_form
        row = type(obj)._base_manager.get(pk=obj.pk)
        if form.has_published:
            link = row.get_absolute_url()
            sentence = format_html(
                _('Published. <a href="{}">See what readers see</a>.'), link
            )
            if not row.is_published:
                sentence = _("Published. Readers see it once its career is published.")
        elif not form.has_saved:
            sentence = _("Nothing was different from what is saved.")
        elif row.is_live:
            sentence = _("Draft saved. Readers still see what was published before.")
        else:
            sentence = _("Draft saved. Readers do not see it.")
        self.message_user(request, sentence, messages.SUCCESS)
        opts = self.opts
        name = f"admin:{opts.app_label}_{opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[obj.pk]))

    # --- The list ---------------------------------------------------------------------

    def get_list_display(self, request):
        title = self.model.title_field
        return (title, "state", "last_change", *self.list_columns)

    list_columns = ("review_by",)
    list_select_related = ("modified_by",)

    def changelist_view(self, request, extra_context=None):
        more = {"order_url": self.order_address()} if self.may_publish(request) else {}
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
        when = timezone.localtime(item.modified_at).strftime("%-d %b %Y, %H:%M")
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
        self.message_user(request, _("%d published.") % published)

    def _publish_one(self, request, item):
        """None if it was published, "" if nothing was to do, else what was wrong."""
        if item.is_live and not WorkingCopy.objects.of(item).exists():
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
        self.message_user(request, _("%d unpublished.") % len(items))

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
        self.message_user(request, _("%d moved to the trash.") % trashed)

    def get_actions(self, request):
        """Django's own deletes for good."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_view_on_site_url(self, obj=None):
        """Only what readers can see has a page to view."""
        row = getattr(obj, "row", obj)
        return super().get_view_on_site_url(row) if row and row.is_published else None


class GuideContentAdmin(PublishableAdmin):
    """The base of content that belongs to a career."""

    autocomplete_fields = ("career",)
    list_filter = (StateFilter, "career", "review_by")
    list_select_related = ("career", "modified_by")
    ordering = ("career__order", "order", "pk")

    def get_list_display(self, request):
        """Name the career only where there are several."""
        columns = super().get_list_display(request)
        if Career.objects.kept().count() > 1:
            return columns
        return [column for column in columns if column != "career"]


def conflict_lines(model, conflict):
    """What they changed, field by field, and where that is not what you changed."""
    for change in conflict.changes:
        name = change.field.attname
        theirs = {name: change.theirs}
        [difference] = differences(model, {name: change.base}, theirs)
        line = {"difference": difference, "clashes": change.clashes}
        if change.clashes:
            [line["against_mine"]] = differences(model, theirs, {name: change.mine})
        yield line
