"""Test what keeps content from being published: constraints, and forms that say so."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

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
LATER = NOON + datetime.timedelta(hours=1)


def name(factory):
    return factory._meta.model._meta.label_lower


def constraint_names(factory):
    return {c.name for c in factory._meta.model._meta.constraints}


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
