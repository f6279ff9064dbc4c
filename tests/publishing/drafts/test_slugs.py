"""Test slugs made from titles."""

import pytest
from django.db import IntegrityError, connection
from django.db.models import QuerySet

from articles.models import Article
from careerguide.publishing.drafts.slugs import base_slug, save_with_free_slug
from faq.models import FAQEntry
from tests.factories import ArticleFactory, CareerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    return CareerFactory()


def article(career, **fields):
    return ArticleFactory.build(career=career, slug="", **fields)


class TestBaseSlug:
    def test_is_made_of_the_words(self):
        assert base_slug(Article(), "A year with the bees!") == "a-year-with-the-bees"

    def test_joins_several_texts(self):
        assert base_slug(FAQEntry(), "beekeeper", "Why so?") == "beekeeper-why-so"

    def test_accents_become_letters(self):
        assert base_slug(Article(), "Über Bienen") == "uber-bienen"

    @pytest.mark.parametrize("title", ["蜜蜂", "Пчёлы", "🐝🐝", "—", ""])
    def test_title_without_latin_letters_takes_the_models_name(self, title):
        assert base_slug(Article(), title) == "article"

    @pytest.mark.parametrize("title", ["bee " * 50, "b" * 200])
    def test_long_title_leaves_room_for_a_number(self, title):
        slug = base_slug(Article(), title)
        assert 100 < len(slug) <= 115
        assert not slug.endswith("-")


class TestFreeSlug:
    def test_free_one_is_taken_as_it_is(self, career):
        item = article(career)
        save_with_free_slug(item, "bees")
        assert Article.objects.get(slug="bees") == item

    def test_taken_one_gets_the_next_number(self, career):
        items = [article(career) for _ in range(4)]
        for item in items:
            save_with_free_slug(item, "bees")
        assert [i.slug for i in items] == ["bees", "bees-2", "bees-3", "bees-4"]

    def test_gap_is_filled(self, career):
        ArticleFactory(career=career, slug="bees"), ArticleFactory(slug="bees-3")
        item = article(career)
        save_with_free_slug(item, "bees")
        assert item.slug == "bees-2"

    def test_longer_slug_is_not_in_the_way(self, career):
        ArticleFactory(career=career, slug="bees-at-night")
        item = article(career)
        save_with_free_slug(item, "bees")
        assert item.slug == "bees"

    def test_longest_base_and_a_number_fit(self, career):
        base = base_slug(Article(), "b" * 200)
        items = [article(career) for _ in range(12)]
        for item in items:
            save_with_free_slug(item, base)
            item.full_clean()
        assert items[-1].slug == f"{base}-12"

    def test_one_taken_at_the_same_moment_is_passed_over(self, career, monkeypatch):
        """We look, find the slug free, and it is gone when we save."""
        ArticleFactory(career=career, slug="bees")
        exists, answers = QuerySet.exists, [False]
        look = lambda query: answers.pop() if answers else exists(query)  # noqa: E731
        monkeypatch.setattr(QuerySet, "exists", look)
        item = article(career)
        save_with_free_slug(item, "bees")
        assert item.slug == "bees-2"

    def test_other_broken_rule_is_not_tried_for_ever(self, career):
        item = article(career, status="live")
        with pytest.raises(IntegrityError, match="status_is_known"):
            save_with_free_slug(item, "bees")
        assert connection.is_usable()
