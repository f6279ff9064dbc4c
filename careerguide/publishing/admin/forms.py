"""Define the form of content: it saves drafts, publishes, and notices other editors."""

import secrets

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.drafts import notes, side_values
from careerguide.publishing.drafts.conflicts import find_conflict
from careerguide.publishing.drafts.versions import newest_entry
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot

from .form_addresses import ChecksAddress
from .form_faults import OldFaultsPass
from .form_questions import AsksBeforePublishing
from .hidden_fields import DamageIsSaid, hidden_number, hidden_text
from .note_fields import NOTE_FIELDS, NoteFields
from .review_form import FollowsReview

PUBLISH = "_publish"  # the button
TAKE_THEIRS = "theirs"  # fields in which the other editor's text is to be kept

UNSEEN_FIELDS = (
    *("base_version", "base_entry", "base_side_values", "form_key"),
    *("take_over", "plan", "losses"),
)
OWN_FIELDS = ("reason", *NOTE_FIELDS, *UNSEEN_FIELDS)


class PublishableForm(
    DamageIsSaid,
    OldFaultsPass,
    ChecksAddress,
    AsksBeforePublishing,
    FollowsReview,
    NoteFields,
    forms.ModelForm,
):
    may_publish = True  # whether who fills it in may; else “Publish” saves a draft

    base_version = hidden_number()
    base_entry = hidden_number()
    form_key = hidden_text(40)
    # The newest change of words beside texts: see `side_values`.
    base_side_values = hidden_number()
    # The plan that the editor was told of before publishing beside it.
    plan = hidden_text(60)
    # What live pages lose by publishing it, which the editor was told of.
    losses = hidden_text(60)
    # The address that the editor was told is another's past, and may have now.
    take_over = hidden_text(200)
    reason = forms.CharField(
        label=_("What did you change? (For the history, if you like)"),
        label_suffix="",
        required=False,
        max_length=200,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflict = None
        self.known = snapshot(self.instance) if self.instance.pk else {}
        for field in self.fields.values():
            field.widget.form = self  # an editor of text warns of its faults
        self.initial |= {
            "base_version": self.instance.version,
            "base_entry": (newest_entry(self.instance) or 0) if self.known else 0,
            "base_side_values": side_values.newest_change(),
            "form_key": secrets.token_urlsafe(16),
        }
        if row := getattr(self.instance, "row", None):
            self.initial |= self.initial_note(notes.written(row, self.instance.working))

    @cached_property
    def changed_data(self):
        """The fields the editor changed, without what the form keeps for itself."""
        return [name for name in super().changed_data if name not in OWN_FIELDS]

    @property
    def is_publishing(self):
        return PUBLISH in self.data and self.may_publish

    @property
    def asks_too_much(self):
        """Whether somebody pressed “Publish” who may not, or not any more."""
        return PUBLISH in self.data and not self.may_publish

    def _post_clean(self):
        """Check it as a draft, then against other editors, then as a publication."""
        status, self.instance.status = self.instance.status, self.instance.DRAFT
        super()._post_clean()
        self.instance.status = status
        self._take_theirs()
        if not self.errors:
            self.check_address()
        if not self.errors and self.instance.pk:
            self.follow_review()
            self._check_conflict()
        if not self.errors and self.is_publishing:
            self._check_publication()
        if self.is_publishing:
            self.ask_before_publishing()

    def _take_theirs(self):
        sent = MultiValueDict(self.data).getlist(TAKE_THEIRS)
        chosen = set(sent) & self.known.keys()
        if chosen:
            theirs = {name: self.known[name] for name in chosen}
            mixed = apply_snapshot(self.instance, theirs)
            for name in ("row", "working", "plan", "has_draft_as_planned"):
                setattr(mixed, name, getattr(self.instance, name, None))
            self.instance = mixed

    def _check_conflict(self):
        self.conflict = find_conflict(
            self.instance,
            self.known,
            snapshot(self.instance),
            self.cleaned_data.get("base_version"),
            self.cleaned_data.get("form_key"),
        )
        if self.conflict:
            self.add_error(
                None,
                ValidationError(
                    _("Somebody else saved it meanwhile. Nothing is lost: see above."),
                    code="conflict",
                ),
            )

    def _check_publication(self):
        item = apply_snapshot(self.instance, {})
        item.mark_published()
        exclude = set() if item.slug else {"slug"}
        try:
            item.full_clean(exclude=exclude)
        except ValidationError as error:
            self._update_errors(error)

    def _update_errors(self, errors):
        """What is wrong with a field that this form does not have stands on top."""
        found = getattr(errors, "error_dict", {})
        if "slug" in found:
            found["slug"] = [self.explain_taken(error) for error in found["slug"]]
        if found and (others := found.keys() - self.fields.keys() - {NON_FIELD_ERRORS}):
            for name in others:
                found.setdefault(NON_FIELD_ERRORS, []).extend(found.pop(name))
        super()._update_errors(errors)
