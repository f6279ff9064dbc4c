"""Confirm each action on an item, beside its text, on a page of its own.

Each page says what will happen before it does: nobody unpublishes by a slip.
"""

from functools import partial

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from careerguide.http.keys import is_key
from careerguide.publishing.drafts.plans import plan_of
from careerguide.publishing.drafts.references import referrers_of
from careerguide.publishing.drafts.versions import StaleVersion
from careerguide.publishing.drafts.waiting import held_sentence
from careerguide.publishing.impact.hiding import losses, pages_of, summary_of_pages
from careerguide.publishing.impact.publishing import token_of

from .confirmed_actions import CONFIRMED_ACTIONS
from .versions import DecisionForm, OtherLosses, meanwhile

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
                return HttpResponseRedirect(self.page_after(row))
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

    def page_after(self, row):
        """Return the address of the page that follows on an action that was done."""
        return (
            self.page_at("changelist")
            if row.trashed_at
            else self.page_of(row, "change")
        )

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
