"""Find where a picture is used, without knowing the models that use it."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.apps import apps
from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from careerguide.publishing.drafts.references import admin_link, admin_name
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.related import UNPUBLISHED, ItemRecord, Plan

from .models import Image
from .pointers import pointers


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
    found = [
        item
        for model in _content_models()
        if (condition := _condition(model, image))
        for item in model._default_manager.filter(condition).distinct()
    ]
    for kind in UNPUBLISHED:
        found += [copy.item for copy in _naming(kind, image) if copy.item]
    return [Use(item) for item in dict.fromkeys(found)]


def approved_uses(image):
    """Return the Uses that readers see, or will at an hour that is planned."""
    found = [
        item
        for model in _content_models()
        if issubclass(model, Publishable) and (condition := _condition(model, image))
        for item in model.objects.filter(condition, status=model.PUBLISHED).distinct()
    ]
    found += [plan.item for plan in _naming(Plan, image) if plan.item]
    return [Use(item) for item in dict.fromkeys(found)]


def _content_models():
    """The project's own models: Django's hold sessions and logs, not content.

    Nor is what is kept beside content. Readers' feedback is, too: else anybody who
    names a picture could keep it from going.
    """
    for model in apps.get_models():
        if issubclass(model, ItemRecord):
            continue
        if model is not Image and not model.__module__.startswith("django."):
            yield model


def _condition(model, image):
    condition = Q()
    for column in pointers(model):
        condition |= Q(**{column: image.pk})
    for field in model._meta.concrete_fields:
        if isinstance(field, models.TextField):
            # The hash stands in the name of the file and of each rendition.
            condition |= Q(**{f"{field.name}__contains": image.sha256})
    return condition


def _naming(kind, image):
    """Drafts or plans whose values name the picture, in a text or by its key."""
    columns = {column for model in _content_models() for column in pointers(model)}
    points = (Q(**{f"values__{column}": image.pk}) for column in columns)
    named = Q(text__contains=image.sha256)
    copies = kind.objects.annotate(text=Cast("values", TextField()))
    return copies.filter(reduce(or_, points, named)).prefetch_related("item")
