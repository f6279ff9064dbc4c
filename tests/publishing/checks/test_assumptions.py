"""Test what counts as public while texts are checked, and that it ends."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from careerguide.publishing.checks.assumptions import (
    hour_of_publishing,
    is_published_together,
    published_at,
    published_together,
)

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


class Other(SimpleNamespace):
    """An item of another kind."""


def test_items_are_public_together_until_they_are_judged():
    item, same = SimpleNamespace(pk=1), SimpleNamespace(pk=1)
    with published_together([item]):
        assert is_published_together(same)
        assert not is_published_together(SimpleNamespace(pk=2))
        assert not is_published_together(Other(pk=1))
        with published_together([]):
            assert not is_published_together(same)
        assert is_published_together(same)
    assert not is_published_together(same)


def test_another_hour_counts_until_all_is_judged():
    assert hour_of_publishing() is None
    with published_at(NOON):
        assert hour_of_publishing() == (NOON, False)
        with published_at(NOON, with_plans=True):
            assert hour_of_publishing() == (NOON, True)
        with published_at(None):
            assert hour_of_publishing() is None
        assert hour_of_publishing() == (NOON, False)
    with pytest.raises(ZeroDivisionError), published_at(NOON):
        _ = 1 / 0
    assert hour_of_publishing() is None
