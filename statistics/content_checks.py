"""Declare what is checked of tables beside their texts: where the numbers come from."""

from django.utils.translation import gettext_lazy as _

from careerguide.publishing.checks.finding import SAMPLE, Check, Finding

from .skeletons import has_title_of_columns

NO_ROWS = _("It has no rows yet: readers would see an empty table.")


def unfilled(reading):
    """Yield what a skeleton leaves to be filled in: see `skeletons`."""
    item = reading.item
    if not item.table.rows:
        yield Finding("no-rows", "data", NO_ROWS, blocks=True)
    if has_title_of_columns(item):
        sentence = _("These are its columns: say in a sentence what the numbers show.")
        yield Finding(SAMPLE, "title", sentence)


def without_source(reading):
    if reading.item.table.rows and not reading.item.has_source:
        sentence = _("Readers are told that nobody knows where these numbers are from.")
        yield Finding("no-source", "source_name", sentence)


def without_period(reading):
    if not reading.item.period.strip():
        sentence = _("Readers cannot tell what time these numbers are about.")
        yield Finding("no-period", "period", sentence)


CHECKS = (
    Check("no-rows", _("Tables without rows"), unfilled),
    Check("no-source", _("Tables without a source"), without_source),
    Check("no-period", _("Tables without a period"), without_period),
)
