"""Test that views of pages are counted, of readers alone, and nothing else is kept."""

from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from articles.models import Article
from careerguide.publishing.drafts import actions
from careerguide.readership.counting import CountViews, ViewCounter, prune
from careerguide.readership.models import PageViews
from tests.factories import ArticleFactory

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PATH = "/articles/bees/"


@pytest.fixture
def counter():
    return ViewCounter(every=3600)


def visit(counter, path=PATH, method="GET", status="200 OK", kind="text/html", **more):
    def app(environ, start_response):
        start_response(status, [("Content-Type", kind)])
        return [b""]

    environ = RequestFactory(**{"HTTP_USER_AGENT": FIREFOX, **more}).generic(
        method, path
    )
    CountViews(app, counter)(environ.environ, lambda *started: None)
    return sum(counter.waiting.values())


class TestCounted:
    def test_a_page(self, counter):
        assert visit(counter) == 1 and visit(counter) == 2

    def test_a_page_of_the_readers_own_cache(self, counter):
        assert visit(counter, status="304 Not Modified") == 1

    @pytest.mark.parametrize(
        "sent",
        [
            {"method": "HEAD"},
            {"method": "POST"},
            {"status": "404 Not Found"},
            {"status": "302 Found"},
            {"kind": "text/csv"},
            {"path": "/articles/bees.csv"},
            {"path": "/admin/articles/"},
            {"path": "/" + "x" * 400 + "/"},
            {"HTTP_USER_AGENT": ""},
            {"HTTP_USER_AGENT": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
            {"HTTP_USER_AGENT": "curl/8.0"},
            {"HTTP_COOKIE": "sessionid=abc"},
            {"HTTP_SEC_PURPOSE": "prefetch;prerender"},
        ],
    )
    def test_nothing_else(self, counter, sent):
        assert visit(counter, **sent) == 0

    def test_not_what_was_asked_for(self, counter):
        visit(counter, path=f"{PATH}?q=me@example.org")
        assert [*counter.waiting] == [PATH]

    def test_no_more_addresses_than_fit(self, counter, monkeypatch):
        monkeypatch.setattr("careerguide.readership.counting.MOST_WAITING", 2)
        for number in range(5):
            visit(counter, path=f"/articles/{number}/")
        assert len(counter.waiting) == 2


@pytest.mark.django_db
class TestWritten:
    def test_is_added_to_the_day(self, counter):
        for _ in range(2):
            visit(counter)
            visit(counter)
            counter.flush()
        views = PageViews.objects.get()
        assert (views.path, views.views, views.day) == (PATH, 4, timezone.localdate())

    def test_waits_where_it_cannot_be_written(self, counter, monkeypatch):
        from django.db import OperationalError

        def fail(*args):
            raise OperationalError

        visit(counter)
        with monkeypatch.context() as patch:
            patch.setattr(type(PageViews.objects.all()), "add", fail)
            counter.flush()
        assert counter.waiting == {PATH: 1}
        counter.flush()
        assert PageViews.objects.get().views == 1

    def test_a_day_has_no_more_addresses_than_fit(self):
        for path in ("/a/", "/b/", "/c/"):
            PageViews.objects.add(timezone.localdate(), {path: 1}, 2)
        assert PageViews.objects.count() == 2

    def test_what_is_old_goes(self):
        for days in (0, 401):
            day = timezone.localdate() - timedelta(days=days)
            PageViews.objects.create(day=day, path=PATH, views=1)
        assert (prune(0), prune(400)) == (0, 1)
        assert PageViews.objects.count() == 1


@pytest.mark.django_db
def test_a_page_keeps_its_views_when_it_is_renamed(client, sign_in):
    by = sign_in("Publisher")
    article, other = ArticleFactory(slug="bees"), ArticleFactory()
    for slug, views in (("bees", 40), ("wild-bees", 2), (other.slug, 1)):
        PageViews.objects.create(
            path=f"/articles/{slug}/", day=timezone.localdate(), views=views
        )
    renamed = Article.objects.get(slug="bees")
    renamed.slug = "wild-bees"
    actions.save_draft(article, renamed, by)
    actions.publish(article, by)
    rows = client.get("/admin/articles/article/").context["cl"].result_list
    assert {row.pk: row.views for row in rows} == {article.pk: 42, other.pk: 1}


@pytest.mark.django_db
def test_lists_and_the_guides_page_show_them(client, sign_in):
    sign_in("Publisher")
    article = ArticleFactory()
    for days, views in ((0, 1200), (29, 34), (30, 5)):
        day = timezone.localdate() - timedelta(days=days)
        PageViews.objects.create(day=day, path=article.get_absolute_url(), views=views)
    guide = f"/admin/careerguide/career/{article.career_id}/guide/"
    for address in ("/admin/articles/article/", guide):
        assert ">1234<" in client.get(address).content.decode()
