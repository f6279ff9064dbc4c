"""Check the version that a confirmation page showed, and say what changed meanwhile."""

from contextlib import contextmanager
from dataclasses import dataclass

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from careerguide.http.keys import is_key
from careerguide.publishing.drafts import rows
from careerguide.publishing.drafts.conflicts import values_at
from careerguide.publishing.drafts.diff import differences
from careerguide.publishing.drafts.shown_locks import lock_shown_by
from careerguide.publishing.drafts.versions import ShownVersion
from careerguide.publishing.models.history import BESIDE_CONTENT, Event
from careerguide.publishing.models.snapshots import snapshot

from .hidden_fields import hidden, hidden_number, hidden_text


class OtherLosses(Exception):
    """Live pages lose something else by now than was shown; nothing was done."""


class DecisionForm(forms.Form):
    """A form that decides about `row`: which version it was shown, and why."""

    base_version = hidden_number()
    base_entry = hidden_number()
    base_live = hidden(forms.NullBooleanField)
    # What live pages lose by it, as the page names it: see `token_of`.
    base_losses = hidden_text(60)
    reason = forms.CharField(
        label=_("Why? (For the history, if you like)"),
        label_suffix="",
        required=False,
        max_length=200,
    )

    @classmethod
    def sent(cls, request, row, **kwargs):
        """Return the form of `row` with what a POST brings, or to be filled in."""
        return cls(row, request.POST if request.method == "POST" else None, **kwargs)

    def __init__(self, row, data=None, *, initial=None, now=None, **kwargs):
        now = now or ShownVersion.of(row)
        shown = {"base_version": now.version, "base_entry": now.entry}
        shown["base_live"] = now.is_live
        super().__init__(data, initial={**(initial or {}), **shown}, **kwargs)
        self.row = row

    def clean(self):
        """A version that is none is not shown: see `shown`."""
        for name in ("base_version", "base_entry", "base_losses"):
            self.errors.pop(name, None)
        return super().clean()

    @property
    def shown(self):
        """The ShownVersion that was sent; of nothing, if none was."""
        sent = self.cleaned_data.get
        version = sent("base_version") or 0
        return ShownVersion(version, sent("base_entry"), sent("base_live"))

    def decided(self):
        """Return what was filled in, without the version."""
        return {
            name: value
            for name, value in self.cleaned_data.items()
            if not name.startswith("base_")
        }

    def name_losses(self, token):
        """Say which losses the page names, where nothing was sent yet."""
        self.initial["base_losses"] = token

    @contextmanager
    def agreed(self, token_of_losses):
        """A transaction for the decision; raises OtherLosses, and takes it back.

        Unless the page named what the function returns a token of, or nothing is lost.
        It is asked once the row is locked: nothing can begin to show it meanwhile. What
        was shown is compared at the end, so that a StaleVersion goes first.
        """
        with transaction.atomic():
            lock_shown_by(self.row)
            rows.lock(self.row)
            token = token_of_losses()
            yield
            if token and self.cleaned_data.get("base_losses") != token:
                raise OtherLosses

    def shown_anew(self):
        """Return the form with what was filled in, for the item as it is now."""
        return type(self)(self.row, initial=self.cleaned_data)


@dataclass(frozen=True)
class Meanwhile:
    """What happened to an item since a page was shown: history entries, newest first,
    who made them, the Difference of each field, and what the clock did, or ""."""

    entry_list: list
    authors: list
    difference_list: list
    hour: str = ""


def meanwhile(row, draft, shown):
    """Return the Meanwhile of `row`, whose content is `draft` now, since `shown`."""
    entries = row.history.exclude(event__in=(*BESIDE_CONTENT, Event.FOUND))
    if shown.entry is not None and is_key(shown.entry):
        since = entries.filter(pk__gt=shown.entry)
        seen = row.history.filter(pk=shown.entry).first()
        before = seen.content if seen else {}
        before = before or values_at(row, shown.version)
    elif is_key(shown.version) and shown.version:
        since = entries.filter(version__gt=shown.version)
        before = values_at(row, shown.version)
    else:
        since, before = entries.none(), {}
    since = list(since.listed()[:10])
    now = snapshot(draft)
    return Meanwhile(
        entry_list=since,
        authors=list(dict.fromkeys(e.author for e in since if e.author)),
        difference_list=differences(type(row), before, now) if before else [],
        hour=_hour_since(row, shown),
    )


def _hour_since(row, shown):
    """That the row shows by itself since it was shown, or hides, in a sentence."""
    if shown.is_live in (None, row.is_live) or row.status != row.PUBLISHED:
        return ""
    if row.is_live:
        sentence, moment = (
            _("Its hour has come: readers see it since %s."),
            row.publish_at,
        )
    else:
        sentence, moment = _("It was taken down as planned on %s."), row.unpublish_at
    if moment is None:
        return ""
    return sentence % date_format(timezone.localtime(moment), "DATETIME_FORMAT")
