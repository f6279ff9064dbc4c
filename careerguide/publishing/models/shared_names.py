"""Define the base of what several guides name: a field of work, a measure."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from careerguide.languages.folding import fold
from careerguide.markup.references.notation import spelled_references

from .texts import normalise_texts, text_fields
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
        exclude = exclude or ()
        errors = _faults_of_notation(self, exclude) | faults_of_unseen(self, exclude)
        if errors:
            raise ValidationError(errors)

    def clean(self):
        super().clean()
        others = type(self).objects.exclude(pk=self.pk)
        if fold(self.name) in map(fold, others.values_list("name", flat=True)):
            raise ValidationError({"name": self.name_is_taken})

    def natural_key(self):
        return (self.slug,)


def _faults_of_notation(item, exclude):
    """Return ValidationErrors by field, of `[[number: …]]`, which none reads."""
    found = {}
    for field in text_fields(type(item)):
        if field.name in exclude:
            continue
        for match in spelled_references(getattr(item, field.name) or ""):
            sentence = _(
                "“%s” is shown as it is written, as this takes no numbers from tables: "
                "write the number, or say it in a text."
            )
            fault = ValidationError(sentence % match[0], code="notation")
            found.setdefault(field.name, []).append(fault)
    return found
