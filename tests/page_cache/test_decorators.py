"""Test which pages are cached, and under which parameters."""

import threading

import pytest
from django.db import connection

from articles.models import Article
from careerguide.page_cache.decorators import one_moment
from tests.factories import ArticleFactory
from tests.hostile.routes import all_routes

# Whose answers are for one person, for this moment, or no page at all.
NOT_CACHED = {
    *("feedback:send", "media", "favicon", "healthz", "readyz"),
    *("styleguide", "shared_preview", "shared_preview_page"),
    *("search", "search_suggestions"),  # there is no end to what can be searched for
}


def test_every_page_for_readers_is_kept_and_nothing_else():
    routes = [route for route in all_routes() if not route.path.startswith("/admin/")]
    assert {route.name for route in routes if not route.is_cacheable} == NOT_CACHED
    assert not any(r.is_cacheable for r in all_routes() if r.path.startswith("/admin/"))


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestOneMoment:
    @pytest.fixture(autouse=True)
    def _shared(self, shared_database):
        pass

    def publish(self, title):
        """As another process does."""

        def write():
            Article.objects.update(title=title, summary=title)
            connection.close()

        thread = threading.Thread(target=write)
        thread.start()
        thread.join()

    def test_is_what_all_queries_of_a_page_read(self):
        article = ArticleFactory(title="Bees")
        with one_moment():
            before = Article.objects.values_list("title", flat=True).get()
            self.publish("Wasps")
            after = Article.objects.values_list("summary", flat=True).get()
        assert (before, after) == ("Bees", article.summary)
        assert Article.objects.get().summary == "Wasps"

    def test_leaves_the_connection_as_it_was(self):
        with one_moment():
            assert not Article.objects.exists()
        ArticleFactory()
        assert Article.objects.count() == 1
