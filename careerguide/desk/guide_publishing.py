"""Publish all of a guide that is ready, once a page has named each item of it.

As the actions of a list do, for several types at once: each item is a transaction of
its own, about the version that the page showed.
"""

from functools import partial

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from careerguide.models import Career
from careerguide.publishing.admin.bulk_listing import (
    PUBLISH,
    hindrance_of,
    listed,
    losses_tokens,
    unnoted_changes,
)
from careerguide.publishing.admin.bulk_notes import BulkNoteForm
from careerguide.publishing.admin.versions import DecisionForm, OtherLosses, meanwhile
from careerguide.publishing.checks import live_faults
from careerguide.publishing.checks.assumptions import published_together
from careerguide.publishing.checks.finding import UNFINISHED
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.rows import working_copy
from careerguide.publishing.drafts.states import with_state
from careerguide.publishing.drafts.versions import StaleVersion
from careerguide.publishing.models.related import WorkingCopy
from careerguide.publishing.models.sections import guide_models

from .models import ItemFacts
from .rows import may_publish

FIELD = "item"


def ready(request, career):
    """Return the rows that readers do not see as they are, by model, in good order.

    The career first, or nothing of it shows; what others show, before those. One that
    is archived comes back by this, and its parts with it; a part that is, by itself.
    """
    models = sorted(
        guide_models(), key=lambda model: not hasattr(model, "embed_keyword")
    )
    found = {}
    for model in (Career, *models):
        if not may_publish(request, model):
            continue
        rows = model.objects.not_trashed()
        if model is Career:
            rows = rows.filter(pk=career.pk)
        else:
            rows = rows.for_career(career).exclude(status=model.ARCHIVED)
        copies = WorkingCopy.objects.of_model(model).values("object_id")
        rows = rows.exclude(status=model.PUBLISHED) | rows.filter(pk__in=copies)
        if model is not Career:
            rows = rows.select_related("career")
        if rows := list(with_state(rows.order_by("order", "pk"))):
            found[model] = rows
    return found


def listing(found, stale=None, failed=None, losing=(), ticked=None):
    """Return the `Listed` of all rows, with forms that tell the types apart.

    `ticked` are the keys that were, where the page is shown once more.
    """
    every = [row for rows in found.values() for row in rows]
    unfinished = _unfinished(found)
    result = []
    for model, rows in found.items():
        why = {row.pk: (failed or {}).get(key_of(row)) for row in rows}
        with published_together(every):
            for one, row in zip(listed(PUBLISH, model, rows, why), rows, strict=True):
                one.form.prefix = one.key = key_of(row)
                one.field = FIELD
                one.has_other_losses = one.key in losing
                left = unfinished.get(one.key, [])
                one.notes = [*left, *one.notes]
                one.is_ticked = not left if ticked is None else one.key in ticked
                if shown := (stale or {}).get(one.key):
                    one.meanwhile = meanwhile(row, one.item, shown)
                result.append(one)
    return result


def _unfinished(found):
    """Return, by key of a row, what its draft has of sample text and notes to editors.

    Whoever publishes forty items at once does not read each to its end.
    """
    result = {}
    for model, rows in found.items():
        keys = [row.pk for row in rows]
        facts = ItemFacts.objects.of_model(model).filter(object_id__in=keys)
        for one in facts.only("object_id", "findings"):
            left = [f["sentence"] for f in one.findings if f["check"] in UNFINISHED]
            if left:
                result[f"{model._meta.label_lower}.{one.object_id}"] = left
    return result


def key_of(row):
    return f"{row._meta.label_lower}.{row.pk}"


def note_form(shown, sent=None):
    """Return the form of a note for readers, where numbers of the items change."""
    changes = [change for one in shown for change in one.number_changes]
    if not changes:
        return None
    form = sent or BulkNoteForm()
    form.number_changes = changes
    return form


class Publishing:
    """Publishes what a form names; `done` counts, the rest says what was not."""

    def __init__(self, request, career):
        self.request = request
        self.chosen = chosen = set(request.POST.getlist(FIELD))
        self.found = {
            model: kept
            for model, rows in ready(request, career).items()
            if (kept := [row for row in rows if key_of(row) in chosen])
        }
        self.missing = len(chosen) - sum(map(len, self.found.values()))
        self.done, self.stale, self.failed, self.losing = 0, {}, {}, set()

    def run(self):
        """Publish; return the form of the note where that has to be filled in first."""
        changes = {}
        for model, rows in self.found.items():
            of_model = unnoted_changes(model, rows)
            changes |= {key_of(row): found for row, found in of_model.items()}
        form = BulkNoteForm(self.request.POST)
        form.is_valid()
        form.check_note([one for found in changes.values() for one in found])
        if not form.is_valid():
            return form
        every = [row for rows in self.found.values() for row in rows]
        with published_together(every):
            for row in every:
                self._publish(row, form.note_for(changes.get(key_of(row))))
        return None

    def _publish(self, row, note):
        key = key_of(row)
        form = DecisionForm(row, self.request.POST, prefix=key)
        form.is_valid()
        if hindrance_of(PUBLISH, row, working_copy(row))[0]:
            return
        try:
            with form.agreed(partial(_token, row)):
                by = self.request.user
                actions.publish(row, by, shown=form.shown, note=note)
            self.done += 1
        except OtherLosses:
            self.losing.add(key)
        except StaleVersion:
            self.stale[key] = form.shown
        except ValidationError as error:
            self.failed[key] = live_faults.error_text(row, error)
        except IntegrityError:
            self.failed[key] = _("Another item has its address by now.")
        except type(row).DoesNotExist:
            self.missing += 1


def _token(row):
    rows = type(row).objects.filter(pk=row.pk)
    return losses_tokens(PUBLISH, type(row), list(rows)).get(row.pk, "")
