"""Test that losses of live pages are named before a change is published, by any way."""

import pytest
from django.urls import reverse

from careerguide.publishing.drafts import actions
from careerguide.publishing.impact.publishing import publish_losses
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)
from tests.forms import filled_in, form_errors, sent_by
from tests.publishing.admin.test_base import admin_url, change_url, do

pytestmark = pytest.mark.django_db


ITSELF = "is hidden itself, as its career is not published"


def lost(item, **values):
    found = publish_losses(item, snapshot(item) | values)
    return {loss.page: loss.what for loss in found}


def save(item, **values):
    actions.save_draft(item, apply_snapshot(item, snapshot(item) | values), None)


@pytest.fixture
def unseen():
    return CareerFactory(status="draft")


@pytest.fixture
def table():
    return StatTableFactory(
        **{"slug": "pay", "headline_label": "Pay"},
        **{"headline_row": "Senior", "headline_column": "salary"},
    )


class TestMove:
    def test_to_a_guide_nobody_sees_takes_all_of_it(self, table, unseen):
        article = ArticleFactory(body="[[table: pay]]")
        page = PageFactory(body="[pay](/statistics/pay.csv)")
        assert lost(table, career_id=unseen.pk) == {
            table: ITSELF,
            article: "shows this table",
            page: "links to it",
            table.career: "has a quick fact from it",
        }

    @pytest.mark.parametrize("factory", [ArticleFactory, FAQEntryFactory])
    def test_of_other_content_takes_links(self, factory, unseen):
        item = factory()
        page = PageFactory(body=f"See [this]({item.get_absolute_url()}).")
        moved = lost(item, career_id=unseen.pk)
        assert moved == {item: ITSELF, page: "links to it"}

    def test_is_asked_about_though_nothing_else_shows_it(self, admin_client, unseen):
        """Readers see the page now, and would not any more."""
        item = ArticleFactory()
        form = filled_in(admin_client.get(change_url(item)), career=unseen.pk)
        asked = admin_client.post(change_url(item), form | {"_publish": ""})
        assert ITSELF in asked.content.decode()
        item.refresh_from_db()
        assert item.is_published

    def test_to_another_guide_takes_the_quick_fact(self, table):
        ArticleFactory(body="[[table: pay]]")
        moved = lost(table, career_id=CareerFactory().pk)
        assert moved == {table.career: "has a quick fact from it"}

    def test_of_what_readers_do_not_see_takes_nothing(self, table, unseen):
        ArticleFactory(body="[[table: pay]]")
        actions.unpublish(table, None)
        table.refresh_from_db()
        assert lost(table, career_id=unseen.pk) == {}

    def test_of_nothing_takes_nothing(self, table):
        ArticleFactory(body="[[table: pay]]")
        assert lost(table, title="Pay rises", slug="wages") == {}


def test_quick_fact_that_goes_is_missed_by_its_career(table):
    none = {"headline_label": "", "headline_row": "", "headline_column": ""}
    assert lost(table, **none) == {table.career: "has a quick fact from it"}
    assert lost(table, headline_row="Entry") == {}


class TestOldAddress:
    """Taken over by another item."""

    def test_of_a_table_takes_the_figure(self, table):
        OldSlug.objects.create(item=table, slug="wages")
        article = ArticleFactory(body="[[table: wages]]")
        ArticleFactory(body="[[table: pay]]")
        sentence = f"means “{table}” by the address that this takes over"
        assert lost(StatTableFactory(), slug="wages") == {article: sentence}

    @pytest.mark.parametrize(
        "factory", [ArticleFactory, FAQEntryFactory, CareerFactory, PageFactory]
    )
    @pytest.mark.parametrize("status", ["draft", "published"])
    def test_of_other_content_takes_links(self, factory, status):
        known, item = factory(), factory(status=status)
        OldSlug.objects.create(item=known, slug="once")
        link = apply_snapshot(known, {"slug": "once"}).get_absolute_url()
        page = PageFactory(body=f"See [this]({link}).")
        assert [*lost(item, slug="once")] == [page]

    def test_of_a_career_takes_it_from_those_that_name_it_as_related(self):
        known, item = CareerFactory(), CareerFactory()
        OldSlug.objects.create(item=known, slug="once")
        other = CareerFactory(related=["once"])
        sentence = f"means “{known}” by the address that this takes over"
        assert lost(item, slug="once") == {other: sentence}

    def test_of_what_readers_do_not_see_takes_nothing(self):
        known, item = ArticleFactory(status="draft"), ArticleFactory()
        OldSlug.objects.create(item=known, slug="once")
        PageFactory(body="[x](/articles/once/)")
        assert lost(item, slug="once") == {}

    def test_of_its_own_takes_nothing(self):
        item = ArticleFactory()
        OldSlug.objects.create(item=item, slug="once")
        PageFactory(body="[x](/articles/once/)")
        assert lost(item, slug="once") == {}

    def test_of_another_kind_takes_nothing(self, table):
        OldSlug.objects.create(item=table, slug="once")
        PageFactory(body="[x](/statistics/once/)")
        assert lost(ArticleFactory(), slug="once") == {}


