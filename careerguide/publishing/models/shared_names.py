"""Define the base of what several guides name: a field of work, a measure."""

from django.core.exceptions import ValidationError
from django.db import models

from careerguide.languages.folding import fold

from .texts import normalise_texts
from .visible_text import faults_of_unseen


class SharedNameQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class SharedName(models.Model):
    """A name with an address that guides share, and that belongs to none of them.

    It is no content of its own and has no drafts: whoever changes its name changes what
    readers see at once, so that takes the right to publish. A subclass has the fields
    `name`, `slug` and `order`.
    """

    group_permissions = {
        "Author": ("view",),
        "Editor": ("view", "add"),
        "Publisher": ("view", "add", "change", "delete"),
    }
    name_is_taken = ""  # a sentence

    objects = SharedNameQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["order", "name"]

    def __str__(self):
        return self.name

    def clean_fields(self, exclude=None):
        normalise_texts(self)
        super().clean_fields(exclude)
        if errors := faults_of_unseen(self, exclude or ()):
            raise ValidationError(errors)

    def clean(self):
        super().clean()
        others = type(self).objects.exclude(pk=self.pk)
        if fold(self.name) in map(fold, others.values_list("name", flat=True)):
            raise ValidationError({"name": self.name_is_taken})

    def natural_key(self):
        return (self.slug,)
