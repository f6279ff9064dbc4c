"""Test that one database takes the whole numbers that the other takes."""

import pytest
from django.core.exceptions import ValidationError

from careerguide.models import Career
from tests.factories import CareerFactory

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]

LARGEST = 2**31 - 1


def test_largest_is_that_of_postgresql():
    CareerFactory(order=LARGEST).full_clean()
    with pytest.raises(ValidationError) as refused:
        CareerFactory.build(order=LARGEST + 1).full_clean()
    assert refused.value.message_dict["order"] == [
        f"Ensure this value is less than or equal to {LARGEST}."
    ]


def test_larger_one_is_found_nowhere():
    CareerFactory()
    assert not Career.objects.filter(order=2**40).exists()
    assert not Career.objects.filter(pk=2**70).exists()
