"""Find where a picture is used, without knowing the models that use it."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from careerguide.media.filenames import FOLDER
from careerguide.publishing.drafts.references import admin_link, admin_name
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.related import UNPUBLISHED, ItemRecord, Plan

from .models import FormerFile, Image
from .pointers import hashes_in, pointers

LIBRARIES = ("django.", "axes.")  # the second keeps what is typed into a login


@dataclass(frozen=True)
class Use:
    item: models.Model

    def __str__(self):
        return admin_name(self.item)

    @property
    def link(self):
        return admin_link(self.item)


def uses(image):
    """Return every item that points at the picture, or names its file in a text.

    What an item says in its draft counts, too. What it said once, in its history, does
    not: else no picture that was ever used could go.
    """
    hashes = image.hashes
    found = [
        item
        for model in content_with_pictures()
        if (condition := _condition(model, image, hashes))
        for item in model._default_manager.filter(condition).distinct()
    ]
    for kind in UNPUBLISHED:
        found += [copy.item for copy in _naming(kind, image, hashes) if copy.item]
    return [Use(item) for item in dict.fromkeys(found)]


def approved_uses(image):
    """Return the Uses that readers see, or will at an hour that is planned."""
    hashes = image.hashes
    found = [
        item
        for model in content_with_pictures()
        if issubclass(model, Publishable)
        and (condition := _condition(model, image, hashes))
        for item in model.objects.filter(condition, status=model.PUBLISHED).distinct()
    ]
    found += [plan.item for plan in _naming(Plan, image, hashes) if plan.item]
    return [Use(item) for item in dict.fromkeys(found)]


def content_with_pictures():
    """The project's own models: those of libraries hold sessions and logs, not content.

    Nor are the library's own, or what is kept beside content. Readers' feedback is,
    too: else anybody who names a picture could keep it from going.
    """
    for model in apps.get_models():
        if issubclass(model, ItemRecord) or model in (Image, FormerFile):
            continue
        if not model.__module__.startswith(LIBRARIES):
            yield model


def _condition(model, image, hashes):
    """What is true of the items of a model that show the picture of these hashes."""
    condition = Q()
    for column in pointers(model):
        condition |= Q(**{column: image.pk})
    for field in model._meta.concrete_fields:
        if isinstance(field, models.TextField):
            # The hash stands in the name of the file and of each rendition.
            for sha256 in hashes:
                condition |= Q(**{f"{field.name}__contains": sha256})
    return condition


def _naming(kind, image, hashes):
    """Drafts or plans whose values name the picture, in a text or by its key."""
    columns = {
        column for model in content_with_pictures() for column in pointers(model)
    }
    points = (Q(**{f"values__{column}": image.pk}) for column in columns)
    named = reduce(or_, (Q(text__contains=sha256) for sha256 in hashes))
    copies = kind.objects.annotate(text=Cast("values", TextField()))
    return copies.filter(reduce(or_, points, named)).prefetch_related("item")


def used_pictures():
    """Return {key of a picture: how many items show it}, in one pass over all content.

    What a draft or a plan shows counts, too.
    """
    keys = dict(Image.objects.values_list("sha256", "pk"))
    keys |= FormerFile.objects.past().values_list("sha256", "image_id")
    shown = {}
    for model in content_with_pictures():
        label, texts = model._meta.label_lower, _long_texts(model)
        for column in pointers(model):
            rows = model._base_manager.exclude(**{column: None})
            for pk, key in rows.order_by().values_list("pk", column):
                shown.setdefault(key, set()).add((label, pk))
        named = [Q(**{f"{name}__contains": f"/{FOLDER}/"}) for name in texts]
        if named:
            rows = model._base_manager.filter(reduce(or_, named)).order_by()
            for pk, *found in rows.values_list("pk", *texts).iterator():
                for sha256 in hashes_in(filter(None, found)):
                    shown.setdefault(keys.get(sha256), set()).add((label, pk))
    columns = {c for model in content_with_pictures() for c in pointers(model)}
    for kind in UNPUBLISHED:
        for copy in kind.objects.order_by().iterator():
            kind_of = ContentType.objects.get_for_id(copy.content_type_id)
            item = (kind_of.model_class()._meta.label_lower, copy.object_id)
            texts = (one for one in copy.values.values() if isinstance(one, str))
            found = {keys.get(sha256) for sha256 in hashes_in(texts)}
            found |= {copy.values.get(column) for column in columns}
            for key in found:
                shown.setdefault(key, set()).add(item)
    return {key: len(items) for key, items in shown.items() if key}


def _long_texts(model):
    fields = model._meta.concrete_fields
    return [field.name for field in fields if isinstance(field, TextField)]
