"""Test the pages that show several content types, and what all pages share."""

import datetime
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from careerguide.publishing.models.sections import guide_models
from tests.factories import (
    EVERYTHING,
    FACTORIES,
    ArticleFactory,
    CareerFactory,
    CareerGroupFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.factories import (
    OF_GUIDES as CONTENT,
)

pytestmark = pytest.mark.django_db

FACT = {
    "headline_label": "Pay, senior",
    "headline_row": "Senior",
    "headline_column": "salary",
}
SITE = "http://127.0.0.1:8000"
PAST = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)
FUTURE = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
HIDDEN = {
    "draft": {"status": "draft"},
    "archived": {"status": "archived"},
    "scheduled": {"publish_at": FUTURE},
    "expired": {"unpublish_at": PAST},
}


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return response.content.decode()


def name(factory):
    return factory._meta.model._meta.model_name


class TestSourcesOfQuickFacts:
    """Wherever a number stands by itself, so does where it is from, or that none is."""

    UNKNOWN = "No source known"

    def page_of(self, client, path, **source):
        table = StatTableFactory(**FACT | {"source_name": ""} | source)
        page = read(client, path or table.career.get_absolute_url())
        return page, page.split("</dl>")[0].split('<dl class="facts')[1]

    @pytest.mark.parametrize("path", ["/", ""], ids=["home", "career"])
    @pytest.mark.parametrize(
        "source, shown",
        [
            ({"source_name": "ONS & co"}, "ONS &amp; co"),
            ({"source_url": "https://a.org/b"}, "https://a.org/b"),
            (
                {"source_name": "ONS", "source_url": "https://a.org/b"},
                "ONS",
            ),
        ],
        ids=["name", "address", "both"],
    )
    def test_known_one_is_named(self, client, path, source, shown):
        page, facts = self.page_of(client, path, **source)
        assert f'<dd class="source">{shown}</dd>' in facts
        assert self.UNKNOWN not in page

    @pytest.mark.parametrize("path", ["/", ""], ids=["home", "career"])
    def test_unknown_one_is_said_and_explained_once(self, client, path):
        page, facts = self.page_of(client, path)
        assert f'<dd class="source">{self.UNKNOWN}</dd>' in facts
        assert page.count("nobody has named where the number comes from") == 1

    def test_source_that_is_found_later_shows_on_home(self, client):
        table = StatTableFactory(**FACT | {"source_name": ""})
        assert self.UNKNOWN in read(client, "/")
        table.source_name = "ONS"
        table.save()
        page = read(client, "/")
        assert "ONS" in page and self.UNKNOWN not in page

    @pytest.mark.parametrize(
        "source, description",
        [
            ({"source_name": "ONS"}, "Source: ONS."),
            ({"source_url": "https://a.org/b"}, "Source: https://a.org/b."),
            ({}, "Source: none is known."),
        ],
        ids=["name", "address", "none"],
    )
    def test_link_preview_of_a_table_says_it(self, client, source, description):
        table = StatTableFactory(**{"source_name": "", "subtitle": ""} | source)
        page = read(client, table.get_absolute_url())
        for name in ('name="description"', 'property="og:description"'):
            assert re.search(
                rf'{name} content="[^"]*{re.escape(description)}"', page
            ), name


