"""Test that a change concerns the pages that show it, and leaves all others."""

import datetime
import re
import time

import pytest
from django.utils import timezone

from careerguide.caching.dependencies import SITE
from careerguide.page_cache import store
from careerguide.publishing.drafts import actions, schedule
from careerguide.publishing.models import change_log
from careerguide.publishing.models.change_log import ChangeEntry
from careerguide.publishing.models.related import ContentVersion
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    MeasureFactory,
    StatTableFactory,
)

from .caching import Process

HOME = ("/", "")  # which shows something of most of them

pytestmark = pytest.mark.django_db


@pytest.fixture
def process():
    return Process()


@pytest.fixture
def careers():
    """Three of them: the menu names a list whichever of them is hidden."""
    return [CareerFactory(order=place) for place in range(3)]


def read(process, *addresses):
    """Have the process make pages, and look: it knows of no change after that."""
    process.poll()
    for address in addresses:
        path, _, query = address.partition("?")
        assert process.ask(path, query=query).status == 200
    process.poll()
    return {key: page for key, page in process.cache.pages.items() if key != HOME}


def publish(item, **values):
    content = actions.draft_of(type(item).objects.get(pk=item.pk))
    for name, value in values.items():
        setattr(content, name, value)
    actions.save_draft(item, content, None)
    actions.publish(item, None)


def gone(process, before):
    """The addresses whose page is another object after the next look, or none."""
    process.poll()
    now = process.cache.pages
    return {path for (path, _), page in before.items() if now.get((path, _)) != page}


class TestPageThatStays:
    def test_is_of_another_guide(self, process, careers):
        one, other = (ArticleFactory(career=career) for career in careers[:2])
        paths = [item.get_absolute_url() for item in (one, other, *careers)]
        before = read(process, *paths)
        publish(one, title="Wasps")
        assert gone(process, before) == {paths[0], paths[2]}
        assert "Wasps" in process.ask(paths[0]).text

    def test_shows_another_kind_of_the_same_guide(self, process, careers):
        entry, article = (
            factory(career=careers[0]) for factory in (FAQEntryFactory, ArticleFactory)
        )
        before = read(process, entry.get_absolute_url(), article.get_absolute_url())
        publish(article, body="The bees sleep.")
        assert gone(process, before) == {article.get_absolute_url()}

    def test_shows_neighbours_of_a_text(self, process, careers):
        one, other = ArticleFactory.create_batch(2, career=careers[0])
        table = StatTableFactory(career=careers[0])
        paths = [item.get_absolute_url() for item in (one, other, table)]
        before = read(process, *paths)
        publish(one, body="The bees sleep.")
        assert gone(process, before) == {paths[0]}

    def test_is_a_list_without_the_item(self, process, careers):
        items = [ArticleFactory(career=c) for c in careers[:2] for _ in range(12)]
        before = read(process, "/articles/?page=1", "/articles/?page=2")
        publish(items[0], summary="Summer.")
        process.poll()
        is_same = [process.cache.pages.get(k) is page for k, page in before.items()]
        assert is_same == [False, True]

    def test_is_no_list_where_an_item_comes_or_goes(self, process, careers):
        """Its pages begin elsewhere."""
        items = [ArticleFactory(career=c) for c in careers[:2] for _ in range(12)]
        before = read(process, "/articles/?page=1", "/articles/?page=2")
        actions.unpublish(items[0], None)
        process.poll()
        assert not {*process.cache.pages.values()} & {*before.values()}

    def test_is_a_home_page_that_shows_none_of_the_text(self, process, careers):
        article = ArticleFactory(career=careers[0])
        read(process, "/")
        page = process.cache.pages[HOME]
        publish(article, body="The bees sleep.")
        process.poll()
        assert process.cache.pages[HOME] is page

    @pytest.mark.parametrize("query", ["", "?by=field"])
    def test_is_the_list_of_careers_which_shows_none_of_it(
        self, process, careers, query
    ):
        article = ArticleFactory(career=careers[0])
        before = read(process, f"/careers/{query}")
        publish(article, title="Wasps")
        assert not gone(process, before)

    @pytest.mark.parametrize("factory", [ArticleFactory, FAQEntryFactory])
    def test_names_a_career_without_its_text(self, process, careers, factory):
        item = factory(career=careers[0])
        table = StatTableFactory(career=careers[0])
        paths = [i.get_absolute_url() for i in (item, table, careers[0])]
        before = read(process, "/careers/", *paths)
        publish(careers[0], summary="They keep bees.")
        assert gone(process, before) == {"/careers/", paths[2]}


