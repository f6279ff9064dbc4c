"""Test hours that clocks make twice or not at all: named, with what to type."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careerguide.publishing.admin.fields import LocalDateTimeField

AUTUMN, SPRING = "2027-10-31", "2027-03-28"
TWICE = (
    "{} comes twice on 31 October 2027 in Europe/Berlin, as clocks go back. Choose an "
    "hour before or after."
)
NEVER = (
    "{} does not exist on 28 March 2027 in Europe/Berlin, as clocks go forward. Choose "
    "{}, or an hour before."
)


@pytest.fixture(autouse=True)
def berlin():
    with timezone.override("Europe/Berlin"):
        yield


@pytest.mark.parametrize(
    ("day", "hour", "sentence"),
    [
        (AUTUMN, "02:00", TWICE.format("02:00")),
        (AUTUMN, "02:59", TWICE.format("02:59")),
        (SPRING, "02:00", NEVER.format("02:00", "03:00")),
        (SPRING, "02:30", NEVER.format("02:30", "03:30")),
    ],
)
def test_hour_that_is_none_or_two_is_named(day, hour, sentence):
    with pytest.raises(ValidationError) as caught:
        LocalDateTimeField().clean([day, hour])
    assert caught.value.messages == [sentence]
    assert caught.value.code == "ambiguous_timezone"


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (AUTUMN, "01:59", 23),
        (AUTUMN, "03:00", 2),
        (SPRING, "01:59", 0),
        (SPRING, "03:00", 1),
    ],
)
def test_hours_before_and_after_are_what_they_say(day, hour, utc):
    moment = LocalDateTimeField().clean([day, hour])
    assert moment.astimezone(datetime.UTC).hour == utc


@pytest.mark.parametrize("year", [2000, 2999])
def test_years_that_can_be_told_are_taken(year):
    assert LocalDateTimeField().clean([f"{year}-06-01", "12:00"]).year == year


@pytest.mark.parametrize("year", [1999, 3000])
def test_others_are_refused(year):
    with pytest.raises(ValidationError, match="a year between 2000 and 2999"):
        LocalDateTimeField().clean([f"{year}-06-01", "12:00"])
