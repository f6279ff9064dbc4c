"""Save a form of content: as a draft, then published if asked, then reported."""

from contextlib import suppress

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.urls import NoReverseMatch
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.slugs import base_slug, save_with_free_slug
from careerguide.publishing.models.history import Event, Revision

ANOTHER = "_another"  # the box that leads on to a new form


class Saving:
    """For the admin of content."""

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
        made = Revision.objects.of_model(self.model).filter(
            event=Event.CREATED, form_key=key, author=request.user
        )
        entry = made.first() if key and "\x00" not in key else None
        item = entry and self.get_queryset(request).filter(pk=entry.object_id).first()
        if not item:
            return None
        sent = request.POST.copy()
        sent["slug"] = sent.get("slug") or item.slug
        request.POST = sent
        return str(item.pk)

    def save_model(self, request, obj, form, change):
        noted = {
            "reason": form.cleaned_data.get("reason", ""),
            "form_key": form.cleaned_data.get("form_key", ""),
        }
        if change:
            form.has_saved = actions.save_draft(
                obj,
                obj,
                request.user,
                note=form.note,
                has_entry=not form.is_publishing,
                **noted,
            )
        else:
            save = None if obj.slug else lambda: self._save_with_free_slug(obj)
            actions.create(obj, request.user, save=save, **noted)
            form.has_saved = True
        form.has_published = form.is_publishing
        if form.has_published:
            actions.publish(obj, request.user, note=form.note, **noted)
        request.saved_form = form

    def _save_with_free_slug(self, item):
        save_with_free_slug(item, base_slug(item, *self.slug_texts(item)))

    def slug_texts(self, obj):
        """Return what a slug is made of."""
        return [str(obj)]

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
            sentence = _("Published.")
            with suppress(NoReverseMatch):  # a slug of old that no address has now
                sentence = format_html(
                    _('Published. <a href="{}">See what readers see</a>.'),
                    row.get_absolute_url(),
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
        if form.asks_too_much:
            sentence = _(
                "It was not published: your account may not publish, or may no longer. "
                "Ask somebody who may."
            )
            self.message_user(request, sentence, messages.WARNING)
        return HttpResponseRedirect(self._address_after(request, obj))

    def _address_after(self, request, obj):
        """Stay with the item, or begin another of the same guide if that is wanted."""
        if ANOTHER not in request.POST:
            return self.page_of(obj, "change")
        career = getattr(obj, "career_id", None)
        return self.page_at("add") + (f"?career={career}" if career else "")
