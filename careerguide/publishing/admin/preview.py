"""Preview the text in a form as its page, and make links to share it."""

from contextlib import suppress

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import (
    NON_FIELD_ERRORS,
    ObjectDoesNotExist,
    PermissionDenied,
    ValidationError,
)
from django.http import HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careerguide.http.keys import is_key
from careerguide.publishing.checks.texts import all_told
from careerguide.publishing.drafts.slugs import base_slug
from careerguide.publishing.models.related import PreviewLink
from careerguide.publishing.models.snapshots import apply_snapshot, content_fields
from careerguide.publishing.preview.links import address_of, links_of, make_link
from careerguide.publishing.preview.render import NoPreview, preview_of, privately

REVOKE = "_revoke"  # the button, with the key of the link


class Previews:
    """Add previews to the admin of content."""

    def get_urls(self):
        return [
            self.page_path("add/preview/", self.preview_view, "preview_new"),
            self.page_path("<path:object_id>/preview/", self.preview_view, "preview"),
            self.page_path("<path:object_id>/share/", self.share_view, "share"),
            *super().get_urls(),
        ]

    def render_change_form(
        self, request, context, add=False, change=False, form_url="", obj=None
    ):
        if obj is None:
            context["preview_url"] = self.page_at("preview_new")
        else:
            context["preview_url"] = self.page_of(obj, "preview")
            if self.has_change_permission(request, obj):
                context["share_url"] = self.page_of(obj, "share")
        return super().render_change_form(request, context, add, change, form_url, obj)

    def preview_view(self, request, object_id=None):
        """Preview by POST what the form says, saved or not; by GET what is saved."""
        item = self.item_or_404(request, object_id) if object_id else self.model()
        notes = []
        if request.method == "POST":
            if not self._may_write(request, item):
                raise PermissionDenied
            item, notes = self._posted(request, item)
        elif object_id is None or request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["POST"])
        elif not self.has_view_or_change_permission(request, item):
            raise PermissionDenied
        html = ""
        try:
            html = preview_of(item, self._slug_base(item)).text
        except NoPreview as problem:
            notes = [str(problem), *notes]
        if request.get_preferred_type(["text/html", "application/json"]) != "text/html":
            return privately(JsonResponse({"html": html, "notes": notes}))
        context = {
            "title": _("Preview of “%s”") % item if item.pk else _("Preview"),
            "notes": notes,
            "html": html,
        }
        page = TemplateResponse(request, "preview/wrapper.html", context)
        return privately(page)

    def _may_write(self, request, item):
        if item.pk:
            return self.has_change_permission(request, item)
        return self.has_add_permission(request)

    def _posted(self, request, item):
        """The item as the form has it, and sentences on what is wrong with that.

        A value that cannot be kept at all is shown as it was saved. One that only
        must not be published yet is shown: the editor is at work on it.
        """
        saved = apply_snapshot(item, {})
        known = item if item.pk else None
        form = self.get_form(request, known, change=bool(known))(
            request.POST, instance=item
        )
        notes = [
            f"{form.fields[name].label}: {problems[0]}"
            for name, problems in form.errors.items()
            if name != NON_FIELD_ERRORS
        ]
        item = form.instance
        for field in content_fields(self.model):
            try:
                if field.name == "slug" and "slug" in form.errors:
                    raise ValidationError(form.errors["slug"])
                field.clean(getattr(item, field.attname), item)
            except ValidationError:
                setattr(item, field.attname, getattr(saved, field.attname))
        return item, [*notes, *all_told(item)]

    def _slug_base(self, item):
        with suppress(ObjectDoesNotExist):  # a new item may lack its career
            return base_slug(item, *self.slug_texts(item))

    # --- Links for people without an account ------------------------------------------

    def share_view(self, request, object_id):
        item = self.item_or_404(request, object_id)
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        if request.method == "POST":
            if REVOKE in request.POST:
                self._revoke(request, item, request.POST[REVOKE])
            else:
                make_link(item, request.user)
                self.message_user(request, _("The link is made."), messages.SUCCESS)
            return HttpResponseRedirect(self.page_of(item, "share"))
        days = settings.PREVIEW_LINK_DAYS
        context = {
            "title": _("Share a preview of “%s”") % item,
            "link_list": [(link, address_of(link)) for link in links_of(item)],
            "lasts": ngettext("%d day", "%d days", days) % days,
        }
        return self.page(request, item, "share.html", context)

    def _revoke(self, request, item, key):
        links = PreviewLink.objects.of(item)
        if is_key(key) and links.filter(pk=key).delete()[0]:
            sentence = _("The link is revoked: it shows nothing any more.")
        else:
            sentence = _("This link had ended already.")
        self.message_user(request, sentence, messages.SUCCESS)