class TestCareer:
    def test_shows_all_parts_of_its_guide(self, client):
        career = CareerFactory(other_names="Apiarist, bee farmer")
        items = [factory(career=career) for factory in CONTENT]
        page = read(client, career.get_absolute_url())
        assert all(item.get_absolute_url() in page for item in items)
        assert "Also called Apiarist, bee farmer" in page

    def test_leaves_other_guides_out(self, client):
        others = [factory() for factory in CONTENT]
        page = read(client, CareerFactory().get_absolute_url())
        assert not any(item.get_absolute_url() in page for item in others)

    def test_names_its_sources_and_counts_what_has_none(self, client):
        career = CareerFactory()
        for source in ("ONS", "ONS", ""):
            StatTableFactory(career=career, source_name=source)
        page = read(client, career.get_absolute_url())
        assert page.count("<li>ONS</li>") == 1
        assert "For 1 table no source is known" in page

    def test_quick_fact_of_a_cell_that_is_gone_is_left_out(self, client):
        table = StatTableFactory(**FACT | {"headline_row": "Chief"})
        page = read(client, table.career.get_absolute_url())
        assert "At a glance" not in page

    def test_draws_one_figure_of_each_topic_and_names_the_rest(self, client):
        career = CareerFactory()
        for topic in ("Pay", "Place", "Pay"):
            StatTableFactory(career=career, topic=topic)
        page = read(client, career.get_absolute_url())
        assert page.count("<figure") == 2
        assert page.count(">Pay</h3>") == 1
        assert page.count('class="link-list topic-more"') == 1

    def test_says_when_the_newest_of_its_parts_was_updated(self, client):
        career = CareerFactory(review_by=datetime.date(2027, 5, 1))
        StatTableFactory(
            career=career,
            content_updated_on=datetime.date(2026, 4, 2),
            review_by=datetime.date(2027, 2, 3),
        )
        page = read(client, career.get_absolute_url())
        assert "2 April 2026" in page and "3 February 2027" in page

    def test_of_a_large_guide_stays_readable(self, client):
        career = CareerFactory()
        for number in range(60):
            FAQEntryFactory(career=career, topic=f"Topic {number}")
            StatTableFactory(career=career, topic=f"Topic {number}")
        page = read(client, career.get_absolute_url())
        assert page.count("<figure") == 9
        assert page.count('<a href="/faq/beekeeper') == 12
        assert f"/faq/?career={career.slug}" in page

    def test_empty_one_says_so(self, client):
        page = read(client, CareerFactory().get_absolute_url())
        assert "Nothing of this guide has been published yet." in page

    def test_unknown_one_is_not_found(self, client):
        assert client.get("/careers/plumber/").status_code == 404


class TestRelatedCareers:
    HEADING = ">Related careers</h2>"

    @staticmethod
    def pages_of(career):
        return [career, ArticleFactory(career=career)]

    def test_stand_on_the_page_of_a_career_and_under_its_articles(self, client):
        chosen = CareerFactory(name="Zymurgist", summary="They brew.")
        for item in self.pages_of(CareerFactory(related=[chosen.slug])):
            part = read(client, item.get_absolute_url()).split(self.HEADING)[1]
            assert f'<a href="{chosen.get_absolute_url()}">Zymurgist</a>' in part
            assert "They brew." in part

    @pytest.mark.parametrize("state", HIDDEN)
    def test_are_published_ones_only(self, client, state):
        group = CareerGroupFactory()
        hidden = CareerFactory(name="Zymurgist", group=group, **HIDDEN[state])
        career = CareerFactory(group=group, related=[hidden.slug])
        for item in self.pages_of(career):
            page = read(client, item.get_absolute_url())
            assert "Zymurgist" not in page and self.HEADING not in page

    def test_take_as_many_queries_for_many(self, client):
        def count(career):
            found = []
            for item in self.pages_of(career):
                with CaptureQueriesContext(connection) as queries:
                    read(client, item.get_absolute_url())
                found.append(len(queries))
            return found

        PageFactory()
        of_career, of_article = count(CareerFactory())
        some = [of_career, of_article + 1]  # a career asks for much in one query
        group = CareerGroupFactory()
        of_group = [CareerFactory(group=group) for _ in range(9)]
        slugs = [career.slug for career in of_group]
        assert count(of_group[0]) == some
        assert count(CareerFactory(related=slugs[:1])) == some
        assert count(CareerFactory(related=slugs[:6])) == some


class TestBreadcrumbs:
    """Several careers have a list, through which the way to each leads."""

    LIST = '<li><a href="/careers/">Careers</a></li>'

    def test_lead_through_the_list_of_careers(self, client):
        career = CareerFactory()
        items = [career, *(factory(career=career) for factory in CONTENT)]
        for item in items:
            assert self.LIST not in read(client, item.get_absolute_url())
        CareerFactory()
        for item in items:
            page = read(client, item.get_absolute_url())
            assert self.LIST in page.split('class="breadcrumbs"')[1]
        assert 'href="/careers/" aria-current="true"' in read(client, "/careers/")

    def test_of_other_pages_do_not(self, client):
        CareerFactory(), CareerFactory()
        page = read(client, PageFactory().get_absolute_url())
        assert self.LIST not in page.split('class="breadcrumbs"')[1]


