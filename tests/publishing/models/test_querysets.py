"""Test the querysets of all content."""

import pytest

from articles.models import Article
from careerguide.publishing.models.querysets import previous_and_next
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)

pytestmark = pytest.mark.django_db

CONTENT = [ArticleFactory, FAQEntryFactory, StatTableFactory]


@pytest.fixture
def career():
    return CareerFactory(slug="beekeeper", name="Beekeeper", order=2)


class TestReadingOrder:
    def test_goes_career_by_career_in_the_editors_order(self, career):
        late = ArticleFactory(career=career, order=2)
        early = ArticleFactory(career=career, order=1)
        first = ArticleFactory(career=CareerFactory(order=1), order=3)
        assert list(Article.objects.in_reading_order()) == [first, early, late]

    def test_careers_of_one_place_go_by_name(self, career):
        second = ArticleFactory(career=career)
        first = ArticleFactory(career=CareerFactory(name="Actor", order=2))
        assert list(Article.objects.in_reading_order()) == [first, second]

    def test_items_of_one_place_go_by_age(self, career):
        items = [ArticleFactory(career=career, order=1) for _ in range(3)]
        assert list(Article.objects.in_reading_order()) == items


class TestForCareer:
    def test_leaves_other_guides_out(self, career):
        mine = StatTableFactory(career=career)
        StatTableFactory()
        assert list(StatTable.objects.for_career(career)) == [mine]

    def test_reads_as_a_sentence(self, career):
        mine = FAQEntryFactory(career=career)
        FAQEntryFactory(career=career, status="draft")
        assert list(FAQEntry.objects.published().for_career(career)) == [mine]


def find(item):
    return previous_and_next(item, type(item).objects.siblings(item))


class TestNeighbours:
    @pytest.mark.parametrize("factory", CONTENT)
    def test_are_before_and_after_in_the_editors_order(self, factory, career):
        third, first, second = (factory(career=career, order=n) for n in (3, 1, 2))
        assert find(first) == (None, second)
        assert find(second) == (first, third)
        assert find(third) == (second, None)

    @pytest.mark.parametrize("status", ["draft", "archived"])
    def test_skip_what_is_not_published(self, career, status):
        first, hidden, third = (ArticleFactory(career=career) for _ in range(3))
        Article.objects.filter(pk=hidden.pk).update(status=status)
        assert find(first) == (None, third)

    def test_stay_in_the_career(self, career):
        item = ArticleFactory(career=career, order=1)
        ArticleFactory(order=0)
        ArticleFactory(order=2)
        assert find(item) == (None, None)

    def test_of_an_unpublished_item_are_nobody(self, career):
        ArticleFactory(career=career), ArticleFactory(career=career)
        draft = ArticleFactory(career=career, status="draft")
        assert find(draft) == (None, None)

    def test_take_one_query_and_name_themselves(
        self, career, django_assert_num_queries
    ):
        item = FAQEntryFactory(career=career)
        FAQEntryFactory(career=career, question="Do bees sleep?")
        with django_assert_num_queries(1):
            _before, after = find(item)
            assert str(after) == "Do bees sleep?"
            assert after.get_absolute_url()


class TestWithHeadline:
    def test_leaves_tables_without_a_quick_fact_out(self):
        StatTableFactory()
        fact = StatTableFactory(headline_label="Pay")
        assert list(StatTable.objects.with_headline()) == [fact]
