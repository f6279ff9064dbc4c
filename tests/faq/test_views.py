import pytest
from django.urls import reverse

from tests.factories import FAQEntryFactory

pytestmark = pytest.mark.django_db


class TestEntry:
    def test_shows_the_question_and_its_answer(self, client):
        entry = FAQEntryFactory(answer="**Yes**, now and then.")
        page = client.get(entry.get_absolute_url()).content.decode()
        assert f"<h1>{entry.question}</h1>" in page
        assert "<strong>Yes</strong>, now and then." in page

    def test_draft_is_not_found(self, client):
        entry = FAQEntryFactory(status="draft")
        assert client.get(entry.get_absolute_url()).status_code == 404


class TestList:
    def test_draft_is_absent(self, client):
        FAQEntryFactory(question="Is honey heavy?", status="draft")
        assert "Is honey heavy?" not in client.get(reverse("faq:list")).content.decode()