class TestPageThatGoes:
    def test_shows_a_table_of_another_guide(self, process, careers):
        table = StatTableFactory(career=careers[0])
        body = f"They earn [[number: {table.slug}; Senior; Salary]]."
        article = ArticleFactory(career=careers[1], body=body)
        before = read(process, article.get_absolute_url())
        rows = [{"cells": ["Senior", "190000"]}]
        publish(table, data=table.data | {"rows": rows})
        assert gone(process, before) == {article.get_absolute_url()}
        assert "190,000" in process.ask(article.get_absolute_url()).text

    @pytest.mark.parametrize("text", ["Read [more]({0}).", "Pay:\n\n[[table: {1}]]"])
    def test_names_the_texts_that_name_it(self, process, careers, text):
        """An article those that lead to it, and a table those that show it."""
        one, other = ArticleFactory.create_batch(2, career=careers[0])
        table = StatTableFactory(career=careers[0])
        paths = {item.get_absolute_url() for item in (other, table)}
        before = read(process, *paths)
        for body in (text.format(other.get_absolute_url(), table.slug), "Nothing."):
            publish(one, body=body)
            assert gone(process, before) == paths
            before = read(process, *paths)

    def test_names_a_table_that_there_was_not(self, process, careers):
        article = ArticleFactory(career=careers[1], body="[[table: hives]]\n\nBees.")
        table = StatTableFactory(career=careers[0], slug="hives", status="draft")
        path = article.get_absolute_url()
        read(process, path)
        assert table.title not in process.ask(path).text
        actions.publish(table, None)
        process.poll()
        assert table.title in process.ask(path).text

    def test_shows_a_related_career(self, process, careers):
        one, other, _ = careers
        actions.save_draft(one, _with(one, related=[other.slug]), None)
        actions.publish(one, None)
        path = one.get_absolute_url()
        read(process, path)
        publish(other, name="Wasp keeper")
        process.poll()
        assert "Wasp keeper" in process.ask(path).text

    @pytest.mark.parametrize(
        "values",
        [{"title": "Wasps"}, {"content_updated_on": datetime.date(2031, 5, 1)}],
    )
    def test_lists_what_was_updated_last(self, process, careers, values):
        article = ArticleFactory(career=careers[0])
        read(process, "/")
        publish(article, **values)
        process.poll()
        assert ("Wasps" if "title" in values else "2031") in process.ask("/").text

    def test_tells_of_the_careers_that_editors_chose(self, process, careers):
        CareerFactory(order=4)  # more than are told each
        last = CareerFactory(order=5, summary="They keep wasps.")
        read(process, "/")
        assert last.summary not in process.ask("/").text
        publish(last, is_featured=True)
        process.poll()
        assert last.summary in process.ask("/").text

    def test_shows_the_text_of_a_related_career(self, process, careers):
        one, other, _ = careers
        publish(one, related=[other.slug])
        path = ArticleFactory(career=one).get_absolute_url()
        before = read(process, path)
        publish(other, summary="They keep wasps.")
        assert gone(process, before) == {path}
        assert "They keep wasps." in process.ask(path).text

    def test_lists_careers_by_what_a_table_says(self, process, careers):
        fact = {"headline_row": "Senior", "headline_column": "salary"}
        fact |= {"headline_label": "Pay", "measure": MeasureFactory()}
        table, _ = (StatTableFactory(career=career, **fact) for career in careers[:2])
        path = f"/careers/?sort={table.measure.slug}"
        before = read(process, path)
        rows = [{"cells": ["Senior", "190000"]}]
        publish(table, data=table.data | {"rows": rows})
        assert gone(process, before) == {"/careers/"}
        assert "190,000" in process.cache.pages["/careers/", path[10:]].content.decode()

    def test_says_of_which_measures_there_are_numbers(self, process, careers):
        measure = MeasureFactory(name="Pay in summer")
        fact = {"headline_row": "Senior", "headline_column": "salary"}
        fact |= {"headline_label": "Pay"}
        table = StatTableFactory(career=careers[0])
        StatTableFactory(career=careers[1], measure=MeasureFactory(), **fact)
        StatTableFactory(career=CareerFactory(), measure=measure, **fact)
        path = careers[1].get_absolute_url()
        read(process, path)
        assert "Pay in summer" not in process.ask(path).text
        publish(table, measure=measure, **fact)  # the second career that has it
        process.poll()
        assert "Pay in summer" in process.ask(path).text

    def test_names_a_list_of_careers_in_its_menu(self, process):
        one = CareerFactory()
        other = CareerFactory(status="draft")
        path = ArticleFactory(career=one).get_absolute_url()
        read(process, path)
        assert 'href="/careers/"' not in process.ask(path).text
        actions.publish(other, None)
        process.poll()
        assert 'href="/careers/"' in process.ask(path).text
        actions.unpublish(other, None)
        process.poll()
        assert 'href="/careers/"' not in process.ask(path).text

    def test_is_of_a_view_that_does_not_say_what_it_reads(self, process, careers):
        article = ArticleFactory(career=careers[0])
        before = read(process, "/compare/")
        publish(article, body="The bees sleep.")
        assert gone(process, before) == {"/compare/"}


