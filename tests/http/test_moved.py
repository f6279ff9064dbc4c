"""Test that former addresses lead on from other people's pages, too."""

import pytest

from careerguide.publishing.models.related import OldSlug, key_of
from tests.factories import StatTableFactory
from tests.wsgi import call

pytestmark = pytest.mark.django_db


@pytest.fixture
def table():
    table = StatTableFactory(slug="bees")
    OldSlug.objects.create(**key_of(table), slug="wasps")
    return table


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/statistics/wasps/", "/statistics/bees/"),
        ("/statistics/wasps.csv", "/statistics/bees.csv"),
        ("/statistics/wasps/embed/", "/statistics/bees/embed/"),
        ("/statistics/bees/embed", "/statistics/bees/embed/"),
    ],
)
def test_is_asked_for_each_time_by_whoever_likes(table, path, there):
    answer = call(path, HTTP_ORIGIN="https://blog.example")
    assert (answer.status, answer.headers["location"]) == (301, there)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["cache-control"] == "no-cache"