class TestPage:
    def test_shows_its_text(self, client):
        page = read(client, PageFactory(body="**Write** to us.").get_absolute_url())
        assert "<strong>Write</strong> to us." in page

    def test_is_linked_from_the_foot_of_every_page(self, client):
        PageFactory(title="Terms of use", slug="terms-of-use")
        for url in ("/", "/articles/", "/statistics/", "/faq/"):
            assert '<a href="/terms-of-use/">Terms of use</a>' in read(client, url)


# --- What readers must not see, on every surface that shows content -------------------

SECRET = "zymurgy"


def make(factory, state="published"):
    """An item that says "zymurgy" wherever it shows, itself or its career hidden."""
    title = {factory._meta.model.title_field: f"All about {SECRET}"}
    own = HIDDEN.get(state, {})
    if factory not in CONTENT:
        return factory(slug=SECRET, **title, **own)
    of_career = state.removeprefix("career ") if state.startswith("career ") else ""
    career = CareerFactory(**HIDDEN.get(of_career, {}))
    slug = f"{career.slug}-{SECRET}"
    more = FACT if factory is StatTableFactory else {}
    return factory(career=career, slug=slug, **title, **more, **own)


def sibling(item):
    """The page of another item of the same guide, which links to the next one."""
    factory = next(f for f in CONTENT if f._meta.model is type(item))
    return factory(career=item.career).get_absolute_url()


def embedding(item):
    """The page of an article of another guide that has the table in its text."""
    return ArticleFactory(body=f"[[table: {item.slug}]]").get_absolute_url()


def print_view(item):
    career = getattr(item, "career", item)
    return reverse("career_print", args=[career.slug])


@dataclass
class Surface:
    """A place where content shows: its kinds, and the address, given the item."""

    name: str
    kinds: list
    url: Any

    def __str__(self):
        return self.name


SURFACES = [
    Surface("its own page", EVERYTHING, lambda item: item.get_absolute_url()),
    Surface("home", [*CONTENT, CareerFactory], lambda item: "/"),
    Surface("list of careers", [CareerFactory], lambda item: "/careers/"),
    Surface("career", CONTENT, lambda item: item.career.get_absolute_url()),
    Surface("whole guide", [*CONTENT, CareerFactory], print_view),
    *(
        Surface("list", [FACTORIES[model]], lambda item: type(item).guide.list_url)
        for model in guide_models()
    ),
    Surface("previous and next", CONTENT, sibling),
    Surface("embed", [StatTableFactory], embedding),
    Surface("footer", [PageFactory], lambda item: "/"),
    Surface("sitemap", EVERYTHING, lambda item: "/sitemap.xml"),
]
PLACES = [(surface, kind) for surface in SURFACES for kind in surface.kinds]
PLACE_IDS = [f"{surface}: {name(kind)}" for surface, kind in PLACES]


class TestSurfaces:
    @pytest.mark.parametrize(("surface", "kind"), PLACES, ids=PLACE_IDS)
    def test_published_item_shows(self, client, surface, kind):
        response = client.get(surface.url(make(kind)))
        assert response.status_code == 200
        assert SECRET in response.content.decode().lower()

    @pytest.mark.parametrize("state", HIDDEN)
    @pytest.mark.parametrize(("surface", "kind"), PLACES, ids=PLACE_IDS)
    def test_hidden_item_does_not(self, client, surface, kind, state):
        self.assert_hidden(client, surface, kind, state)

    @pytest.mark.parametrize("state", HIDDEN)
    @pytest.mark.parametrize(
        ("surface", "kind"),
        [(surface, kind) for surface, kind in PLACES if kind in CONTENT],
        ids=[
            i for i, (_, kind) in zip(PLACE_IDS, PLACES, strict=True) if kind in CONTENT
        ],
    )
    def test_item_of_a_hidden_career_does_not(self, client, surface, kind, state):
        self.assert_hidden(client, surface, kind, f"career {state}")

    def assert_hidden(self, client, surface, kind, state):
        response = client.get(surface.url(make(kind, state)))
        assert SECRET not in response.content.decode().lower()
        assert response.status_code in (200, 404)


