"""Test what readers see: the rule in SQL and in Python, on all content."""

import datetime
from itertools import product

import pytest

from articles.models import Article
from careerguide.publishing.models.content import Status
from tests.factories import EVERYTHING, OF_GUIDES, ArticleFactory, CareerFactory

pytestmark = pytest.mark.django_db

NOON = datetime.datetime(2026, 5, 4, 12, tzinfo=datetime.UTC)
AN_HOUR = datetime.timedelta(hours=1)
EARLIER, LATER = NOON - AN_HOUR, NOON + AN_HOUR
MUCH_LATER = LATER + AN_HOUR

# publish_at, unpublish_at, and whether readers see it at noon.
SCHEDULES = [
    (None, None, True),
    (EARLIER, None, True),
    (NOON, None, True),
    (LATER, None, False),
    (None, EARLIER, False),
    (None, NOON, False),
    (None, LATER, True),
    (EARLIER, NOON, False),
    (EARLIER, LATER, True),
    (NOON, LATER, True),
    (LATER, MUCH_LATER, False),
]


def name(factory):
    return factory._meta.model._meta.label_lower


@pytest.fixture
def noon(clock):
    clock(NOON)


@pytest.mark.usefixtures("noon")
class TestPublished:
    @pytest.mark.parametrize(("publish_at", "unpublish_at", "visible"), SCHEDULES)
    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_follows_the_clock(self, factory, publish_at, unpublish_at, visible):
        item = factory(publish_at=publish_at, unpublish_at=unpublish_at)
        assert item.is_published is visible
        assert type(item).objects.published().exists() is visible

    @pytest.mark.parametrize("status", [Status.DRAFT, Status.ARCHIVED])
    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_other_status_is_hidden_whatever_its_schedule(self, factory, status):
        item = factory(status=status, publish_at=EARLIER, unpublish_at=LATER)
        assert not item.is_published
        assert not type(item).objects.published().exists()

    @pytest.mark.parametrize(("publish_at", "unpublish_at", "visible"), SCHEDULES)
    @pytest.mark.parametrize("factory", OF_GUIDES, ids=name)
    def test_needs_its_career(self, factory, publish_at, unpublish_at, visible):
        career = CareerFactory(publish_at=publish_at, unpublish_at=unpublish_at)
        item = factory(career=career)
        assert item.is_published is visible
        assert type(item).objects.published().exists() is visible

    def test_query_and_property_agree_on_the_whole_grid(self):
        states = list(product(Status, SCHEDULES))
        careers = [CareerFactory(**_fields(state)) for state in states]
        items = Article.objects.bulk_create(
            ArticleFactory.build(career=career, slug=f"a-{c}-{s}", **_fields(state))
            for c, career in enumerate(careers)
            for s, state in enumerate(states)
        )
        by_query = set(Article.objects.published().values_list("slug", flat=True))
        assert by_query == {item.slug for item in items if item.is_published}
        assert len(by_query) == 6 * 6
        assert len(items) == 33 * 33

    def test_another_moment_can_be_asked_about(self):
        ArticleFactory(publish_at=LATER)
        assert not Article.objects.published().exists()
        assert Article.objects.published(now=LATER).exists()


def _fields(state):
    status, (publish_at, unpublish_at, _visible) = state
    return {"status": status, "publish_at": publish_at, "unpublish_at": unpublish_at}
