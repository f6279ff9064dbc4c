"""Test what readers get from memory, and what nobody ever does."""

import gzip
import itertools
import random
import threading
import time

import brotli
import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from careerguide.page_cache import addresses, maker, single_flight, stale
from careerguide.page_cache.cache import PageCache
from careerguide.publishing.drafts import actions
from careerguide.publishing.preview.links import address_of, make_link
from careerguide.server.background import Background
from tests.each import each
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory
from tests.http.test_headers import EVERYWHERE, POLICY
from tests.wsgi import call, cookie_of

from .caching import Process

pytestmark = pytest.mark.django_db


@pytest.fixture
def process():
    return Process()


@each(
    ("site", "allowed", "known"),
    [
        ("https://Guide.example", ["guide.example"], {"guide.example"}),
        (
            "https://guide.example",
            ["guide.example", "WWW.guide.example", ".example", "*"],
            {"guide.example", "www.guide.example"},
        ),
        (
            "http://guide.example:8000",
            ["guide.example", "localhost"],
            {
                *("guide.example", "guide.example:8000"),
                *("localhost", "localhost:8000"),
            },
        ),
        ("http://[::1]:80", ["[::1]"], {"[::1]", "[::1]:80"}),
    ],
)
def test_known_hosts_are_spelt_out_with_the_port_of_the_site(
    site, allowed, known, settings
):
    settings.SITE_URL, settings.ALLOWED_HOSTS = site, allowed
    assert addresses.known_hosts() == known


class Stub:
    """A site of one page, which takes its time and counts."""

    def __init__(self, body=b"page", seconds=0.0, headers=(), status="200 OK"):
        self.body, self.seconds, self.status = body, seconds, status
        self.headers = [("Content-Type", "text/plain"), *headers]
        self.asked = []

    def __call__(self, environ, start_response):
        self.asked.append(environ)
        time.sleep(self.seconds)
        start_response(self.status, self.headers)
        return [self.body]


