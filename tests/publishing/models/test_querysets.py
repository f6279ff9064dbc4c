"""Test the querysets of all content."""

import pytest
from django.utils import timezone

from articles.models import Article
from careerguide.caching.dependencies import recorded
from careerguide.publishing.models.querysets import previous_and_next
from careerguide.publishing.models.tags import of_guide
from careerguide.site.quick_facts import guide_facts
from faq.models import FAQEntry
from statistics.models import StatTable
from statistics.references.texts import texts_showing
from tests.factories import (
    AN_HOUR,
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


class TestShownAt:
    """An item by its slug, in a query that is written once."""

    @pytest.mark.parametrize("factory", [CareerFactory, *CONTENT])
    def test_finds_what_is_published_at_this_moment(self, factory, clock):
        items, now = factory._meta.model.objects, timezone.now()
        item, planned = factory(), factory(publish_at=now + AN_HOUR)
        assert items.shown_at(item.slug) == item
        assert items.shown_at(planned.slug) is None
        clock(now + 2 * AN_HOUR)
        assert items.shown_at(planned.slug) == planned

    @pytest.mark.parametrize("factory", [CareerFactory, *CONTENT])
    def test_loads_all_that_its_page_shows(self, factory, django_assert_num_queries):
        slug = factory().slug
        items = factory._meta.model.objects
        items.shown_at(slug)
        with django_assert_num_queries(1):
            item = items.shown_at(slug)
            assert item.told_notes == [] and getattr(item, "career", item).name


class TestDependencies:
    """Lists that are empty depend on what may come into them."""

    @pytest.mark.parametrize("model", [Article, FAQEntry, StatTable])
    def test_parts_of_a_guide(self, model, career):
        with recorded() as tags:
            assert model.objects.on_career_page(career, 5) == []
        assert of_guide(model, career.pk) in tags
        with recorded() as tags:
            assert model.objects.all_in_print(career) == []
        assert of_guide(model, career.pk) in tags

    def test_what_a_page_has_of_the_tables_of_its_guide(self, career):
        with recorded() as tags:
            assert StatTable.objects.links_in_guide(career.pk) == []
        assert of_guide(StatTable, career.pk) in tags
        with recorded() as tags:
            assert guide_facts(career).sources == {}
        for model in (Article, StatTable, FAQEntry):
            assert of_guide(model, career.pk) in tags

    def test_texts_that_may_name_a_table(self):
        table = StatTableFactory()
        with recorded() as tags:
            assert texts_showing(table) == []
        assert {of_guide(m, table.career_id) for m in (Article, FAQEntry)} <= tags
