"""Test that links may name each place on pages of several kinds of content."""

import re

import pytest
from django.urls import resolve

from careerguide.models import Career
from careerguide.publishing.checks import page_places
from tests.factories import OF_GUIDES, CareerFactory

pytestmark = pytest.mark.django_db
PAGES = "/", "/careers/{slug}/", "/careers/{slug}/all/"


def ids(client, address):
    page = client.get(address).content.decode()
    return {*re.findall(r'<(?:h\d|section|figure)\b[^>]* id="([^"]+)"', page)}


@pytest.mark.parametrize("page", PAGES)
class TestEachPlace:
    def test_of_the_seeded_guide_is_known(self, seeded, client, page):
        address = page.format(slug=Career.objects.get().slug)
        asked = [(resolve(address).view_name, id) for id in ids(client, address)]
        assert len(asked) > 3
        assert [
            place for place, item in page_places.find(asked).items() if not item
        ] == []

    def test_of_an_item_is_that_item(self, client, page):
        career = CareerFactory()
        items = [factory(career=career, slug="hive") for factory in OF_GUIDES]
        address = page.format(slug=career.slug)
        places = [id for id in ids(client, address) if id.endswith("-hive")]
        found = page_places.find([(resolve(address).view_name, id) for id in places])
        assert {*found.values()} <= {*items}
        if page.endswith("all/"):
            assert {*found.values()} == {*items}
