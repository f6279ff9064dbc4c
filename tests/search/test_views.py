"""Test pages of results, and suggestions: what readers see of a search."""

import re

import pytest
from django.urls import reverse

from careerguide.publishing.models.related import ContentVersion
from careerguide.search.missed import missed_searches
from careerguide.search.models import MissedSearch
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("indexed")]

DEGREES = {
    "columns": [
        {"key": "degree", "label": "Degree", "type": "text"},
        {"key": "share", "label": "Share", "type": "percent"},
    ],
    "rows": [{"cells": ["None", "60"]}, {"cells": ["Ph.D.", "5"]}],
}


@pytest.fixture
def career():
    return CareerFactory(name="Beekeeper", slug="beekeeper", other_names="apiarist")


@pytest.fixture
def guide(career):
    return [
        ArticleFactory(career=career, slug="year"),
        StatTableFactory(
            career=career, title="Few have a degree", slug="degrees", data=DEGREES
        ),
        FAQEntryFactory(career=career, slug="beekeeper-stings"),
        PageFactory(title="Who keeps these pages", slug="about"),
    ]


def read(client, **query):
    answer = client.get(reverse("search"), query)
    assert answer.status_code == 200
    return answer.content.decode()


def results(page):
    """The addresses of titles, of headings, and texts without tags, by result."""
    found = []
    for part in page.split('<article class="result">')[1:]:
        part = part.split("</article>")[0]
        text = " ".join(re.sub(r"<[^>]+>", "", part).split())
        found.append((re.findall(r'href="([^"]+)"', part), text))
    return found


class TestResults:
    def test_hit_opens_at_its_heading(self, client, guide):
        [(links, text)] = results(read(client, q="hives wake"))
        assert links == ["/articles/year/", "/articles/year/#spring"]
        assert "Article · Beekeeper" in text and "The hives wake up." in text

    def test_hit_of_a_table_shows_its_row(self, client, guide):
        page = read(client, q="phd")
        [(links, text)] = results(page)
        assert links == ["/statistics/degrees/"]
        assert "Ph.D. 5" in text and "None 60" not in text
        assert "<mark>Ph.D.</mark>" in page

    @pytest.mark.parametrize(
        ("words", "link"),
        [
            ("apiarist", "/careers/beekeeper/"),
            ("stung", "/faq/beekeeper-stings/"),
            ("who keeps pages", "/about/"),
        ],
    )
    def test_every_kind_is_found(self, client, guide, words, link):
        assert link in [links[0] for links, _text in results(read(client, q=words))]

    def test_words_are_not_marked_as_html(self, client, career):
        ArticleFactory(career=career, title="Bees <script> & wasps")
        page = read(client, q="wasps script")
        assert "Bees <script" not in page and "<mark>&lt;script&gt;</mark>" in page

    def test_title_of_the_page_has_the_query(self, client, guide):
        page = read(client, q="hives & wax")
        assert "<title>hives &amp; wax: search" in page
        assert '<meta name="robots" content="noindex">' in page

    def test_signs_that_turn_a_line_are_not_repeated(self, client, guide):
        page = read(client, q="\u202ehives \u2067wax\x85")
        assert "<title>hives wax: search" in page.replace("  ", " ")
        assert not {*"\u202e\u2067\x85"} & {*page}

    def test_misspelt_word_is_told_and_can_be_searched(self, client, guide):
        page = read(client, q="aparist")
        assert "Showing results for" in page and ">apiarist</strong>" in page
        assert "?q=aparist&amp;exact=1" in page
        assert "Nothing found" in read(client, q="aparist", exact="1")

    def test_draft_and_hidden_career_are_absent(self, client, career):
        ArticleFactory(career=career, title="Zymurgy", status="draft")
        ArticleFactory(title="Zymurgy", career=CareerFactory(status="draft"))
        assert results(read(client, q="zymurgy")) == []

    def test_slug_of_old_that_no_address_has(self, client, career):
        ArticleFactory(career=career, title="Zymurgy", slug="bees.of.old")
        ArticleFactory(career=career, title="Zymurgy at home", slug="home")
        found = results(read(client, q="zymurgy"))
        assert [links[0] for links, _text in found] == ["/articles/home/"]


class TestFilters:
    def test_by_kind(self, client, guide):
        page = read(client, q="beekeeper", kind="faqentry")
        assert [links[0] for links, _t in results(page)] == ["/faq/beekeeper-stings/"]
        assert '<input type="hidden" name="kind" value="faqentry">' in page

    def test_by_career(self, client, guide):
        other = ArticleFactory(career=CareerFactory(name="Falconer", slug="falconer"))
        page = read(client, q="bees", career="falconer")
        links = [links[0] for links, _text in results(page)]
        assert {*links} == {other.get_absolute_url(), "/careers/falconer/"}

    def test_of_careers_are_named_where_something_is_found(self, client, guide):
        ArticleFactory(career=CareerFactory(name="Falconer", slug="falconer"))
        assert 'href="?q=bees&amp;career=falconer"' in read(client, q="bees")
        page = read(client, q="zymurgy", kind="article")
        assert "career=" not in page
        of_one = read(client, q="zymurgy", career="falconer")
        assert '<a href="?q=zymurgy">All careers</a>' in of_one

    @pytest.mark.parametrize(
        "wrong",
        [{"kind": "user"}, {"career": "no-such"}, {"career": "a b"}, {"page": "x"}],
    )
    def test_unknown_ones_are_none(self, client, guide, wrong):
        assert results(read(client, q="hives", **wrong))


