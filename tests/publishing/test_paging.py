"""Pages of lists hold what the whole list holds, whatever they ask the database for."""

import pytest
from django.core.paginator import EmptyPage, Paginator

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.paging import GuidePaginator, OneQueryPaginator
from faq.models import FAQEntry
from tests.factories import ArticleFactory, CareerFactory, FAQEntryFactory

pytestmark = pytest.mark.django_db


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
    return GuidePaginator(items, per_page, careers=Career.objects.published())


class TestGuidePaginator:
    @pytest.mark.parametrize("per_page", [1, 2, 3, 4, 5, 12, 50])
    def test_pages_are_those_of_the_whole_list(self, guides, per_page):
        for items in (
            Article.objects.with_career().in_short().in_reading_order(),
            FAQEntry.objects.with_words(["sting"]).by_topic(),
        ):
            whole = Paginator(list(items.published()), per_page)
            assert pages(by_guide(items.live(), per_page)) == pages(whole)

    def test_takes_two_queries_wherever_the_page(
        self, guides, django_assert_num_queries
    ):
        for number in (1, 6):
            paginator = by_guide(Article.objects.live().in_reading_order(), 2)
            with django_assert_num_queries(2):
                assert len(paginator.page(number)) == 2

    def test_of_nothing_has_one_empty_page(self):
        assert pages(by_guide(Article.objects.in_reading_order(), 2)) == [[]]

    @pytest.mark.parametrize("number", [0, -1, 7, 10**30])
    def test_has_no_other_pages(self, guides, number):
        items = Article.objects.live().in_reading_order()
        with pytest.raises(EmptyPage):
            by_guide(items, 2).page(number)


class TestOneQueryPaginator:
    def test_pages_are_those_of_the_whole_list(self, guides):
        careers = Career.objects.published().select_related("picture")
        assert pages(OneQueryPaginator(careers, 3)) == pages(Paginator(careers, 3))

    def test_takes_one_query(self, guides, django_assert_num_queries):
        with django_assert_num_queries(1):
            page = OneQueryPaginator(Career.objects.all(), 3).page(2)
            assert (len(page), page.paginator.num_pages) == (2, 2)

    def test_of_nothing_has_one_empty_page(self):
        assert pages(OneQueryPaginator(Career.objects.all(), 3)) == [[]]

    @pytest.mark.parametrize("number", [0, -1, 3, 10**30])
    def test_has_no_other_pages(self, guides, number):
        with pytest.raises(EmptyPage):
            OneQueryPaginator(Career.objects.all(), 3).page(number)
