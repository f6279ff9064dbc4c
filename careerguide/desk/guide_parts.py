"""Collect the parts of a guide for its page in the admin, in a few queries."""

from dataclasses import dataclass, field

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse

from careerguide.publishing.drafts.states import DisplayState, with_state
from careerguide.publishing.drafts.versions import newest_entries
from careerguide.publishing.models.reviews import Due, due_of
from careerguide.publishing.models.sections import guide_sections
from careerguide.publishing.public.readership import attach_views

from .models import ItemFacts, Responsibility
from .scope import may_view

LOADED = (
    *("status", "publish_at", "unpublish_at", "order", "version", "trashed_at"),
    *("modified_at", "modified_by__username"),
)


@dataclass
class PartRow:
    """An item of a guide with all that its row on the page shows."""

    item: object
    facts: object = None
    person: object = None
    entry: int = 0

    @property
    def key(self):
        return f"{self.item._meta.label_lower}.{self.item.pk}"

    @property
    def state(self):
        return DisplayState(self.item.state)

    @property
    def due(self):
        return due_of(self.item)

    @property
    def is_overdue(self):
        return self.due is Due.OVERDUE

    @property
    def is_published(self):
        return self.item.status == self.item.PUBLISHED

    @property
    def url(self):
        meta = self.item._meta
        route = f"admin:{meta.app_label}_{meta.model_name}_change"
        return reverse(route, args=[self.item.pk])


@dataclass
class Part:
    """A section of the guide; `add_url` is a form with the career filled in."""

    section: object
    rows: list = field(default_factory=list)
    add_url: str = ""

    @property
    def label(self):
        return self.section.model._meta.label_lower

    @property
    def name(self):
        return self.section.model._meta.model_name

    @property
    def shown(self):
        return " ".join(str(row.item.pk) for row in self.rows)

    @property
    def last(self):
        return len(self.rows)


def items_of(model, career):
    items = model.objects.not_trashed().for_career(career)
    return with_state(items.only_list_fields(*LOADED)).select_related(
        "modified_by", "career"
    )


def parts_of(request, career):
    """Return the Part of each section that this person may see."""
    found = []
    for section in guide_sections():
        model = section.model
        if not may_view(request, model):
            continue
        part = Part(section)
        items = items_of(model, career).order_by("order", "pk")
        part.rows = [PartRow(item) for item in items]
        if admin.site.get_model_admin(model).has_add_permission(request):
            meta = model._meta
            address = reverse(f"admin:{meta.app_label}_{meta.model_name}_add")
            part.add_url = f"{address}?career={career.pk}"
        found.append(part)
    return found


def describe(rows):
    """Give rows, of any types, their facts, people, entries of history and views."""
    asked = Q(pk=None)
    for model in {type(row.item) for row in rows}:
        keys = [row.item.pk for row in rows if type(row.item) is model]
        asked |= Q(content_type=_kind(model), object_id__in=keys)
    facts = {_key(one): one for one in _facts(asked)}
    responsible = Responsibility.objects.filter(asked).select_related("user")
    people = {_key(one): one for one in responsible}
    newest = newest_entries(asked)
    attach_views(row.item for row in rows)
    for row in rows:
        key = (_kind(type(row.item)).pk, row.item.pk)
        row.facts, row.person = facts.get(key), people.get(key)
        row.entry = newest.get(key, 0)


def _facts(asked):
    return ItemFacts.objects.filter(asked).defer("names", "passages")


def _kind(model):
    return ContentType.objects.get_for_model(model)


def _key(record):
    return record.content_type_id, record.object_id


def with_findings(rows):
    """Return those rows whose items have something that the checks find."""
    return [row for row in rows if row.facts and row.facts.finding_count]
