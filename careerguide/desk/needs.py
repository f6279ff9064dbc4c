"""List what needs somebody, each with its count and a way to do it."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Count,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
    Window,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from careerguide.feedback.models import Feedback
from careerguide.publishing.models.related import Plan, WorkingCopy
from careerguide.publishing.models.reviews import Due, condition
from careerguide.search.models import MissedSearch

from .models import ItemFacts
from .rows import add_entries, list_url, rows_of

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
    """Return the counts of each type: {model: {name: number}}, in one query."""
    most = max((len(model.attention) for model in scope.models), default=0)
    queries = []
    for model in scope.models:
        wanted = {due.value: condition(due) for due in Due}
        wanted |= {"all": ~Q(status=model.ARCHIVED), "drafts": drafts(model, scope)}
        named = [one.condition() & ~Q(status=model.ARCHIVED) for one in model.attention]
        for number in range(most):
            wanted[f"attention{number}"] = (
                named[number] if number < len(named) else Q(pk=None)
            )
        rows = model.objects.not_trashed().filter(scope.condition(model)).order_by()
        # What is not counted has no key: SQL counts the others.
        rows = rows.annotate(
            row_kind=Value(model._meta.label_lower, output_field=CharField()),
            **{
                f"is_{name}": Case(
                    When(one, then=Value(1)), default=0, output_field=IntegerField()
                )
                for name, one in wanted.items()
            },
        )
        sums = {f"{name}_count": Sum(f"is_{name}") for name in wanted}
        queries.append(
            rows.values("row_kind").annotate(**sums).values("row_kind", *sums)
        )
    if not queries:
        return {}
    first, *others = queries
    found = {one["row_kind"]: one for one in first.union(*others, all=True)}
    return {
        model: {
            name.removesuffix("_count"): number or 0
            for name, number in found.get(model._meta.label_lower, {}).items()
            if name != "row_kind"
        }
        for model in scope.models
    }


def total(counted, name):
    return sum(of_model.get(name, 0) for of_model in counted.values())


# --- Sections -------------------------------------------------------------------------


def drafts(model, scope):
    """Return the condition for what somebody wrote, and readers do not see yet."""
    copies = WorkingCopy.objects.of_model(model).filter(
        object_id=OuterRef("pk"), saved_by=scope.whose
    )
    mine = Q(status=model.DRAFT, modified_by=scope.whose)
    return mine | Q(~Q(status=model.ARCHIVED) & Exists(copies))


def draft_rows(scope, most):
    return rows_of(
        scope.models,
        lambda model: scope.of_guide(model) & drafts(model, scope),
        ["-modified_at"],
        most,
    )


def review_rows(scope, due, most):
    def wanted(model):
        found = condition(due[0])
        for one in due[1:]:
            found |= condition(one)
        return scope.condition(model) & found

    order = [F("review_by").asc(nulls_last=True)]
    rows = rows_of(scope.models, wanted, order, most)
    add_entries(rows)
    return rows


def plan_rows(scope, most):
    """Return what waits for its hour, and first of all the plans that are held."""

    def plan(model):
        return Plan.objects.of_model(model).filter(object_id=OuterRef("pk"))

    def wanted(model):
        waits = Q(status=model.PUBLISHED, publish_at__gt=timezone.now())
        return scope.condition(model) & (waits | Q(Exists(plan(model))))

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


def missed_words(most):
    """Return (words, how often) of searches in vain of late, and how many there are."""
    since = timezone.localdate() - timezone.timedelta(days=DAYS)
    found = MissedSearch.objects.filter(day__gte=since).order_by()
    found = found.values_list("words").annotate(sum=Sum("times"))
    rows = list(found.order_by("-sum", "words")[:MOST_WORDS])
    return rows[:most], len(rows)


def with_facts(scope):
    """Return the facts of the items of the scope, of the types somebody may see."""
    kinds = [ContentType.objects.get_for_model(model) for model in scope.models]
    return scope.records(ItemFacts.objects.filter(content_type__in=kinds))


def problem_rows(scope, most):
    found = with_facts(scope).filter(problem_count__gt=0)
    found = found.annotate(total=Window(Count("pk"))).select_related("career")
    rows = list(found.order_by("-problem_count", "title", "pk")[:most])
    return rows, rows[0].total if rows else 0


@dataclass(frozen=True)
class GuideFacts:
    """Sums of the facts of a guide; of the pages of the site, without a career."""

    name: str
    slug: str
    problems: int
    claims: int
    fresh: int


def facts_by_guide(scope):
    """Return the GuideFacts of the scope by the key of the career, None for none."""
    fresh = Case(When(is_stale=False, then=Value(1)), default=Value(0))
    found = with_facts(scope).order_by().values_list("career")
    found = found.annotate(
        name=F("career__name"),
        slug=F("career__slug"),
        problems=Sum("problem_count"),
        claims=Sum("claim_count"),
        fresh=Sum(fresh),
    )
    return {key: GuideFacts(*sums) for key, *sums in found}


def attention_needs(counted):
    """Yield a Need for each thing that items of a type lack."""
    for model, of_model in counted.items():
        for number, one in enumerate(model.attention):
            if count := of_model.get(f"attention{number}", 0):
                url = list_url(model, attention=one.name)
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
    reviews = review_rows(scope, [Due.OVERDUE, Due.SOON], 2 * shown)
    today = timezone.localdate()
    late = [row for row in reviews if row.review_by < today]
    coming = [row for row in reviews if row.review_by >= today]
    add("overdue", _("Overdue for review"), overdue, late[:shown], is_urgent=True)
    reports, count = feedback(scope, shown)
    url = reverse("admin:feedback_feedback_changelist") + "?handled=no"
    if scope.user.has_perm("feedback.view_feedback"):
        add("feedback", _("What readers report"), count, reports, url=url)
    broken, count = problem_rows(scope, shown)
    add("broken", _("Broken links and ties"), count, broken, is_urgent=True)
    mine = total(counted, "drafts")
    add("drafts", _("My drafts"), mine, draft_rows(scope, shown))
    add("soon", _("To be reviewed within 30 days"), soon, coming[:shown])
    waiting = [row for row in plans if not row.values["row_more"]]
    add("plans", _("Planned"), len(waiting), waiting[:shown])
    url = reverse("admin:statistics_stattable_claims")
    claims = [one for one in by_guide.values() if one.claims]
    claims.sort(key=lambda one: (-one.claims, one.name or ""))
    open_count = sum(one.claims for one in claims)
    add("claims", _("Numbers nobody answers for"), open_count, claims[:shown], url=url)
    found += attention_needs(counted)
    if scope.user.has_perm("search.view_missedsearch"):
        words, count = missed_words(shown)
        url = reverse("admin:search_missedsearch_changelist")
        add("missed", _("Searched in vain"), count, words, url=url)
    if count := total(counted, "none"):
        add("undated", _("Without a day of review"), count, [])
    fresh = sum(one.fresh for one in by_guide.values())
    return found, max(0, total(counted, "all") - fresh)
