"""Define the measure, which quick facts of all guides share."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from careerguide.languages.folding import fold
from careerguide.publishing.models.texts import normalise_texts
from careerguide.publishing.models.visible_text import faults_of_unseen

from .kinds import UnitKind


class MeasureQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Measure(models.Model):
    """What a quick fact measures, so that careers can be set side by side.

    It belongs to no guide and has no drafts: whoever changes its name changes what
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
        help_text=_("What readers see, without the career: Average pay, mid-level."),
    )
    slug = models.SlugField(
        _("slug"),
        max_length=60,
        unique=True,
        help_text=_("Its part of an address: average-pay. It stays as it is."),
    )
    definition = models.CharField(
        _("definition"),
        max_length=300,
        help_text=_(
            "What is counted, of whom, in one sentence: What people with three to "
            "seven years in the career earn on average."
        ),
    )
    unit_kind = models.CharField(
        _("kind of unit"),
        max_length=10,
        choices=UnitKind.choices,
        help_text=_("Quick facts of this measure stand in a column of this kind."),
    )
    order = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("Its place among measures: 1 comes first.")
    )

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                name="statistics_measure_is_named",
                condition=models.Q(name__gt="", slug__gt="", definition__gt=""),
            ),
            models.CheckConstraint(
                name="statistics_measure_unit_kind_is_known",
                condition=models.Q(unit_kind__in=UnitKind.values),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def kind(self):
        return UnitKind(self.unit_kind)

    def clean_fields(self, exclude=None):
        normalise_texts(self)
        super().clean_fields(exclude)
        if errors := faults_of_unseen(self, exclude or ()):
            raise ValidationError(errors)

    def clean(self):
        super().clean()
        others = Measure.objects.exclude(pk=self.pk)
        if fold(self.name) in map(fold, others.values_list("name", flat=True)):
            sentence = _("There is a measure of this name: choose another.")
            raise ValidationError({"name": sentence})

    def natural_key(self):
        return (self.slug,)
