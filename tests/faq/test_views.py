"""Test the pages of questions."""

import re

import pytest
from django.urls import reverse

from tests.factories import CareerFactory, FAQEntryFactory

pytestmark = pytest.mark.django_db


def read_list(client):
    return client.get(reverse("faq:list")).content.decode()


class TestEntry:
    def test_shows_the_question_and_its_answer(self, client):
        entry = FAQEntryFactory(answer="**Yes**, now and then.")
        page = client.get(entry.get_absolute_url()).content.decode()
        assert f'<h1 dir="auto">{entry.question}</h1>' in page
        assert "<strong>Yes</strong>, now and then." in page

    def test_answer_describes_the_page_as_plain_text(self, client):
        entry = FAQEntryFactory(answer='**Yes**, "now" & [then](/a/).')
        page = client.get(entry.get_absolute_url()).content.decode()
        assert 'content="Yes, &quot;now&quot; &amp; then."' in page

    def test_links_to_the_ones_before_and_after(self, client):
        career = CareerFactory()
        entries = [FAQEntryFactory(career=career, order=n) for n in (1, 2, 3)]
        page = client.get(entries[1].get_absolute_url()).content.decode()
        assert f'href="{entries[0].get_absolute_url()}" rel="prev"' in page
        assert f'href="{entries[2].get_absolute_url()}" rel="next"' in page

    def test_leads_to_others_of_its_topic(self, client):
        career = CareerFactory()
        entry, same = [FAQEntryFactory(career=career, topic="Pay") for _ in range(2)]
        FAQEntryFactory(topic="Pay")
        page = client.get(entry.get_absolute_url()).content.decode()
        part = page.split('id="same-topic"')[1].split("</aside>")[0]
        assert re.findall(r'<a href="(.*?)"', part) == [same.get_absolute_url()]

    def test_draft_is_not_found(self, client):
        entry = FAQEntryFactory(status="draft")
        assert client.get(entry.get_absolute_url()).status_code == 404


class TestList:
    def test_opens_each_answer_in_place(self, client):
        entry = FAQEntryFactory(answer="**Yes**, now and then.")
        page = read_list(client)
        # The address names what is inside, so that browsers open the answer for it.
        inside = page.split("</summary>")[1].split("</details>")[0]
        assert f'id="{entry.slug}"' in inside
        assert "<strong>Yes</strong>, now and then." in page

    def test_groups_the_questions_by_topic(self, client):
        career = CareerFactory()
        for _ in range(2):
            FAQEntryFactory(career=career, topic="Dangers")
        assert read_list(client).count(">Dangers</h3>") == 1

    def test_question_without_a_topic_has_no_heading(self, client):
        FAQEntryFactory()
        assert "<h3" not in read_list(client)

    @pytest.mark.usefixtures("indexed")
    def test_finds_questions_by_the_words_of_question_and_answer(self, client):
        FAQEntryFactory(question="Do bees sleep?", answer="In **winter**.")
        FAQEntryFactory(question="Do bees sing?")
        page = client.get("/faq/", {"q": "winter SLEEP"}).content.decode()
        assert "Do bees sleep?" in page and "Do bees sing?" not in page
        page = client.get("/faq/", {"q": "wasps"}).content.decode()
        assert "No question has these words." in page

    @pytest.mark.usefixtures("indexed")
    def test_of_one_career_searches_in_it_alone(self, client):
        mine, other = FAQEntryFactory(), FAQEntryFactory()
        asked = {"q": "bees", "career": mine.career.slug}
        page = client.get("/faq/", asked).content.decode()
        assert f'<input type="hidden" name="career" value="{mine.career.slug}">' in page
        assert other.question not in page or other.question == mine.question

    def test_draft_is_absent(self, client):
        FAQEntryFactory(question="Is honey heavy?", status="draft")
        assert "Is honey heavy?" not in read_list(client)

    def test_empty_one_says_so(self, client):
        assert "No question has been answered here yet." in read_list(client)


class TestLongAnswers:
    def test_are_links_where_a_page_has_enough_of_them(self, client, monkeypatch):
        monkeypatch.setattr("faq.views.MOST_OF_ANSWERS", 100)
        career = CareerFactory()
        for order, answer in enumerate(["a" * 60, "b" * 60, "c" * 30]):
            FAQEntryFactory(career=career, order=order, answer=answer)
        page = read_list(client)
        assert "a" * 60 in page and "b" * 60 not in page
        assert page.count("This answer is long and has a page of its own.") == 2


def test_page_that_finds_nothing_says_so_in_a_sentence(client, db):
    page = client.get("/faq/", {"q": "wasps"}).content.decode()
    assert "None has the words “wasps”." in page
