"""Test the question and its answer."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import CareerFactory, FAQEntryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    return CareerFactory(slug="beekeeper")


class TestEntry:
    def test_has_an_address(self, career):
        entry = FAQEntryFactory(career=career, slug="beekeeper-stings")
        assert entry.get_absolute_url() == "/faq/beekeeper-stings/"

    @pytest.mark.parametrize("slug", ["stings", "beekeeper", "beekeepers-stings"])
    def test_slug_begins_with_the_careers(self, career, slug):
        entry = FAQEntryFactory.build(career=career, slug=slug)
        with pytest.raises(ValidationError) as caught:
            entry.full_clean()
        assert caught.value.message_dict == {"slug": ["Begin it with “beekeeper-”."]}

    def test_ids_of_an_answer_are_its_own(self, career):
        entry = FAQEntryFactory.build(
            career=career, slug="beekeeper-a", answer="## Bees\n\nYes."
        )
        assert 'id="beekeeper-a-bees"' in entry.document.html
        assert "<h4" in entry.document.html
