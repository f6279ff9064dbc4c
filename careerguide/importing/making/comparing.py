"""Hold the drafts of a newer document against those that were made before."""

from careerguide.importing.content import fields_of, models_by_kind
from careerguide.importing.drafts import make_drafts
from careerguide.importing.merging import STAYS, merged
from careerguide.importing.models import ImportedItem, ImportPicture
from careerguide.importing.review.parts import ItemVersions
from careerguide.library.models import Image
from careerguide.publishing.drafts.rows import draft_of
from careerguide.publishing.models.snapshots import snapshot
from statistics.importing.text import to_text
from statistics.table.schema import parse

SAME, CHANGED, CONFLICT, NEW, GONE = "same", "changed", "conflict", "new", "gone"
TRASHED = "trashed"  # by an editor, and in the document still
ASKS = (CONFLICT, TRASHED)


def compared(opened, drafts, existing):
    """Return the `ItemVersions` of a plan's items, and of those it has no longer."""
    if addresses := library_addresses(opened.record):

        def picture(span):
            return addresses.get(span.picture, f"picture-{span.picture}")

        drafts = make_drafts(opened.document, opened.plan, picture, opened.readings)
    models, found = models_by_kind(), []
    for draft in drafts:
        if draft.kind == "career" and opened.plan.career:
            continue
        fields = fields_of(draft, models[draft.kind])
        target = existing.get(draft.key)
        found.append(_versions(draft, fields, models[draft.kind], target, opened.plan))
    keys = {draft.key for draft in drafts}
    if opened.record.previous_id:
        made = ImportedItem.objects.filter(record=opened.record.previous_id)
        for one in made.exclude(key__in=keys).prefetch_related("item"):
            if one.item is not None:
                found.append(_gone(one))
    return found


def _versions(draft, fields, model, target, plan):
    choice = plan.choices.get(draft.key, "")
    name = str(model._meta.verbose_name)
    if target is None:
        texts = _texts(model, fields)
        return ItemVersions(draft.key, name, draft.title, NEW, texts, {}, choice)
    mine = snapshot(draft_of(target.item))
    values, conflicts = merged(mine, target.base, fields)
    differ = [n for n, v in fields.items() if v != mine.get(n) and n not in STAYS]
    state = CONFLICT if conflicts else CHANGED if values else SAME
    if target.is_discarded:
        state = TRASHED
    return ItemVersions(
        draft.key,
        name,
        draft.title,
        state,
        _texts(model, {n: fields[n] for n in differ}),
        _texts(model, {n: mine.get(n) for n in differ}),
        choice,
        target.item,
    )


def _gone(one):
    name = str(one.model._meta.verbose_name)
    return ItemVersions(one.key, name, str(one.item), GONE, {}, {}, "", one.item)


def _texts(model, values):
    """Values as texts, by the labels of their fields."""
    found = {}
    for name, value in values.items():
        if isinstance(value, dict):
            value = to_text(parse(value))[0]
        found[str(model._meta.get_field(name).verbose_name)] = str(value or "")
    return found


def library_addresses(record):
    """Return the addresses of pictures that are in the library, by their numbers."""
    numbers = dict(
        ImportPicture.objects.filter(record=record).values_list("number", "sha256")
    )
    if not numbers:
        return {}
    images = Image.objects.filter(sha256__in=set(numbers.values()))
    urls = {image.sha256: image.url for image in images}
    return {n: urls[sha256] for n, sha256 in numbers.items() if sha256 in urls}