def _with(item, **values):
    content = actions.draft_of(type(item).objects.get(pk=item.pk))
    for name, value in values.items():
        setattr(content, name, value)
    return content


@pytest.mark.usefixtures("seeded")
def test_every_read_of_the_pages_of_a_guide_says_what_it_reads(process):
    xml = process.ask("/sitemap.xml").text
    paths = re.findall(r"<loc>https?://[^/<]+([^<]*)", xml)
    [table] = [path for path in paths if path.endswith("-ages/")]
    files = (f"{table.rstrip('/')}.{name}" for name in ("csv", "json", "svg"))
    more = "/statistics.json", f"{table}embed/", f"{table}@1/", *files
    for path in (*paths, *more):
        assert process.ask(path).status == 200
    pages = process.cache.pages.items()
    loose = {path for (path, _), page in pages if SITE in page.depends}
    assert loose == {"/sitemap.xml"} and len(pages) > 30


class TestLog:
    @pytest.fixture
    def known(self, process, careers):
        self.article = ArticleFactory(career=careers[0])
        return read(process, careers[1].get_absolute_url())

    def test_says_what_a_change_concerns(self, careers):
        article = ArticleFactory(career=careers[0])
        publish(article, body="The bees sleep.")
        item, guide = f"articles.article#{article.pk}", f"@{careers[0].pk}"
        own = [item, f"guide{guide}"]
        assert ChangeEntry.objects.latest("number").tags == own
        publish(article, title="The bees sleep")
        own = [item, "articles.article@", f"articles.article{guide}", f"guide{guide}"]
        assert ChangeEntry.objects.latest("number").tags == own
        actions.unpublish(article, None)
        assert ChangeEntry.objects.latest("number").tags == ["articles.article", *own]

    def test_says_of_an_item_that_moves_which_guides(self, careers):
        article = ArticleFactory(career=careers[0])
        publish(article, career=careers[1])
        guides = {f"articles.article@{career.pk}" for career in careers[:2]}
        assert {*ChangeEntry.objects.latest("number").tags} > guides

    def test_tells_a_process_of_all_changes_since_its_last_look(self, process, known):
        publish(self.article, title="Wasps")
        publish(self.article, title="Hornets")
        assert gone(process, known) == set()

    def test_that_lacks_an_entry_has_all_pages_go(self, process, known):
        ContentVersion.bump()
        publish(self.article, title="Wasps")
        assert gone(process, known) == {path for path, _ in known}

    def test_that_forgot_an_entry_has_all_pages_go(self, process, known, monkeypatch):
        monkeypatch.setattr(change_log, "KEPT", 3)
        monkeypatch.setattr(change_log, "AT_ONCE", 1)
        for number in range(4):
            publish(self.article, title=f"Wasps {number}")
        assert ChangeEntry.objects.count() == 3
        assert gone(process, known) == {path for path, _ in known}

    def test_of_what_concerns_any_page_has_all_go(self, process, known):
        MeasureFactory()
        actions.publish(self.article.career, None)
        process.poll()
        ChangeEntry.objects.update(tags=None)
        process.watch.number -= 1
        assert gone(process, known) == {path for path, _ in known}


