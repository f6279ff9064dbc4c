"""Test that a page that names losses asks again when they have changed."""

import pytest
from django.urls import reverse

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.forms import sent_by

pytestmark = pytest.mark.django_db

OTHERS = "What live pages lose has changed while you were looking"
SCHEDULE = {
    "end": {"unpublish_at_0": "2999-06-01", "unpublish_at_1": "09:00"},
    "start": {"publish_at_0": "2999-06-01", "publish_at_1": "09:00"},
}


def url_of(item, page):
    opts = item._meta
    args = [] if page == "changelist" else [item.pk]
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def state_of(item):
    row = type(item)._base_manager.get(pk=item.pk)
    times = (row.status, row.trashed_at, row.publish_at, row.unpublish_at)
    return times, row.history.count(), Plan.objects.count()


@pytest.fixture
def table():
    return StatTableFactory(slug="pay", title="Pay")


@pytest.fixture
def moving(table):
    """Its draft moves it to a guide that nobody sees."""
    values = snapshot(table) | {"career_id": CareerFactory(status="draft").pk}
    actions.save_draft(table, apply_snapshot(table, values), None)
    return table


def embed():
    return ArticleFactory(title="Of money", body="[[table: pay]]")


class TestPage:
    @pytest.fixture(params=["unpublish", "archive", "schedule"])
    def page(self, request):
        return request.param

    def filled_in(self, client, item, page):
        more = SCHEDULE["end"] if page == "schedule" else {}
        sent = sent_by(client.get(url_of(item, page)))
        return sent | more | {"reason": "Too old"}

    @pytest.mark.parametrize("were_some", [True, False])
    def test_is_shown_again_with_what_is_lost_by_now(
        self, admin_client, table, page, were_some
    ):
        if were_some:
            PageFactory(body="[pay](/statistics/pay/)")
        sent = self.filled_in(admin_client, table, page)
        embed()
        before, url = state_of(table), url_of(table, page)
        answer = admin_client.post(url, sent)
        text = answer.content.decode()
        assert OTHERS in text
        assert "Of money</a>: shows this table" in text
        assert 'value="Too old"' in text
        assert state_of(table) == before
        assert admin_client.post(url, sent_by(answer)).status_code == 302
        assert state_of(table) != before

    def test_without_its_token_is_shown_again(self, admin_client, table, page):
        embed()
        sent = self.filled_in(admin_client, table, page)
        before, url = state_of(table), url_of(table, page)
        for token in ("", "x", "x" * 99):
            answer = admin_client.post(url, sent | {"base_losses": token})
            assert OTHERS in answer.content.decode()
        assert state_of(table) == before

    def test_control_is_done_where_the_same_is_lost(self, admin_client, table, page):
        embed()
        sent = self.filled_in(admin_client, table, page)
        ArticleFactory(body="Of something else.")
        assert admin_client.post(url_of(table, page), sent).status_code == 302

    def test_is_done_where_nothing_is_lost_any_more(self, admin_client, table, page):
        article = embed()
        sent = self.filled_in(admin_client, table, page)
        actions.unpublish(article, None)
        assert admin_client.post(url_of(table, page), sent).status_code == 302

    def test_says_what_was_changed_first(self, admin_client, table, page):
        sent = self.filled_in(admin_client, table, page)
        embed()
        values = snapshot(table) | {"title": "Wages"}
        actions.save_draft(table, apply_snapshot(table, values), None)
        text = admin_client.post(url_of(table, page), sent).content.decode()
        assert "<ins>Wages</ins>" in text
        assert OTHERS not in text


def test_page_of_the_trash_is_shown_again(admin_client):
    article = ArticleFactory(slug="bees")
    url = url_of(article, "delete")
    sent = sent_by(admin_client.get(url))
    PageFactory(body="[bees](/articles/bees/)", title="About bees")
    before = state_of(article)
    text = admin_client.post(url, sent).content.decode()
    assert OTHERS in text and "About bees" in text
    assert state_of(article) == before


