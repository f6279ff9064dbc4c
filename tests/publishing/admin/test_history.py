"""Test the history of an item in the admin: its list, its versions, its restore."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.related import OldSlug, WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    StatTableFactory,
    UserFactory,
)
from tests.forms import decide
from tests.publishing.two_types import TWO_TYPES

pytestmark = pytest.mark.django_db

UNKNOWN = ["", "0", "x", "-1", "1" * 30, "9" * 5000, "١"]


def kind(factory):
    return factory._meta.model._meta.model_name


def address(item, page="history", *args):
    opts = item._meta
    return reverse(
        f"admin:{opts.app_label}_{opts.model_name}_{page}", args=[item.pk, *args]
    )


def write(item, by=None, reason="", **values):
    """Save a draft with other values; return its entry in the history."""
    actions.save_draft(item, apply_snapshot(item, values), by, reason=reason)
    return item.history.first()


def page_of(client, url, **query):
    response = client.get(url, query, follow=True)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def draft(item):
    return actions.draft_of(type(item).objects.get(pk=item.pk))


@pytest.fixture
def article():
    return ArticleFactory(body="Bees dance in the dark.")


@pytest.fixture
def versions(article):
    """Three versions, the oldest first, by Anna."""
    anna = UserFactory(username="anna")
    for body in ("Bees dance at dusk.", "Bees sing at dusk."):
        write(article, anna, "what I saw", body=body)
    return list(article.history.order_by("pk"))


class TestList:
    @pytest.mark.parametrize("factory", TWO_TYPES, ids=kind)
    def test_says_of_what_was_only_loaded_that_it_is_empty(self, admin_client, factory):
        page = page_of(admin_client, address(factory()))
        assert "nobody has changed it yet" in page
        assert "Compare the two" not in page

    def test_says_who_when_what_and_why(self, admin_client, article, versions):
        page = page_of(admin_client, address(article))
        for shown in ("anna", "Draft saved", "what I saw", "As it was before", "(UTC)"):
            assert shown in page

    def test_links_each_version_to_its_page(self, admin_client, article, versions):
        page = page_of(admin_client, address(article))
        for entry in versions:
            assert address(article, "history_entry", entry.pk) in page

    def test_is_newest_first_and_paged(self, admin_client, article):
        for number in range(30):
            write(article, body=f"Version {number}")
        url = address(article)
        first, second = (admin_client.get(url, {"p": p}).context for p in (1, 2))
        assert [len(c["page_obj"]) for c in (first, second)] == [25, 6]
        ids = [e.pk for c in (first, second) for e in c["page_obj"]]
        assert ids == sorted(ids, reverse=True)

    @pytest.mark.parametrize("number", ["x", "-3", "9" * 5000, "99"])
    def test_any_page_number_shows_a_page(
        self, admin_client, article, versions, number
    ):
        assert "anna" in page_of(admin_client, address(article), p=number)

    def test_keeps_what_was_marked_on_another_page(self, admin_client, article):
        for number in range(30):
            write(article, body=f"Version {number}")
        newest = article.history.first()
        query = {"p": "2", "b": newest.pk}
        context = admin_client.get(address(article), query).context
        assert context["second"] == context["entry_list"][0] == newest

    def test_takes_the_same_queries_for_many(
        self, admin_client, article, django_assert_max_num_queries
    ):
        for number in range(25):
            write(article, UserFactory(), body=f"Version {number}")
        with django_assert_max_num_queries(12):
            page_of(admin_client, address(article))


class TestCompare:
    def test_shows_words_and_the_older_on_the_left(
        self, admin_client, article, versions
    ):
        oldest, _middle, newest = versions
        pages = [
            admin_client.get(address(article, "history_compare"), {"a": a, "b": b})
            for a, b in ((oldest.pk, newest.pk), (newest.pk, oldest.pk))
        ]
        for page in pages:
            assert (page.context["older"], page.context["newer"]) == (oldest, newest)
            [difference] = page.context["difference_list"]
            assert ("gone", "dance in the dark") in difference.pieces
            assert "<ins>sing at dusk</ins>" in page.content.decode()

    def test_shows_cells_of_a_table(self, admin_client):
        table = StatTableFactory()
        data = {**table.data, "rows": [{"cells": ["Entry", "90000"]}]}
        write(table, data=data)
        newer, older = table.history.all()
        query = {"a": older.pk, "b": newer.pk}
        page = page_of(admin_client, address(table, "history_compare"), **query)
        assert "$85,000 → $90,000" in page

    def test_says_that_the_text_is_the_same(self, admin_client, article, versions):
        actions.publish(article, None)
        newest, before = article.history.all()[:2]
        query = {"a": before.pk, "b": newest.pk}
        page = page_of(admin_client, address(article, "history_compare"), **query)
        assert "the text is the same in both" in page

    @pytest.mark.parametrize("key", UNKNOWN)
    def test_asks_for_two_where_one_is_unknown(
        self, admin_client, article, versions, key
    ):
        query = {"a": versions[0].pk, "b": key}
        page = page_of(admin_client, address(article, "history_compare"), **query)
        assert "Choose two versions to compare." in page

    def test_asks_for_two_where_one_is_missing_or_of_another_item(
        self, admin_client, article, versions
    ):
        foreign = write(ArticleFactory(), body="Else")
        for query in ({}, {"a": versions[0].pk}, {"a": foreign.pk, "b": foreign.pk}):
            page = page_of(admin_client, address(article, "history_compare"), **query)
            assert "Choose two versions to compare." in page

    def test_asks_for_two_that_differ(self, admin_client, article, versions):
        query = {"a": versions[0].pk, "b": versions[0].pk}
        page = page_of(admin_client, address(article, "history_compare"), **query)
        assert "Choose two different versions." in page


class TestVersion:
    def test_shows_its_text_and_what_changed(self, admin_client, article, versions):
        page = page_of(admin_client, address(article, "history_entry", versions[1].pk))
        assert "Bees dance at dusk." in page
        assert "<del>in the dark</del><ins>at dusk</ins>" in page
        assert "Make this the draft" in page

    def test_shows_a_table_as_one(self, admin_client):
        table = StatTableFactory()
        entry = write(table, title="Pay of beekeepers")
        page = page_of(admin_client, address(table, "history_entry", entry.pk))
        assert "<td>$85,000</td>" in page

    def test_says_that_it_is_the_text_as_it_is_now(
        self, admin_client, article, versions
    ):
        page = page_of(admin_client, address(article, "history_entry", versions[2].pk))
        assert "This is the text as it is now." in page
        assert "Make this the draft" not in page

    @pytest.mark.parametrize("key", [k for k in UNKNOWN if k])
    def test_leads_back_where_it_is_unknown(self, admin_client, article, versions, key):
        page = page_of(admin_client, f"{address(article)}{key}/")
        assert "That version is not in the history of this item." in page

    def test_of_another_item_is_unknown(self, admin_client, article, versions):
        other = ArticleFactory()
        page = page_of(admin_client, address(other, "history_entry", versions[0].pk))
        assert "That version is not in the history of this item." in page

    @pytest.mark.parametrize("key", ["0", "x", "9" * 30])
    def test_of_no_item_is_not_found(self, admin_client, key):
        for rest in ("", "compare/", "1/"):
            url = f"/admin/articles/article/{key}/history/{rest}"
            assert admin_client.get(url).status_code == 404


class TestRestore:
    def test_makes_the_version_the_draft_and_readers_see_nothing(
        self, admin_client, article, versions
    ):
        url = address(article, "history_entry", versions[1].pk)
        response = decide(admin_client, url, follow=True)
        assert response.redirect_chain[-1][0] == address(article, "change")
        assert "Readers see nothing of it until it is published" in str(
            response.content
        )
        assert draft(article).body == "Bees dance at dusk."
        article.refresh_from_db()
        assert article.body == "Bees dance in the dark."

    def test_is_itself_in_the_history(self, admin_client, article, versions):
        decide(admin_client, address(article, "history_entry", versions[1].pk))
        entry = article.history.first()
        assert (entry.event, article.history.count()) == (Event.SAVED, 4)
        assert entry.reason.startswith("back to the version of")

    def test_of_what_the_draft_says_changes_nothing(
        self, admin_client, article, versions
    ):
        url = address(article, "history_entry", versions[2].pk)
        page = decide(admin_client, url, follow=True).content.decode()
        assert "The draft says just this already." in page
        assert article.history.count() == 3

    def test_leaves_an_address_to_who_took_it(self, admin_client):
        item = ArticleFactory(status="draft", first_published_at=None, slug="bees")
        write(item, slug="wasps", body="Wasps sting.")
        ArticleFactory(slug="bees")
        oldest = item.history.last()
        url = address(item, "history_entry", oldest.pk)
        page = decide(admin_client, url, follow=True).content.decode()
        assert "gone or taken since then: Slug" in page
        assert draft(item).slug == "wasps"
        assert draft(item).body == oldest.values["body"]

    @pytest.mark.parametrize("taken_by", ["draft", "old address"])
    def test_leaves_an_address_that_others_want_or_lead_from(
        self, admin_client, taken_by
    ):
        item = ArticleFactory(slug="bees")
        write(item, slug="wasps")
        other = ArticleFactory(slug="hornets")
        if taken_by == "draft":
            WorkingCopy.objects.create(item=other, values={"slug": "bees"})
        else:
            OldSlug.objects.create(item=other, slug="bees")
        decide(admin_client, address(item, "history_entry", item.history.last().pk))
        assert draft(item).slug == "wasps"

    @pytest.mark.parametrize("is_gone", [True, False], ids=["gone", "in the trash"])
    def test_leaves_a_career_that_is_no_more(self, admin_client, is_gone):
        item = ArticleFactory(status="draft", first_published_at=None)
        first, second = item.career, CareerFactory()
        write(item, career_id=second.pk, body="Else")
        if is_gone:
            first.delete()
        else:
            actions.trash(first, None)
        oldest = item.history.last()
        decide(admin_client, address(item, "history_entry", oldest.pk))
        assert draft(item).career == second
        assert draft(item).body == oldest.values["body"]


class TestRights:
    def sign_in_as_reader(self, client):
        user = UserFactory()
        user.user_permissions.set(Permission.objects.filter(codename="view_article"))
        client.force_login(user)

    def test_who_may_see_the_item_may_see_its_history(self, client, article, versions):
        self.sign_in_as_reader(client)
        a, b = versions[:2]
        page = page_of(client, address(article, "history_entry", a.pk))
        assert "Bees dance in the dark." in page
        assert "Make this the draft" not in page
        query = {"a": a.pk, "b": b.pk}
        assert "Older" in page_of(client, address(article, "history_compare"), **query)
        assert "anna" in page_of(client, address(article))

    def test_who_may_not_change_it_brings_nothing_back(self, client, article, versions):
        self.sign_in_as_reader(client)
        response = client.post(address(article, "history_entry", versions[0].pk))
        assert response.status_code == 403
        assert draft(article).body == "Bees sing at dusk."

    def test_author_brings_back_their_own_alone(self, client, sign_in, article):
        author = sign_in("Author")
        own = ArticleFactory(created_by=author)
        for item, status in ((own, 302), (article, 403)):
            write(item, body="Other words")
            oldest = item.history.last()
            url = address(item, "history_entry", oldest.pk)
            assert decide(client, url).status_code == status

    def test_staff_without_rights_see_nothing(self, client, article, versions):
        client.force_login(UserFactory())
        entry = address(article, "history_entry", versions[0].pk)
        for url in (address(article), address(article, "history_compare"), entry):
            assert client.get(url).status_code == 403
            assert client.post(url).status_code == 403

    def test_reader_without_an_account_is_asked_to_sign_in(
        self, client, article, versions
    ):
        entry = address(article, "history_entry", versions[0].pk)
        for url in (address(article), address(article, "history_compare"), entry):
            assert client.get(url).url.startswith(reverse("admin:login"))

    def test_history_of_an_item_in_the_trash_waits_there(
        self, admin_client, article, versions
    ):
        actions.trash(article, None)
        assert admin_client.get(address(article)).status_code == 404
