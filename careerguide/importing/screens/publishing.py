"""Serve the page that publishes what an import made, each item by name.

It is the page of the bulk actions in lists, over several kinds of content: each item is
a transaction of its own, about the version that the page showed.
"""

from functools import partial

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from careerguide.importing import services
from careerguide.models import Career
from careerguide.publishing.admin.bulk_listing import (
    PUBLISH,
    hindrance_of,
    listed,
    losses_tokens,
)
from careerguide.publishing.admin.versions import DecisionForm, OtherLosses
from careerguide.publishing.checks import live_faults
from careerguide.publishing.checks.assumptions import published_together
from careerguide.publishing.drafts.rows import working_copy
from careerguide.publishing.drafts.states import DisplayState, with_state
from careerguide.publishing.drafts.versions import StaleVersion

from .making import states_of

WAITING = (DisplayState.DRAFT, DisplayState.LIVE_WITH_DRAFT)
MOST = 400  # items on one page
NEWS = (
    _("Readers see it once its career is published."),
    _("Readers do not see it: all of it is new to them."),
)


class PublishingPages:
    """Add to the admin of imports the page that publishes all of it."""

    def waiting_items(self, request, record, made=None, states=None):
        """Return what an import made and this person may publish: tables first.

        An article shows its tables, and all of it is seen with its career.
        """
        made = services.items(record.pk) if made is None else made
        there = [one.item for one in made if one.item and not one.is_in_trash]
        states = states_of(there) if states is None else states
        found = [
            item
            for item in there
            if states.get(item) in WAITING and self._may_publish(request, item)
        ]
        found.reverse()
        found.sort(key=_turn)
        return found[:MOST]

    def _may_publish(self, request, item):
        if not admin.site.is_registered(type(item)):
            return False
        content = admin.site.get_model_admin(type(item))
        return content.has_publish_permission(request, item)

    def publish_view(self, request, object_id):
        record = self.import_or_404(request, object_id)
        items = self.waiting_items(request, record)
        if not items:
            made = [one.item for one in services.items(record.pk) if one.item]
            if made and not any(self._may_publish(request, item) for item in made):
                raise PermissionDenied
            self.message_user(request, _("Nothing of it waits to be published."))
            return HttpResponseRedirect(self.page_of(record, "change"))
        failed = {}
        with published_together(items):
            if request.method == "POST":
                done, failed = self._publish(request, items)
                if done:
                    sentence = ngettext("%d published.", "%d published.", done)
                    self.message_user(request, sentence % done, messages.SUCCESS)
                if not failed:
                    return HttpResponseRedirect(self.page_of(record, "change"))
                items = self.waiting_items(request, record)
            shown = self._listed(items, failed)
        context = {
            "title": _("Publish all of this import?"),
            "listed": shown,
            "may_go_on": any(not one.hindrance for one in shown),
            "is_again": bool(failed),
            "career": next((i for i in items if isinstance(i, Career)), None),
        }
        return self.page(request, record, "admin/importing/publish.html", context)

    def _listed(self, items, failed):
        """The `Listed` of each item, with the sentence why one could not be done."""
        found = {}
        for model in dict.fromkeys(map(type, items)):
            rows = self._rows(model, items)
            why = {row.pk: failed[row] for row in rows if row in failed}
            beside = [item for item in items if type(item) is not model]
            told = listed(PUBLISH, model, rows, why, beside)
            for row, one in zip(rows, told, strict=True):
                one.form.prefix = one.value = _prefix(row)
                one.kind = model._meta.verbose_name
                # Of all of them, which the page says on top.
                one.notes = [note for note in one.notes if note not in NEWS]
                found[row] = one
        return [found[item] for item in reversed(items) if item in found]

    def _rows(self, model, items):
        keys = [item.pk for item in items if type(item) is model]
        rows = with_state(model.objects.filter(pk__in=keys))
        if any(field.name == "career" for field in model._meta.fields):
            rows = rows.select_related("career")
        return list(rows)

    def _publish(self, request, items):
        """Publish what is ticked; return how many, and why others are not."""
        done, failed = 0, {}
        ticked = set(request.POST.getlist("item"))
        for item in items:
            if _prefix(item) not in ticked:
                continue
            form = DecisionForm(item, request.POST, prefix=_prefix(item))
            form.is_valid()
            why, _users = hindrance_of(PUBLISH, item, working_copy(item))
            if why:
                continue
            try:
                with form.agreed(partial(self._token, item)):
                    PUBLISH.carry_out(item, request.user, shown=form.shown)
                done += 1
            except OtherLosses:
                failed[item] = _("live pages lose something else by it: look again.")
            except StaleVersion:
                failed[item] = _("it was changed meanwhile: look again.")
            except ValidationError as error:
                failed[item] = live_faults.error_text(item, error)
            except IntegrityError:  # since we looked, a moment ago
                failed[item] = _("another item has its address by now.")
        return done, failed

    def _token(self, item):
        model = type(item)
        return losses_tokens(PUBLISH, model, self._rows(model, [item])).get(item.pk, "")


def _turn(item):
    """When an item is published: after what it may show, and a career last."""
    if isinstance(item, Career):
        return 2
    return 0 if hasattr(item, "embed_keyword") else 1


def _prefix(item):
    return f"{item._meta.model_name}-{item.pk}"
