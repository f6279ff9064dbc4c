"""Where a picture is used, without knowing the models that use it."""

from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from .models import Image


@dataclass(frozen=True)
class Use:
    item: models.Model

    def __str__(self):
        return f"{self.item._meta.verbose_name.capitalize()}: {self.item}"

    @property
    def link(self):
        """The item by name, leading to where it is edited."""
        meta = self.item._meta
        try:
            page = f"admin:{meta.app_label}_{meta.model_name}_change"
            address = reverse(page, args=[self.item.pk])
        except NoReverseMatch:
            return format_html("{}", str(self))
        return format_html('<a href="{}">{}</a>', address, str(self))


def uses(image):
    """Every item that points at the picture, or names its file in a text."""
    return [
        Use(item)
        for model in _content_models()
        if (condition := _condition(model, image))
        for item in model._default_manager.filter(condition).distinct()
    ]


def _content_models():
    """The project's own models: Django's hold sessions and logs, not content."""
    for model in apps.get_models():
        if model is not Image and not model.__module__.startswith("django."):
            yield model


def _condition(model, image):
    condition = Q()
    for field in model._meta.get_fields():
        if field.auto_created or not field.concrete:
            continue
        if field.is_relation:
            if field.related_model is Image:
                condition |= Q(**{field.name: image})
        elif isinstance(field, models.TextField):
            # The hash stands in the name of the file and of each rendition.
            condition |= Q(**{f"{field.name}__contains": image.sha256})
    return condition
