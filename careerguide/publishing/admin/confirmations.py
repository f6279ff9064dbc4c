"""Confirm each action on an item, beside its text, on a page of its own.

Each page says what will happen before it does: nobody unpublishes by a slip.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from careerguide.http.keys import is_key
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.plans import plan_of
from careerguide.publishing.drafts.references import referrers_of
from careerguide.publishing.drafts.versions import StaleVersion
from careerguide.publishing.drafts.waiting import held_sentence
from careerguide.publishing.impact.hiding import losses, pages_of, summary_of_pages
from careerguide.publishing.impact.publishing import token_of

from .versions import DecisionForm, OtherLosses, meanwhile


@dataclass(frozen=True)
class ConfirmedAction:
    name: str  # in the address
    button: str
    question: str
    consequence: str
    done: str
    carry_out: Callable
    applies: Callable  # to an item as the admin has it: its row, draft and plan
    right: str = "publish"
    is_grave: bool = False
    hides: bool = False  # live pages may lose something by it
    unseen: str = ""  # its consequence for what readers do not see, if another

    def consequence_for(self, row):
        return self.consequence if row.is_published else self.unseen or self.consequence


CONFIRMED_ACTIONS = {
    action.name: action
    for action in (
        ConfirmedAction(
            "discard",
            _("Discard draft"),
            _("Discard the draft of “%s”?"),
            _(
                "The text goes back to what was published last. What is discarded "
                "stays in the history."
            ),
            _("The draft was discarded."),
            actions.discard_draft,
            lambda item: item.working is not None and item.plan is None,
            right="change",
            is_grave=True,
        ),
        ConfirmedAction(
            "correct",
            _("Edit what readers see"),
            _("Edit what readers see of “%s”?"),
            _(
                "The form goes back to what is published, so that you can correct it "
                "now. The plan stays, and takes your correction over. What was saved "
                "and is not in the plan stays in the history."
            ),
            _("This is what readers see. The plan stays as it is."),
            actions.discard_draft,
            lambda item: item.working is not None and item.plan is not None,
            right="change",
        ),
        ConfirmedAction(
            "take-plan",
            _("Edit what is planned"),
            _("Edit what is planned for “%s”?"),
            _(
                "What is planned becomes the draft. The plan stays as it is until the "
                "draft is planned in its place, on the page Schedule. The draft of now "
                "stays in the history."
            ),
            _("What is planned is the draft now. The plan stays as it is."),
            actions.take_plan,
            lambda item: item.plan is not None and not item.has_draft_as_planned,
            right="change",
        ),
        ConfirmedAction(
            "unpublish",
            _("Unpublish"),
            _("Unpublish “%s”?"),
            _(
                "Readers no longer find it; its address answers “There is no page "
                "here”. It can be published again at any time."
            ),
            _("Readers no longer see it."),
            actions.unpublish,
            lambda item: item.row.status == item.PUBLISHED,
            hides=True,
            unseen=_(
                "Readers do not see it now, and will not. It can be published again at "
                "any time."
            ),
        ),
        ConfirmedAction(
            "archive",
            _("Archive"),
            _("Archive “%s”?"),
            _(
                "Readers do not find it, and it is marked as no longer worked on. It "
                "can be published again at any time."
            ),
            _("It is archived."),
            actions.archive,
            lambda item: item.row.status != item.ARCHIVED and item.row.was_published,
            hides=True,
        ),
        ConfirmedAction(
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
            actions.trash,
            lambda item: item.row.trashed_at is None,
            right="delete",
            is_grave=True,
            hides=True,
            unseen=format_lazy(
                ngettext_lazy(
                    "Readers do not see it as it is. It can be taken out of the trash "
                    "again, with its address and its history, for {days} day.",
                    "Readers do not see it as it is. It can be taken out of the trash "
                    "again, with its address and its history, for {days} days.",
                    settings.TRASH_DAYS,
                ),
                days=settings.TRASH_DAYS,
            ),
        ),
    )
}
NEEDED = _("“%s” is needed and stays")
NEEDED_BY = _("It can go once none of these needs it:")


class Decisions:
    """Add to the admin of content the confirmation pages that an item offers."""

    def get_urls(self):
        pages = []
        for name in CONFIRMED_ACTIONS:
            view = partial(self.action_view, name=name)
            pages.append(self.page_path(f"<path:object_id>/{name}/", view, name))
        return [*pages, *super().get_urls()]

    def decisions_for(self, request, item):
        """(decision, address) of what this person may decide about the item now."""
        return [
            (action, self.page_of(item, action.name))
            for action in CONFIRMED_ACTIONS.values()
            if action.applies(item) and self._may(request, item.row, action)
        ]

    def _may(self, request, row, action):
        return getattr(self, f"has_{action.right}_permission")(request, row)

    def action_view(self, request, object_id, name):
        action = CONFIRMED_ACTIONS[name]
        if request.method == "POST" and self._is_in_trash(object_id, action):
            self.message_user(request, _("It is in the trash already."))
            return HttpResponseRedirect(self.page_at("changelist"))
        item = self.item_or_404(request, object_id)
        if not self._may(request, item.row, action):
            raise PermissionDenied
        if not action.applies(item):
            sentence = _("There is nothing to do: see where it stands.")
            self.message_user(request, sentence, messages.WARNING)
            return HttpResponseRedirect(self.page_of(item, "change"))
        context = {}
        hindrances = referrers_of(item.row) if name == "delete" else []
        form = DecisionForm.sent(request, item.row)
        effects = self.effects(item.row) if action.hides else {}
        if request.method == "POST" and form.is_valid() and not hindrances:
            try:
                with form.agreed(partial(self._losses_token, item, action)):
                    row = action.carry_out(
                        item, request.user, shown=form.shown, **form.decided()
                    )
            except StaleVersion:
                item = self.item_or_404(request, object_id)
                effects = self.effects(item.row) if action.hides else {}
                context["meanwhile"] = meanwhile(item.row, item, form.shown)
                form.row = item.row
                form = form.shown_anew()
            except OtherLosses:  # of this very moment, perhaps
                item = self.item_or_404(request, object_id)
                hindrances = referrers_of(item.row) if name == "delete" else []
                effects = self.effects(item.row)
                context["has_other_losses"] = True
                form = form.shown_anew()
            else:
                self.message_user(request, action.done, messages.SUCCESS)
                if held := held_sentence(row):
                    self.message_user(request, held, messages.WARNING)
                return HttpResponseRedirect(
                    self.page_at("changelist")
                    if row.trashed_at
                    else self.page_of(item, "change")
                )
        form.name_losses(effects.get("losses_token", ""))
        context |= effects
        context |= {
            "title": (NEEDED if hindrances else action.question) % item,
            "action": action,
            "consequence": NEEDED_BY
            if hindrances
            else action.consequence_for(item.row),
            "hindrances": hindrances,
            "form": form,
        }
        return self.page(request, item, "decision.html", context)

    def _losses_token(self, item, action):
        return self.effects(item.row)["losses_token"] if action.hides else ""

    def _is_in_trash(self, object_id, action):
        """Whether somebody asks a second time for what was done."""
        trashed = self.model._base_manager.filter(trashed_at__isnull=False)
        key = unquote(object_id)
        is_asked = action.name == "delete" and is_key(key)
        return is_asked and trashed.filter(pk=key).exists()

    def effects(self, row):
        """Return what readers and pages lose when the row is hidden."""
        loss_list, pages = losses(row), pages_of(row) if row.is_live else []
        return {
            "loss_list": loss_list,
            "pages_with_it": summary_of_pages(pages),
            "losses_token": token_of(loss_list, pages),
            "plan": plan_of(row),
        }

    def delete_view(self, request, object_id, extra_context=None):
        return self.action_view(request, object_id, "delete")
