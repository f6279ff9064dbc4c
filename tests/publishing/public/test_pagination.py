"""Test that pages of lists hold what the whole list holds, in few queries."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.paginator import EmptyPage, Paginator

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.models.related import ContentVersion
from careerguide.publishing.public.pagination import (
    Counts,
    GuidePaginator,
    counts_of_all,
)
from faq.models import FAQEntry
from tests.factories import ArticleFactory, CareerFactory, FAQEntryFactory

pytestmark = pytest.mark.django_db

NOON = datetime(2099, 6, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def guides():
    """Of two careers of one name, of one that is hidden, and of one without content."""
    for order, size in ((2, 5), (1, 3), (1, 0), (1, 4)):
        career = CareerFactory(name="Beekeeper", order=order)
        for number in range(size):
            ArticleFactory(career=career, order=-number % 3)
            topic = ("Work", "Bees")[number % 2]
            FAQEntryFactory(career=career, order=size - number, topic=topic)
    ArticleFactory(career=CareerFactory(order=0, status="draft"))
    ArticleFactory(career=career, status="draft")


def pages(paginator):
    return [list(paginator.page(number)) for number in paginator.page_range]


def by_guide(items, per_page):
    counts = Counts.of(items, Career.objects.published())
    return GuidePaginator(items, per_page, counts=counts)


class TestGuidePaginator:
    @pytest.mark.parametrize("per_page", [1, 2, 3, 4, 5, 12, 50])
    def test_pages_are_those_of_the_whole_list(self, guides, per_page):
        for items in (
            Article.objects.with_career().only_list_fields().in_reading_order(),
            FAQEntry.objects.filter(question__folds="sting").by_topic(),
        ):
            whole = Paginator(list(items.published()), per_page)
            assert pages(by_guide(items.live(), per_page)) == pages(whole)

    def test_takes_one_query_wherever_the_page(self, guides, django_assert_num_queries):
        paginator = by_guide(Article.objects.live().in_reading_order(), 2)
        for number in (1, 6):
            with django_assert_num_queries(1):
                assert len(paginator.page(number)) == 2

    def test_reads_no_careers_but_those_of_the_page(self, guides):
        paginator = by_guide(Article.objects.live().in_reading_order(), 3)
        careers = [paginator.counts.between(n - 3, n)[0] for n in (3, 6, 9, 12)]
        assert [len(found) for found in careers] == [1, 1, 2, 1]

    def test_of_nothing_has_one_empty_page(self):
        assert pages(by_guide(Article.objects.in_reading_order(), 2)) == [[]]

    @pytest.mark.parametrize("number", [0, -1, 7, 10**30])
    def test_has_no_other_pages(self, guides, number):
        items = Article.objects.live().in_reading_order()
        with pytest.raises(EmptyPage):
            by_guide(items, 2).page(number)


class TestCountsOfAll:
    @pytest.fixture
    def articles(self):
        """The number of articles of each career, as it is counted."""
        ContentVersion.bump()
        return lambda: counts_of_all(Article).ends

    def test_are_counted_once_for_each_change(
        self, articles, guides, django_assert_num_queries
    ):
        first = articles()
        assert first == (3, 7, 12)
        with django_assert_num_queries(1):
            assert articles() is first
        Article.objects.first().delete()
        ContentVersion.bump()
        assert articles()[-1] == 11

    def test_each_kind_has_its_own(self, articles, guides):
        FAQEntry.objects.first().delete()
        assert articles()[-1] == counts_of_all(FAQEntry).total + 1

    def test_end_at_the_next_moment(self, articles, guides, clock):
        article = Article.objects.published().first()
        Article.objects.filter(pk=article.pk).update(unpublish_at=NOON)
        ContentVersion.bump()
        for moment, total in (
            (NOON - SECOND, 12),
            (NOON, 11),
            (NOON + SECOND, 11),
            (NOON - SECOND, 12),  # somebody has set the clock right
        ):
            clock(moment)
            assert articles()[-1] == total

    def test_change_while_they_are_counted_is_found_next_time(
        self, articles, guides, monkeypatch
    ):
        count = Counts.of

        def and_somebody_publishes(items, careers):
            found = count(items, careers)
            ArticleFactory(career=Career.objects.published().first())
            ContentVersion.bump()
            return found

        monkeypatch.setattr(Counts, "of", and_somebody_publishes)
        assert articles()[-1] == 12
        monkeypatch.setattr(Counts, "of", count)
        assert articles()[-1] == 13
