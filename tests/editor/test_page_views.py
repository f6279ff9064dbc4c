"""Test which pages the dialog of links lists, and for whom."""

import pytest
from django.urls import reverse

from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(client):
    def ask(**query):
        about = {"model": "articles.article", "field": "body"}
        return client.get(reverse("editor_pages"), about | query)

    return ask


def titles(answer):
    return [one["title"] for one in answer.json()["items"]]


def test_those_of_the_guide_come_first(pages, sign_in):
    sign_in("Editor")
    mine, other = CareerFactory(name="Zoologist"), CareerFactory(name="Actor")
    ArticleFactory(title="Bees", career=other)
    ArticleFactory(title="Wasps", career=mine, status="draft")
    entry = FAQEntryFactory(question="What of bees?", career=mine)
    answer = pages(career=mine.pk)
    assert titles(answer)[0] == "What of bees?"
    assert titles(answer)[-1] == "Wasps"
    [first, *_others] = answer.json()["items"]
    assert first["address"] == entry.get_absolute_url()
    assert (first["career"], first["published"]) == ("Zoologist", True)


def test_words_are_of_titles_and_careers(pages, sign_in):
    sign_in("Editor")
    ArticleFactory(title="Life of bees", career=CareerFactory(name="Beekeeper"))
    ArticleFactory(title="Life of ants", career=CareerFactory(name="Zoologist"))
    assert titles(pages(q="beekeeper life")) == ["Life of bees"]
    assert titles(pages(q="'[[ %")) == []


def test_a_career_is_found_by_its_name_however_much_its_guide_has(pages, sign_in):
    sign_in("Editor")
    career = CareerFactory(name="Zoo vet")
    for number in range(60):
        ArticleFactory(title=f"A day, part {number}", career=career)
    ArticleFactory(title="A zoo vet’s long day", career=career)
    assert titles(pages(q="vet zoo"))[:2] == ["Zoo vet", "A zoo vet’s long day"]


def test_a_title_shows_its_numbers_and_words_are_escaped(pages, sign_in):
    sign_in("Editor")
    StatTableFactory(title="[[number: Senior; Salary]] a year")
    ArticleFactory(title="*Bees*")
    found = {one["title"]: one["words"] for one in pages().json()["items"]}
    assert "$170,000 a year" in found
    assert found["*Bees*"] == r"\*Bees\*"


def test_no_page_of_the_trash_and_not_the_text_itself(
    pages, sign_in, django_user_model
):
    sign_in("Editor")
    article = ArticleFactory(title="Bees")
    assert "Bees" not in titles(pages(item=article.pk))
    assert "Bees" in titles(pages())


def test_who_sees_no_content_is_refused(pages, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("ana", is_staff=True))
    assert pages().status_code == 403
    assert pages(model="no.model").status_code == 400


def test_more_than_fit_are_said(pages, sign_in, monkeypatch):
    monkeypatch.setattr("careerguide.editor.page_views.MOST_SHOWN", 1)
    sign_in("Editor")
    ArticleFactory.create_batch(2, career=CareerFactory())
    answer = pages().json()
    assert (len(answer["items"]), answer["more"]) == (1, True)


def test_it_takes_few_queries(pages, sign_in, django_assert_max_num_queries):
    sign_in("Editor")
    ArticleFactory.create_batch(5)
    pages()
    with django_assert_max_num_queries(8):
        pages()
