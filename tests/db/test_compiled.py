"""Test queries whose SQL is kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from careerguide.db.compiled import MOST_TEXTS, CompiledQuery
from careerguide.models import Page
from tests.factories import PageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


@pytest.fixture
def built():
    """How often the queryset was built."""
    return []


@pytest.fixture
def by_slug(built):
    @CompiledQuery
    def query(now, slugs):
        built.append(len(slugs))
        return Page.objects.published(now).filter(slug__in=slugs).only("title", "slug")

    return query


def slugs(found):
    return sorted(page.slug for page in found)


def test_asks_with_other_texts_each_time(by_slug, built):
    for slug in ("about", "privacy", "terms", "contact"):
        PageFactory(slug=slug)
    now = timezone.now()
    assert slugs(by_slug.ask(now, ["about"])) == ["about"]
    assert slugs(by_slug.ask(now, ["privacy"])) == ["privacy"]
    three = ["about", "contact", "terms"]
    assert slugs(by_slug.ask(now, three)) == three
    assert slugs(by_slug.ask(now, [*three, "privacy"])) == sorted([*three, "privacy"])
    assert built == [1, 4]


def test_asks_of_another_moment_each_time(by_slug):
    hour = timezone.now() + timedelta(hours=1)
    PageFactory(slug="about", publish_at=hour)
    later = hour + timedelta(seconds=1)
    found = [
        slugs(by_slug.ask(now, ["about"])) for now in (timezone.now(), later, hour)
    ]
    assert found == [[], ["about"], ["about"]]
    PageFactory(slug="gone", unpublish_at=hour)
    assert slugs(by_slug.ask(timezone.now(), ["gone"])) == ["gone"]
    assert slugs(by_slug.ask(hour, ["gone"])) == []


def test_loads_what_the_query_names(by_slug):
    PageFactory(slug="about", body="Long")
    [page] = by_slug.ask(timezone.now(), ["about"])
    assert "body" in page.get_deferred_fields()
    assert page.body == "Long"


@pytest.mark.parametrize("text", ["it's", "100%", "%s", "\ufdd00", "ü", ""])
def test_any_text_is_asked_for_as_it_is(by_slug, text):
    PageFactory(slug="about")
    assert slugs(by_slug.ask(timezone.now(), [text, "about"])) == ["about"]


def test_refuses_more_texts_than_it_keeps_statements_for(by_slug):
    PageFactory(slug="about")
    texts = ["about"] * MOST_TEXTS
    assert slugs(by_slug.ask(timezone.now(), texts)) == ["about"]
    with pytest.raises(ValueError, match="most"):
        by_slug.ask(timezone.now(), [*texts, "more"])
