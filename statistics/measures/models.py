"""Define the measure, which quick facts of all guides share."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.shared_names import SharedName

from .kinds import UnitKind


class Measure(SharedName):
    """What a quick fact measures, so that careers can be set side by side."""

    name_is_taken = _("There is a measure of this name: choose another.")

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

    class Meta(SharedName.Meta):
        verbose_name = _("measure")
        verbose_name_plural = _("measures")
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

    @property
    def kind(self):
        return UnitKind(self.unit_kind)

    def clean(self):
        super().clean()
        self._check_kind()

    def _check_kind(self):
        """Quick facts that have the measure must still fit it."""
        if not self.pk or self.unit_kind not in UnitKind.values:
            return
        for table in self.stattable_set.not_trashed().select_related("career"):
            cell = table.table.find(table.headline_row, table.headline_column)
            if cell and not self.kind.fits(cell[0]):
                sentence = _("“%(table)s” has a quick fact of another kind.")
                raise ValidationError({"unit_kind": sentence % {"table": table}})
