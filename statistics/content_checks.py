"""Declare what is checked of tables beside their texts: where the numbers come from."""

from django.utils.translation import gettext_lazy as _

from careerguide.publishing.checks.finding import Check, Finding


def without_source(reading):
    if not reading.item.has_source:
        sentence = _("Readers are told that nobody knows where these numbers are from.")
        yield Finding("no-source", "source_name", sentence)


def without_period(reading):
    if not reading.item.period.strip():
        sentence = _("Readers cannot tell what time these numbers are about.")
        yield Finding("no-period", "period", sentence)


CHECKS = (
    Check("no-source", _("Tables without a source"), without_source),
    Check("no-period", _("Tables without a period"), without_period),
)
