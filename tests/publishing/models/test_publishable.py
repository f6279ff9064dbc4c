"""Test the base of all content: its keys, its names, and the dates it is given."""

import datetime

import pytest

from careerguide.models import Career
from tests.factories import (
    EVERYTHING,
    OF_GUIDES,
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
)

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)


def name(factory):
    return factory._meta.model._meta.label_lower


class TestNaturalKey:
    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_finds_the_item_again(self, factory):
        item = factory()
        assert type(item).objects.get_by_natural_key(*item.natural_key()) == item

    @pytest.mark.parametrize("factory", OF_GUIDES, ids=name)
    def test_career_is_loaded_first(self, factory):
        model = factory._meta.model
        assert model.natural_key.dependencies == ["careerguide.career"]


class TestMarkPublished:
    def test_sets_what_being_published_needs(self, clock):
        clock(NOON)
        item = ArticleFactory(
            status="draft", first_published_at=None, content_updated_on=None
        )
        item.mark_published()
        assert (item.status, item.first_published_at) == ("published", NOON)
        assert item.content_updated_on == NOON.date()

    def test_keeps_the_first_time_and_the_editors_day(self):
        item = ArticleFactory(status="archived")
        first, day = item.first_published_at, item.content_updated_on
        item.mark_published()
        assert (item.first_published_at, item.content_updated_on) == (first, day)


class TestText:
    def test_item_is_called_by_its_title(self):
        assert str(ArticleFactory.build(title="A year")) == "A year"
        assert (
            str(FAQEntryFactory.build(question="Why?", career=None, slug="x")) == "Why?"
        )
        assert str(CareerFactory.build(name="Beekeeper")) == "Beekeeper"

    def test_other_names_are_a_list(self):
        career = Career(other_names="Apiarist, bee farmer ,, ")
        assert career.other_name_list == ["Apiarist", "bee farmer"]


def test_texts_are_read_once_for_what_they_refer_to(monkeypatch):
    number = "[[number: pay | Senior | salary]]"
    article = ArticleFactory(summary=number, body=number)
    reads = []
    read = type(article).references_of
    monkeypatch.setattr(
        type(article), "references_of", lambda *of: reads.append(of) or read(*of)
    )
    assert len(article.referred_to()) == len(article.referred_to()) == 2
    assert len(reads) == 2
    article.body = f"{number} {number}"
    assert len(article.referred_to()) == 3
