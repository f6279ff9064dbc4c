"""Test that confirmation pages say what they will do: nothing, too, and how many."""

import pytest
from django.urls import reverse

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory
from tests.forms import sent_by
from tests.publishing.checks.test_texts import FACTORIES

from .test_base import change_url

pytestmark = pytest.mark.django_db

ONCE_ITS_CAREER_IS = "Readers see it once its career is published."
SEEN_AT_ONCE = ("Readers see it at once", "Readers see each that stays ticked at once")


def page_of(client, action, *items):
    opts = items[0]._meta
    url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    keys = [item.pk for item in items]
    return client.post(url, {"action": action, "_selected_action": keys})


def drafted(item, **values):
    actions.save_draft(item, apply_snapshot(item, values), None)
    return item


@pytest.mark.parametrize("model", content_models())
class TestNothingToDo:
    def test_all_published_as_they_are(self, admin_client, model):
        items = [FACTORIES[model](), FACTORIES[model]()]
        answer = page_of(admin_client, "publish_selected", *items)
        page = answer.content.decode()
        assert "<h1>Nothing to publish</h1>" in page
        assert page.count("Nothing to do: readers see exactly this.") == 2
        assert not any(sentence in page for sentence in SEEN_AT_ONCE)
        assert "_decide" not in page and "Back" in page

    def test_none_published(self, admin_client, model):
        item = FACTORIES[model](status="draft")
        page = page_of(admin_client, "unpublish_selected", item).content.decode()
        assert "<h1>Nothing to unpublish</h1>" in page
        assert "Readers no longer find" not in page


class TestNothingToDoAsNeeded:
    def test_page_of_many(self, admin_client):
        table = StatTableFactory(slug="pay")
        ArticleFactory(body="[[table: pay]]", career=table.career)
        page = page_of(admin_client, "trash_selected", table).content.decode()
        assert "<h1>Nothing to move to the trash</h1>" in page
        assert "Readers no longer find" not in page

    def test_page_of_one(self, admin_client):
        table = StatTableFactory(slug="pay")
        ArticleFactory(body="[[table: pay]]", career=table.career)
        url = change_url(table).replace("/change/", "/delete/")
        page = admin_client.get(url).content.decode()
        assert "is needed and stays" in page
        assert "It can go once none of these needs it:" in page
        assert "Readers no longer find it" not in page


class TestPublishing:
    def test_one(self, admin_client):
        item = drafted(ArticleFactory(), title="Rain")
        page = page_of(admin_client, "publish_selected", item).content.decode()
        assert "<h1>Publish this?</h1>" in page and SEEN_AT_ONCE[0] in page
        assert ONCE_ITS_CAREER_IS not in page

    def test_many_of_which_some_are_not(self, admin_client):
        items = [drafted(ArticleFactory(), title=f"Rain {n}") for n in range(2)]
        items.append(ArticleFactory())
        page = page_of(admin_client, "publish_selected", *items).content.decode()
        assert "<h1>Publish these?</h1>" in page and SEEN_AT_ONCE[1] in page

    def test_one_of_which_the_others_are_not(self, admin_client):
        items = [drafted(ArticleFactory(), title="Rain"), ArticleFactory()]
        page = page_of(admin_client, "publish_selected", *items).content.decode()
        assert "<h1>Publish this?</h1>" in page and SEEN_AT_ONCE[0] in page

    def test_of_a_hidden_guide_is_not_seen_at_once(self, admin_client):
        career = CareerFactory(status="draft")
        item = ArticleFactory(status="draft", career=career)
        page = page_of(admin_client, "publish_selected", item).content.decode()
        assert ONCE_ITS_CAREER_IS in page
        assert not any(sentence in page for sentence in SEEN_AT_ONCE)

    def test_reason_is_kept_on_one_line_and_as_long_as_may_be(self, admin_client):
        item = drafted(ArticleFactory(), title="Rain")
        page = page_of(admin_client, "publish_selected", item)
        sent = sent_by(page) | {"_decide": "1", "reason": " New\n \0facts" + "s" * 300}
        admin_client.post(page.request["PATH_INFO"], sent)
        assert item.history.first().reason == ("New facts" + "s" * 300)[:200]


class TestHiding:
    @pytest.mark.parametrize(
        ("action", "status"),
        [("trash_selected", "draft"), ("trash_selected", "archived")],
    )
    def test_what_nobody_sees(self, admin_client, action, status):
        items = [ArticleFactory(status=status), ArticleFactory(status=status)]
        page = page_of(admin_client, action, *items).content.decode()
        assert "Readers see none of them as it is." in page
        assert "Readers no longer find" not in page

    @pytest.mark.parametrize("action", ["trash_selected", "unpublish_selected"])
    def test_control_what_readers_see(self, admin_client, action):
        one, other = ArticleFactory(), ArticleFactory()
        page = page_of(admin_client, action, one, other).content.decode()
        assert "Readers no longer find them." in page
        page = page_of(admin_client, action, one).content.decode()
        assert "Readers no longer find it." in page

    @pytest.mark.parametrize("name", ["delete", "unpublish"])
    def test_one_that_waits_for_its_hour(self, admin_client, name):
        item = ArticleFactory(publish_at="2999-01-01T00:00Z")
        url = change_url(item).replace("/change/", f"/{name}/")
        page = admin_client.get(url).content.decode()
        assert "Readers do not see it" in page
        assert "Readers no longer find it" not in page

    @pytest.mark.parametrize("name", ["delete", "unpublish"])
    def test_control_one_that_readers_see(self, admin_client, name):
        url = change_url(ArticleFactory()).replace("/change/", f"/{name}/")
        assert "Readers no longer find it" in admin_client.get(url).content.decode()


class TestOrder:
    def test_of_one_item_promises_nothing(self, admin_client):
        ArticleFactory()
        url = reverse("admin:articles_article_order")
        page = admin_client.get(url).content.decode()
        assert "Readers see a new order at once" not in page

    def test_control_of_two_does(self, admin_client):
        item = ArticleFactory()
        ArticleFactory(career=item.career)
        url = reverse("admin:articles_article_order")
        page = admin_client.get(f"{url}?career={item.career_id}").content.decode()
        assert "Readers see a new order at once" in page
