"""What an editor decides about an item beside its text: each on a page of its own.

Each page says what will happen before it does: nobody unpublishes by a slip.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import changes
from .times import LocalDateTimeField
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
    needs_publisher: bool = True
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
            needs_publisher=False,
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
    )
}


TRASH = Decision(
    "delete",
    _("Move to trash"),
    _("Move “%s” to the trash?"),
    _(
        "Readers no longer find it. It can be taken out of the trash again, with its "
        "address and its history, for %d days."
    )
    % settings.TRASH_DAYS,
    _("It is in the trash, and can be taken out again."),
    changes.trash,
    lambda row, working: row.trashed_at is None,
    is_grave=True,
)
NEEDED = _("“%s” is needed and stays")


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why? (For the history, if you like)"),
        label_suffix="",
        required=False,
        max_length=200,
    )


class ScheduleForm(forms.Form):
    publish_at = LocalDateTimeField(
        label=_("Publish at"),
        required=False,
        widget=AdminSplitDateTime(),
        help_text=_("Readers see it from this moment on."),
    )
    unpublish_at = LocalDateTimeField(
        label=_("Unpublish at"),
        required=False,
        widget=AdminSplitDateTime(),
        help_text=_("Hidden from this moment on. Leave it empty to keep it published."),
    )
    reason = forms.CharField(
        label=_("Why? (For the history, if you like)"),
        label_suffix="",
        required=False,
        max_length=200,
    )


class Decisions:
    """For the admin of content: the pages, and which of them an item offers."""

    def get_urls(self):
        opts = self.opts

        def page(word, view, **kwargs):
            return path(
                f"<path:object_id>/{word}/",
                self.admin_site.admin_view(view),
                kwargs,
                name=f"{opts.app_label}_{opts.model_name}_{word}",
            )

        return [
            *(page(name, self.decision_view, name=name) for name in DECISIONS),
            page("schedule", self.schedule_view),
            *super().get_urls(),
        ]

    def decisions_for(self, request, row, working):
        """(button, address) of what this person may decide about the item now."""
        found = [
            (decision.button, self.page_of(row, decision.name))
            for decision in DECISIONS.values()
            if decision.applies(row, working) and self._may(request, row, decision)
        ]
        if self.may_publish(request):
            found.insert(0, (_("Schedule"), self.page_of(row, "schedule")))
        return found

    def page_of(self, item, name, *more):
        opts = self.opts
        route = f"admin:{opts.app_label}_{opts.model_name}_{name}"
        return reverse(route, args=[item.pk, *more])

    def _may(self, request, row, decision):
        if decision.needs_publisher:
            return self.may_publish(request)
        return self.has_change_permission(request, row)

    def item_or_404(self, request, object_id):
        item = self.get_object(request, unquote(object_id))
        if item is None:
            raise Http404
        return item

    def decision_view(self, request, object_id, name):
        item, decision = self.item_or_404(request, object_id), DECISIONS[name]
        if not self._may(request, item.row, decision):
            raise PermissionDenied
        if not decision.applies(item.row, item.working):
            self.message_user(
                request,
                _("There is nothing to do: see where it stands."),
                messages.WARNING,
            )
            return HttpResponseRedirect(self.page_of(item, "change"))
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            decision.carry_out(item, request.user, reason=form.cleaned_data["reason"])
            self.message_user(request, decision.done, messages.SUCCESS)
            return HttpResponseRedirect(self.page_of(item, "change"))
        context = {
            "title": decision.question % item,
            "decision": decision,
            "form": form,
        }
        return self._page(request, item, "decision.html", context)

    def delete_view(self, request, object_id, extra_context=None):
        """At Django's address for deleting: to the trash, unless something needs it."""
        item = self.item_or_404(request, object_id)
        if not self.has_delete_permission(request, item):
            raise PermissionDenied
        hindrances = users_of(item.row)
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and not hindrances:
            changes.trash(item, request.user, reason=form.cleaned_data["reason"])
            self.message_user(request, TRASH.done, messages.SUCCESS)
            opts = self.opts
            name = f"admin:{opts.app_label}_{opts.model_name}_changelist"
            return HttpResponseRedirect(reverse(name))
        context = {
            "title": (NEEDED if hindrances else TRASH.question) % item,
            "decision": TRASH,
            "hindrances": hindrances,
            "form": form,
        }
        return self._page(request, item, "decision.html", context)

    def schedule_view(self, request, object_id):
        item = self.item_or_404(request, object_id)
        if not self.may_publish(request):
            raise PermissionDenied
        row, working = item.row, item.working
        publish_at, unpublish_at = changes.planned(row, working)
        form = ScheduleForm(
            request.POST if request.method == "POST" else None,
            initial={"publish_at": publish_at, "unpublish_at": unpublish_at},
        )
        if request.method == "POST" and form.is_valid():
            try:
                row = changes.schedule(item, request.user, **form.cleaned_data)
            except ValidationError as error:
                self._show_problems(form, error)
            else:
                self.message_user(request, said(row, changes.working_copy(row)))
                return HttpResponseRedirect(self.page_of(item, "change"))
        context = {
            "title": _("When is “%s” shown?") % item,
            "form": form,
            "zone": timezone.get_current_timezone_name(),
            "media": self.media + form.media,
        }
        return self._page(request, item, "schedule.html", context)

    def _show_problems(self, form, error):
        """Problems of the text, too, which are mended in its own form."""
        if not hasattr(error, "error_dict"):
            form.add_error(None, error)
            return
        for name, problems in error.error_dict.items():
            if name in form.fields:
                form.add_error(name, problems)
                continue
            for problem in ValidationError(problems).messages:
                form.add_error(None, f"{self._label(name)}: {problem}")

    def _label(self, name):
        try:
            return str(self.opts.get_field(name).verbose_name).capitalize()
        except LookupError:
            return _("Before it can be published")

    def _page(self, request, item, template, context):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "item": item,
            "original": item,
            "change_url": self.page_of(item, "change"),
            "media": self.media,
            **context,
        }
        return TemplateResponse(request, f"admin/publishing/{template}", context)


def said(row, working):
    """What the schedule of an item now is, in a sentence."""

    def when(moment):
        return f"{timezone.localtime(moment):%-d %B %Y, %H:%M %Z}"

    at, until = changes.planned(row, working)
    sentences = []
    if at:
        sentences.append(_("It will be published on %s.") % when(at))
    if until:
        sentences.append(_("It will be taken down on %s.") % when(until))
    return " ".join(map(str, sentences)) or _("Nothing is scheduled.")