class TestPages:
    def test_are_numbered(self, client, career):
        for _ in range(25):
            ArticleFactory(career=career)
        first, last = read(client, q="hives"), read(client, q="hives", page=3)
        assert (len(results(first)), len(results(last))) == (10, 5)
        assert 'href="?q=hives&amp;page=3"' in first
        assert '<a href="?q=hives&amp;page=3" aria-current="page"' in last

    def test_count_is_none_of_what_was_not_looked_at(self, client, career, monkeypatch):
        monkeypatch.setattr("careerguide.search.candidates.CANDIDATES", 4)
        for _ in range(6):
            FAQEntryFactory(career=career)
        assert "The best 4 pages of many" in read(client, q="stung")

    def test_queries_do_not_grow(self, client, guide, django_assert_max_num_queries):
        for _ in range(12):
            ArticleFactory(), StatTableFactory()
        read(client, q="bees beekeepers")
        with django_assert_max_num_queries(11):
            assert len(results(read(client, q="bees beekeepers"))) == 10

    def test_queries_of_more_than_are_looked_at(
        self, client, guide, monkeypatch, django_assert_max_num_queries
    ):
        monkeypatch.setattr("careerguide.search.candidates.CANDIDATES", 12)
        for _ in range(12):
            ArticleFactory(title="Smoke"), StatTableFactory()
        read(client, q="wake")
        with django_assert_max_num_queries(11):
            assert len(results(read(client, q="wake"))) == 10


class TestFrame:
    """What stands around results is rendered once, and holds until content changes."""

    def test_has_what_was_published_since(self, client, guide):
        assert "Our bees" not in read(client, q="hives")
        PageFactory(title="Our bees", slug="our-bees")
        ContentVersion.bump()
        assert ">Our bees</a>" in read(client, q="hives")

    def test_has_each_query_of_its_own(self, client, guide):
        assert 'value="hives &quot;"' in read(client, q='hives "')
        page = read(client, q="spring <b>")
        assert 'value="spring &lt;b&gt;"' in page and 'value="hives' not in page
        assert "?q=spring+%3Cb%3E&amp;kind=article" in page


class TestNothing:
    def test_names_words_careers_and_how_to_ask(self, client, guide):
        page = read(client, q="hivesque")
        assert "Nothing found" in page and "How to ask" in page
        assert '<a href="?q=hives" dir="auto">hives</a>' in page
        assert '<a href="/careers/beekeeper/" dir="auto">Beekeeper</a>' in page

    def test_is_noted_for_editors(self, client, guide):
        missed_searches.flush()
        MissedSearch.objects.all().delete()
        for asked in ({"q": "zymurgy"}, {"q": "zymurgy", "kind": "article"}, {"q": ""}):
            read(client, **asked)
        read(client, q="hives")
        missed_searches.flush()
        assert [*MissedSearch.objects.values_list("words", "times")] == [("zymurgy", 1)]

    def test_of_nothing_tells_how_to_ask(
        self, client, guide, django_assert_num_queries
    ):
        read(client)
        with django_assert_num_queries(1):  # whether what stands around it still holds
            page = read(client)
        assert "How to ask" in page and "Nothing found" not in page


ODD = (
    '"',
    "'",
    "*",
    "AND",
    "NEAR(",
    "\0",
    "a" * 10_000,
    "😀",
    "\u202eא",
    "%",
    "<b>",
    "bees\0",
    "&",
    "#",
    '"bees',
    "\r\n",
    "\ud7ff",
    "9" * 500,
    "c++",
    "..",
    "a\tb",
)


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:9]))
def test_anything_is_answered(client, guide, text):
    for query in ({"q": text}, {"q": f"bees {text}", "page": text, "career": text}):
        read(client, **query)
    answer = client.get(reverse("search_suggestions"), {"q": text})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "query", ["q=%ff", "q=%00", "q", "q=a&q=b", "page=99999999999"]
)
def test_any_query_string_is_answered(client, guide, query):
    assert client.get(f"/search/?{query}").status_code == 200


class TestSuggestions:
    def ask(self, client, text):
        answer = client.get(reverse("search_suggestions"), {"q": text}).json()
        return [(s["title"], s["detail"], s["url"]) for s in answer["suggestions"]]

    def test_of_titles_and_headings_with_an_unfinished_word(self, client, guide):
        assert self.ask(client, "deg") == [
            ("Few have a degree", "Table · Beekeeper", "/statistics/degrees/")
        ]
        assert self.ask(client, "spri") == [
            (
                "Spring",
                "A year with the bees · Article · Beekeeper",
                "/articles/year/#spring",
            )
        ]

    def test_not_of_texts(self, client, guide):
        assert self.ask(client, "wake") == []

    def test_career_comes_first(self, client, guide):
        assert self.ask(client, "beek")[0][2] == "/careers/beekeeper/"

    def test_of_nothing(self, client, guide):
        assert self.ask(client, "") == []

    def test_queries_do_not_grow(self, client, guide, django_assert_max_num_queries):
        for _ in range(12):
            ArticleFactory(title="Smoke and hives"), StatTableFactory(title="Smokers")
        with django_assert_max_num_queries(7):
            assert len(self.ask(client, "smok")) == 8


class TestEveryPage:
    @pytest.mark.parametrize("path", ["/", "/articles/", "/careers/", "/about/"])
    def test_has_the_form_in_its_header(self, client, guide, path):
        page = client.get(path).content.decode()
        assert page.count('role="search" data-search=') == 1
        assert '<a href="/search/" class="search-link">' in page

    def test_with_one_of_its_own_has_no_other(self, client, guide):
        CareerFactory()
        for path in ("/", "/no-such-page/", "/search/"):
            page = client.get(path).content.decode()
            assert page.count("data-search=") == 1 and "search-link" not in page
