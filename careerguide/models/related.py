"""Ask for the careers that stand beside another one, alone or in a query for more."""

import json

from django.db import router
from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    DateTimeField,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone

from careerguide.caching.dependencies import depends_on
from careerguide.db.prepared import prepared
from careerguide.publishing.models.querysets import refer_together
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.tags import of_kind

from .careers import MOST_RELATED, Career
from .queries import in_order

CHOSEN, OF_GROUP = 10, 11  # what kind of row it is, among others of one query
MOST_OF_GROUP = 4
SHOWN = {"id", "slug", "name", "summary", "language"}
FIELDS = [f.attname for f in Career._meta.concrete_fields if f.attname in SHOWN]
GIVEN = {
    "career": BigIntegerField(),
    "group": BigIntegerField(),
    "order": IntegerField(),
    "name": CharField(),
    **{f"slug_{place}": CharField() for place in range(MOST_RELATED)},
}


def related_careers(career):
    """Return those that its editors chose, or else the next of its group."""
    is_alone = career.group_id is None and not _slugs_of(career)
    rows = () if is_alone else _rows(now=timezone.now(), **given_of(career))
    return related_in(rows, career)


def given_of(career):
    """Return the values of `GIVEN` for a career."""
    slugs = _slugs_of(career) + [""] * MOST_RELATED  # an address is never empty
    return {
        "career": career.pk,
        "group": career.group_id,
        "order": career.order,
        "name": career.name,
        **{f"slug_{place}": slugs[place] for place in range(MOST_RELATED)},
    }


def related_rows(now, career, group, order, name, **slugs):
    """Return querysets of (kind, fields as JSON, key, place): what `related_in` reads.

    They take what is given to a `prepared` query.
    """
    others = Career.objects.published(now).exclude(pk=career).order_by()
    return _chosen(others, list(slugs.values())), _of_group(others, group, order, name)


def related_in(rows, career):
    """Return the careers of the rows that `related_rows` gave for a career."""
    depends_on(of_kind(Career))
    chosen, of_group = [], []
    for kind, text, key, place in rows:
        values = json.loads(text)
        other = _career(values)
        if kind == OF_GROUP:
            of_group.append((place, values["order"], other.name, key, other))
        else:
            other.old_slug = values["old_slug"]
            chosen.append(other)
    found = in_order(chosen, _slugs_of(career))
    found = found or [other for *_place, other in sorted(of_group)]
    refer_together(found)
    return found


@prepared(now=DateTimeField(), **GIVEN)
def _rows(**given):
    chosen, of_group = related_rows(**given)
    return chosen.union(of_group, all=True)


def _chosen(others, slugs):
    old = OldSlug.objects.filter(
        content_type__app_label=Career._meta.app_label,
        content_type__model=Career._meta.model_name,
        slug__in=slugs,
    )
    of_career = Subquery(old.filter(object_id=OuterRef("pk")).values("slug")[:1])
    careers = others.filter(Q(slug__in=slugs) | Q(pk__in=old.values("object_id")))
    text = _as_json(old_slug=of_career)
    return careers.values_list(Value(CHOSEN), text, "pk", Value(0))


def _of_group(others, group, order, name):
    after = Q(order__gt=order) | Q(order=order, name__gt=name)
    # The list goes round, or the first of a group would stand beside all others.
    goes_on = Case(
        When(after, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    ordered = others.filter(group=group).order_by(goes_on, "order", "name", "pk")
    first = Career.objects.filter(pk__in=ordered.values("pk")[:MOST_OF_GROUP])
    text = _as_json(order=F("order"))
    return first.order_by().values_list(Value(OF_GROUP), text, "pk", goes_on)


def _as_json(**more):
    fields = {name: F(name) for name in FIELDS}
    return Cast(JSONObject(**fields, **more), TextField())


def _career(values):
    using = router.db_for_read(Career)
    return Career.from_db(using, FIELDS, [values[name] for name in FIELDS])


def _slugs_of(career):
    slugs = career.related_slugs[:MOST_RELATED]
    return [slug for slug in slugs if "\x00" not in slug]  # PostgreSQL's refusal
