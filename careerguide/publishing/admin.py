"""What the admin of all content shares: who may do what, and how a form is laid out."""

from django.contrib import admin, messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ForeignKey, TextField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from careerguide.editor.widgets import MarkdownEditorMixin
from careerguide.models import Career

from .models import Status
from .slugs import base_slug, save_with_free_slug

PUBLISHING_FIELDS = ("status", "publish_at", "unpublish_at")


class PublishableAdmin(MarkdownEditorMixin, admin.ModelAdmin):
    """The base of every content model's admin.

    A subclass names its own fields in `content_fieldsets` and in `slug_from` what a
    slug is made of. Without the right to publish, a person writes drafts: an author
    their own, an editor anybody's.
    """

    content_fieldsets = ()
    slug_from = ("title",)
    actions = ("publish_selected", "unpublish_selected")
    list_per_page = 50
    search_help_text = _("Words of the title or the text")
    readonly_fields = ("first_published_at", "last_change")

    # --- The form ---------------------------------------------------------------------

    def get_fieldsets(self, request, obj=None):
        return (
            *self.content_fieldsets,
            (
                _("Publishing"),
                {
                    "fields": (
                        "status",
                        ("content_updated_on", "review_by"),
                        ("publish_at", "unpublish_at"),
                    ),
                    "description": self._publishing_note(request),
                },
            ),
            (
                _("Address, order and record"),
                {
                    "classes": ("collapse",),
                    "fields": ("slug", "order", "first_published_at", "last_change"),
                },
            ),
        )

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if slug := form.base_fields.get("slug"):
            slug.required = change
        return form

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if self.may_publish(request) else (*fields, *PUBLISHING_FIELDS)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A related item is chosen here, and changed or deleted on its own page."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, ForeignKey) and field:
            field.widget.can_change_related = field.widget.can_delete_related = False
        return field

    def get_prepopulated_fields(self, request, obj=None):
        """Fill in the address of a new item; a known address stays as it is."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def _publishing_note(self, request):
        if self.may_publish(request):
            return _("Times are in the zone of the site: %s.") % (
                timezone.get_current_timezone_name()
            )
        return _("You write drafts. Somebody with the right to publish puts them live.")

    @admin.display(description=_("last change"))
    def last_change(self, item):
        if not item.pk:
            return _("not saved yet")
        when = timezone.localtime(item.modified_at).strftime("%-d %B %Y, %H:%M")
        return f"{when}, {item.modified_by}" if item.modified_by else when

    # --- Rights -----------------------------------------------------------------------

    def may_publish(self, request):
        opts = self.opts
        codename = get_permission_codename("publish", opts)
        return request.user.has_perm(f"{opts.app_label}.{codename}")

    def has_publish_permission(self, request):
        return self.may_publish(request)

    def has_change_permission(self, request, obj=None):
        if self.may_publish(request) and super().has_change_permission(request, obj):
            return True
        if obj is None:
            return super().has_change_permission(request) or self.has_add_permission(
                request
            )
        if obj.status != Status.DRAFT:
            return False
        own = obj.created_by_id == request.user.pk and self.has_add_permission(request)
        return own or super().has_change_permission(request, obj)

    # --- Saving -----------------------------------------------------------------------

    def save_model(self, request, obj, form, change):
        obj.modified_by, obj.modified_at = request.user, timezone.now()
        _unify_newlines(obj)
        if obj.status == Status.PUBLISHED:
            obj.mark_published()
        if change:
            obj.version += 1
            obj.save()
            return
        obj.created_by = request.user
        if obj.slug:
            obj.save()
        else:
            save_with_free_slug(obj, base_slug(obj, *self.slug_texts(obj)))

    def slug_texts(self, obj):
        return [getattr(obj, name) for name in self.slug_from]

    @admin.action(description=_("Publish the selected"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        published = 0
        for item in queryset.exclude(status=Status.PUBLISHED):
            if problem := self.publish(request, item):
                self.message_user(request, f"{item}: {problem}", messages.ERROR)
            else:
                published += 1
        self.message_user(request, _("%d published.") % published)

    @admin.action(description=_("Unpublish the selected"), permissions=["publish"])
    def unpublish_selected(self, request, queryset):
        items = list(queryset.filter(status=Status.PUBLISHED))
        for item in items:
            item.status = Status.DRAFT
            self._save_change(request, item)
        self.message_user(request, _("%d unpublished.") % len(items))

    def publish(self, request, item):
        """Publish one item; return what stands in the way, or nothing."""
        item.mark_published()
        try:
            item.full_clean()
        except ValidationError as error:
            return " ".join(error.messages)
        self._save_change(request, item)
        return ""

    def _save_change(self, request, item):
        with transaction.atomic():
            self.save_model(request, item, form=None, change=True)
            self.log_change(request, item, [{"changed": {"fields": ["status"]}}])

    def get_view_on_site_url(self, obj=None):
        """Only what readers can see has a page to view."""
        return super().get_view_on_site_url(obj) if obj and obj.is_published else None


class GuideContentAdmin(PublishableAdmin):
    """The base of content that belongs to a career."""

    autocomplete_fields = ("career",)
    list_filter = ("status", "career", "review_by")
    list_select_related = ("career",)
    ordering = ("career__order", "order", "pk")

    def get_list_display(self, request):
        """Name the career only where there are several."""
        columns = super().get_list_display(request)
        if Career.objects.count() > 1:
            return columns
        return [column for column in columns if column != "career"]


def _unify_newlines(item):
    """Browsers send CRLF; one kind of line end keeps texts comparable."""
    for field in item._meta.concrete_fields:
        if isinstance(field, TextField):
            text = getattr(item, field.attname)
            setattr(item, field.attname, text.replace("\r\n", "\n"))
