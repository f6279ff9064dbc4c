"""Sum up the facts of texts for each guide."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, Max, OuterRef, Q, Sum, Value, When

from careerguide.models import Career

from .models import ItemFacts, Responsibility
from .scope import CAN_SIGN_IN, archived_careers


def with_facts(scope):
    """Return the facts of the items of the scope, of the types somebody may see.

    They say themselves whose guide they are of: no type's rows are asked.
    """
    kinds = [ContentType.objects.get_for_model(model) for model in scope.models]
    found = ItemFacts.objects.filter(content_type__in=kinds)
    if scope.guide:
        found = found.filter(career__name__icontains=scope.guide)
    if scope.person is not None:
        found = found.filter(_of_person(scope.person))
    return found


def _of_person(person):
    """As `Scope.of_person` says of the items."""
    of_item = {
        "content_type": OuterRef("content_type"),
        "object_id": OuterRef("object_id"),
    }
    own = Responsibility.objects.filter(CAN_SIGN_IN, **of_item)
    guides = Responsibility.objects.of_model(Career).filter(user=person)
    is_part = ~Q(content_type=ContentType.objects.get_for_model(Career))
    of_guide = is_part & Q(career__in=guides.values("object_id"))
    return Exists(own.filter(user=person)) | (of_guide & ~Exists(own))


@dataclass
class GuideFacts:
    """Sums of the facts of a guide; of the pages of the site, without a career."""

    key: int | None
    problems: int
    claims: int
    broken: int  # items that have problems
    fresh: int
    name: str = ""
    slug: str = ""


def facts_by_guide(scope):
    """Return the GuideFacts of the scope by the key of the career, None for none.

    Of what is archived nobody needs more than that it was read.
    """

    def number(**condition):
        return Case(When(**condition, then=Value(1)), default=Value(0))

    found = with_facts(scope).order_by().values_list("career")
    found = found.annotate(
        problems=Sum("problem_count"),
        claims=Sum("claim_count"),
        broken=Sum(number(problem_count__gt=0)),
        fresh=Sum(number(is_stale=False)),
        is_archived=Max(number(career__in=archived_careers())),
    )
    return {
        key: GuideFacts(key, *((0, 0, 0) if is_archived else sums), fresh)
        for key, *sums, fresh, is_archived in found
    }


def named(guides):
    """Give GuideFacts the names of their careers, and return them."""
    careers = Career.objects.only("name", "slug").in_bulk(
        [one.key for one in guides if one.key]
    )
    for one in guides:
        if career := careers.get(one.key):
            one.name, one.slug = career.name, career.slug
    return guides
