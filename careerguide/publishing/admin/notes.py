"""Correct the notes of change of an item, take them back, or write one later."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from careerguide.http.keys import is_key
from careerguide.publishing.drafts import notes
from careerguide.publishing.models.note_text import WrittenNote

from .hidden_fields import hidden_text
from .note_fields import KINDS, NoteText

TAKE_BACK = "_take_back"  # the button


class NoteForm(forms.Form):
    """One note: its kind and words, and those that the page showed."""

    seen_kind = hidden_text(10)
    seen_text = forms.CharField(
        required=False, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=KINDS[1:], widget=forms.RadioSelect()
    )
    text = NoteText()
    reason = forms.CharField(
        label=_("Why? (For the history, if you like)"),
        label_suffix="",
        required=False,
        max_length=200,
    )

    @property
    def wanted(self):
        return WrittenNote(self.cleaned_data["kind"], self.cleaned_data["text"])

    @property
    def seen(self):
        data = self.cleaned_data
        return WrittenNote(data.get("seen_kind", ""), data.get("seen_text", ""))


class NotePages:
    """Add the page of an item's notes to the admin of content."""

    def get_urls(self):
        start = "<path:object_id>/notes/"
        return [
            self.page_path(start, self.notes_view, "notes"),
            self.page_path(f"{start}<str:note_id>/", self.note_view, "note"),
            *super().get_urls(),
        ]

    def notes_view(self, request, object_id):
        """List the notes, and add one about what was published before."""
        item = self._item_to_note(request, object_id)
        is_new = request.method == "POST"
        form = NoteForm(request.POST if is_new else None)
        if is_new and item.row.was_published and form.is_valid():
            notes.add(item, form.wanted, request.user)
            return self._done(request, item, _("Readers see the note now."))
        context = {
            "title": _("What readers are told of “%s”") % item,
            "form": form,
            "note_list": item.row.change_notes.select_related("author", "origin"),
            "note_route": self.route("note"),
        }
        return self.page(request, item, "notes.html", context)

    def note_view(self, request, object_id, note_id):
        """Correct one note, or take it back."""
        item = self._item_to_note(request, object_id)
        notes_of_item = item.row.change_notes.filter(origin=None)
        note = notes_of_item.filter(pk=note_id).first() if is_key(note_id) else None
        if note is None:
            return self._back_to_notes(
                request, item, _("That note is not here any more.")
            )
        form, is_stale = self._form_of_note(request, note), False
        if request.method == "POST" and self._is_whole(request, form):
            seen, reason = form.seen, form.cleaned_data.get("reason", "")
            try:
                if TAKE_BACK in request.POST:
                    notes.take_back(note, request.user, seen=seen, reason=reason)
                    sentence = _("The note is taken back.")
                else:
                    notes.correct(
                        note, form.wanted, request.user, seen=seen, reason=reason
                    )
                    sentence = _("The note says this now.")
                return self._done(request, item, sentence)
            except notes.StaleNote:
                is_stale = True
                note = notes_of_item.filter(pk=note.pk).first()
                if note is None:
                    sentence = _("Somebody has taken that note back meanwhile.")
                    return self._back_to_notes(request, item, sentence)
                form = self._form_of_note(None, note, form.data)
        context = {
            "title": _("A note on “%s”") % item,
            "form": form,
            "note": note,
            "is_stale": is_stale,
            "notes_url": self.page_of(item, "notes"),
        }
        return self.page(request, item, "note.html", context)

    def _form_of_note(self, request, note, sent=None):
        """The form of a note as it is now, with what was `sent` for another, if any."""
        if request is not None and request.method == "POST":
            return NoteForm(request.POST)
        typed = {name: (sent or {}).get(name) for name in ("kind", "text", "reason")}
        stored = {"kind": note.kind, "text": note.text}
        seen = {"seen_kind": note.kind, "seen_text": note.text}
        return NoteForm(initial=stored | {k: v for k, v in typed.items() if v} | seen)

    def _is_whole(self, request, form):
        """Whether it can be done; to take a note back needs no words for another."""
        return form.is_valid() or (
            TAKE_BACK in request.POST and form.errors.keys() <= {"kind", "text"}
        )

    def _item_to_note(self, request, object_id):
        item = self.item_or_404(request, object_id)
        if not self.may_publish(request):
            raise PermissionDenied
        return item

    def _done(self, request, item, sentence):
        return self._back_to_notes(request, item, sentence, messages.SUCCESS)

    def _back_to_notes(self, request, item, sentence, level=messages.WARNING):
        self.message_user(request, sentence, level)
        return HttpResponseRedirect(self.page_of(item, "notes"))
