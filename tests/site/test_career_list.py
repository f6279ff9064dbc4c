"""Test the list of all careers: its order, its letters, its fields and its words."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from careerguide.models import Career
from careerguide.page_cache.decorators import name_of
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import ContentVersion
from careerguide.search.models import Synonym
from tests.factories import ArticleFactory, CareerFactory, CareerGroupFactory
from tests.site.test_views import FUTURE, HIDDEN, PAST
from tests.wsgi import call

pytestmark = pytest.mark.django_db


def read(client, query=""):
    response = client.get(f"/careers/{query}")
    assert response.status_code == 200
    return response.content.decode()


def names(page):
    return re.findall(r'<h3 dir="auto"><a href="[^"]*">(.*?)</a>', page)


def letters(page):
    nav = page.split('class="letters"')[1].split("</nav>")[0]
    return dict(re.findall(r'href="([^"]*)">(.*?)</a>', nav))


def make(*found, **fields):
    ContentVersion.bump()
    return [CareerFactory(name=name, **fields) for name in found]


class TestOrder:
    def test_is_that_of_the_language_and_folds_accents(self, client):
        make("Zoologist", "Évaluateur", "actor", "Estimator", "Level 10", "Level 2")
        assert names(read(client)) == [
            *("actor", "Estimator", "Évaluateur", "Level 2", "Level 10", "Zoologist")
        ]

    def test_is_another_one_in_another_language(self, client, settings):
        make("Åkare", "Zoolog", "Ålfiskare")
        settings.LANGUAGE_CODE = "sv"
        with translation.override("sv"):
            page = read(client)
        assert names(page) == ["Zoolog", "Åkare", "Ålfiskare"]

    def test_of_a_change_is_true_at_once(self, client):
        [career] = make("Actor")
        assert names(read(client)) == ["Actor"]
        actions.unpublish(career, None)
        assert names(read(client)) == []

    def test_follows_the_clock(self, client, clock):
        make("Actor", publish_at=FUTURE)
        assert names(read(client)) == []
        clock(FUTURE)
        assert names(read(client)) == ["Actor"]

    def test_goes_on_over_pages_of_24(self, client):
        made = [career.name for career in make(*(f"Nurse {n}" for n in range(30)))]
        pages = [names(read(client, query)) for query in ("", "?page=2")]
        assert [len(page) for page in pages] == [24, 6]
        assert pages[0] + pages[1] == made

    @pytest.mark.parametrize("query", ["?page=2", "?page=0", "?page=x", "?group=none"])
    def test_has_no_other_pages(self, client, query):
        make("Actor")
        assert client.get(f"/careers/{query}").status_code == 404

    @pytest.mark.usefixtures("indexed")
    @pytest.mark.parametrize("state", HIDDEN)
    def test_leaves_out_what_is_hidden(self, client, state):
        group = CareerGroupFactory(name="Secret field")
        make("Zymurgist", group=group, other_names="Brewer", **HIDDEN[state])
        for query in ("", "?q=zymurgist", "?q=brewer", "?by=field"):
            page = read(client, query)
            assert "<h3" not in page and "Secret field" not in page
        assert client.get(f"/careers/?group={group.slug}").status_code == 404

    def test_leaves_out_the_trash_and_what_is_planned(self, client):
        gone, planned = make("Actor", "Baker")
        actions.trash(gone, None)
        make("Carter", unpublish_at=PAST)
        assert names(read(client)) == ["Baker"]

    def test_empty_one_says_so(self, client):
        assert "No career has been published here yet." in read(client)


class TestLetters:
    def test_lead_to_the_page_where_they_begin(self, client):
        make(*(f"Baker {n}" for n in range(23)), "Actor", "Écologiste", "Editor")
        first = letters(read(client))
        assert first == {"#letter-A": "A", "#letter-B": "B", "?page=2#letter-E": "E"}
        page = read(client, "?page=2")
        assert letters(page)["/careers/#letter-A"] == "A"
        assert '<h2 id="letter-E"' in page and '<h2 id="letter-A"' not in page

    def test_of_numbers_and_signs_are_one(self, client):
        make("3D artist", "“Human” resources", "Actor")
        assert letters(read(client)) == {"#letter-0": "0–9", "#letter-A": "A"}

    def test_of_one_alone_are_not_shown(self, client):
        make("Actor")
        assert 'class="letters"' not in read(client)

    @pytest.mark.usefixtures("indexed")
    def test_keep_what_narrows_the_list(self, client):
        make(*(f"Baker {n}" for n in range(24)), "Editor baker")
        links = letters(read(client, "?q=baker"))
        assert "?q=baker&amp;page=2#letter-E" in links


class TestFields:
    @pytest.fixture
    def fields(self):
        care = CareerGroupFactory(name="Care", slug="care", order=2)
        land = CareerGroupFactory(name="Land", slug="land", order=1)
        CareerGroupFactory(name="Empty field")
        make("Nurse", "Midwife", group=care)
        make("Shepherd", group=land)
        make("Actor")

    def test_are_named_with_their_sizes_where_readers_have_some(self, client, fields):
        nav = read(client).split('class="fields"')[1].split("</nav>")[0]
        assert re.findall(r'group=.*?">(.*?) <span', nav) == ["Land", "Care"]
        assert re.findall(r'size">(\d+)<', nav) == ["4", "1", "2"]

    def test_narrow_the_list(self, client, fields):
        page = read(client, "?group=care")
        assert names(page) == ["Midwife", "Nurse"]
        for found in (page, read(client, "?group=care&q=nurse")):
            assert "2 careers of this field have a guide" in found
        assert re.search(r'href="\?group=care" aria-current="true"', page)

    def test_part_it_in_their_order_and_what_has_none_comes_last(self, client, fields):
        page = read(client, "?by=field")
        assert names(page) == ["Shepherd", "Midwife", "Nurse", "Actor"]
        found = re.findall(r'<h2 id="field-[^>]*>(.*?)</h2>', page)
        assert found == ["Land", "Care", "Other careers"]

    def test_are_not_asked_for_where_editors_use_none(self, client):
        make("Actor")
        assert 'class="fields"' not in read(client)

    def test_that_has_none_of_the_words_says_so(self, client, fields):
        page = read(client, "?group=care&q=shepherd")
        assert names(page) == [] and "Look in all fields of work" in page


@pytest.mark.every_database
@pytest.mark.usefixtures("indexed")
class TestWords:
    """They are asked of the search, for careers alone."""

    @pytest.mark.parametrize(
        "words",
        [
            *("ecole", "ÉCOLE", "écoles d'été", "apiarist", "wheat hives", "apiarists"),
            *('"ways of hives"', "know of hive", "apia"),
        ],
    )
    def test_are_found_in_names_other_names_and_summary(self, client, words):
        make("Actor")
        CareerFactory(
            name="Maître d’École",
            other_names="Apiarist, écoles d’été",
            summary="Knows the ways of hives, and wheat.",
        )
        assert names(read(client, f"?q={words}")) == ["Maître d’École"]

    @pytest.mark.parametrize("words", ["bakers", "baekr", "breadmaker", "bak"])
    def test_of_many_kinds_find_a_career(self, client, words):
        Synonym.objects.create(words="baker, breadmaker")
        make("Baker", "Actor")
        ArticleFactory(title="What a baker does", career=Career.objects.last())
        assert names(read(client, f"?q={words}")) == ["Baker"]

    def test_that_are_misspelt_are_taken_for_others_openly(self, client):
        make("Baker", "Actor")
        page = read(client, "?q=baekr")
        assert "1 career has the words “baekr”." in page
        assert "It was taken for “baker”." in page
        assert "taken for" not in read(client, "?q=baker")

    def test_all_have_to_be_there(self, client):
        make("Actor", "Baker")
        page = read(client, "?q=actor+baker")
        assert names(page) == []
        assert "No career has the words “actor baker”." in page

    @pytest.mark.parametrize(
        "query",
        [
            *("%27%22", "%00", "a%00b", "%7F", "a" * 10_000, "%F0%9F%90%9D"),
            *("%E2%80%AEabc", "+", "<b>", "*&by=x"),
        ],
    )
    def test_may_be_anything(self, client, query):
        make("Actor")
        page = read(client, f"?q={query}")
        assert "<b>" not in page

    @pytest.mark.parametrize("query", ["!", "%22%22", "*", "%F0%9F%90%9D", "%EF%BB%BF"])
    def test_that_are_none_find_nothing(self, client, query):
        make("Actor")
        page = read(client, f"?q={query}")
        assert names(page) == [] and "No career has the words" in page

    def test_survive_paging(self, client):
        make(*(f"Baker {n}" for n in range(30)))
        assert 'href="?q=baker&amp;page=2"' in read(client, "?q=baker&junk=1")


class TestCaching:
    def test_pages_are_kept_by_what_names_them(self):
        kept = {"": "", "page=2&junk=1": "page=2", "group=care": "group=care"}
        kept |= {"by=field": "by=field", "q=x": None, "by=x": None}
        found = {query: name_of("/careers/", query) for query in kept}
        assert found == kept

    def test_canonical_address_is_that_of_the_page(self):
        make(*(f"Baker {n}" for n in range(30)))
        text = call("/careers/", query="page=2").text
        assert (
            '<link rel="canonical" href="http://127.0.0.1:8000/careers/?page=2">'
            in text
        )


class TestQueries:
    @pytest.mark.usefixtures("indexed")
    def test_are_as_many_for_many_careers(self, client):
        def count(query):
            read(client, query)
            with CaptureQueriesContext(connection) as queries:
                read(client, query)
            return len(queries)

        groups = [CareerGroupFactory() for _ in range(3)]
        make("Baker", group=groups[0])
        few = [count(query) for query in ("", "?by=field", "?q=baker")]
        for group in groups:
            make(*(f"Baker {n}" for n in range(40)), group=group)
        many = [count(query) for query in ("?page=3", "?by=field&page=2", "?q=baker")]
        assert many == few
        assert many <= [5, 5, 8]
