"""Define what a table says of where its numbers come from, and what they count.

All of it may be unsaid: what nobody knows is left empty, and readers are told.
"""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from careerguide.publishing.models.visibility import Status

from .choices import PayParts, PayPeriod, PayTax, Prices, Provenance, Statistic
from .wording import basis_text, provenance_text

CHOICES = {
    "provenance": Provenance,
    "statistic": Statistic,
    "pay_tax": PayTax,
    "pay_parts": PayParts,
    "pay_period": PayPeriod,
    "prices": Prices,
}


def _choice(name, **options):
    choices = CHOICES[name]
    return models.CharField(
        max_length=10, choices=choices, blank=True, default="", **options
    )


class Described(models.Model):
    """Numbers that say who found them, where, how surely, and what they count.

    The last five say it of the quick fact alone, as columns beside it may be of another
    kind: a mean beside a median.
    """

    provenance = _choice(
        "provenance",
        verbose_name=_("how the numbers were found"),
        help_text=_("Readers see it below the table."),
    )
    sample_size = models.PositiveIntegerField(
        _("number asked"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("How many people or things were asked or counted: 1240."),
    )
    margin = models.CharField(
        _("margin of error"),
        max_length=100,
        blank=True,
        help_text=_("As the source gives it: ± 3 percentage points."),
    )
    place = models.CharField(
        _("place"),
        max_length=100,
        blank=True,
        help_text=_("Where the numbers are about: United States."),
    )
    own_definition = models.CharField(
        _("counted otherwise"),
        max_length=200,
        blank=True,
        help_text=_(
            "Only where it differs from the definition of the measure: Full-time "
            "employees only."
        ),
    )
    statistic = _choice("statistic", verbose_name=_("kind of average"))
    pay_tax = _choice("pay_tax", verbose_name=_("tax"))
    pay_parts = _choice("pay_parts", verbose_name=_("parts of pay"))
    pay_period = _choice("pay_period", verbose_name=_("paid for"))
    prices = _choice("prices", verbose_name=_("prices"))
    price_year = models.PositiveSmallIntegerField(
        _("year of the prices"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(9999)],
        help_text=_("Of amounts at the prices of one year: 2024."),
    )

    class Meta:
        abstract = True

    @property
    def provenance_text(self):
        return provenance_text(self)

    @property
    def basis_text(self):
        return basis_text(self)

    def clean(self):
        super().clean()
        errors = {}
        if self.prices == Prices.CONSTANT and self.price_year is None:
            errors["price_year"] = _("Say of which year the prices are.")
        elif self.prices != Prices.CONSTANT and self.price_year is not None:
            errors["price_year"] = _(
                "Only amounts at the prices of one year have this: choose that at "
                "“prices”, or leave the year empty."
            )
        if errors:
            raise ValidationError(errors)


def described_constraints(prefix):
    """Return the constraints of a model that is `Described`."""
    known = [
        models.CheckConstraint(
            name=f"{prefix}_{name}_is_known",
            condition=Q(**{f"{name}__in": choices.values}),
        )
        for name, choices in CHOICES.items()
    ]
    is_draft = ~Q(status=Status.PUBLISHED)  # which may lack what it needs
    no_year, is_constant = Q(price_year=None), Q(prices=Prices.CONSTANT)
    return [
        *known,
        models.CheckConstraint(
            name=f"{prefix}_price_year_is_of_constant_prices",
            condition=(is_constant & ~no_year) | (~is_constant & no_year) | is_draft,
        ),
    ]
