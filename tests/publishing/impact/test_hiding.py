"""Test that losses of live pages are named before an item is hidden, by any way."""

import datetime

import pytest
from django.urls import reverse

from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.impact.hiding import (
    losses,
    losses_of,
    pages_of,
    summary_of_pages,
)
from careerguide.publishing.models.related import OldSlug, Plan
from careerguide.publishing.models.snapshots import snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.forms import sent_by

pytestmark = pytest.mark.django_db


def lost(item):
    return {loss.page: loss.what for loss in losses(item)}


class TestTable:
    def test_takes_a_figure_from_an_article(self):
        table = StatTableFactory(slug="pay")
        article = ArticleFactory(body="[[table: pay]]")
        assert lost(table) == {article: "shows this table"}

    def test_takes_it_from_an_article_that_names_it_by_an_old_address(self):
        table = StatTableFactory(slug="wages")
        OldSlug.objects.create(item=table, slug="pay")
        article = ArticleFactory(body="[[table: pay]]")
        assert [*lost(table)] == [article]

    def test_takes_a_quick_fact_from_its_career(self):
        table = StatTableFactory(
            headline_label="Pay", headline_row="Senior", headline_column="salary"
        )
        assert lost(table) == {table.career: "has a quick fact from it"}

    @pytest.mark.parametrize("end", ["/", ".png", ".csv", "", "/embed/", "/#numbers"])
    def test_takes_the_target_from_a_link_or_picture(self, end):
        table = StatTableFactory(slug="pay")
        entry = FAQEntryFactory(answer=f"See ![pay](/statistics/pay{end}).")
        assert lost(table) == {entry: "links to it"}

    def test_takes_the_target_from_a_link_with_our_own_host(self, settings):
        table = StatTableFactory(slug="pay")
        link = f"[pay]({settings.SITE_URL}/statistics/pay/)"
        entry = FAQEntryFactory(answer=f"See {link}.")
        assert [*lost(table)] == [entry]

    @pytest.mark.parametrize(
        "text",
        [
            *("/statistics/payment/", "/statistics/pay-day/", "/articles/pay/"),
            "https://elsewhere.example/statistics/pay/",
        ],
    )
    def test_of_another_address_takes_nothing(self, text):
        table = StatTableFactory(slug="pay")
        ArticleFactory(body=f"See [this]({text}).")
        assert lost(table) == {}

    def test_that_readers_do_not_see_takes_nothing(self):
        table = StatTableFactory(slug="pay", status="draft")
        ArticleFactory(body="[[table: pay]]")
        assert lost(table) == {}

    def test_takes_nothing_from_what_is_not_live(self):
        table = StatTableFactory(slug="pay")
        ArticleFactory(body="[[table: pay]]", status="draft")
        actions.trash(PageFactory(body="[pay](/statistics/pay/)"), None)
        assert lost(table) == {}


def test_page_at_the_top_is_not_found_within_other_addresses():
    page = PageFactory(slug="about")
    ArticleFactory(body="[this](/articles/about/)")
    links = ArticleFactory(body="[that](/about/)")
    assert [*lost(page)] == [links]


def test_of_several_items_are_told_apart():
    one, two = StatTableFactory(slug="pay"), StatTableFactory(slug="age")
    both = ArticleFactory(body="[[table: pay]]\n\n[ages](/statistics/age/)")
    found = losses_of([one, two])
    assert [(loss.page, loss.what) for loss in found[one]] == [
        (both, "shows this table")
    ]
    assert [(loss.page, loss.what) for loss in found[two]] == [(both, "links to it")]


class TestCareer:
    def test_takes_its_own_pages_along(self):
        career = CareerFactory()
        ArticleFactory(career=career), FAQEntryFactory(career=career)
        FAQEntryFactory(career=career), ArticleFactory(career=career, status="draft")
        assert summary_of_pages(pages_of(career)) == "1 article, 2 questions"

    def test_takes_what_other_guides_have_of_them(self):
        career = CareerFactory(slug="keeper")
        table = StatTableFactory(career=career, slug="pay")
        ArticleFactory(career=career, body="[[table: pay]]")
        shows = ArticleFactory(body="[[table: pay]]")
        links = PageFactory(body="[Keepers](/careers/keeper/)")
        assert {*lost(career)} == {shows, links}
        assert [*lost(table)] == [career.article_set.get(), shows]


