"""Test which pages are cached, and under which parameters."""

import threading
from contextlib import contextmanager

import pytest
from django.db import connection
from django.http import HttpResponse

from articles.models import Article
from careerguide.page_cache.decorators import cacheable, name_of, one_moment
from tests.each import each
from tests.factories import ArticleFactory
from tests.hostile.routes import all_routes

# Whose answers are for one person, for this moment, or no page at all.
NOT_CACHED = {
    *("feedback:send", "media", "favicon", "own_look", "healthz", "readyz"),
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


class TestDatabase:
    """A view is answered within one moment of it, or without it."""

    @pytest.mark.parametrize("uses_database", [True, False])
    def test_is_asked_unless_the_view_needs_none(self, monkeypatch, uses_database):
        within = []

        @contextmanager
        def moment():
            within.append("begun")
            yield
            within.append("over")

        def view(request):
            within.append("made")
            return HttpResponse(request)

        monkeypatch.setattr("careerguide.page_cache.decorators.one_moment", moment)
        answer = cacheable(view, uses_database=uses_database)("Bees")
        assert answer.content == b"Bees"
        assert within == (["begun", "made", "over"] if uses_database else ["made"])

    def test_is_asked_for_all_that_a_template_reads(self, monkeypatch):
        within = []

        @contextmanager
        def moment():
            yield
            within.append("over")

        class Response(HttpResponse):
            def render(self):
                within.append("rendered")
                return self

        monkeypatch.setattr("careerguide.page_cache.decorators.one_moment", moment)
        assert cacheable(lambda request: Response("Bees"))(None).content == b"Bees"
        assert within == ["rendered", "over"]


@each(
    ("path", "query", "name"),
    [
        ("/articles/", "", ""),
        ("/articles/", "page=2", "page=2"),
        ("/articles/", "page=9999", "page=9999"),
        ("/articles/", "career=bees&page=2", "page=2&career=bees"),
        ("/articles/", "utm_source=a&page=2", "page=2"),
        ("/articles/", "a=" + "x" * 1_998, ""),
        ("/articles/", "&".join(f"a{n}=1" for n in range(20)), ""),
        ("/articles/bees/", "page=2", ""),
        ("/articles/", "page=10000", None),
        ("/articles/", "page=0", None),
        ("/articles/", "page=2x", None),
        ("/articles/", "career=-bees", None),
        ("/articles/", "q=bees", None),
        ("/articles/", "page=2&q=bees", None),
        ("/articles/", "a=" + "x" * 1_999, None),
        ("/articles/", "&".join(f"a{n}=1" for n in range(21)), None),
        ("/articles/", "a=%00", None),
        ("/articles/", "a=\0", None),
        ("/admin/", "", None),
        ("/none/such/", "", None),
    ],
)
def test_page_is_kept_under_what_its_view_names(path, query, name):
    assert name_of(path, query) == name