class TestForm:
    @pytest.fixture
    def url(self, table):
        ArticleFactory(body="[[table: pay]]", title="Of money")
        return change_url(table)

    def test_names_the_pages_and_asks_once(self, admin_client, table, url, unseen):
        sent = filled_in(admin_client.get(url), career=unseen.pk, _publish="")
        asked = admin_client.post(url, sent)
        text = asked.content.decode()
        assert "takes something from 3 live pages" in str(form_errors(asked))
        assert "3 live pages lose something" in text
        assert "Of money</a>: shows this table" in text
        table.refresh_from_db()
        assert table.career != unseen
        again = filled_in(asked) | {"_publish": ""}
        assert admin_client.post(url, again).status_code == 302
        table.refresh_from_db()
        assert table.career == unseen

    def test_asks_again_when_more_pages_lose_something(self, admin_client, url, unseen):
        sent = filled_in(admin_client.get(url), career=unseen.pk, _publish="")
        asked = admin_client.post(url, sent)
        PageFactory(body="[pay](/statistics/pay/)", title="About pay")
        again = admin_client.post(url, filled_in(asked) | {"_publish": ""})
        assert "takes something from 4 live pages" in str(form_errors(again))

    def test_of_a_draft_asks_nothing(self, admin_client, url, unseen):
        sent = filled_in(admin_client.get(url), career=unseen.pk, _save="")
        assert admin_client.post(url, sent).status_code == 302

    def test_of_a_new_item_names_whose_address_it_takes(self, admin_client):
        known, career = ArticleFactory(), CareerFactory()
        OldSlug.objects.create(item=known, slug="once")
        PageFactory(body="[x](/articles/once/)", title="About bees")
        url = admin_url(type(known), "add")
        filled = {"career": career.pk, "title": "Bees", "slug": "once", "body": "Hum."}
        sent = filled_in(admin_client.get(url), **filled, summary="They hum.")
        first = admin_client.post(url, sent | {"_publish": ""})
        assert "This was once the address of" in str(form_errors(first))
        asked = admin_client.post(url, filled_in(first) | {"_publish": ""})
        assert "takes something from 1 live page" in str(form_errors(asked))
        assert "About bees</a>: means “A year with the bees”" in asked.content.decode()
        assert admin_client.post(url, filled_in(asked) | {"_publish": ""}).status_code

    def test_of_somebody_who_may_not_publish_asks_nothing(
        self, client, sign_in, url, unseen
    ):
        sign_in("Editor")
        sent = filled_in(client.get(url), career=unseen.pk, _publish="")
        assert client.post(url, sent).status_code == 302


class TestOtherWays:
    def test_list_action_names_them(self, admin_client, table, unseen):
        ArticleFactory(body="[[table: pay]]", title="Of money")
        save(table, career_id=unseen.pk)
        url = admin_url(type(table), "changelist")
        data = {"action": "publish_selected", "_selected_action": table.pk}
        text = admin_client.post(url, data).content.decode()
        assert "3 live pages lose something" in text
        assert "Of money</a>: shows this table" in text
        do(admin_client, type(table), "publish_selected", [table])
        table.refresh_from_db()
        assert table.career == unseen

    def test_list_action_tells_items_apart(self, admin_client):
        known, other = ArticleFactory(), ArticleFactory()
        for item, slug in ((known, "once"), (other, "twice")):
            OldSlug.objects.create(item=item, slug=slug)
        PageFactory(body="[x](/articles/once/)", title="About one")
        PageFactory(body="[x](/articles/twice/)", title="About two")
        items = [ArticleFactory(title="First"), ArticleFactory(title="Second")]
        save(items[0], slug="once"), save(items[1], slug="twice")
        url = admin_url(type(known), "changelist")
        keys = [item.pk for item in items]
        data = {"action": "publish_selected", "_selected_action": keys}
        text = admin_client.post(url, data).content.decode()
        assert text.count("1 live page loses something") == 2

    def test_schedule_names_them_before_and_after(self, admin_client, table, unseen):
        ArticleFactory(body="[[table: pay]]", title="Of money")
        save(table, career_id=unseen.pk)
        url = reverse("admin:statistics_stattable_schedule", args=[table.pk])
        page = admin_client.get(url)
        assert "3 live pages lose something when it is published" in (
            " ".join(page.content.decode().split())
        )
        sent = sent_by(page)
        sent |= {"publish_at_0": "2999-06-01", "publish_at_1": "09:00"}
        text = admin_client.post(url, sent, follow=True).content.decode()
        assert "3 live pages lose something then." in text

    def test_control_a_plain_change_loses_nothing(self, admin_client, table):
        ArticleFactory(body="[[table: pay]]")
        save(table, title="Pay rises")
        url = reverse("admin:statistics_stattable_schedule", args=[table.pk])
        text = admin_client.get(url).content.decode()
        assert "when it is published" not in text


def test_theirs_can_be_published_in_place_of_mine(client):
    """The form keeps its row when it takes another editor's text."""
    ana, ben = (UserFactory(is_superuser=True) for _ in range(2))
    item = ArticleFactory()
    client.force_login(ana)
    mine = filled_in(client.get(change_url(item)), body="Mine.")
    client.force_login(ben)
    theirs = filled_in(client.get(change_url(item)), body="Theirs.", _save="")
    client.post(change_url(item), theirs)
    client.force_login(ana)
    again = filled_in(client.post(change_url(item), mine | {"_save": ""}))
    sent = again | {"theirs": ["body"], "_publish": ""}
    assert client.post(change_url(item), sent).status_code == 302
    item.refresh_from_db()
    assert item.body == "Theirs."
