"""Ask in the form of content before publishing has effects that nobody saw.

Each refuses the form once, and writes into a hidden field what was told. Sent again
with that, the form goes through; where something else came meanwhile, it asks anew.
"""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from careerguide.languages.dates import short_time
from careerguide.publishing.drafts import side_values
from careerguide.publishing.drafts.plans import plan_note
from careerguide.publishing.drafts.schedule import has_ended, schedule_of
from careerguide.publishing.impact.last_seen import last_seen
from careerguide.publishing.impact.number_changes import number_changes
from careerguide.publishing.impact.publishing import losses_by_publishing, token_of
from careerguide.publishing.models.history import EVENTS_FOR_READERS, Event
from careerguide.publishing.models.snapshots import (
    apply_snapshot,
    same_content,
    snapshot,
)


class AsksBeforePublishing:
    """A mixin for the form of content; `loss_list` names what live pages would lose."""

    loss_list = ()

    def ask_before_publishing(self):
        """Ask, where nothing else is wrong with the form."""
        if not self.errors and self.instance.pk:
            self._check_decisions()
            self._check_plan()
        if not self._errors_but_questions():
            self._check_side_values()
            self._check_losses()
            self._check_note()

    def _errors_but_questions(self):
        found = self.errors.as_data().values()
        return [error for errors in found for error in errors if error.code != "asked"]

    def _check_decisions(self):
        """What others decided since the form was shown: publishing undoes it."""
        shown = self.cleaned_data.get("base_entry") or 0
        decided = self.instance.history.filter(event__in=EVENTS_FOR_READERS)
        if key := self.cleaned_data.get("form_key"):
            decided = decided.exclude(form_key=key)  # a second click
        last = decided.listed().first()
        if last is None or last.pk <= shown:
            return
        if last.event == Event.PUBLISHED and same_content(
            self.instance, self.instance.row
        ):
            return  # just what readers see
        self._ask(
            "base_entry",
            last.pk,
            _(
                "Meanwhile, at %(hour)s: %(event)s by %(who)s. %(why)s To publish "
                "all the same, press “Publish” again."
            )
            % {
                "hour": short_time(timezone.localtime(last.created_at)),
                "event": last.get_event_display(),
                "who": last.author or _("somebody"),
                "why": last.reason,
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
            status = _("A change is planned for %s.") % when
            note = plan_note(row, plan, snapshot(self.instance))
        else:
            status = _("It is planned for %s, and readers do not see it yet.") % when
            note = _("That hour is dropped if you publish it now.")
        again = _("To publish this now, press “Publish” again.")
        self._ask("plan", token, f"{status} {note} {again}")

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

    def _check_side_values(self):
        """Ask before words go before readers that the form did not show."""
        found = side_values.changes_since(
            type(self.instance),
            self.known,
            snapshot(self.instance),
            self.cleaned_data.get("base_side_values") or 0,
        )
        if found:
            sentence = _(
                "Words of a picture were changed meanwhile: %s. To publish it with "
                "them, press “Publish” again."
            )
            self._ask(
                "base_side_values",
                side_values.newest_change(),
                sentence % " ".join(found),
            )

    def _check_losses(self):
        """Ask before something is taken from live pages; the page names them."""
        item = apply_snapshot(self.instance, {})
        item.mark_published()
        row = getattr(self.instance, "row", None)
        [found] = self._losses_found = losses_by_publishing([(row, item)])
        if not found or self.cleaned_data.get("losses") == token_of(found):
            return
        self.loss_list = found
        self._ask("losses", token_of(found), _sentence_on(found))

    def _check_note(self):
        """Ask for a note of change, where a number changes that readers saw."""
        row = getattr(self.instance, "row", None)
        changes = []
        if row is not None and not self.note.is_decided:
            item = apply_snapshot(self.instance, {})
            [losses] = self._losses_found
            changes = number_changes(last_seen(row), item, losses)
        self.check_note(changes)

    def _ask(self, name, value, sentence):
        """Refuse once; sent again, the form says that the editor knows."""
        self.add_error(None, ValidationError(sentence, code="asked"))
        self.data = self.data.copy()
        self.data[name] = value


def _sentence_on(loss_list):
    """What publishing does to live pages, each counted once."""
    losses = [loss for loss in loss_list if not loss.is_change]
    if not losses:
        sentence = ngettext(
            "Publishing this changes a number in %d sentence of a live page, shown "
            "below. To publish it, press “Publish” again.",
            "Publishing this changes numbers in %d sentences of live pages, shown "
            "below. To publish it, press “Publish” again.",
            len(loss_list),
        )
        return sentence % len(loss_list)
    sentence = ngettext(
        "Publishing this takes something from %d live page, which is named below. "
        "To publish it all the same, press “Publish” again.",
        "Publishing this takes something from %d live pages, which are named "
        "below. To publish it all the same, press “Publish” again.",
        len(losses),
    )
    return sentence % len(losses)
