"""Apply an action to many items of a list, once a page has named each of them.

Each item is a transaction of its own, about the version that the page showed.
"""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from careerguide.publishing.checks import live_faults
from careerguide.publishing.checks.assumptions import published_together
from careerguide.publishing.drafts.rows import working_copy
from careerguide.publishing.drafts.versions import StaleVersion
from careerguide.publishing.drafts.waiting import held_sentence
from careerguide.publishing.models.history import MOST_REASON

from .bulk_listing import (
    PUBLISH,
    TRASH,
    UNPUBLISH,
    hindrance_of,
    listed,
    losses_tokens,
    unnoted_changes,
)
from .bulk_notes import BulkNoteForm
from .versions import DecisionForm, OtherLosses, meanwhile

CONFIRM = "_decide"  # the button of the page
MOST = 100  # items that a page can name


class BulkDecisions:
    """Add the actions of its list to the admin of content."""

    actions = (
        *("publish_selected", "unpublish_selected"),
        *("review_selected", "trash_selected"),
    )

    @admin.action(description=_("Publish the selected …"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        return self._decide(request, PUBLISH, queryset)

    @admin.action(description=_("Unpublish the selected …"), permissions=["publish"])
    def unpublish_selected(self, request, queryset):
        return self._decide(request, UNPUBLISH, queryset)

    @admin.action(
        description=_("Move the selected to the trash …"), permissions=["delete"]
    )
    def trash_selected(self, request, queryset):
        return self._decide(request, TRASH, queryset)

    def get_actions(self, request):
        """Leave out Django's own action, which deletes for good."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def changelist_view(self, request, extra_context=None):
        """Refuse what this person may not decide, or may no longer."""
        action = request.POST.get("action")
        if action in self.actions and action not in self.get_actions(request):
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def _decide(self, request, action, queryset):
        """Show the page, or do what it was sent for; None leads back to the list.

        What is published with what it links to is judged as if that was public.
        """
        keys = set(request.POST.getlist(ACTION_CHECKBOX_NAME))
        everything = request.POST.get("select_across") == "1"
        count = queryset.count() if everything else len(keys)
        if count > MOST:
            sentence = _("Choose %d at most: the next page names each of them.") % MOST
            self.message_user(request, sentence, messages.WARNING)
            return None
        if everything:
            keys = set(queryset.values_list("pk", flat=True))
        # Not as the list is filtered: they may have changed their state since.
        items = self.get_queryset(request).filter(pk__in=keys)
        self._say_who_is_missing(request, len(keys) - len(items))
        with published_together(items if action is PUBLISH else ()):
            if CONFIRM not in request.POST:
                return self._confirmation(request, action, items)
            return self._carry_out(request, action, items)

    def _say_who_is_missing(self, request, missing):
        if missing:
            sentence = ngettext(
                "%d of them is no longer here.",
                "%d of them are no longer here.",
                missing,
            )
            self.message_user(request, sentence % missing, messages.WARNING)

    def _carry_out(self, request, action, items):
        """Decide about each; what cannot be done as shown stands on the page again."""
        changes, note_form = {}, None
        if action is PUBLISH:
            rows = self._rows(request, items)
            changes = {r.pk: c for r, c in unnoted_changes(self.model, rows).items()}
            note_form = BulkNoteForm(request.POST)
            note_form.is_valid()
            note_form.check_note([one for found in changes.values() for one in found])
            if not note_form.is_valid():
                return self._confirmation(request, action, items, note_form=note_form)
        done, again, stale, failed, losing = 0, [], {}, {}, set()
        for item in items:
            form = DecisionForm(item, request.POST, prefix=item.pk)
            form.is_valid()
            if hindrance_of(action, item, working_copy(item))[0]:
                again.append(item)
                continue
            try:
                with form.agreed(
                    partial(self._losses_token_listed, request, action, item)
                ):
                    more = {}
                    if note_form:
                        more["note"] = note_form.note_for(changes.get(item.pk))
                    row = action.carry_out(
                        item,
                        request.user,
                        shown=form.shown,
                        reason=_reason(request),
                        **more,
                    )
                done += 1
                if held := held_sentence(row):
                    self.message_user(request, held, messages.WARNING)
            except OtherLosses:
                losing.add(item.pk)
                again.append(item)
            except StaleVersion:
                stale[item.pk] = form.shown
                again.append(item)
            except ValidationError as error:
                failed[item.pk] = live_faults.error_text(item, error)
                again.append(item)
            except IntegrityError:  # since we looked, a moment ago
                failed[item.pk] = _("Another item has its address by now.")
                again.append(item)
            except self.model.DoesNotExist:
                self._say_who_is_missing(request, 1)
        if done:
            self.message_user(request, action.done % done, messages.SUCCESS)
        if not again:
            return None
        return self._confirmation(
            request, action, again, stale, failed, losing, note_form
        )

    def _losses_token_listed(self, request, action, item):
        tokens = losses_tokens(action, self.model, self._rows(request, [item]))
        return tokens.get(item.pk, "")

    def _rows(self, request, items):
        rows = self.get_queryset(request).filter(pk__in=[item.pk for item in items])
        return list(rows.select_related(*_career(self.model)))

    def _confirmation(
        self,
        request,
        action,
        items,
        stale=None,
        failed=None,
        losing=(),
        note_form=None,
    ):
        rows = self._rows(request, items)
        found = listed(action, self.model, rows, failed)
        if not found:
            return None
        for one, row in zip(found, rows, strict=True):
            one.has_other_losses = row.pk in losing
            if shown := (stale or {}).get(row.pk):
                one.meanwhile = meanwhile(row, one.item, shown)
        context = {
            **self.admin_site.each_context(request),
            "title": action.wording.title_of(found),
            "consequence": action.wording.consequence_of(found),
            "opts": self.opts,
            "action": action,
            "listed": found,
            "is_stale": bool(stale),
            "has_other_losses": bool(losing),
            "may_go_on": any(not one.hindrance for one in found),
            "reason": _reason(request),
            "note_form": self._note_form(found, note_form),
            "zone": timezone.get_current_timezone_name(),
            "media": self.media,
        }
        template = "admin/publishing/bulk_decision.html"
        return TemplateResponse(request, template, context)

    def _note_form(self, found, sent):
        """Return the form of a note for readers, where one is asked for."""
        changes = [change for one in found for change in one.number_changes]
        if not changes:
            return None
        form = sent or BulkNoteForm()
        form.number_changes = changes
        return form


def _career(model):
    return [field.name for field in model._meta.fields if field.name == "career"]


def _reason(request):
    reason = request.POST.get("reason", "").replace("\0", "")
    return " ".join(reason.split())[:MOST_REASON]
