"""Count the numbers of a guide: tied to tables, sourced, editors' own, and open."""

from dataclasses import dataclass, field

from django.utils.translation import get_language

from careerguide.caching.memory import digest, memory_cache
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot
from careerguide.publishing.models.texts import is_markdown
from statistics.models import StatTable
from statistics.references.notation import COUNTS

from .finding import Claim, claims_in
from .marks import CLAIM, MarkError, read_mark


@dataclass
class ItemClaims:
    """The numbers in the texts of one item; `open` are (name of a field, Claim)."""

    item: object
    tied: int = 0
    sourced: int = 0
    own: int = 0
    open: list[tuple[str, Claim]] = field(default_factory=list)

    @property
    def has_any(self):
        return bool(self.tied or self.sourced or self.own or self.open)


@dataclass(frozen=True)
class GuideClaims:
    items: list[ItemClaims]

    @property
    def tied(self):
        return sum(one.tied for one in self.items)

    @property
    def sourced(self):
        return sum(one.sourced for one in self.items)

    @property
    def own(self):
        return sum(one.own for one in self.items)

    @property
    def open(self):
        return sum(len(one.open) for one in self.items)


def claims(guide=None, models=None):
    """Return the `GuideClaims` of a career, or of the pages that belong to none.

    Of an item with a draft its draft counts. `models` are those that are looked at.
    """
    names = _row_names(guide)
    found = []
    for model in content_models() if models is None else models:
        if not model.reference_fields() or (items := _items(model, guide)) is None:
            continue
        found += [of_item(item, names) for item in _with_drafts(model, items)]
    return GuideClaims([one for one in found if one.has_any])


def of_item(item, names=()):
    """Return the `ItemClaims` of one item; `names` are those of its guide's rows."""
    found = ItemClaims(item)
    for name in item.reference_fields():
        text = getattr(item, name) or ""
        if not text:
            continue
        for reference in item.references_of(name):
            _count(found, reference)
        markdown = is_markdown(item._meta.get_field(name))
        found.open += [(name, claim) for claim in _open(text, names, markdown)]
    return found


def _items(model, guide):
    """The items of a guide, or None where the model has none."""
    items = model._default_manager.not_trashed().order_by("pk")
    if model is StatTable.career.field.related_model:
        return items.filter(pk=guide.pk) if guide else None
    if hasattr(model, "career"):
        return items.for_career(guide) if guide else None
    return None if guide else items


def _with_drafts(model, items):
    items = list(items)
    keys = [item.pk for item in items]
    copies = WorkingCopy.objects.of_model(model).filter(object_id__in=keys)
    drafts = dict(copies.values_list("object_id", "values"))
    return [
        apply_snapshot(item, drafts[item.pk]) if item.pk in drafts else item
        for item in items
    ]


def _row_names(guide):
    tables = StatTable.objects.not_trashed()
    tables = tables.for_career(guide) if guide else tables.none()
    return tuple(t.table.label(row) for t in tables for row in t.table.rows)


def _open(text, names, markdown):
    """The claims of a text, read once: most texts are the same at the next visit."""
    key = digest("claims", text, [*names], markdown, get_language())
    return memory_cache.get(
        key,
        lambda: tuple(claims_in(text, names, markdown)),
        lambda found: 200 * (1 + len(found)),
    )


def _count(found, reference):
    if reference.keyword in COUNTS:
        found.tied += 1
    elif reference.keyword == CLAIM:
        try:
            mark = read_mark(reference.target)
        except MarkError:
            return  # its own fault says so, and it keeps the text from readers
        if mark.source:
            found.sourced += 1
        else:
            found.own += 1
