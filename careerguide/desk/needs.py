"""List what needs somebody, each with its count and a way to do it."""

from dataclasses import dataclass, field

from django.db.models import (
    CharField,
    Count,
    DateTimeField,
    F,
    OuterRef,
    Q,
    Subquery,
    Sum,
    TextField,
    Value,
    Window,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from careerguide.feedback.models import Feedback
from careerguide.publishing.models.related import Plan, WorkingCopy
from careerguide.publishing.models.reviews import Due, condition, due_until_soon
from careerguide.search.models import MissedSearch

from .guide_sums import named, with_facts
from .rows import add_entries, list_url, rows_of
from .scope import archived_careers

SHOWN = 5  # entries of a section on the first page
MOST = 100  # on a page of its own
DAYS = 30  # of searches in vain
MOST_WORDS = 501


@dataclass
class Need:
    """A section of the desk; `entries` are its first, `url` is where all of it is."""

    name: str
    title: str
    count: int
    entries: list = field(default_factory=list)
    url: str = ""
    is_urgent: bool = False
    note: str = ""

    @property
    def is_more(self):
        return self.count > len(self.entries)


# --- Counts, of all types at once -----------------------------------------------------


def counts(scope):
    """Return the counts of each type: {model: {name: number}}, in one query.

    Each is an arm of a UNION and asks an index: to look at each row once for all of
    them would read all texts of the site.
    """
    queries = []
    for model in scope.models:
        within = scope.condition(model)
        wanted = {due.value: [condition(due) & within] for due in Due}
        drafted = [one & scope.of_guide(model) for one in drafts(model, scope)]
        wanted |= {"drafts": drafted}
        for one in model.attention:
            wanted[one.name] = [one.condition() & ~Q(status=model.ARCHIVED) & within]
        if not scope.parameters:
            wanted["kept"] = [Q(status__in=(model.PUBLISHED, model.DRAFT))]
            wanted["trash"] = [Q(trashed_at__isnull=False)]
        for name, conditions in wanted.items():
            rows = model.objects.order_by().annotate(
                row_kind=Value(model._meta.label_lower, output_field=CharField()),
                row_name=Value(name, output_field=CharField()),
            )
            if name not in ("kept", "trash"):
                rows = rows.not_trashed()
            rows = rows.values("row_kind", "row_name")
            for one in conditions:
                queries.append(rows.filter(one).annotate(number=Count("pk")))
    found = {model: {} for model in scope.models}
    if not queries:
        return found
    by_label = {model._meta.label_lower: model for model in scope.models}
    first, *others = queries
    for one in first.union(*others, all=True):
        of_model = found[by_label[one["row_kind"]]]
        of_model[one["row_name"]] = of_model.get(one["row_name"], 0) + one["number"]
    return found


def total(counted, name):
    return sum(of_model.get(name, 0) for of_model in counted.values())


# --- Sections -------------------------------------------------------------------------


def drafts(model, scope):
    """Return the conditions for what somebody wrote, and readers do not see yet."""
    copies = WorkingCopy.objects.of_model(model).filter(saved_by=scope.whose)
    mine = Q(status=model.DRAFT, modified_by=scope.whose)
    return [
        mine,
        Q(pk__in=copies.values("object_id")) & ~mine & ~Q(status=model.ARCHIVED),
    ]


def draft_rows(scope, most):
    return rows_of(
        scope.models,
        lambda model: [scope.of_guide(model) & one for one in drafts(model, scope)],
        ["-modified_at"],
        most,
    )


def review_rows(scope, due, most):
    """Return what a condition of `reviews` finds, the oldest day first."""
    order = [F("review_by").asc(nulls_last=True)]
    rows = rows_of(
        scope.models, lambda model: [scope.condition(model) & due], order, most
    )
    add_entries(rows)
    return rows


def plan_rows(scope, most):
    """Return what waits for its hour, and first of all the plans that are held."""

    def plan(model):
        return Plan.objects.of_model(model).filter(object_id=OuterRef("pk"))

    def wanted(model):
        planned = Q(pk__in=Plan.objects.of_model(model).values("object_id"))
        waits = Q(status=model.PUBLISHED, publish_at__gt=timezone.now())
        within = scope.condition(model)
        return [within & planned, within & waits & ~planned]

    def problem(model):
        held = plan(model).values("problem")[:1]
        text = TextField()
        return Coalesce(Subquery(held), Value(""), output_field=text)

    def hour(model):
        planned = Subquery(plan(model).values("publish_at")[:1])
        return Coalesce(planned, F("publish_at"), output_field=DateTimeField())

    return rows_of(
        scope.models, wanted, ["row_moment"], most, more=problem, moment=hour
    )


def feedback(scope, most):
    """Return what readers reported and found of no help, and how much there is."""
    found = scope.records(Feedback.objects.to_do())
    found = found.annotate(total=Window(Count("pk"))).order_by("-created_at", "-pk")
    rows = list(found[:most])
    return rows, rows[0].total if rows else 0


def may_read_feedback(scope):
    return scope.user.has_perm("feedback.view_feedback")


def feedback_list_url():
    return reverse("admin:feedback_feedback_changelist") + "?handled=no"


def missed_words(most):
    """Return (words, how often) of searches in vain of late, and how many there are."""
    since = timezone.localdate() - timezone.timedelta(days=DAYS)
    found = MissedSearch.objects.filter(day__gte=since).order_by()
    found = found.values_list("words").annotate(sum=Sum("times"))
    rows = list(found.order_by("-sum", "words")[:MOST_WORDS])
    return rows[:most], len(rows)


def problem_rows(scope, most):
    """Return the facts of what has broken links and ties, the most of them first."""
    found = with_facts(scope).exclude(career__in=archived_careers())
    found = found.filter(problem_count__gt=0).select_related("career")
    return list(found.order_by("-problem_count", "pk")[:most])


def claim_rows(scope, most):
    """Return the facts of what has numbers nobody answers for, the most of them first.

    Of pages that belong to no guide, too.
    """
    found = with_facts(scope).exclude(career__in=archived_careers())
    found = found.filter(claim_count__gt=0).select_related("career")
    return list(found.order_by("-claim_count", "pk")[:most])


def attention_of(scope):
    """Return {name: (model, Attention)} of all that items of the scope may lack."""
    return {one.name: (model, one) for model in scope.models for one in model.attention}


def attention_rows(scope, name, most):
    """Return what lacks something, by name."""
    model, one = attention_of(scope)[name]
    lacking = one.condition() & ~Q(status=model.ARCHIVED) & scope.condition(model)
    return rows_of([model], lambda model: [lacking], ["row_name"], most)


def attention_needs(counted, scope):
    """Yield a Need for each thing that items of a type lack.

    The list of the type shows it, which knows no guide by a part of its name and no
    person: where these limit the desk, a page of its own does.
    """
    for model, of_model in counted.items():
        for one in model.attention:
            if count := of_model.get(one.name, 0):
                url = list_url(model, attention=one.name)
                if scope.parameters:
                    url = section_url(one.name, scope)
                yield Need(one.name, one.title, count, url=url)


def section_url(name, scope):
    address = reverse("desk:section", args=[name])
    query = urlencode(scope.parameters)
    return f"{address}?{query}" if query else address


def needs(scope, by_guide, shown=SHOWN):
    """Return the sections that have something to do, the most urgent first.

    And how many texts were not read yet. `by_guide` are the `facts_by_guide`.
    """
    counted = counts(scope)
    found = []

    def add(name, title, count, entries, **more):
        if count:
            url = more.pop("url", None) or section_url(name, scope)
            found.append(Need(name, title, count, list(entries), url, **more))

    plans = plan_rows(scope, MOST)
    held = [row for row in plans if row.values["row_more"]]
    add("held", _("Plans that are held"), len(held), held[:shown], is_urgent=True)
    overdue, soon = total(counted, "overdue"), total(counted, "soon")
    reviews = review_rows(scope, due_until_soon(), 2 * shown)
    today = timezone.localdate()
    late = [row for row in reviews if row.review_by < today]
    coming = [row for row in reviews if row.review_by >= today]
    add("overdue", _("Overdue for review"), overdue, late[:shown], is_urgent=True)
    reports, count = feedback(scope, shown)
    if may_read_feedback(scope):
        # The list knows neither a guide nor a person, but searches, and many at once.
        url = None if scope.parameters else feedback_list_url()
        add("feedback", _("What readers report"), count, reports, url=url)
    count = sum(one.broken for one in by_guide.values())
    broken = problem_rows(scope, shown) if count else []
    add("broken", _("Broken links and ties"), count, broken, is_urgent=True)
    mine = total(counted, "drafts")
    add("drafts", _("My drafts"), mine, draft_rows(scope, shown))
    add("soon", _("To be reviewed within 30 days"), soon, coming[:shown])
    waiting = [row for row in plans if not row.values["row_more"]]
    add("plans", _("Planned"), len(waiting), waiting[:shown])
    claims = [one for one in by_guide.values() if one.claims]
    claims.sort(key=lambda one: (-one.claims, one.key or 0))
    open_count = sum(one.claims for one in claims)
    most_open = named(claims[:shown])
    add("claims", _("Numbers nobody answers for"), open_count, most_open)
    found += attention_needs(counted, scope)
    # Searches are of no guide, and of nobody.
    if not scope.parameters and scope.user.has_perm("search.view_missedsearch"):
        words, count = missed_words(shown)
        url = reverse("admin:search_missedsearch_changelist")
        add("missed", _("Searched in vain"), count, words, url=url)
    if count := total(counted, "none"):
        add("undated", _("Without a day of review"), count, [])
    fresh = sum(one.fresh for one in by_guide.values())
    kept = total(counted, "kept") - total(counted, "trash")
    return found, max(0, kept - fresh)
