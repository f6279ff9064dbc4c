"""List the items of a bulk action, with what it means for each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from careerguide.publishing.checks import live_faults, texts
from careerguide.publishing.checks.assumptions import published_together
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.batch import Batch, problems
from careerguide.publishing.drafts.describe import describe
from careerguide.publishing.drafts.diff import differences, related_names
from careerguide.publishing.drafts.plans import plan_note
from careerguide.publishing.drafts.references import referrers_of
from careerguide.publishing.drafts.schedule import has_ended, is_waiting
from careerguide.publishing.drafts.states import DisplayState
from careerguide.publishing.impact.hiding import losses_of, pages_of, summary_of_pages
from careerguide.publishing.impact.publishing import losses_by_publishing, token_of
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot

from . import bulk_wording
from .bulk_notes import changes_by_row, own_note
from .versions import DecisionForm


@dataclass(frozen=True)
class BulkDecision:
    name: str
    button: str
    wording: bulk_wording.Wording
    done: Callable
    carry_out: Callable
    is_grave: bool = False


@dataclass
class Listed:
    """An item on the page: its form, what would happen to it, or why nothing can."""

    item: object
    form: DecisionForm
    state: DisplayState
    hindrance: str = ""
    is_seen: bool = False  # by readers: now, or once it is published
    users: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    difference_list: list = field(default_factory=list)
    content_list: list = field(default_factory=list)
    loss_list: list = field(default_factory=list)
    number_changes: list = field(default_factory=list)  # to tell readers of
    meanwhile: object = None  # what happened since the page was shown, if anything did
    has_other_losses: bool = False  # than the page named
    is_ticked: bool = True
    field: str = "_selected_action"  # of the form, that names it

    @property
    def opts(self):
        return self.item._meta


PUBLISH = BulkDecision(
    "publish_selected",
    _("Publish"),
    bulk_wording.PUBLISH,
    ngettext_lazy("%d published.", "%d published."),
    actions.publish,
)
UNPUBLISH = BulkDecision(
    "unpublish_selected",
    _("Unpublish"),
    bulk_wording.UNPUBLISH,
    ngettext_lazy("%d unpublished.", "%d unpublished."),
    actions.unpublish,
)
TRASH = BulkDecision(
    "trash_selected",
    _("Move to trash"),
    bulk_wording.TRASH,
    ngettext_lazy("%d moved to the trash.", "%d moved to the trash."),
    actions.trash,
    is_grave=True,
)


def hindrance_of(action, row, working=None):
    """Return why nothing can be done, and the links to what needs it."""
    if action is TRASH:
        users = referrers_of(row)
        return (_("It stays, as it is needed by:") if users else "", users)
    if action is UNPUBLISH:
        is_hidden = row.status != row.PUBLISHED
        return (_("Nothing to do: it is not published.") if is_hidden else "", [])
    if row.is_live and not working:
        return (_("Nothing to do: readers see exactly this."), [])
    return ("", [])


def losses_tokens(action, model, rows):
    """Return tokens of the losses that the page would name now, by row."""
    if action is not PUBLISH:
        lost = losses_of(rows)
        return {row.pk: token_of(lost[row], _pages_with(row)) for row in rows}
    wanted = _as_published(rows, Batch.of(model, rows))
    lost = zip(wanted, losses_by_publishing([*wanted.items()]), strict=True)
    return {row.pk: token_of(loss_list) for row, loss_list in lost}


def unnoted_changes(model, rows):
    """Return the numbers that change of each row and that a note is asked for."""
    batch = Batch.of(model, rows)
    wanted = _as_published(rows, batch)
    lost = losses_by_publishing([*wanted.items()])
    return changes_by_row(wanted, dict(zip(wanted, lost, strict=True)), batch)


def listed(action, model, rows, failed=None, beside=()):
    """Return the `Listed` of each row.

    `failed` has by key why one was not done just now. `beside` are items of other
    models that are published along with them.
    """
    batch = Batch.of(model, rows)
    if action is PUBLISH:
        return list(_to_be_published(model, rows, batch, failed or {}, beside))
    lost = losses_of(rows)
    return [_to_be_hidden(action, row, batch, lost[row]) for row in rows]


def _listed(row, batch, **more):
    form = DecisionForm(row, prefix=row.pk, now=batch.shown(row))
    return Listed(batch.draft_of(row), form, DisplayState(row.state), **more)


def _to_be_hidden(action, row, batch, loss_list):
    hindrance, users = hindrance_of(action, row)
    one = _listed(
        row, batch, hindrance=hindrance, users=users, is_seen=row.is_published
    )
    if hindrance:
        return one
    one.loss_list, pages = loss_list, _pages_with(row)
    one.form.name_losses(token_of(loss_list, pages))
    if with_it := summary_of_pages(pages):
        one.notes.append(_("Hidden with it: %s.") % with_it)
    if row.pk in batch.plans:
        one.notes.append(
            _("What is planned for it is dropped, and stays in the history.")
            if row.pk in batch.working_copies
            else _("What is planned for it becomes its draft.")
        )
    return one


def _pages_with(row):
    """The live pages of a career that readers see, which are hidden with it."""
    return pages_of(row) if row.is_live else []


def _as_published(rows, batch):
    """The rows that may be published, and each as it would be then."""
    wanted = {}
    for row in rows:
        if not hindrance_of(PUBLISH, row, batch.working_copies.get(row.pk))[0]:
            wanted[row] = apply_snapshot(batch.draft_of(row), {})
            wanted[row].mark_published()
    return wanted


def _to_be_published(model, rows, batch, failed, beside=()):
    """What the page says of items to be published, and what pages lose by it."""
    wanted = _as_published(rows, batch)
    found = problems(model, list(wanted.items()))
    refused = dict(zip(wanted, found, strict=True))
    lost = losses_by_publishing(list(wanted.items()))
    losses = dict(zip(wanted, lost, strict=True))
    versions = [snapshot(item) for item in (*rows, *wanted.values())]
    names = related_names(model, versions)
    # A link to one of them that cannot be published leads to what nobody sees.
    going = [row for row in wanted if not refused[row]]
    with published_together([*going, *beside]):
        told = {row: texts.all_told(wanted[row]) for row in going}
    changes = changes_by_row(wanted, losses, batch)
    hidden = _hidden_careers(model, rows, wanted.values())
    for row in rows:
        if row not in wanted:
            hindrance, _users = hindrance_of(PUBLISH, row)
            yield _listed(row, batch, hindrance=hindrance)
            continue
        error = refused[row]
        why = live_faults.error_text(row, error) if error else failed.get(row.pk)
        if why:
            hindrance = _("It cannot be published: %s") % why
            yield _listed(row, batch, hindrance=hindrance)
            continue
        one = _listed(row, batch, loss_list=losses[row], notes=told[row])
        one.is_seen = getattr(one.item, "career_id", None) not in hidden
        one.form.name_losses(token_of(losses[row]))
        one.number_changes = changes[row]
        if note := own_note(batch.working_copies.get(row.pk)):
            one.notes.append(_("Readers are told: “%s”") % note)
        _add_what_is_new(one, row, batch.plans.get(row.pk), names)
        yield one


def _hidden_careers(model, rows, items):
    """The keys of the careers of `items` that readers do not see; one query at most."""
    if not hasattr(model, "career"):
        return set()
    known = {row.career_id: row.career for row in rows}
    if others := {item.career_id for item in items} - known.keys():
        careers = model._meta.get_field("career").related_model._base_manager
        known |= careers.in_bulk(others)
    return {key for key, career in known.items() if not career.is_published}


def _add_what_is_new(one, row, plan, names):
    """What readers would see: the changes, or all of what they never saw."""
    model, values, now = type(row), snapshot(one.item), snapshot(row)
    if not one.is_seen:
        one.notes.append(_("Readers see it once its career is published."))
    if row.is_live:
        one.difference_list = differences(model, now, values, names)
    else:
        if one.is_seen:
            one.notes.append(_("Readers do not see it: all of it is new to them."))
        one.content_list = describe(model, values, names)
    if plan:
        one.notes.append(plan_note(row, plan, values))
    elif is_waiting(row):
        when = date_format(timezone.localtime(row.publish_at), "DATETIME_FORMAT")
        one.notes.append(_("It is planned for %s: that hour is dropped.") % when)
        one.difference_list = differences(model, now, values, names)
    elif has_ended(row):
        when = date_format(timezone.localtime(row.unpublish_at), "DATETIME_FORMAT")
        one.notes.append(_("It was taken down on %s: it has no end then.") % when)
