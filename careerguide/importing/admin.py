"""Administer imports: each has a page by its state, from the upload to the drafts."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from careerguide.http.keys import is_key
from careerguide.publishing.admin.object_urls import ItemPages

from . import services
from .models import Import, State
from .screens.again import VersionPages
from .screens.blocks import BlockPages
from .screens.making import MakingPages
from .screens.publishing import PublishingPages
from .screens.review import ReviewPages
from .screens.upload import UploadPages


@admin.register(Import)
class ImportAdmin(
    UploadPages,
    ReviewPages,
    BlockPages,
    MakingPages,
    PublishingPages,
    VersionPages,
    ItemPages,
    admin.ModelAdmin,
):
    """An author reviews their own imports, an editor anybody's."""

    keeps_text = True  # the script of its form does: error pages say so
    list_display = ("name", "state", "created_by", "created_at")
    list_filter = ("state", "kind")
    search_fields = ("name__folds",)
    list_select_related = ("created_by",)
    actions = None
    change_list_template = "admin/importing/change_list.html"

    def get_queryset(self, request):
        found = super().get_queryset(request).listed()
        if self._sees_all(request):
            return found
        return found.filter(created_by=request.user)

    def _sees_all(self, request):
        return request.user.has_perm("importing.change_import")

    def get_urls(self):
        pages = {
            "progress": self.progress_view,
            "read-again": self.start_again_view,
            "do": self.do_view,
            "create": self.create_view,
            "publish": self.publish_view,
            "undo": self.undo_view,
            "reopen": self.reopen_view,
            "versions": self.versions_view,
        }
        paths = [
            self.page_path(f"<path:object_id>/{name}/", view, name.replace("-", "_"))
            for name, view in pages.items()
        ]
        deeper = {
            "block": ("blocks/<slug:block>", self.block_view),
            "table": ("tables/<slug:block>", self.table_view),
            "picture": ("pictures/<int:number>", self.picture_view),
        }
        paths += [
            self.page_path(f"<path:object_id>/{address}/", view, name)
            for name, (address, view) in deeper.items()
        ]
        return [*paths, *super().get_urls()]

    # --- Who may what -----------------------------------------------------------------

    def has_add_permission(self, request):
        return services.may_import(request.user)

    def has_change_permission(self, request, obj=None):
        if obj is None:
            return super().has_change_permission(request)
        return services.may_change(request.user, obj)

    def has_view_permission(self, request, obj=None):
        return self.has_add_permission(request) or super().has_view_permission(
            request, obj
        )

    def has_delete_permission(self, request, obj=None):
        if obj is None:
            return super().has_delete_permission(request)
        return services.may_change(request.user, obj)

    def import_or_404(self, request, object_id, to_change=False):
        """The import, if this person may see it, and where asked also change it."""
        record = self.item_or_404(request, object_id)
        if to_change and not services.may_change(request.user, record):
            raise PermissionDenied
        return record

    def changelist_view(self, request, extra_context=None):
        context = {"title": self.opts.verbose_name_plural.capitalize()}
        return super().changelist_view(request, context | (extra_context or {}))

    # --- Pages ------------------------------------------------------------------------

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Show the page that fits how far the import is."""
        record = None
        if is_key(object_id):
            record = self.get_queryset(request).whole().filter(pk=object_id).first()
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not services.may_change(request.user, record):
            raise PermissionDenied
        if record.state in (State.READING, State.FAILED):
            return self.reading_page(request, record)
        if record.state == State.REVIEW:
            review = services.review_of(record)
            return self.review_page(request, record, review=review)
        return self.made_page(request, record)

    def picture_view(self, request, object_id, number):
        """A picture of the document, which only who reviews it may see."""
        record = self.import_or_404(request, object_id)
        try:
            kind, data = services.picture(record.pk, number)
        except services.Refused:
            return HttpResponse(status=404)
        return HttpResponse(
            data,
            content_type=kind,
            headers={
                "Cache-Control": "private, max-age=3600",
                "X-Content-Type-Options": "nosniff",
                "Content-Security-Policy": "default-src 'none'; sandbox",
            },
        )

    def get_deleted_objects(self, objs, request):
        """Name the imports alone: their steps, files and pictures are parts of them."""
        return [str(record) for record in objs], {}, set(), []

    def delete_model(self, request, obj):
        services.delete(obj.pk, request.user)

    def say_refused(self, request, refusal):
        for sentence in refusal.sentences:
            self.message_user(request, sentence, messages.ERROR)

    def response_delete(self, request, obj_display, obj_id):
        sentence = _("“%s” is deleted, with its file; what it made stays.")
        self.message_user(request, sentence % obj_display, messages.SUCCESS)
        return HttpResponseRedirect(self.page_at("changelist"))