class TestRelated:
    """A career that others name as related."""

    WHAT = "names it among its related careers"

    @pytest.fixture
    def keeper(self):
        return CareerFactory(name="Beekeeper", slug="keeper")

    def test_is_missed_by_those_that_name_it(self, keeper):
        other = CareerFactory(related=["falconer", "keeper"])
        CareerFactory(related=["keeper-of-cows", "falconer"]), CareerFactory()
        assert lost(keeper) == {other: self.WHAT}

    def test_is_missed_by_an_old_address(self, keeper):
        OldSlug.objects.create(item=keeper, slug="apiarist")
        other = CareerFactory(related=["apiarist"])
        assert lost(keeper) == {other: self.WHAT}

    def test_is_missed_by_none_that_readers_do_not_see(self, keeper):
        CareerFactory(related=["keeper"], status="draft")
        assert lost(keeper) == {}

    def test_of_an_address_of_another_kind_is_not_missed(self, keeper):
        article = ArticleFactory(slug="falconer")
        CareerFactory(related=["falconer"])
        assert lost(article) == {}

    def test_in_a_plan_is_missed_with_its_hour(self, keeper):
        other = CareerFactory()
        hour = datetime.datetime(2999, 6, 1, 9, tzinfo=datetime.UTC)
        Plan.objects.create(
            item=other,
            values=snapshot(other) | {"related": ["keeper"]},
            base=snapshot(other),
            version=1,
            publish_at=hour,
        )
        assert lost(keeper) == {other: f"{self.WHAT} in its plan for 1 June 2999"}

    @pytest.mark.parametrize("odd", ["keeper", [1, None], {"keeper": 1}, 1, True])
    def test_whatever_a_fixture_holds_is_no_error(self, keeper, odd):
        other = CareerFactory()
        Career.objects.filter(pk=other.pk).update(related=odd)
        assert set(lost(keeper)) <= {other}

    def test_of_many_careers_is_found(self, monkeypatch):
        """More than the database is asked for by name."""
        monkeypatch.setattr("careerguide.publishing.impact.names.MOST_NAMES", 2)
        careers = [CareerFactory() for _n in range(4)]
        other = CareerFactory(related=[careers[0].slug, careers[3].slug])
        found = losses_of(careers)
        pages = [[loss.page for loss in found[career]] for career in careers]
        assert pages == [[other], [], [], [other]]

    @pytest.mark.parametrize("page", ["unpublish", "archive", "delete", "schedule"])
    def test_confirmation_names_those_that_lose_it(self, admin_client, keeper, page):
        CareerFactory(name="Falconer", related=["keeper"])
        url = reverse(f"admin:careerguide_career_{page}", args=[keeper.pk])
        text = admin_client.get(url).content.decode()
        assert f"Falconer</a>: {self.WHAT}" in text


@pytest.mark.parametrize("page", ["unpublish", "archive", "schedule"])
def test_pages_say_it_with_a_count(admin_client, page):
    table = StatTableFactory(slug="pay")
    ArticleFactory(body="[[table: pay]]", title="Of money")
    PageFactory(body="[pay](/statistics/pay/)", title="About pay")
    url = reverse(f"admin:statistics_stattable_{page}", args=[table.pk])
    text = admin_client.get(url).content.decode()
    assert "2 live pages lose something" in text
    assert "Of money</a>: shows this table" in text
    assert "About pay</a>: links to it" in text


def test_page_of_the_trash_names_links(admin_client):
    article = ArticleFactory(slug="bees")
    PageFactory(body="[bees](/articles/bees/)", title="About bees")
    url = reverse("admin:articles_article_delete", args=[article.pk])
    text = admin_client.get(url).content.decode()
    assert "1 live page loses something" in text and "About bees" in text


def test_list_action_says_it(admin_client):
    table = StatTableFactory(slug="pay")
    ArticleFactory(body="[[table: pay]]", title="Of money")
    data = {"action": "unpublish_selected", "_selected_action": table.pk}
    text = admin_client.post("/admin/statistics/stattable/", data).content.decode()
    assert "Of money</a>: shows this table" in text


def test_planned_end_says_it_when_it_is_saved(admin_client):
    table = StatTableFactory(slug="pay")
    ArticleFactory(body="[[table: pay]]")
    url = reverse("admin:statistics_stattable_schedule", args=[table.pk])
    sent = sent_by(admin_client.get(url))
    sent |= {"unpublish_at_0": "2999-06-01", "unpublish_at_1": "09:00"}
    page = admin_client.post(url, sent, follow=True).content.decode()
    assert "1 live page loses something then." in page