# --- Pages of lists -------------------------------------------------------------------

LISTS = [
    ("/careers/", CareerFactory, 24),
    ("/articles/", ArticleFactory, 12),
    ("/statistics/", StatTableFactory, 12),
    ("/faq/", FAQEntryFactory, 24),
]
URLS = [url for url, _factory, _size in LISTS]


def several(factory, number):
    """That many items of one career, the last one last in its list."""
    career = {"career": CareerFactory()} if factory in CONTENT else {}
    return [factory(**career, order=place) for place in range(number)]


class TestPagination:
    @pytest.mark.parametrize(("url", "factory", "size"), LISTS)
    def test_last_item_is_on_the_second_page(self, client, url, factory, size):
        one_too_many = several(factory, size + 1)
        last = f'href="{one_too_many[-1].get_absolute_url()}"'
        first_page, second_page = read(client, url), read(client, f"{url}?page=2")
        list_part = first_page.split('id="articles"')[0]
        assert last not in list_part
        assert last in second_page
        assert 'href="?page=2" rel="next"' in first_page
        assert f'href="{url}" rel="prev"' in second_page

    @pytest.mark.parametrize(("url", "factory", "size"), LISTS)
    def test_numbers_name_every_page_and_mark_the_present_one(
        self, client, url, factory, size
    ):
        several(factory, size + 1)
        pager = read(client, f"{url}?page=2").split('class="pagination"')[1]
        pager = pager.split("</nav>")[0]
        assert f'<a href="{url}" aria-label="Page 1">1</a>' in pager
        current = '<a href="?page=2" aria-current="page" aria-label="Page 2">2</a>'
        assert current in pager and pager.count("aria-current") == 1

    @pytest.mark.parametrize(("url", "factory", "size"), LISTS)
    def test_second_page_has_its_own_address_and_title(
        self, client, url, factory, size
    ):
        several(factory, size + 1)
        page = read(client, f"{url}?page=2")
        assert f'<link rel="canonical" href="{SITE}{url}?page=2">' in page
        assert "page 2 ·" in page

    @pytest.mark.parametrize("url", URLS)
    def test_other_query_has_no_address_of_its_own(self, client, url):
        page = read(client, f"{url}?page=1&utm_source=x")
        assert f'<link rel="canonical" href="{SITE}{url}">' in page

    @pytest.mark.parametrize("number", ["0", "2", "-1", "x", "9" * 5000, "1.5", "²"])
    @pytest.mark.parametrize("url", URLS)
    def test_unknown_page_is_not_found(self, client, url, number):
        assert client.get(url, {"page": number}).status_code == 404

    @pytest.mark.parametrize(("url", "factory", "size"), LISTS)
    def test_full_page_needs_no_second(self, client, url, factory, size):
        several(factory, size)
        assert 'class="pagination"' not in read(client, url)


# --- What all pages share -------------------------------------------------------------


@pytest.fixture
def pages(seeded, client):
    """Every page of the seeded guide that shows something of it, as {path: HTML}."""
    sitemap = read(client, "/sitemap.xml")
    paths = re.findall(rf"<loc>{SITE}(.*?)</loc>", sitemap)
    empty = {m.guide.list_url for m in guide_models() if not m.objects.exists()}
    return {path: read(client, path) for path in paths if path not in empty}