@pytest.mark.one_database  # it is about what is in memory
class TestPageBegunBeforeAChange:
    """It may show what was before the change, if that concerns it."""

    def begun(self, process, path, tags):
        since = process.cache.since
        page = process.cache.pages[path, ""]
        process.cache.change(tags=tags)
        with process.cache.changing:
            process.cache.discard((path, ""))
        process.cache.keep((path, ""), page, since)
        return (path, "") in process.cache.pages

    def test_is_not_kept(self, process):
        article = ArticleFactory()
        path = article.get_absolute_url()
        process.ask(path)
        tag = f"articles.article@{article.career_id}"
        assert not self.begun(process, path, frozenset({tag}))

    def test_is_kept_where_that_does_not_concern_it(self, process):
        path = ArticleFactory().get_absolute_url()
        process.ask(path)
        assert self.begun(process, path, frozenset({"articles.article@0"}))

    def test_is_not_kept_after_more_changes_than_are_known(self, process, monkeypatch):
        path = ArticleFactory().get_absolute_url()
        process.ask(path)
        for _ in range(store.REMEMBERED):
            with process.cache.changing:
                process.cache.show_change(
                    process.cache.since + 1, frozenset({"articles.article@0"}), {}
                )
        page, since = process.cache.pages[path, ""], process.cache.since
        with process.cache.changing:
            process.cache.discard((path, ""))
        process.cache.keep((path, ""), page, since - store.REMEMBERED)
        assert (path, "") not in process.cache.pages
        process.cache.keep((path, ""), page, since - store.REMEMBERED + 1)
        assert (path, "") in process.cache.pages


class TestDate:
    """Of a page that was made anew."""

    @pytest.fixture
    def path(self, process, careers):
        self.other, self.entry = FAQEntryFactory.create_batch(2, career=careers[0])
        path = self.entry.get_absolute_url()
        self.before = read(process, path)[path, ""]
        time.sleep(0.01)
        return path

    def after(self, process, path):
        process.poll()
        process.ask(path)
        page = process.cache.pages[path, ""]
        assert page is not self.before and page.digest == self.before.digest
        return page.since

    def test_stays_where_its_bytes_do(self, process, path):
        publish(self.other, content_updated_on=datetime.date(2020, 1, 1))
        assert self.after(process, path) == self.before.since

    def test_is_another_where_something_may_have_been_in_between(self, process, path):
        for answer in ("No.", self.entry.answer):
            publish(self.entry, answer=answer)
        assert self.after(process, path) > self.before.since

    def test_is_another_after_a_second_change(self, process, path):
        """In between it was not made, and another process may have served it."""
        self.before.read_at = 0  # so long ago that it is not made anew
        for answer in ("No.", self.entry.answer):
            publish(self.entry, answer=answer)
            process.poll()
            assert (path, "") not in process.cache.pages
        assert self.after(process, path) > self.before.since

    def test_is_another_where_the_page_was_made_after_the_last_look(
        self, process, careers
    ):
        """Another process may have served what was before it."""
        entry = FAQEntryFactory(career=careers[1])
        path = entry.get_absolute_url()
        read(process, "/")
        publish(entry, answer="No.")
        process.ask(path)
        self.before = process.cache.pages[path, ""]
        assert self.after(process, path) > self.before.since

    def test_of_other_bytes_is_that_of_the_change(self, process, path):
        publish(self.entry, answer="No.")
        process.poll()
        process.ask(path)
        assert process.cache.pages[path, ""].since > self.before.since


def test_clock_concerns_the_guide_of_its_item(process, careers, clock):
    now = timezone.now()
    clock(now)
    one, other = (ArticleFactory(career=career) for career in careers[:2])
    schedule.schedule(one, None, unpublish_at=now + datetime.timedelta(seconds=5))
    before = read(process, one.get_absolute_url(), other.get_absolute_url())
    clock(now + datetime.timedelta(seconds=6))
    assert gone(process, before) == {one.get_absolute_url()}
    assert process.ask(one.get_absolute_url()).status == 404
