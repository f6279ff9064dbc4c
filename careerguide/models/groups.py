"""Define the field of work, by which long lists of careers are grouped."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.shared_names import SharedName


class CareerGroup(SharedName):
    """A field of work. Readers see it once a published career belongs to it."""

    name_is_taken = _("There is a field of work of this name: choose another.")

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

    class Meta(SharedName.Meta):
        verbose_name = _("field of work")
        verbose_name_plural = _("fields of work")
        constraints = [
            models.CheckConstraint(
                name="careerguide_careergroup_is_named",
                condition=models.Q(name__gt="", slug__gt=""),
            )
        ]

    def get_absolute_url(self):
        return f"{reverse('career_list')}?group={self.slug}"
