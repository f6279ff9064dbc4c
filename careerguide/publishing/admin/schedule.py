"""Schedule when an item shows and when it is hidden, on a page for publishers."""

from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from careerguide.publishing.drafts import notes
from careerguide.publishing.drafts.diff import differences
from careerguide.publishing.drafts.plans import plan_of
from careerguide.publishing.drafts.schedule import has_ended, schedule, schedule_of
from careerguide.publishing.drafts.versions import StaleVersion
from careerguide.publishing.drafts.waiting import held_sentence
from careerguide.publishing.impact.hiding import losses, pages_of
from careerguide.publishing.impact.last_seen import last_seen
from careerguide.publishing.impact.number_changes import number_changes
from careerguide.publishing.impact.publishing import publish_losses, token_of
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot

from .fields import LocalDateTimeField
from .note_fields import NOTE_FIELDS, NoteFields
from .versions import DecisionForm, OtherLosses, meanwhile

PLANNED, DRAFT = "planned", "draft"
DROP, AGAIN = "_drop", "_again"  # the buttons beside the first


class ScheduleForm(NoteFields, DecisionForm):
    """Hours, and, where a draft was saved since the plan was made, of which of both.

    What is published then has its note of change from here.
    """

    text = forms.ChoiceField(
        label=_("What is published then"),
        required=False,
        widget=forms.RadioSelect(),
        choices=[
            (PLANNED, _("What is planned now; the later draft stays a draft")),
            (DRAFT, _("The draft of now, in place of what is planned")),
        ],
    )
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

    field_order = ("publish_at", "text", "unpublish_at", *NOTE_FIELDS, "reason")

    def __init__(self, row, data=None, *, has_choice=False, **kwargs):
        super().__init__(row, data, **kwargs)
        self.has_choice = has_choice
        if not has_choice:
            del self.fields["text"]

    def asks_for_note(self, planned, draft):
        """Whether what would be published then changes a number that readers saw, and
        no note is written; the form is refused, then.

        `planned` and `draft` are snapshots, the first None where nothing is planned.
        """
        takes_draft = planned is None or self.cleaned_data.get("text") == DRAFT
        changes = []
        if self.cleaned_data.get("publish_at") and not self.note.is_decided:
            values = draft if takes_draft else planned
            item = apply_snapshot(self.row, values)
            losses = publish_losses(self.row, values)
            changes = number_changes(last_seen(self.row), item, losses)
        self.check_note(changes)
        return not self.is_valid()

    def decided(self):
        """Return the arguments of `schedule`."""
        found = super().decided()
        found["takes_draft"] = found.pop("text", "") == DRAFT
        found["plans_again"] = AGAIN in self.data
        for name in NOTE_FIELDS:
            del found[name]
        found["note"] = self.note
        return found