class TestPage:
    def test_is_made_once_and_asks_the_database_no_more(self, process):
        path = ArticleFactory().get_absolute_url()
        first = process.ask(path)
        with CaptureQueriesContext(connection) as queries:
            second = process.ask(path)
        assert (second.body, second.headers) == (first.body, first.headers)
        assert len(queries) == 0 and process.made == 1

    def test_is_the_one_that_django_makes(self, process):
        path = ArticleFactory().get_absolute_url()
        ours, djangos = process.ask(path), call(path)
        assert ours.body == djangos.body
        assert ours.headers["content-type"] == djangos.headers["content-type"]

    @pytest.mark.parametrize(
        ("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
    )
    def test_comes_in_the_encoding_that_is_taken(self, process, encoding, unpack):
        path = ArticleFactory().get_absolute_url()
        plain = process.ask(path)
        packed = process.ask(path, HTTP_ACCEPT_ENCODING=f"deflate, {encoding}")
        assert packed.headers["content-encoding"] == encoding
        assert packed.headers["content-length"] == str(len(packed.body))
        assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
        assert unpack(packed.body) == plain.body and process.made == 1

    def test_has_every_header(self, process):
        answers = [process.ask("/"), process.ask("/")]
        tag = answers[0].headers["etag"]
        answers.append(process.ask("/", HTTP_IF_NONE_MATCH=tag))
        assert [answer.status for answer in answers] == [200, 200, 304]
        for answer in answers:
            assert answer.headers.items() >= EVERYWHERE.items()
            assert answer.headers["content-security-policy"] == POLICY

    def test_has_no_body_for_head(self, process):
        page, head = process.ask("/"), process.ask("/", method="HEAD")
        assert (head.headers, head.body) == (page.headers, b"")

    def test_is_told_to_a_cdn_for_a_second_or_as_set(self, process, settings):
        cache_control = process.ask("/").headers["cache-control"]
        assert cache_control == "max-age=0, s-maxage=1"
        settings.CDN_SECONDS = 60
        assert "s-maxage=60" in Process().ask("/").headers["cache-control"]


class TestUnchanged:
    @pytest.mark.parametrize("encoding", ["", "br", "gzip"])
    @pytest.mark.parametrize("form", ["{}", "W/{}", '"other", {}', "*"])
    def test_page_is_not_sent_again(self, process, encoding, form):
        page = process.ask("/", HTTP_ACCEPT_ENCODING=encoding)
        known = form.format(page.headers["etag"])
        again = process.ask(
            "/", HTTP_ACCEPT_ENCODING=encoding, HTTP_IF_NONE_MATCH=known
        )
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == page.headers["etag"]
        assert "content-length" not in again.headers

    @pytest.mark.parametrize("known", ['"other"', "", "nonsense", '"'])
    def test_other_page_is(self, process, known):
        assert process.ask("/", HTTP_IF_NONE_MATCH=known).status == 200

    def test_each_encoding_has_a_tag_of_its_own(self, process):
        ArticleFactory()
        codings = ("", "br", "gzip")
        answers = [process.ask("/", HTTP_ACCEPT_ENCODING=c) for c in codings]
        assert len({answer.headers["etag"] for answer in answers}) == 3

    def test_since_a_date_that_every_process_knows(self, process, monkeypatch):
        assert "last-modified" not in process.ask("/").headers
        later = time.time() + 10
        monkeypatch.setattr("careerguide.page_cache.cache.time.time", lambda: later)
        told = process.ask("/").headers["last-modified"]
        assert process.ask("/", HTTP_IF_MODIFIED_SINCE=told).status == 304
        before = "Mon, 05 Jan 2026 09:00:00 GMT"
        for other in (before, "yesterday", "Mon, 99 Foo 0000"):
            assert process.ask("/", HTTP_IF_MODIFIED_SINCE=other).status == 200

    def test_tag_comes_before_the_date(self, process, monkeypatch):
        process.ask("/")
        later = time.time() + 10
        monkeypatch.setattr("careerguide.page_cache.cache.time.time", lambda: later)
        told = process.ask("/").headers["last-modified"]
        asked = {"HTTP_IF_MODIFIED_SINCE": told, "HTTP_IF_NONE_MATCH": '"other"'}
        assert process.ask("/", **asked).status == 200


class TestNothingIsKept:
    """Of what one person alone may see, or nobody."""

    def test_of_a_page_for_staff(self, process, admin_client):
        article = ArticleFactory()
        edit = reverse("admin:articles_article_change", args=[article.pk])
        path, cookie = article.get_absolute_url(), cookie_of(admin_client)
        assert edit in process.ask(path, HTTP_COOKIE=cookie).text
        assert process.cached == [] and edit not in process.ask(path).text
        theirs = process.ask(path, HTTP_COOKIE=f"a=b; {cookie}")
        assert edit in theirs.text
        assert "no-store" in theirs.headers["cache-control"]

    def test_of_what_is_not_public(self, process):
        draft = ArticleFactory(status="draft")
        hidden = CareerFactory(status="archived")
        preview = address_of(make_link(draft, None)).removeprefix(settings.SITE_URL)
        answers = {
            draft.get_absolute_url(): 404,
            hidden.get_absolute_url(): 404,
            preview: 200,
            f"{preview}page/": 200,
            "/admin/login/": 200,
            "/admin/": 302,
            "/styleguide/": 302,
            "/healthz": 200,
            "/readyz": 200,
            "/nothing/": 404,
            "/articles": 301,
            "/favicon.ico": 302,
            "/articles/\0/": 400,
            "/\xff\xfe/": 404,
        }
        assert {path: process.ask(path).status for path in answers} == answers
        assert process.cached == []

    def test_under_another_name_of_the_host(self, process, settings):
        assert process.ask("/", HTTP_HOST="evil.example").status == 400
        settings.ALLOWED_HOSTS = [".example.org"]
        assert process.ask("/", HTTP_HOST="a.example.org").status == 200
        assert process.ask("/", HTTP_HOST="localhost:99").status == 400
        assert process.cached == []

    @pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "TRACE", "get"])
    def test_for_another_method(self, process, method):
        process.ask("/", method=method)
        assert process.cached == []

    @pytest.mark.parametrize(
        "header",
        [
            ("Set-Cookie", "a=b"),
            ("Cache-Control", "private"),
            ("Cache-Control", "max-age=5, No-Store"),
            ("Vary", "Accept-Encoding, Accept-Language"),
        ],
    )
    def test_that_says_it_is_for_one(self, header):
        process = Process(Stub(headers=[header]))
        assert process.ask("/").body == b"page"
        assert process.cached == []

    @pytest.mark.parametrize("status", ["500 Error", "503 No", "206 Partial"])
    def test_that_is_no_whole_page(self, status):
        process = Process(Stub(status=status))
        assert process.ask("/").status == int(status[:3])
        assert process.cached == []

    def test_where_the_site_is_asked_without_https(self, settings):
        settings.HTTPS, settings.SITE_URL = True, "https://localhost"
        settings.SECURE_SSL_REDIRECT = True
        process = Process(get_wsgi_application())
        assert process.ask("/").status == 301
        assert process.ask("/", **{"wsgi.url_scheme": "https"}).status == 200
        assert process.cached == ["/"]
        assert process.ask("/").status == 301

    def test_where_a_proxy_says_how_it_was_asked(self, settings):
        settings.HTTPS, settings.SITE_URL = True, "https://localhost"
        settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
        settings.SECURE_SSL_REDIRECT = True
        process = Process(get_wsgi_application())
        assert process.ask("/", HTTP_X_FORWARDED_PROTO="http").status == 301
        assert process.ask("/", HTTP_X_FORWARDED_PROTO="https").status == 200
        assert process.ask("/", HTTP_X_FORWARDED_PROTO="http").status == 301
        assert process.cached == ["/"]


