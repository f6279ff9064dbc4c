"""Test the base of all content: what is public, constraints, validation."""

import datetime
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.models.content import Status
from tests.factories import (
    EVERYTHING,
    OF_GUIDES,
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)

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


def constraint_names(factory):
    return {c.name for c in factory._meta.model._meta.constraints}


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


BROKEN = [
    ("status_is_known", {"status": "live"}),
    ("published_needs_dates", {"first_published_at": None}),
    ("published_needs_dates", {"content_updated_on": None}),
    ("unpublish_follows_publish", {"publish_at": NOON, "unpublish_at": NOON}),
    ("unpublish_follows_publish", {"publish_at": LATER, "unpublish_at": NOON}),
    ("has_a_slug", {"slug": ""}),
]
NEEDED_TEXT = [
    (CareerFactory, ["name", "summary"]),
    (PageFactory, ["title", "body"]),
    (ArticleFactory, ["title", "summary", "body"]),
    (StatTableFactory, ["title"]),
    (FAQEntryFactory, ["question", "answer"]),
]


def assert_refused(factory, rule, **change):
    """The database itself refuses the change, by the name of the constraint."""
    item = factory()
    rule = f"{item._meta.app_label}_{item._meta.model_name}_{rule}"
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        type(item).objects.filter(pk=item.pk).update(**change)


class TestConstraints:
    @pytest.mark.parametrize(("rule", "change"), BROKEN)
    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_database_refuses(self, factory, rule, change):
        assert_refused(factory, rule, **change)

    @pytest.mark.parametrize(
        ("factory", "field"),
        [(factory, field) for factory, fields in NEEDED_TEXT for field in fields],
    )
    def test_published_text_cannot_be_emptied(self, factory, field):
        assert_refused(factory, "published_needs_text", **{field: ""})

    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_slug_is_unique(self, factory):
        item = factory()
        with pytest.raises(IntegrityError), transaction.atomic():
            factory(slug=item.slug)

    @pytest.mark.parametrize(("factory", "fields"), NEEDED_TEXT)
    def test_draft_may_lack_text(self, factory, fields):
        assert factory(status="draft", **dict.fromkeys(fields, "")).pk

    @pytest.mark.parametrize(("factory", "fields"), NEEDED_TEXT)
    def test_model_names_what_it_needs(self, factory, fields):
        assert factory._meta.model.needed_to_publish() == fields

    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_all_have_the_shared_ones(self, factory):
        rules = {rule for rule, _change in BROKEN} | {"published_needs_text"}
        prefix = name(factory).replace(".", "_")
        assert {f"{prefix}_{rule}" for rule in rules} <= constraint_names(factory)


class TestClean:
    @pytest.mark.parametrize(
        ("factory", "field"),
        [(factory, field) for factory, fields in NEEDED_TEXT for field in fields],
    )
    @pytest.mark.parametrize("text", ["", " \n"], ids=["empty", "blank"])
    def test_published_item_names_the_missing_text(self, factory, field, text):
        item = factory.build(**{field: text}, **_career(factory))
        with pytest.raises(ValidationError) as caught:
            item.clean()
        assert caught.value.message_dict == {
            field: ["This is needed before it can be published."]
        }

    def test_unpublish_has_to_follow_publish(self):
        item = ArticleFactory.build(
            career=CareerFactory(), publish_at=LATER, unpublish_at=NOON
        )
        with pytest.raises(ValidationError) as caught:
            item.full_clean()
        assert list(caught.value.message_dict) == ["unpublish_at"]

    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_believable_item_passes(self, factory):
        factory().full_clean()


def _career(factory):
    return {"career": CareerFactory()} if factory in OF_GUIDES else {}


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
