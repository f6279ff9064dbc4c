"""Define the field of work, by which long lists of careers are grouped."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careerguide.languages.folding import fold
from careerguide.publishing.models.texts import normalise_texts
from careerguide.publishing.models.visible_text import faults_of_unseen


class CareerGroupQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class CareerGroup(models.Model):
    """A field of work. Readers see it once a published career belongs to it.

    It is no content of its own and has no drafts: whoever changes its name changes what
    readers see at once, so that takes the right to publish.
    """

    group_permissions = {
        "Author": ("view",),
        "Editor": ("view", "add"),
        "Publisher": ("view", "add", "change", "delete"),
    }

    name = models.CharField(
        _("name"),
        max_length=60,
        help_text=_("What the careers of it have in common: Health and care."),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=60,
        unique=True,
        help_text=_("Its part of an address: health-and-care. It stays as it is."),
    )
    order = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("Its place among fields: 1 comes first.")
    )

    objects = CareerGroupQuerySet.as_manager()

    class Meta:
        verbose_name = _("field of work")
        verbose_name_plural = _("fields of work")
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                name="careerguide_careergroup_is_named",
                condition=models.Q(name__gt="", slug__gt=""),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('career_list')}?group={self.slug}"

    def clean_fields(self, exclude=None):
        normalise_texts(self)
        super().clean_fields(exclude)
        if errors := faults_of_unseen(self, exclude or ()):
            raise ValidationError(errors)

    def clean(self):
        super().clean()
        others = CareerGroup.objects.exclude(pk=self.pk)
        if fold(self.name) in map(fold, others.values_list("name", flat=True)):
            sentence = _("There is a field of work of this name: choose another.")
            raise ValidationError({"name": sentence})

    def natural_key(self):
        return (self.slug,)
