"""Provide what tests of imports have in common."""

import pytest

from .baker import FIRST, NEWER
from .records import Reviewer, started


@pytest.fixture
def first():
    """A document about bakers that was imported, and became drafts."""
    reviewer = Reviewer(started("baker.md", FIRST))
    reviewer.decide(title="What bakers do", decimals=".")
    reviewer.create()
    return reviewer


@pytest.fixture
def newer(first):
    """A review of a newer version of it, of which one section says something else."""
    return Reviewer(started("baker.md", NEWER, first.by, previous=first.pk))
