"""Test the files of a guide as readers and programs ask for them."""

import re
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.formats import date_format

from careerguide.models import Career
from careerguide.offline.epub import epub_bytes
from careerguide.offline.guide import find_guide
from careerguide.offline.links import about_sizes
from careerguide.offline.single_file import html_bytes
from careerguide.publishing.drafts import actions, notes
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory
from tests.page_cache.caching import Process
from tests.wsgi import call

from .books import text_of

pytestmark = pytest.mark.django_db
KINDS = {"epub": "application/epub+zip", "html": "text/html; charset=utf-8"}
each_file = pytest.mark.parametrize("suffix", KINDS)


@pytest.fixture
def career():
    career = CareerFactory(slug="beekeeper", name="Beekeeper")
    ArticleFactory(career=career, title="A year with the bees", slug="year")
    return career


def link_day(career, suffix):
    """The day that the page of a career names beside the link to a file."""
    page = call(career.get_absolute_url()).body.decode()
    link = page.split(f'href="/careers/beekeeper.{suffix}"')[1].split("</a>")[0]
    return re.search(r", (\d+ \w+ \d{4})\)", link)[1]


def file_day(career, suffix):
    name = call(f"/careers/beekeeper.{suffix}").headers["content-disposition"]
    day = re.search(r"beekeeper-([-\d]+)\.", name)[1]
    return date_format(date.fromisoformat(day))


def words(answer):
    content = getattr(answer, "content", None) or answer.body
    return text_of(content) if content.startswith(b"PK") else content.decode()


@each_file
class TestFile:
    def test_is_kept_not_shown(self, client, career, suffix):
        answer = client.get(f"/careers/beekeeper.{suffix}")
        assert answer["Content-Type"] == KINDS[suffix]
        name = f"beekeeper-2026-01-05.{suffix}"
        assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
        assert answer["X-Robots-Tag"] == "noindex"
        assert answer["Link"].endswith('/careers/beekeeper/>; rel="canonical"')

    def test_is_not_sent_to_who_has_it(self, client, career, suffix):
        tag = client.get(f"/careers/beekeeper.{suffix}")["ETag"]
        path = f"/careers/beekeeper.{suffix}"
        assert client.get(path, headers={"if-none-match": tag}).status_code == 304

    @pytest.mark.parametrize("state", ["draft", "archived"])
    def test_of_a_hidden_guide_is_not_found(self, client, suffix, state):
        CareerFactory(slug="beekeeper", status=state)
        assert client.get(f"/careers/beekeeper.{suffix}").status_code == 404

    @pytest.mark.parametrize("state", ["draft", "archived"])
    def test_has_nothing_that_readers_do_not_see(self, client, career, suffix, state):
        ArticleFactory(career=career, title="Zymurgy", status=state)
        article = ArticleFactory(career=career, title="Wax")
        actions.save_draft(article, apply_snapshot(article, {"title": "Zymurgy"}), None)
        trashed = ArticleFactory(career=career, title="Zymurgy again")
        actions.trash(trashed, None)
        found = words(client.get(f"/careers/beekeeper.{suffix}"))
        assert "Wax" in found and "Zymurgy" not in found

    def test_takes_six_queries_at_most(self, client, career, suffix):
        for _number in range(3):
            table = StatTableFactory(career=career)
            ArticleFactory(career=career, body=f"[[table: {table.slug}]]")
        client.get(f"/careers/beekeeper.{suffix}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/careers/beekeeper.{suffix}")
        assert len(queries) <= 6

    def test_is_in_memory_until_a_change_concerns_it(self, career, suffix):
        process, path = Process(), f"/careers/beekeeper.{suffix}"
        process.poll()
        article = career.article_set.get()
        assert "A year with the bees" in words(process.ask(path))
        assert path in process.cached
        actions.publish(ArticleFactory(status="draft"), None)
        process.poll()
        made = process.made
        process.ask(path)
        assert process.made == made  # the change was of another guide
        actions.save_draft(article, apply_snapshot(article, {"title": "Mead"}), None)
        actions.publish(article, None)
        process.poll()
        assert "Mead" in words(process.ask(path))
        actions.unpublish(career, None)
        process.poll()
        assert process.ask(path).status == 404

    def test_any_query_is_the_same_file(self, career, suffix):
        process, path = Process(), f"/careers/beekeeper.{suffix}"
        process.poll()
        for query in ("", "a=1", "theme=x&b", "%00", "a" * 3_000):
            assert process.ask(path, query=query).status in (200, 400)
        assert {*process.cached} - {"/"} == {path}

    def test_of_another_name_is_led_to(self, client, career, suffix):
        career.other_names = "Apiarist"
        career.save()
        answer = client.get(f"/careers/apiarist.{suffix}")
        assert (answer.status_code, answer["Location"]) == (
            302,
            f"/careers/beekeeper.{suffix}",
        )

    def test_day_of_its_link_is_its_own_after_a_note_on_any_item(
        self, career, suffix, clock
    ):
        clock(datetime(2026, 3, 1, 12, tzinfo=UTC))
        items = [ArticleFactory(career=career, order=n) for n in range(1, 14)]
        told = WrittenNote("correction", "It said July.")
        for hour, item in enumerate((items[0], items[-1], career), start=1):
            assert link_day(career, suffix) == file_day(career, suffix)
            clock(datetime(2026, 3, 1 + hour, 12, tzinfo=UTC))
            notes.add(item, told, None)
            assert file_day(career, suffix) == f"{1 + hour} March 2026"
        assert link_day(career, suffix) == "4 March 2026"

    def test_page_in_memory_names_the_day_of_a_note(self, career, suffix, clock):
        clock(datetime(2026, 3, 1, 12, tzinfo=UTC))
        item = ArticleFactory(career=career)
        process, path = Process(), "/careers/beekeeper/"
        process.poll()
        assert "(one file for any browser, 5 January" in words(process.ask(path))
        clock(datetime(2026, 3, 2, 12, tzinfo=UTC))
        wrong = apply_snapshot(item, {"body": "Other."})
        actions.save_draft(item, wrong, None)
        actions.publish(item, None, note=WrittenNote("correction", "It said July."))
        process.poll()
        assert "(one file for any browser, 2 March" in words(process.ask(path))
        clock(datetime(2026, 3, 3, 12, tzinfo=UTC))
        notes.add(item, WrittenNote("update", "And August."), None)
        process.poll()
        assert "(one file for any browser, 3 March" in words(process.ask(path))

    def test_is_linked_with_its_day_and_its_size(self, client, career, suffix):
        for path in ("/careers/beekeeper/", "/careers/beekeeper/all/"):
            page = client.get(path).content.decode()
            link = page.split(f'href="/careers/beekeeper.{suffix}"')[1].split("</a>")[0]
            assert "5 January 2026" in link
            assert (" kB" in link.replace("\xa0", " ")) == path.endswith("all/")


@pytest.mark.usefixtures("seeded")
def test_size_that_is_told_is_about_that_of_the_file():
    guide = find_guide(Career.objects.get().slug)
    told = about_sizes(guide, guide.part_html)
    for route, make in {"career_epub": epub_bytes, "career_file": html_bytes}.items():
        assert told[route] == pytest.approx(len(make(guide)) / 1_000, rel=0.1)


def test_html_may_do_nothing(client, career):
    policy = client.get("/careers/beekeeper.html")["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'; img-src data:; style-src ")


@pytest.mark.parametrize("suffix", ["pdf", "mobi", "epub/", "html/", "EPUB", "zip"])
def test_unknown_suffix_is_not_found(career, suffix):
    assert call(f"/careers/beekeeper.{suffix}").status == 404
