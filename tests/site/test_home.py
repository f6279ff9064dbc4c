"""Test the home page: the front of one guide, or a front page of many."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careerguide.publishing.drafts import actions
from tests.factories import OF_GUIDES as CONTENT
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    CareerGroupFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.site.test_views import FACT, HIDDEN, read

pytestmark = pytest.mark.django_db


def cards(page):
    return re.findall(r'<h2 id="career-[^"]*"><a [^>]*>(.*?)</a>', page)


def fields(page):
    part = page.split('class="directory-fields"')[1].split("</ul>")[0]
    return re.findall(r"<span>(.*?)</span>.*?size\">(\d+)", part)


class TestHome:
    def test_shows_each_career_with_its_numbers(self, client):
        table = StatTableFactory(**FACT)
        page = read(client, "/")
        assert table.career.name in page
        assert "Pay, senior" in page and "<dd>$170,000</dd>" in page

    def test_of_several_careers_each_shows_its_telling_number(self, client):
        career = CareerFactory()
        for label in ("First fact", "Second fact"):
            StatTableFactory(career=career, **FACT | {"headline_label": label})
        assert "Second fact" in read(client, "/")
        CareerFactory()
        page = read(client, "/")
        assert "First fact" in page and "Second fact" not in page

    @pytest.mark.parametrize("number", [2, 3])
    def test_of_several_careers_each_is_a_card(self, client, number):
        CareerFactory()
        assert 'class="career-grid"' not in read(client, "/")
        for _career in range(number - 1):
            CareerFactory()
        page = read(client, "/").split('class="career-grid"')[1]
        assert page.count('class="career-card"') == number

    def test_careers_are_in_the_editors_order(self, client):
        CareerFactory(name="Zookeeper", order=1), CareerFactory(name="Actor", order=2)
        page = read(client, "/")
        assert page.index("Zookeeper") < page.index("Actor")

    def test_shows_articles_and_questions_to_start_with(self, client):
        article, entry = ArticleFactory(), FAQEntryFactory()
        page = read(client, "/")
        assert article.get_absolute_url() in page
        assert entry.get_absolute_url() in page

    def test_lists_what_was_updated_last(self, client):
        days = [datetime.date(2026, 3, 9 - 4 * n % 9) for n in range(len(CONTENT))]
        made = [f(content_updated_on=d) for f, d in zip(CONTENT, days, strict=True)]
        page = read(client, "/").split('id="changes"')[1].split("</ul>")[0]
        made.sort(key=lambda item: item.content_updated_on, reverse=True)
        urls = [item.get_absolute_url() for item in made]
        assert re.findall(r'<a href="(.*?)"', page) == urls

    def test_shows_one_figure(self, client):
        table = StatTableFactory(**FACT)
        figure = read(client, "/").split("<figure")[1].split("</figure>")[0]
        assert table.get_absolute_url() in figure and "$170,000" in figure

    def test_empty_one_says_so(self, client):
        assert "No career has been published here yet." in read(client, "/")


class TestFrontPage:
    """Of two or more careers."""

    def test_has_one_search_below_its_heading_and_of_one_career_above(self, client):
        CareerFactory()
        above, below = read(client, "/").split("<h1>")
        assert (above.count('role="search"'), below.count('role="search"')) == (1, 0)
        CareerFactory()
        above, below = read(client, "/").split("<h1>")
        assert (above.count('role="search"'), below.count('role="search"')) == (0, 1)
        assert '<form action="/search/" class="filter" role="search" data-sear' in below

    def test_of_very_many_fields_names_some_and_leads_to_all(self, client):
        groups = [CareerGroupFactory(name=f"Field {n}", order=n) for n in range(13)]
        for group in groups[:12]:
            CareerFactory(group=group)
        page = read(client, "/")
        assert len(fields(page)) == 12 and "fields of work</a>" not in page
        CareerFactory(group=groups[12])
        page = read(client, "/")
        assert [name for name, _size in fields(page)] == [g.name for g in groups[:12]]
        assert '<a class="more" href="/careers/?by=field">All 13 fields of work' in page

    def test_names_fields_of_work_with_their_sizes(self, client):
        care = CareerGroupFactory(name="Care", order=2)
        land = CareerGroupFactory(name="Land", order=1)
        CareerGroupFactory(name="Empty")
        for group in (care, care, land, None):
            CareerFactory(group=group)
        page = read(client, "/")
        assert fields(page) == [("Land", "1"), ("Care", "2")]
        assert f'href="/careers/?group={care.slug}"' in page
        assert "All 4 careers from A to Z" in page

    @pytest.mark.parametrize("state", HIDDEN)
    def test_counts_no_hidden_career(self, client, state):
        secret, care = CareerGroupFactory(name="Secret"), CareerGroupFactory()
        for _career in range(4):
            CareerFactory(group=care)
        CareerFactory(group=care, name="Zymurgist", is_featured=True, **HIDDEN[state])
        CareerFactory(group=secret, name="Zymurgist", **HIDDEN[state])
        page = read(client, "/")
        assert fields(page) == [(care.name, "4")]
        assert "Secret" not in page and "Zymurgist" not in page

    def test_names_all_careers_where_they_are_few(self, client):
        for name in ("Zoologist", "Écrivain", "Dancer", "Actor"):
            CareerFactory(name=name)
        part = read(client, "/").split('class="directory-names"')[1].split("</ul>")[0]
        found = re.findall(r'dir="auto">(.*?)</a>', part)
        assert found == ["Actor", "Dancer", "Écrivain", "Zoologist"]

    def test_tells_of_the_editors_choice_in_their_order(self, client):
        for place in range(9):
            is_featured = place in (3, 5, 6, 8)
            CareerFactory(name=f"Actor {place}", order=place, is_featured=is_featured)
        assert cards(read(client, "/")) == ["Actor 3", "Actor 5", "Actor 6"]

    def test_tells_of_the_first_where_nothing_was_chosen(self, client):
        for place in range(9):
            CareerFactory(name=f"Actor {place}", order=9 - place)
        assert cards(read(client, "/")) == ["Actor 8", "Actor 7", "Actor 6"]

    def test_choice_in_a_draft_changes_nothing(self, client):
        careers = [CareerFactory(name=f"Actor {n}", order=n) for n in range(5)]
        draft = actions.draft_of(careers[4])
        draft.is_featured = True
        actions.save_draft(careers[4], draft, None)
        assert cards(read(client, "/")) == ["Actor 0", "Actor 1", "Actor 2"]

    def test_lists_what_was_updated_last(self, client):
        articles = [ArticleFactory() for _ in range(7)]
        page = read(client, "/").split('id="changes"')[1]
        assert sum(one.get_absolute_url() in page for one in articles) == 5

    def test_is_as_long_for_many_as_for_some(self, client):
        group = CareerGroupFactory()
        for _career in range(31):
            StatTableFactory(career=CareerFactory(group=group, is_featured=True))
        some = read(client, "/")
        for _career in range(60):
            StatTableFactory(career=CareerFactory(group=group, is_featured=True))
        assert read(client, "/").count("<a ") == some.count("<a ")
        assert 'class="pagination"' not in some

    @pytest.mark.parametrize("number", [2, 3, 4, 31])
    def test_takes_six_queries(self, client, number):
        PageFactory()
        for _career in range(number):
            StatTableFactory(career=CareerFactory(group=CareerGroupFactory()), **FACT)
        with CaptureQueriesContext(connection) as queries:
            read(client, "/")
        assert len(queries) <= (5 if number > 3 else 7)