class TestWhoeverAsksFirst:
    def test_has_no_part_in_the_page(self):
        stub = Stub()
        theirs = {
            "HTTP_X_FORWARDED_HOST": "evil.example",
            "HTTP_ACCEPT_LANGUAGE": "de",
            "HTTP_AUTHORIZATION": "Basic x",
            "HTTP_COOKIE": "theme=dark",
            "HTTP_USER_AGENT": "evil",
            "HTTP_RANGE": "bytes=0-1",
            "REMOTE_ADDR": "203.0.113.7",
        }
        Process(stub).ask("/", query="evil=1", **theirs)
        [environ] = stub.asked
        assert "evil" not in str(environ) and "203.0.113.7" not in str(environ)
        sent = {name for name in environ if name.startswith("HTTP_")}
        assert sent == {"HTTP_HOST"}


class TestQuery:
    def test_that_nobody_declared_leads_to_the_same_page(self, process):
        path = ArticleFactory().get_absolute_url()
        for query in ("", "utm_source=x", "a=1&a=2&b", "page=2", "%ff=%ff", "="):
            assert process.ask(path, query=query).status == 200
        assert process.cached == [path] and process.made == 1

    def test_that_names_another_page_has_its_own(self, process):
        one, other = ArticleFactory(), ArticleFactory()
        both = process.ask("/articles/", query="utm=1&page=1")
        only = process.ask("/articles/", query=f"career={one.career.slug}&x=2")
        assert other.get_absolute_url() in both.text
        assert other.get_absolute_url() not in only.text
        assert process.cached == [
            "/articles/?page=1",
            f"/articles/?career={one.career.slug}",
        ]

    @pytest.mark.usefixtures("indexed")
    def test_of_a_search_or_an_order_is_answered_anew(self, process):
        ArticleFactory(title="Bees in winter")
        table = StatTableFactory().get_absolute_url()
        assert "Bees in winter" in process.ask("/articles/", query="q=bees").text
        assert process.ask(table, query="sort=-salary").status == 200
        assert process.cached == []

    def test_that_leads_nowhere_is_for_django(self, process):
        for query in ("page=0", "page=99999", "page=x", "career=A%20B", "page=%00"):
            assert process.ask("/articles/", query=query).status in (400, 404)
        assert process.ask("/articles/", query="&".join("abc" * 9_000)).status < 500
        assert process.cached == []

    def test_stays_in_a_redirect(self, process):
        article = ArticleFactory(slug="old")
        changed = actions.draft_of(Article.objects.get(pk=article.pk))
        changed.slug = "new"
        actions.save_draft(article, changed, None)
        actions.publish(article, None)
        moved = process.ask("/articles/old/", query="utm=1")
        assert (moved.status, moved.headers["location"]) == (
            301,
            "/articles/new/?utm=1",
        )


