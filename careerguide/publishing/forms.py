"""The form of content: it saves drafts, publishes them, and notices other editors."""

import secrets

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from . import beside
from .conflicts import find_conflict
from .form_faults import OldFaultsPass
from .hidden_fields import MOST, DamageIsSaid
from .history import DECISIONS, Event
from .plans import plan_note
from .publish_losses import losses_by_publishing, token_of
from .records import UNPUBLISHED, OldSlug
from .scheduling import has_ended, schedule_of
from .values import same, values_of, with_values
from .versions import newest_entry

PUBLISH = "_publish"  # the button
TAKE_THEIRS = "theirs"  # fields in which the other editor's text is to be kept

UNSEEN_FIELDS = (
    *("base_version", "base_entry", "base_words", "form_key"),
    *("take_over", "plan", "losses"),
)
OWN_FIELDS = ("reason", *UNSEEN_FIELDS)
_unseen = {"autocomplete": "off"}  # or a browser fills in those of another day


def _number():
    hidden = forms.HiddenInput(attrs=_unseen)
    return forms.IntegerField(
        required=False, min_value=0, max_value=MOST, widget=hidden
    )


class PublishableForm(DamageIsSaid, OldFaultsPass, forms.ModelForm):
    may_publish = True  # whether who fills it in may; else “Publish” saves a draft

    base_version = _number()
    base_entry = _number()
    # The newest change of words beside texts: see `beside`.
    base_words = _number()
    # The plan that the editor was told of before publishing beside it.
    plan = forms.CharField(
        required=False, max_length=60, widget=forms.HiddenInput(attrs=_unseen)
    )
    # What live pages lose by publishing it, which the editor was told of.
    losses = forms.CharField(
        required=False, max_length=60, widget=forms.HiddenInput(attrs=_unseen)
    )
    form_key = forms.CharField(
        required=False, max_length=40, widget=forms.HiddenInput(attrs=_unseen)
    )
    reason = forms.CharField(
        label=_("What did you change? (For the history, if you like)"),
        label_suffix="",
        required=False,
        max_length=200,
    )
    # The address that the editor was told is another's past, and may have now.
    take_over = forms.CharField(
        required=False, max_length=200, widget=forms.HiddenInput(attrs=_unseen)
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflict, self.loss_list = None, []
        self.known = values_of(self.instance) if self.instance.pk else {}
        for field in self.fields.values():
            field.widget.item = self.instance  # an editor of text warns of its faults
        self.initial |= {
            "base_version": self.instance.version,
            "base_entry": (newest_entry(self.instance) or 0) if self.known else 0,
            "base_words": beside.newest_change(),
            "form_key": secrets.token_urlsafe(16),
        }

    @cached_property
    def changed_data(self):
        """What the editor changed, without what the form keeps for itself."""
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
            self._check_slug()
        if not self.errors and self.instance.pk:
            self._check_conflict()
        if not self.errors and self.is_publishing:
            self._check_publication()
        if not self.errors and self.is_publishing and self.instance.pk:
            self._check_decisions()
            self._check_plan()
        if self.is_publishing and not self._errors_but_questions():
            self._check_words_beside()
            self._check_losses()

    def _errors_but_questions(self):
        found = self.errors.as_data().values()
        return [error for errors in found for error in errors if error.code != "asked"]

    def _take_theirs(self):
        sent = MultiValueDict(self.data).getlist(TAKE_THEIRS)
        chosen = set(sent) & self.known.keys()
        if chosen:
            theirs = {name: self.known[name] for name in chosen}
            mixed = with_values(self.instance, theirs)
            for name in ("row", "working", "plan", "has_draft_as_planned"):
                setattr(mixed, name, getattr(self.instance, name, None))
            self.instance = mixed

    def _check_conflict(self):
        self.conflict = find_conflict(
            self.instance,
            self.known,
            values_of(self.instance),
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

    def _check_slug(self):
        """An address that another draft wants, or that leads on to another item."""
        item, slug = self.instance, self.instance.slug
        if not slug or slug == self.known.get("slug"):
            return
        wanted = (
            other
            for kind in UNPUBLISHED
            for other in kind.objects.of_model(type(item)).filter(values__slug=slug)
            if other.object_id != item.pk
        )
        if other := next(wanted, None):
            if other.item.trashed_at:
                taken = _in_trash(other.item)
            else:
                taken = _("The draft of “%s” has this address: choose another.")
                taken %= other.item
            self.add_error("slug", taken)
            return
        leading = OldSlug.objects.of_model(type(item)).filter(slug=slug)
        leading = leading.exclude(object_id=item.pk or 0).first()
        if leading and self.cleaned_data.get("take_over") != slug:
            self.add_error(
                "slug",
                _(
                    "This was once the address of “%s”, and old links lead there. "
                    "Choose another, or save again to take it over."
                )
                % leading.item,
            )
            self.data = self.data.copy()
            self.data["take_over"] = slug

    def _check_publication(self):
        item = with_values(self.instance, {})
        item.mark_published()
        exclude = set() if item.slug else {"slug"}
        try:
            item.full_clean(exclude=exclude)
        except ValidationError as error:
            self._update_errors(error)

    def _check_decisions(self):
        """What others decided since the form was shown: publishing undoes it."""
        shown = self.cleaned_data.get("base_entry") or 0
        decided = self.instance.history.filter(event__in=DECISIONS)
        if key := self.cleaned_data.get("form_key"):
            decided = decided.exclude(form_key=key)  # a second click
        last = decided.select_related("history_user").first()
        if last is None or last.pk <= shown:
            return
        if last.event == Event.PUBLISHED and same(self.instance, self.instance.row):
            return  # just what readers see
        self._ask(
            "base_entry",
            last.pk,
            _(
                "Meanwhile, at %(hour)s: %(event)s by %(who)s. %(why)s To publish "
                "all the same, press “Publish” again."
            )
            % {
                "hour": date_format(timezone.localtime(last.history_date), "H:i"),
                "event": last.get_event_display(),
                "who": last.history_user or _("somebody"),
                "why": last.history_change_reason,
            },
        )

    def _check_plan(self):
        """Ask before something is published beside what is planned, or before it."""
        row, plan = self.instance.row, self.instance.plan
        known = schedule_of(row, plan)
        if known.publish_at is None:
            self._check_end(row)
            return
        token = f"{known.version}.{known.publish_at.timestamp()}"
        token += f".{plan.pk}.{plan.is_held:d}" if plan else ""
        if self.cleaned_data.get("plan") == token:
            return
        when = date_format(timezone.localtime(known.publish_at), "DATETIME_FORMAT")
        if plan:
            said = _("A change is planned for %s.") % when
            note = plan_note(row, plan, values_of(self.instance))
        else:
            said = _("It is planned for %s, and readers do not see it yet.") % when
            note = _("That hour is dropped if you publish it now.")
        again = _("To publish this now, press “Publish” again.")
        self._ask("plan", token, f"{said} {note} {again}")

    def _check_end(self, row):
        """Ask before what the clock took down is shown again."""
        if not has_ended(row):
            return
        token = f"end.{row.unpublish_at.timestamp()}"
        if self.cleaned_data.get("plan") == token:
            return
        when = date_format(timezone.localtime(row.unpublish_at), "DATETIME_FORMAT")
        sentence = _(
            "It was taken down as planned on %s. To show it again, and for good, press "
            "“Publish” again."
        )
        self._ask("plan", token, sentence % when)

    def _check_words_beside(self):
        """Ask before words go before readers that the form did not show."""
        found = beside.changes_since(
            type(self.instance),
            self.known,
            values_of(self.instance),
            self.cleaned_data.get("base_words") or 0,
        )
        if found:
            sentence = _(
                "Words of a picture were changed meanwhile: %s. To publish it with "
                "them, press “Publish” again."
            )
            self._ask("base_words", beside.newest_change(), sentence % " ".join(found))

    def _check_losses(self):
        """Ask before something is taken from live pages; the page names them."""
        item = with_values(self.instance, {})
        item.mark_published()
        row = getattr(self.instance, "row", None)
        [found] = losses_by_publishing([(row, item)])
        if not found or self.cleaned_data.get("losses") == token_of(found):
            return
        self.loss_list = found
        sentence = ngettext(
            "Publishing this takes something from %d live page, which is named below. "
            "To publish it all the same, press “Publish” again.",
            "Publishing this takes something from %d live pages, which are named "
            "below. To publish it all the same, press “Publish” again.",
            len(found),
        )
        self._ask("losses", token_of(found), sentence % len(found))

    def _ask(self, name, value, sentence):
        """Refuse once; sent again, the form says that the editor knows."""
        self.add_error(None, ValidationError(sentence, code="asked"))
        self.data = self.data.copy()
        self.data[name] = value

    def _explained(self, error):
        """Who has an address that is taken, where no list shows it: in the trash."""
        if error.code != "unique":
            return error
        others = type(self.instance)._base_manager.exclude(pk=self.instance.pk)
        others = others.filter(slug=self.instance.slug, trashed_at__isnull=False)
        other = others.first()
        return ValidationError(_in_trash(other), code="unique") if other else error

    def _update_errors(self, errors):
        """What is wrong with a field that this form does not have stands on top."""
        found = getattr(errors, "error_dict", {})
        if "slug" in found:
            found["slug"] = [self._explained(error) for error in found["slug"]]
        if found and (others := found.keys() - self.fields.keys() - {NON_FIELD_ERRORS}):
            for name in others:
                found.setdefault(NON_FIELD_ERRORS, []).extend(found.pop(name))
        super()._update_errors(errors)


def _in_trash(item):
    return (
        _(
            "“%s” in the trash has this address: choose another, or take it out of the "
            "trash and change it."
        )
        % item
    )