class TestEveryPage:
    def test_has_one_heading(self, pages):
        assert {path for path, page in pages.items() if page.count("<h1") != 1} == set()

    def test_says_when_it_was_updated_and_is_due_for_review(self, pages):
        for path, page in pages.items():
            assert "Content updated <time" in page, path
            assert "due for review by <time" in page, path

    def test_names_its_own_address(self, pages):
        for path, page in pages.items():
            assert f'<link rel="canonical" href="{SITE}{path}">' in page

    def test_has_a_title_of_its_own(self, pages):
        titles = [
            re.search(r"<title>(.*?)</title>", page)[1] for page in pages.values()
        ]
        assert len(set(titles)) == len(titles)
        assert all(title.endswith(" · Career Guide") for title in titles)

    def test_has_a_description_of_its_own(self, pages):
        found = {
            path: unescape(re.search(r'name="description" content="(.*?)"', page)[1])
            for path, page in pages.items()
        }
        assert len({*found.values()}) == len(found)
        assert {p: t for p, t in found.items() if not 30 < len(t) <= 400} == {}

    def test_below_home_has_breadcrumbs_that_do_not_repeat_the_heading(self, pages):
        for path, page in pages.items():
            assert ('class="breadcrumbs"' in page) is (path != "/"), path
            if path != "/":
                crumbs = page.split('class="breadcrumbs"')[1].split("</nav>")[0]
                heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[1]
                links = re.findall(r'<a href="(.*?)">(.*?)</a>', crumbs)
                assert heading not in [words for _, words in links], path
                assert path not in [href for href, _ in links], path

    def test_has_ids_once(self, pages):
        for path, page in pages.items():
            ids = re.findall(r'\sid="([^"]+)"', page)
            assert sorted(ids) == sorted(set(ids)), path

    def test_headings_leave_no_level_out(self, pages):
        for path, page in pages.items():
            levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
            steps = zip(levels, levels[1:], strict=False)
            assert all(after <= before + 1 for before, after in steps), path

    def test_can_be_skipped_to_its_content(self, pages):
        for page in pages.values():
            assert page.index('href="#content"') < page.index('<main id="content"')

    def test_styles_nothing_inline(self, pages):
        for path, page in pages.items():
            assert not re.search(r"\s(style|on\w+)=", page), path

    def test_loads_nothing_from_other_hosts(self, pages):
        for path, page in pages.items():
            assert not re.search(r'<[^>]+\s(src|srcset)="(https?:)?//', page), path

    def test_breadcrumbs_lead_through_career_and_section(self, client):
        article = ArticleFactory()
        page = read(client, article.get_absolute_url())
        crumbs = page.split('class="breadcrumbs"')[1].split("</nav>")[0]
        assert re.findall(r'href="(.*?)"', crumbs) == [
            "/",
            article.career.get_absolute_url(),
            "/articles/",
        ]


class TestEditLink:
    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_is_there_for_staff_with_rights(self, client, sign_in, factory):
        sign_in("Author")
        item = factory()
        opts = item._meta
        url = reverse(
            f"admin:{opts.app_label}_{opts.model_name}_change", args=[item.pk]
        )
        assert f'href="{url}"' in read(client, item.get_absolute_url())

    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_is_not_there_for_readers(self, client, factory):
        page = read(client, factory().get_absolute_url())
        assert "edit-link" not in page and "/admin/" not in page


class TestLicence:
    def test_is_not_stated_by_default(self, client):
        assert "Licence of the content: not stated." in read(client, "/")

    def test_is_named_and_linked_where_it_is_set(self, client, settings):
        settings.SITE_OVERRIDES = {"licence": "CC BY 4.0"}
        assert "Licence of the content: CC BY 4.0." in read(client, "/")
        settings.SITE_OVERRIDES |= {"licence_url": "https://a.org/by"}
        assert '<a href="https://a.org/by" rel="license">CC BY 4.0</a>' in read(
            client, "/"
        )


class TestEscaping:
    @pytest.mark.parametrize("factory", EVERYTHING, ids=name)
    def test_title_is_text(self, client, factory):
        title = {factory._meta.model.title_field: '<b>"Bees" & <script>x</script>'}
        page = read(client, factory(**title).get_absolute_url())
        assert "<script>x" not in page and "<b>" not in page
        assert "&lt;b&gt;&quot;Bees&quot; &amp; &lt;script&gt;" in page