def noise(size):
    """Bytes that no packing makes fewer."""
    return random.Random(size).randbytes(size)


class TestBound:
    def test_ten_thousand_queries_fill_nothing(self):
        process = Process(Stub(b"x" * 1000))
        for number in range(10_000):
            process.ask("/", query=f"q{number}={number}")
        assert process.cached == ["/"] and process.made == 1

    def test_is_on_bytes_and_what_was_read_last_stays(self, settings):
        settings.PAGE_CACHE_MB = 1
        process = Process(Stub(noise(100_000)))
        paths = [f"/articles/a{number}/" for number in range(6)]
        for path in paths:
            process.ask(path)
            process.ask(paths[0])
        assert (
            process.cached
            == [paths[3], paths[4], paths[5], paths[0]][-len(process.cached) :]
        )
        assert process.cache.bytes <= 1_000_000
        assert process.cache.counters["dropped"] > 0

    def test_holds_after_a_change(self, settings):
        process = Process(Stub(noise(100_000)))
        for number in range(6):
            process.ask(f"/articles/a{number}/")
        process.cache.most_bytes = 1_000_000
        left = process.cache.change()
        assert process.cached == ["/articles/a3/", "/articles/a4/", "/articles/a5/"]
        assert process.cache.bytes <= 1_000_000 and len(left) == 3

    def test_page_that_would_push_out_the_others_is_not_kept(self, settings):
        settings.PAGE_CACHE_MB = 1
        process = Process(Stub(noise(300_000)))
        assert len(process.ask("/").body) == 300_000
        assert process.cached == []


class Cookies(Stub):
    """A site that gives each who asks a number of their own."""

    def __init__(self):
        super().__init__(seconds=0.1)
        self.numbers = itertools.count(1)

    def __call__(self, environ, start_response):
        def start(status, headers):
            start_response(
                status, [*headers, ("Set-Cookie", f"visitor={next(self.numbers)}")]
            )

        return super().__call__(environ, start)


