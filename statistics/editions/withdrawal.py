"""Withdraw an edition: its address says why, and its files are served no more."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careerguide.publishing.drafts.rows import draft_of, lock
from careerguide.publishing.models.history import Event, add_revision
from careerguide.publishing.models.note_text import one_line, validate_note
from careerguide.publishing.signals import Change, announce

from .models import MOST_REASON, Edition


class WithdrawalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why is it withdrawn?"),
        label_suffix="",
        max_length=MOST_REASON,
        help_text=gettext_lazy(
            "Readers see this at its address: The numbers of 2019 were those of 2018."
        ),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def clean_reason(self):
        reason = one_line(self.cleaned_data["reason"])
        validate_note(reason)
        return reason


def withdraw(edition, by, reason):
    """Withdraw an edition for good; its number is not given again.

    Return whether that was news. Raises ValidationError for what readers see as the
    table's own page says it.
    """
    with transaction.atomic():
        row = lock(edition.table)
        found = Edition.objects.filter(pk=edition.pk, withdrawn_at=None)
        if row.is_published and row.edition and row.edition.number == edition.number:
            raise ValidationError(
                _(
                    "This is what the table’s page shows. Correct the table, or "
                    "unpublish it, and withdraw this edition then."
                )
            )
        is_news = found.update(
            withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_reason=reason
        )
        if is_news:
            announce(Change.PUBLISHED, row)
            entry = _("Edition %(number)d: %(reason)s")
            entry %= {"number": edition.number, "reason": reason}
            add_revision(draft_of(row), Event.WITHDRAWN, by, entry)
        return bool(is_news)
