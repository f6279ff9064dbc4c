"""What an editor decides about an item beside its text: each on a page of its own.

Each page says what will happen before it does: nobody unpublishes by a slip.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from . import changes
from .usage import users_of


@dataclass(frozen=True)
class Decision:
    name: str  # in the address
    button: str
    question: str
    consequence: str
    done: str
    carry_out: Callable
    applies: Callable  # to a row and its working copy
    right: str = "publish"
    is_grave: bool = False


DECISIONS = {
    decision.name: decision
    for decision in (
        Decision(
            "discard",
            _("Discard draft"),
            _("Discard the draft of “%s”?"),
            _(
                "The text goes back to what was published last. What is discarded "
                "stays in the history."
            ),
            _("The draft was discarded."),
            changes.discard_draft,
            lambda row, working: working is not None,
            right="change",
            is_grave=True,
        ),
        Decision(
            "unpublish",
            _("Unpublish"),
            _("Unpublish “%s”?"),
            _(
                "Readers no longer find it; its address answers “There is no page "
                "here”. It can be published again at any time."
            ),
            _("Readers no longer see it."),
            changes.unpublish,
            lambda row, working: row.status == row.PUBLISHED,
        ),
        Decision(
            "archive",
            _("Archive"),
            _("Archive “%s”?"),
            _(
                "Readers do not find it, and it is marked as no longer worked on. It "
                "can be published again at any time."
            ),
            _("It is archived."),
            changes.archive,
            lambda row, working: row.status != row.ARCHIVED and row.was_published,
        ),
        Decision(
            "delete",  # Django's address, on which the admin's links lead
            _("Move to trash"),
            _("Move “%s” to the trash?"),
            format_lazy(
                ngettext_lazy(
                    "Readers no longer find it. It can be taken out of the trash "
                    "again, with its address and its history, for {days} day.",
                    "Readers no longer find it. It can be taken out of the trash "
                    "again, with its address and its history, for {days} days.",
                    settings.TRASH_DAYS,
                ),
                days=settings.TRASH_DAYS,
            ),
            _("It is in the trash, and can be taken out again."),
            changes.trash,
            lambda row, working: row.trashed_at is None,
            right="delete",
            is_grave=True,
        ),
    )
}
NEEDED = _("“%s” is needed and stays")


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why? (For the history, if you like)"),
        label_suffix="",
        required=False,
        max_length=200,
    )


class Decisions:
    """For the admin of content: the pages, and which of them an item offers."""

    def get_urls(self):
        pages = []
        for name in DECISIONS:
            view = partial(self.decision_view, name=name)
            pages.append(self.page_path(f"<path:object_id>/{name}/", view, name))
        return [*pages, *super().get_urls()]

    def decisions_for(self, request, row, working):
        """(decision, address) of what this person may decide about the item now."""
        return [
            (decision, self.page_of(row, decision.name))
            for decision in DECISIONS.values()
            if decision.applies(row, working) and self._may(request, row, decision)
        ]

    def _may(self, request, row, decision):
        return getattr(self, f"has_{decision.right}_permission")(request, row)

    def decision_view(self, request, object_id, name):
        item, decision = self.item_or_404(request, object_id), DECISIONS[name]
        if not self._may(request, item.row, decision):
            raise PermissionDenied
        if not decision.applies(item.row, item.working):
            sentence = _("There is nothing to do: see where it stands.")
            self.message_user(request, sentence, messages.WARNING)
            return HttpResponseRedirect(self.page_of(item, "change"))
        hindrances = users_of(item.row) if name == "delete" else []
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and not hindrances:
            row = decision.carry_out(item, request.user, **form.cleaned_data)
            self.message_user(request, decision.done, messages.SUCCESS)
            return HttpResponseRedirect(
                self.page_at("changelist")
                if row.trashed_at
                else self.page_of(item, "change")
            )
        context = {
            "title": (NEEDED if hindrances else decision.question) % item,
            "decision": decision,
            "hindrances": hindrances,
            "form": form,
        }
        return self.page(request, item, "decision.html", context)

    def delete_view(self, request, object_id, extra_context=None):
        return self.decision_view(request, object_id, "delete")