class TestManyAtOnce:
    def ask(self, process, times):
        answers = []
        threads = [
            threading.Thread(target=lambda: answers.append(process.ask("/")))
            for _ in range(times)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    def test_have_the_page_made_once(self):
        stub = Stub(seconds=0.3)
        answers = self.ask(Process(stub), 200)
        assert {answer.body for answer in answers} == {b"page"}
        assert len(answers) == 200 and len(stub.asked) == 1

    def test_get_each_their_own_of_what_is_not_kept(self):
        stub = Cookies()
        answers = self.ask(Process(stub), 5)
        cookies = {answer.headers["set-cookie"] for answer in answers}
        assert len(cookies) == 5
        assert "visitor=1" not in cookies  # the first was asked for nobody


class Blocked:
    """A site whose pages of `paths` are made only when they are let go."""

    def __init__(self, *paths, status="200 OK"):
        self.paths, self.status = paths, status
        self.asked, self.version = [], 0
        self.begun, self.go = threading.Semaphore(0), threading.Event()

    def __call__(self, environ, start_response):
        path, version = environ["PATH_INFO"], self.version
        self.asked.append(path)
        if path in self.paths:
            self.begun.release()
            assert self.go.wait(30)
        start_response(self.status, [("Content-Type", "text/plain")])
        return [f"{path} {version}".encode()]


@pytest.fixture
def background():
    """`background(work, times)`: threads, waited for at the end; what they returned."""
    threads, found = [], []

    def start(work, times=1):
        for _ in range(times):
            thread = threading.Thread(target=lambda: found.append(work()))
            thread.start()
            threads.append(thread)
        return found

    start.join = lambda: [thread.join(30) for thread in threads]
    yield start
    start.join()


SLOW = "/articles/"


class TestSlowPage:
    """One page takes long, and others want to be read."""

    @pytest.fixture
    def site(self):
        site = Blocked(SLOW)
        yield site
        site.go.set()

    def process(self, site, threads=5):
        process = Process()
        process.cache = PageCache(site, threads)
        return process

    def test_is_never_made_twice_at_once(self, site, background, monkeypatch):
        """Whoever waits too long is told so, and makes nothing."""
        monkeypatch.setattr(maker, "PATIENCE", 0.05)
        process = self.process(site, threads=None)
        first = background(lambda: process.ask(SLOW))
        site.begun.acquire()
        answers = [process.ask(SLOW) for _ in range(3)]
        assert [answer.status for answer in answers] == [503] * 3
        assert all(int(a.headers["retry-after"]) > 0 for a in answers)
        assert all(a.headers.items() >= EVERYWHERE.items() for a in answers)
        site.go.set()
        background.join()
        assert [answer.status for answer in first] == [200]
        assert site.asked == [SLOW] and process.ask(SLOW).status == 200

    def test_no_more_wait_than_half_of_the_threads(self, site, background, monkeypatch):
        monkeypatch.setattr(single_flight, "AT_FIRST", 0)
        process = self.process(site, threads=7)
        answers = background(lambda: process.ask(SLOW), times=7)
        site.begun.acquire()
        while len(answers) < 3:
            time.sleep(0.01)
        assert [answer.status for answer in answers] == [503] * 3
        assert process.ask("/faq/").status == 200
        site.go.set()
        background.join()
        found = [answer.status for answer in answers]
        assert (found.count(200), len(site.asked)) == (4, 2)

    def test_that_is_known_holds_no_more_either(self, background, monkeypatch):
        """Several of them, each made by one thread."""
        monkeypatch.setattr(maker, "AT_FIRST", 0)
        slow = [f"/articles/a{number}/" for number in range(4)]
        site = Blocked(*slow)
        process = self.process(site, threads=5)
        for path in slow:
            process.cache.costs.note((path, ""), 5)
        paths = iter(slow)
        answers = background(lambda: process.ask(next(paths)), times=4)
        site.begun.acquire(), site.begun.acquire()
        while len(answers) < 2:
            time.sleep(0.01)
        assert [answer.status for answer in answers] == [503, 503]
        assert process.ask("/faq/").status == 200
        site.go.set()
        background.join()
        assert sorted(answer.status for answer in answers) == [200, 200, 503, 503]

    def test_from_before_a_change_stands_in(self, site, background, monkeypatch):
        monkeypatch.setattr(maker, "PATIENCE", 0.05)
        process = self.process(site, threads=None)
        site.go.set()
        assert process.ask(SLOW).text == f"{SLOW} 0"
        process.cache.costs.note((SLOW, ""), 5)
        process.cache.change()
        site.go.clear()
        site.begun, site.version = threading.Semaphore(0), 1
        first = background(lambda: process.ask(SLOW))
        site.begun.acquire()
        assert process.ask(SLOW).text == f"{SLOW} 0"
        site.go.set()
        background.join()
        assert [a.text for a in first] == [process.ask(SLOW).text] == [f"{SLOW} 1"]

    def test_from_before_a_change_does_so_for_a_while_only(
        self, site, background, monkeypatch
    ):
        monkeypatch.setattr(maker, "PATIENCE", 0.05)
        monkeypatch.setattr(stale, "FOR", 0)
        process = self.process(site, threads=None)
        site.go.set()
        process.ask(SLOW)
        process.cache.costs.note((SLOW, ""), 5)
        process.cache.change()
        site.go.clear()
        site.begun = threading.Semaphore(0)
        background(lambda: process.ask(SLOW))
        site.begun.acquire()
        assert process.ask(SLOW).status == 503
        site.go.set()

    def test_begun_before_a_change_is_not_for_those_who_ask_after(
        self, site, background
    ):
        process = self.process(site, threads=None)
        before = background(lambda: process.ask(SLOW).text)
        site.begun.acquire()
        process.cache.change()
        site.version = 1
        after = []
        thread = threading.Thread(target=lambda: after.append(process.ask(SLOW).text))
        thread.start()
        site.go.set()
        thread.join(30)
        background.join()
        assert (before, after) == ([f"{SLOW} 0"], [f"{SLOW} 1"])
        assert process.cached == [SLOW]

    def test_that_fails_is_not_made_by_each_who_waits(self, background):
        site = Blocked(SLOW, status="503 No")
        process = self.process(site, threads=None)
        answers = background(lambda: process.ask(SLOW), times=5)
        site.begun.acquire()
        site.go.set()
        background.join()
        assert {answer.status for answer in answers} == {503}

    def test_that_was_set_aside_is_within_the_bound(self, settings):
        process = self.process(Blocked())
        process.cache.most_bytes = 100_000
        for number in range(50):
            process.ask(f"/articles/a{number}/")
            process.cache.costs.note((f"/articles/a{number}/", ""), 5)
        process.cache.change()
        cache = process.cache
        held = [page.bytes for page, _ in cache.stale.pages.values()]
        assert held and sum(held) == cache.stale.bytes <= 25_000
        for number in range(50):
            process.ask(f"/faq/a{number}/")
        assert cache.bytes <= 100_000 and not cache.stale
        assert cache.bytes == sum(page.bytes for page in cache.pages.values())


class TestChange:
    def test_has_what_took_long_made_last(self):
        process = Process(Blocked())
        paths = ["/", "/articles/", "/faq/", "/statistics/"]
        for path in paths:
            process.ask(path)
        process.cache.costs.note(("/faq/", ""), 0.3)
        process.cache.costs.note(("/statistics/", ""), 0.2)
        process.app_asked = process.cache.app.asked
        process.app_asked.clear()
        left = process.cache.change()
        made = process.app_asked
        assert made[:2] == ["/articles/", "/"] and made[2:] == [
            path for path in ("/statistics/", "/faq/") if (path, "") not in left
        ]

    def test_does_not_begin_what_took_longer_than_there_is_time(self):
        process = Process(Blocked())
        process.ask("/"), process.ask("/faq/")
        process.cache.costs.note(("/faq/", ""), 0.6)
        assert process.cache.change() == [("/faq/", "")]
        assert process.cached == ["/"]

    def test_is_shown_while_a_page_is_still_being_made(self, background):
        """One that was quick the last time, and now is not."""
        site = Blocked(SLOW)
        cache = PageCache(site)
        process = Process()
        process.cache = cache
        site.go.set()
        process.ask(SLOW), process.ask("/")
        site.go.clear()
        site.version = 1
        beside = Background("test")
        left = cache.change([(SLOW, "")], beside=beside)
        assert left == [(SLOW, ""), ("/", "")]
        assert process.ask("/").text == "/ 1"
        assert cache.change(beside=beside) is not None  # nor does it delay the next
        site.go.set()
        beside.thread.join(30)
        assert process.ask(SLOW).text == f"{SLOW} 1"

    def test_is_not_shown_where_the_database_hangs_in_the_middle(self):
        site = Blocked(SLOW)
        process = Process()
        process.cache = cache = PageCache(site)
        site.go.set()
        process.ask(SLOW), process.ask("/")
        site.go.clear()
        beside = Background("test")
        assert cache.change([(SLOW, "")], lambda: False, beside) is None
        assert process.cached == [SLOW, "/"]
        site.go.set()
        beside.thread.join(30)
        assert process.cached == [SLOW, "/"]

    @pytest.mark.parametrize("status", [500, 503])
    def test_is_shown_where_one_page_fails(self, status, monkeypatch):
        process = Process(Blocked())
        process.ask("/"), process.ask("/faq/")
        make = process.cache.make

        def fail(key, since):
            return (status, None) if key[0] == "/faq/" else make(key, since)

        monkeypatch.setattr(process.cache, "make", fail)
        process.cache.change()
        assert process.cached == ["/"]

    def test_is_shown_where_making_a_page_raises(self, monkeypatch, caplog):
        process = Process(Blocked())
        process.ask("/"), process.ask("/faq/")
        make = process.cache.make

        def fail(key, since):
            return make(key, since) if key[0] == "/" else 1 / 0

        monkeypatch.setattr(process.cache, "make", fail)
        process.cache.change()
        assert process.cached == ["/"] and process.cache.being_made == {}
        assert "/faq/" in caplog.text