@pytest.mark.parametrize("page", ["unpublish", "schedule"])
def test_page_of_a_career_is_shown_again_with_what_is_hidden_with_it(
    admin_client, page
):
    career = CareerFactory()
    ArticleFactory(career=career)
    url = url_of(career, page)
    sent = sent_by(admin_client.get(url))
    sent |= SCHEDULE["end"] if page == "schedule" else {}
    FAQEntryFactory(career=career)
    before = state_of(career)
    answer = admin_client.post(url, sent)
    text = answer.content.decode()
    assert OTHERS in text and "1 article, 1 question" in text
    assert state_of(career) == before
    assert admin_client.post(url, sent_by(answer)).status_code == 302


def test_plan_that_takes_more_by_now_is_shown_again(admin_client, moving):
    url = url_of(moving, "schedule")
    sent = sent_by(admin_client.get(url)) | SCHEDULE["start"]
    embed()
    answer = admin_client.post(url, sent)
    text = answer.content.decode()
    assert OTHERS in text and "Of money</a>: shows this table" in text
    assert sent_by(answer)["publish_at_1"] == "09:00:00"
    assert not Plan.objects.exists()
    assert admin_client.post(url, sent_by(answer)).status_code == 302
    assert Plan.objects.exists()


def test_plan_is_dropped_whatever_is_lost(admin_client, moving):
    url = url_of(moving, "schedule")
    sent = sent_by(admin_client.get(url)) | SCHEDULE["start"]
    admin_client.post(url, sent)
    sent = sent_by(admin_client.get(url))
    embed()
    assert admin_client.post(url, sent | {"_drop": "1"}).status_code == 302
    assert not Plan.objects.exists()


class TestList:
    def send(self, client, action, items, between):
        url = url_of(items[0], "changelist")
        keys = [item.pk for item in items]
        data = {"action": action, "_selected_action": keys}
        sent = sent_by(client.post(url, data)) | {"_decide": "1"}
        between()
        return client.post(url, sent)

    def test_that_hides_is_shown_again(self, admin_client, table):
        other = StatTableFactory(slug="age")
        before = state_of(table), state_of(other)
        answer = self.send(
            admin_client, "unpublish_selected", [table, other], between=embed
        )
        text = answer.content.decode()
        assert OTHERS in text and "Of money</a>: shows this table" in text
        assert state_of(table) == before[0]
        assert state_of(other) != before[1]  # of which it named all
        url = url_of(table, "changelist")
        assert admin_client.post(url, sent_by(answer) | {"_decide": "1"}).url == url
        assert state_of(table) != before[0]

    def test_that_publishes_is_shown_again(self, admin_client, moving):
        before = state_of(moving)
        answer = self.send(admin_client, "publish_selected", [moving], between=embed)
        text = answer.content.decode()
        assert OTHERS in text and "Of money</a>: shows this table" in text
        assert state_of(moving) == before
        url = url_of(moving, "changelist")
        assert admin_client.post(url, sent_by(answer) | {"_decide": "1"}).url == url
        assert state_of(moving) != before

    def test_of_the_trash_is_shown_again(self, admin_client):
        article = ArticleFactory(slug="bees")
        before = state_of(article)

        def link():
            PageFactory(body="[bees](/articles/bees/)", title="About bees")

        answer = self.send(admin_client, "trash_selected", [article], between=link)
        text = answer.content.decode()
        assert OTHERS in text and "About bees" in text
        assert state_of(article) == before

    def test_of_careers_is_shown_again_with_what_is_hidden_with_them(
        self, admin_client
    ):
        career = CareerFactory()
        before = state_of(career)

        def write():
            ArticleFactory(career=career)

        answer = self.send(admin_client, "unpublish_selected", [career], between=write)
        text = answer.content.decode()
        assert OTHERS in text and "Hidden with it: 1 article." in text
        assert state_of(career) == before

    def test_control_is_done_where_the_same_is_lost(self, admin_client, table):
        embed()
        answer = self.send(
            admin_client, "unpublish_selected", [table], between=CareerFactory
        )
        assert answer.status_code == 302
