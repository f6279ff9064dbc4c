"""Decisions about many items of a list: a page names each before anything is done.

Each item is a transaction of its own, about the version that the page showed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, ngettext_lazy

from . import changes, faults, text_faults
from .admin_versions import DecisionForm, OtherLosses, meanwhile
from .batch import Batch, problems
from .contents import contents
from .differences import differences, related_names
from .losses import losses_of, pages_of, summary_of_pages
from .plans import plan_note
from .publish_losses import losses_by_publishing, token_of
from .scheduling import has_ended, is_waiting
from .states import State
from .targets import published_together
from .usage import users_of
from .values import values_of, with_values
from .versions import StaleVersion

CONFIRM = "_decide"  # the button of the page
MOST = 100  # items that a page can name


@dataclass(frozen=True)
class BulkDecision:
    name: str
    title: str
    button: str
    consequence: str
    done: Callable
    carry_out: Callable
    is_grave: bool = False


@dataclass
class Listed:
    """An item on the page: its form, what would happen to it, or why nothing can."""

    item: object
    form: DecisionForm
    state: State
    hindrance: str = ""
    users: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    difference_list: list = field(default_factory=list)
    content_list: list = field(default_factory=list)
    loss_list: list = field(default_factory=list)
    meanwhile: object = None  # what happened since the page was shown, if anything did
    has_other_losses: bool = False  # than the page named


PUBLISH = BulkDecision(
    "publish_selected",
    _("Publish these?"),
    _("Publish"),
    _("Readers see each of them at once, as it is shown here."),
    ngettext_lazy("%d published.", "%d published."),
    changes.publish,
)
UNPUBLISH = BulkDecision(
    "unpublish_selected",
    _("Unpublish these?"),
    _("Unpublish"),
    _("Readers no longer find them. They can be published again at any time."),
    ngettext_lazy("%d unpublished.", "%d unpublished."),
    changes.unpublish,
)
TRASH = BulkDecision(
    "trash_selected",
    _("Move these to the trash?"),
    _("Move to trash"),
    _("Readers no longer find them. Each can be taken out of the trash again."),
    ngettext_lazy("%d moved to the trash.", "%d moved to the trash."),
    changes.trash,
    is_grave=True,
)


class BulkDecisions:
    """For the admin of content: the actions of its list."""

    actions = ("publish_selected", "unpublish_selected", "trash_selected")

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
        """Django's own deletes for good."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def changelist_view(self, request, extra_context=None):
        """Refuse what this person may not decide, or may no longer."""
        action = request.POST.get("action")
        if action in self.actions and action not in self.get_actions(request):
            raise PermissionDenied
        return super().changelist_view(request, extra_context)

    def _decide(self, request, decision, queryset):
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
        with published_together(items if decision is PUBLISH else ()):
            if CONFIRM not in request.POST:
                return self._confirmation(request, decision, items)
            return self._carry_out(request, decision, items)

    def _say_who_is_missing(self, request, missing):
        if missing:
            sentence = ngettext(
                "%d of them is no longer here.",
                "%d of them are no longer here.",
                missing,
            )
            self.message_user(request, sentence % missing, messages.WARNING)

    def _carry_out(self, request, decision, items):
        """Decide about each; what cannot be done as shown stands on the page again."""
        done, again, stale, failed, losing = 0, [], {}, {}, set()
        tokens = self._tokens(request, decision, items)
        for item in items:
            form = DecisionForm(item, request.POST, prefix=item.pk)
            form.is_valid()
            if self._hindrance(decision, item, changes.working_copy(item))[0]:
                again.append(item)
                continue
            try:
                with form.agreed(tokens.get(item.pk)):
                    decision.carry_out(
                        item, request.user, shown=form.shown, reason=_reason(request)
                    )
                done += 1
            except OtherLosses:
                losing.add(item.pk)
                again.append(item)
            except StaleVersion:
                stale[item.pk] = form.shown
                again.append(item)
            except ValidationError as error:
                failed[item.pk] = faults.in_words(item, error)
                again.append(item)
            except IntegrityError:  # since we looked, a moment ago
                failed[item.pk] = _("Another item has its address by now.")
                again.append(item)
            except self.model.DoesNotExist:
                self._say_who_is_missing(request, 1)
        if done:
            self.message_user(request, decision.done % done, messages.SUCCESS)
        if not again:
            return None
        return self._confirmation(request, decision, again, stale, failed, losing)

    def _tokens(self, request, decision, items):
        """Of the losses that the page would name now, by the keys of the items."""
        rows = self._rows(request, items)
        batch = Batch.of(self.model, rows)
        if decision is PUBLISH:
            wanted = self._wanted(rows, batch)
            lost = zip(wanted, losses_by_publishing([*wanted.items()]), strict=True)
            return {row.pk: token_of(loss_list) for row, loss_list in lost}
        lost = losses_of(rows)
        return {row.pk: token_of(lost[row], _pages_with(row)) for row in rows}

    def _rows(self, request, items):
        rows = self.get_queryset(request).filter(pk__in=[item.pk for item in items])
        return list(rows.select_related(*_career(self.model)))

    def _confirmation(
        self, request, decision, items, stale=None, failed=None, losing=()
    ):
        rows = self._rows(request, items)
        batch = Batch.of(self.model, rows)
        if decision is PUBLISH:
            listed = self._listed_to_publish(rows, batch, failed or {})
        else:
            lost = losses_of(rows)
            listed = [self._listed(decision, row, batch, lost[row]) for row in rows]
        if not listed:
            return None
        for one, row in zip(listed, rows, strict=True):
            one.has_other_losses = row.pk in losing
            if shown := (stale or {}).get(row.pk):
                one.meanwhile = meanwhile(row, one.item, shown)
        context = {
            **self.admin_site.each_context(request),
            "title": decision.title,
            "opts": self.opts,
            "decision": decision,
            "listed": listed,
            "is_stale": bool(stale),
            "has_other_losses": bool(losing),
            "may_go_on": any(not one.hindrance for one in listed),
            "reason": _reason(request),
            "zone": timezone.get_current_timezone_name(),
            "media": self.media,
        }
        template = "admin/publishing/bulk_decision.html"
        return TemplateResponse(request, template, context)

    def _listed(self, decision, row, batch, loss_list):
        """What the page says of an item that would be hidden."""
        hindrance, users = self._hindrance(decision, row)
        listed = _listed(row, batch, hindrance=hindrance, users=users)
        if hindrance:
            return listed
        listed.loss_list, pages = loss_list, _pages_with(row)
        listed.form.name_losses(token_of(loss_list, pages))
        if with_it := summary_of_pages(pages):
            listed.notes.append(_("Hidden with it: %s.") % with_it)
        if row.pk in batch.plans:
            has_draft = row.pk in batch.working_copies
            sentence = (
                _("What is planned for it is dropped, and stays in the history.")
                if has_draft
                else _("What is planned for it becomes its draft.")
            )
            listed.notes.append(sentence)
        return listed

    def _wanted(self, rows, batch):
        """The rows that may be published, and each as it would be then."""
        wanted = {}
        for row in rows:
            if not self._hindrance(PUBLISH, row, batch.working_copies.get(row.pk))[0]:
                wanted[row] = with_values(batch.draft_of(row), {})
                wanted[row].mark_published()
        return wanted

    def _listed_to_publish(self, rows, batch, failed):
        """What the page says of items to be published, and what pages lose by it."""
        wanted = self._wanted(rows, batch)
        found = problems(self.model, list(wanted.items()))
        refused = dict(zip(wanted, found, strict=True))
        lost = losses_by_publishing(list(wanted.items()))
        losses = dict(zip(wanted, lost, strict=True))
        versions = [values_of(item) for item in (*rows, *wanted.values())]
        names = related_names(self.model, versions)
        # A link to one of them that cannot be published leads to what nobody sees.
        going = [row for row in wanted if not refused[row]]
        with published_together(going):
            told = {row: text_faults.all_told(wanted[row]) for row in going}
        listed = []
        for row in rows:
            error = refused.get(row)
            sentence = error and faults.in_words(row, error)
            if sentence := sentence or failed.get(row.pk):
                hindrance = _("It cannot be published: %s") % sentence
            else:
                working = batch.working_copies.get(row.pk)
                hindrance = self._hindrance(PUBLISH, row, working)[0]
            one = _listed(row, batch, hindrance=hindrance)
            if not hindrance:
                one.loss_list = losses[row]
                one.form.name_losses(token_of(losses[row]))
                one.notes += told[row]
                self._add_what_is_new(one, row, batch.plans.get(row.pk), names)
            listed.append(one)
        return listed

    def _add_what_is_new(self, listed, row, plan, names):
        """What readers would see: the changes, or all of what they never saw."""
        model, values, now = self.model, values_of(listed.item), values_of(row)
        if row.is_live:
            listed.difference_list = differences(model, now, values, names)
        else:
            listed.notes.append(_("Readers do not see it: all of it is new to them."))
            listed.content_list = contents(model, values, names)
        if plan:
            listed.notes.append(plan_note(row, plan, values))
        elif is_waiting(row):
            when = date_format(timezone.localtime(row.publish_at), "DATETIME_FORMAT")
            listed.notes.append(_("It is planned for %s: that hour is dropped.") % when)
            listed.difference_list = differences(model, now, values, names)
        elif has_ended(row):
            when = date_format(timezone.localtime(row.unpublish_at), "DATETIME_FORMAT")
            listed.notes.append(
                _("It was taken down on %s: it has no end then.") % when
            )

    def _hindrance(self, decision, row, working=None):
        """Why nothing can be done, and the links to what needs it."""
        if decision is TRASH:
            users = users_of(row)
            return (_("It stays, as it is needed by:") if users else "", users)
        if decision is UNPUBLISH:
            is_hidden = row.status != row.PUBLISHED
            return (_("Nothing to do: it is not published.") if is_hidden else "", [])
        if row.is_live and not working:
            return (_("Nothing to do: readers see exactly this."), [])
        return ("", [])


def _listed(row, batch, **more):
    form = DecisionForm(row, prefix=row.pk, now=batch.shown(row))
    return Listed(batch.draft_of(row), form, State(row.state), **more)


def _pages_with(row):
    """The live pages of a career that readers see, which are hidden with it."""
    return pages_of(row) if row.is_live else []


def _career(model):
    return [field.name for field in model._meta.fields if field.name == "career"]


def _reason(request):
    return " ".join(request.POST.get("reason", "").replace("\0", "").split())[:200]
