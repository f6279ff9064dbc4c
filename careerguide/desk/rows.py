"""Ask for items of all content types at once: one query, whatever types there are."""

from dataclasses import dataclass, field

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, DateTimeField, F, Q, TextField, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.text import capfirst

from careerguide.publishing.drafts.versions import newest_entries

FIELDS = (
    *(
        "row_kind",
        "pk",
        "row_name",
        "row_career_name",
        "row_career_key",
        "version",
        "review_by",
    ),
    *("status", "publish_at", "unpublish_at", "modified_at", "row_more", "row_moment"),
)


@dataclass
class Row:
    """An item in a list of the desk."""

    model: type
    pk: int
    name: str
    career: str
    career_key: int | None
    version: int
    review_by: object
    values: dict = field(repr=False)
    entry: int = 0  # the newest of its history: see `add_entries`

    @property
    def kind(self):
        return capfirst(self.model._meta.verbose_name)

    @property
    def key(self):
        return f"{self.model_label}.{self.pk}"

    @property
    def model_label(self):
        return self.model._meta.label_lower

    @property
    def schedule_url(self):
        return self.page("schedule")

    @property
    def url(self):
        return self.page("change")

    def page(self, name):
        meta = self.model._meta
        return reverse(
            f"admin:{meta.app_label}_{meta.model_name}_{name}", args=[self.pk]
        )


def rows_of(models, conditions, order, most, more=None, moment=None):
    """Return at most so many Rows of what meets a condition of a type, by `order`.

    `conditions(model)` are several that no item meets two of: each is answered from
    an index, where a database would read all rows for an OR.

    `more(model)` and `moment(model)` are expressions for a text and a time beside them.
    """
    queries = []
    for model in models:
        career = "career" if hasattr(model, "career") else None
        text = {"output_field": TextField()}
        every = model.objects.not_trashed().order_by()
        of_career = Cast("career__name", **text) if career else Value("", **text)
        every = every.annotate(
            row_kind=Value(model._meta.label_lower, output_field=CharField()),
            row_name=Cast(model.title_field, **text),
            row_career_name=of_career,
            row_career_key=F("career_id") if career else Value(0),
            row_more=more(model) if more else Value("", **text),
            row_moment=moment(model)
            if moment
            else Cast("modified_at", output_field=DateTimeField()),
        )
        every = every.values(*FIELDS)
        queries += [every.filter(condition) for condition in conditions(model)]
    if not queries:
        return []
    first, *others = queries
    found = first.union(*others, all=True).order_by(*order, "row_kind", "pk")[:most]
    by_label = {model._meta.label_lower: model for model in models}
    rows = [
        Row(
            by_label[one["row_kind"]],
            one["pk"],
            one["row_name"],
            one["row_career_name"],
            one["row_career_key"] or None,
            one["version"],
            one["review_by"],
            one,
        )
        for one in found
    ]
    name_with_numbers(rows)
    return rows


def name_with_numbers(rows):
    """Give those whose title names numbers the title that readers see."""
    for model in {row.model for row in rows if "[[" in row.name}:
        keys = [row.pk for row in rows if row.model is model]
        names = {item.pk: str(item) for item in model.objects.filter(pk__in=keys)}
        for row in rows:
            if row.model is model:
                row.name = names.get(row.pk, row.name)


def add_entries(rows):
    """Give rows the newest entry of their history: a page sends it with a decision."""
    asked = Q()
    for model in {row.model for row in rows}:
        keys = [row.pk for row in rows if row.model is model]
        kind = ContentType.objects.get_for_model(model)
        asked |= Q(content_type=kind, object_id__in=keys)
    if not rows:
        return
    newest = newest_entries(asked)
    for row in rows:
        kind = ContentType.objects.get_for_model(row.model)
        row.entry = newest.get((kind.pk, row.pk), 0)


def list_url(model, **parameters):
    """Return the address of a type's list, filtered."""
    meta = model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    query = "&".join(f"{name}={value}" for name, value in parameters.items())
    return f"{address}?{query}" if query else address


def may_publish(request, model):
    return admin.site.get_model_admin(model).may_publish(request)
