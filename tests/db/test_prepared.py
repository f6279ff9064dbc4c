"""Test queries whose SQL is written once."""

from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection
from django.db.models import CharField, DateTimeField, Value
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from careerguide.db.prepared import Prepared
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def titled(title):
    return Article.objects.filter(title=title).select_related("career")


@pytest.fixture
def by_title():
    return Prepared(titled, title=CharField())


class TestAsking:
    def test_finds_what_the_values_of_this_time_say(self, by_title):
        bees, hives = ArticleFactory(title="Bees"), ArticleFactory(title="Hives")
        for title, found in (("Bees", [bees]), ("Hives", [hives]), ("Wax", [])):
            assert list(by_title.ask(title=title)) == found

    def test_finds_what_came_since_it_was_written(self, by_title):
        assert not list(by_title.ask(title="Bees"))
        article = ArticleFactory(title="Bees")
        assert list(by_title.ask(title="Bees")) == [article]

    def test_loads_as_the_queryset_does(self, by_title):
        ArticleFactory(title="Bees")
        with CaptureQueriesContext(connection) as queries:
            [article] = by_title.ask(title="Bees")
            assert article.career.name and article.body
        assert len(queries) == 1
        assert article.fetched_with == [article]

    def test_takes_annotations_and_unions(self):
        def build(title):
            found = Article.objects.filter(title=title).order_by()
            titles = found.values_list(Value(1), "title")
            return titles.union(found.values_list(Value(2), "slug"), all=True)

        article = ArticleFactory(title="Bees")
        found = sorted(Prepared(build, title=CharField()).ask(title="Bees"))
        assert found == [(1, "Bees"), (2, article.slug)]

    def test_what_is_given_stays_a_value(self, by_title):
        ArticleFactory(title="Bees")
        assert not list(by_title.ask(title="x' OR '1'='1"))

    def test_each_thread_has_its_own_values(self, by_title):
        asked = {title: by_title.ask(title=title) for title in ("Bees", "Hives")}
        found = {}

        def note(title):
            found[title] = asked[title].query.get_compiler("default").as_sql()[1]

        threads = [Thread(target=note, args=[title]) for title in asked]
        for thread in threads:
            thread.start()
            thread.join()
        assert found == {"Bees": ("Bees",), "Hives": ("Hives",)}


class TestWriting:
    def test_happens_once_for_each_kind(self):
        built = []

        def build(model, title):
            built.append(model)
            return model.objects.filter(title=title)

        query = Prepared(build, title=CharField())
        for title in ("Bees", "Hives"):
            list(query.ask(Article, title=title))
        assert built == [Article]

    def test_refuses_a_moment_that_would_stay(self):
        query = Prepared(lambda title: Article.objects.published(), title=CharField())
        with pytest.raises(TypeError, match="for ever"):
            query.ask(title="Bees")

    def test_takes_a_moment_that_is_given(self):
        query = Prepared(
            lambda now: Article.objects.published(now), now=DateTimeField()
        )
        now = timezone.now()
        article = ArticleFactory(publish_at=now + timedelta(hours=1))
        assert not list(query.ask(now=now))
        assert list(query.ask(now=now + timedelta(hours=2))) == [article]

    def test_a_prepared_query_is_not_narrowed(self, by_title):
        with pytest.raises(AttributeError):
            by_title.ask(title="Bees").filter(slug="bees")