class SchedulePage:
    """Add the page of hours to the admin of content."""

    def get_urls(self):
        address = "<path:object_id>/schedule/"
        page = self.page_path(address, self.schedule_view, "schedule")
        return [page, *super().get_urls()]

    def schedule_view(self, request, object_id):
        item = self.item_or_404(request, object_id)
        if not self.may_publish(request):
            raise PermissionDenied
        context = {}
        form = self._schedule_form(request, item)
        drops = DROP in request.POST
        if drops:  # whatever else was typed
            form = DecisionForm.sent(request, item.row)
        known = schedule_of(item.row, item.plan)
        is_sent = request.method == "POST" and form.is_valid()
        if is_sent and not drops and form.asks_for_note(known.values, snapshot(item)):
            is_sent = False
        if is_sent:
            end = {"unpublish_at": item.row.unpublish_at} if drops else {}
            decided = form.decided() | end
            has_hour = decided.get("publish_at") or decided.get("unpublish_at")
            takes = has_hour and not drops
            try:
                with form.agreed(partial(self._losses_token_of, item, takes)):
                    row = schedule(item, request.user, shown=form.shown, **decided)
            except ValidationError as error:
                self._show_problems(form, error)
            except StaleVersion:
                item = self.item_or_404(request, object_id)
                context["meanwhile"] = meanwhile(item.row, item, form.shown)
                sent = {} if drops else form.cleaned_data
                form = self._schedule_form(None, item, sent)
            except OtherLosses:
                context["has_other_losses"] = True
                form = self._schedule_form(None, item, form.cleaned_data)
            else:
                self.message_user(request, schedule_sentence(row))
                if held := held_sentence(row):
                    self.message_user(request, held, messages.WARNING)
                return HttpResponseRedirect(self.page_of(item, "change"))
        known, effects = schedule_of(item.row, item.plan), self._effects(item)
        form.name_losses(effects["losses_token"])
        context |= {
            "title": _("When is “%s” shown?") % item,
            "form": form,
            "planned": known,
            **self._changes_for_readers(item, known),
            **effects,
            "zone": timezone.get_current_timezone_name(),
            "media": self.media + form.media,
        }
        return self.page(request, item, "schedule.html", context)

    def _schedule_form(self, request, item, sent=None):
        """The form as it was sent, or filled in with what is planned, or was `sent`."""
        known = schedule_of(item.row, item.plan)
        initial = {
            "publish_at": known.publish_at,
            "unpublish_at": known.unpublish_at,
            "text": PLANNED,
            **ScheduleForm.initial_note(
                notes.written(item.row, item.plan, item.working)
            ),
        }
        has_draft = item.working is not None
        options = {
            "initial": initial | (sent or {}),
            "has_choice": has_draft and known.values not in (None, snapshot(item)),
        }
        if request is None:
            return ScheduleForm(item.row, **options)
        return ScheduleForm.sent(request, item.row, **options)

    def _changes_for_readers(self, item, known):
        """What the planned version, and the draft, would change for readers."""
        if not item.row.is_live:
            return {}
        now, draft = snapshot(item.row), snapshot(item)
        planned = draft if known.values is None else known.values
        found = {"difference_list": differences(self.model, now, planned)}
        if planned != draft != now:
            found["draft_difference_list"] = differences(self.model, now, draft)
        return found

    def _losses_token_of(self, item, takes):
        return self._effects(item)["losses_token"] if takes else ""

    def _effects(self, item):
        """What is lost when the item is hidden, and when it is published."""
        found = self.effects(item.row)
        known = schedule_of(item.row, item.plan)
        lost = found["publish_loss_list"] = self._publish_losses(item, known)
        pages = pages_of(item.row) if found["pages_with_it"] else []
        found["losses_token"] = token_of([*lost, *found["loss_list"]], pages)
        return found

    def _publish_losses(self, item, known):
        """What live pages lose by the draft, or by what is planned already."""
        if known.values is None and item.working is None and item.row.is_live:
            return []  # there is nothing to plan
        draft = snapshot(item)
        found = publish_losses(item.row, draft)
        if known.values not in (None, draft):
            pages = {loss.page for loss in found}
            planned = publish_losses(item.row, known.values)
            found += [loss for loss in planned if loss.page not in pages]
        return found

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
            return capfirst(self.opts.get_field(name).verbose_name)
        except LookupError:
            return _("Before it can be published")


def schedule_sentence(row):
    """Return what the schedule of an item now is, in a sentence."""

    def when(moment):
        moment = timezone.localtime(moment)
        return f"{date_format(moment, 'DATETIME_FORMAT')} {moment:%Z}"

    known = schedule_of(row, plan_of(row))
    sentences = []
    if known.publish_at:
        sentences.append(_("It will be published on %s.") % when(known.publish_at))
        if known.values and (lost := publish_losses(row, known.values)):
            sentences.append(_pages_losing(len(lost)))
    if known.unpublish_at and has_ended(row):
        sentences.append(_("It was taken down on %s.") % when(known.unpublish_at))
    elif known.unpublish_at and row.status != row.PUBLISHED:
        sentence = _("Readers do not see it. Once published, it is taken down on %s.")
        sentences.append(sentence % when(known.unpublish_at))
    elif known.unpublish_at:
        sentences.append(_("It will be taken down on %s.") % when(known.unpublish_at))
        if lost := losses(row):
            sentences.append(_pages_losing(len(lost)))
    return " ".join(map(str, sentences)) or _("Nothing is scheduled.")


def _pages_losing(count):
    sentence = ngettext(
        "%d live page loses something then.",
        "%d live pages lose something then.",
        count,
    )
    return sentence % count
