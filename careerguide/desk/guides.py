"""List the guides, each with how far it is: a page of them at a time."""

from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
    Window,
)
from django.urls import reverse

from careerguide.models import Career
from careerguide.publishing.models.reviews import Due, condition, due_of
from careerguide.publishing.models.sections import guide_models

from .models import Responsibility
from .scope import CAN_SIGN_IN

PER_PAGE = 25
NAMES = ("parts", "published", "overdue")


@dataclass
class Guide:
    """A career with the numbers of its guide."""

    career: Career
    parts: int = 0
    published: int = 0
    overdue: int = 0
    problems: int = 0
    claims: int = 0
    person: object = None
    url: str = field(default="")

    @property
    def is_whole(self):
        return self.parts == self.published and not self.to_do

    @property
    def to_do(self):
        return self.overdue + self.problems + self.claims


def guides(scope, page, by_guide):
    """Return a page of Guides, and how many there are in all.

    `by_guide` are the `facts_by_guide`.
    """
    if Career not in scope.models:
        return [], 0
    careers = Career.objects.not_trashed().exclude(status=Career.ARCHIVED)
    careers = careers.filter(scope.condition(Career)).order_by("order", "name", "pk")
    careers = careers.only("name", "slug", "status", "review_by")
    person = Responsibility.objects.of_model(Career).filter(object_id=OuterRef("pk"))
    careers = careers.annotate(
        total=Window(Count("pk")),
        person=Subquery(person.values("name")[:1]),
        person_key=Subquery(person.values("user")[:1]),
        can_sign_in=Exists(person.filter(CAN_SIGN_IN)),
    )
    start = (page - 1) * PER_PAGE
    careers = list(careers[start : start + PER_PAGE])
    found = {career.pk: Guide(career) for career in careers}
    for guide in found.values():
        career, facts = guide.career, by_guide.get(guide.career.pk)
        if facts:
            guide.problems, guide.claims = facts.problems, facts.claims
        if career.person:
            guide.person = _person(career)
        guide.overdue = int(due_of(guide.career) is Due.OVERDUE)
        guide.url = reverse("admin:careerguide_career_guide", args=[guide.career.pk])
    _add_progress(found)
    return [*found.values()], careers[0].total if careers else 0


def _person(career):
    can = {"is_active": career.can_sign_in, "is_staff": career.can_sign_in}
    user = get_user_model()(pk=career.person_key, **can) if career.person_key else None
    return Responsibility(name=career.person, user=user)


def _add_progress(found):
    queries = []
    for model in guide_models():
        wanted = {
            "parts": ~Q(status=model.ARCHIVED),
            "published": Q(status=model.PUBLISHED),
            "overdue": condition(Due.OVERDUE),
        }
        rows = model.objects.not_trashed().filter(career__in=[*found]).order_by()
        rows = rows.values(key=F("career_id"))
        sums = {
            f"{name}_count": Sum(
                Case(When(one, then=Value(1)), default=0, output_field=IntegerField())
            )
            for name, one in wanted.items()
        }
        queries.append(rows.annotate(**sums).values("key", *sums))
    if not (queries and found):
        return
    first, *others = queries
    for one in first.union(*others, all=True):
        guide = found[one["key"]]
        for name in NAMES:
            setattr(guide, name, getattr(guide, name) + (one[f"{name}_count"] or 0))
