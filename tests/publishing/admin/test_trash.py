"""Test the trash in the admin: what it shows, and how an item is restored."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    UserFactory,
)
from tests.forms import filled_in, form_errors
from tests.publishing.two_types import TWO_TYPES

pytestmark = pytest.mark.django_db

TRASH = "/admin/trash/"


def kind(factory):
    return factory._meta.model._meta.model_name


def key(item):
    return f"{item._meta.label_lower}.{item.pk}"


def admin_url(item, page, *args):
    opts = item._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def trashed(factory, by=None, reason="", **fields):
    item = factory(**fields)
    actions.trash(item, by, reason=reason)
    item.refresh_from_db()
    return item


def text(response):
    return response.content.decode()


def take_out(client, item):
    return client.post(TRASH, {"item": key(item)}, follow=True)


class TestList:
    @pytest.mark.parametrize("factory", TWO_TYPES, ids=kind)
    def test_says_what_is_in_it_who_put_it_there_and_why(self, admin_client, factory):
        item = trashed(factory, UserFactory(username="ben"), "nobody reads it")
        page = text(admin_client.get(TRASH))
        verbose = str(item._meta.verbose_name).capitalize()
        for shown in (verbose, str(item), "by ben", "nobody reads it", "30 more days"):
            assert shown in page

    def test_says_that_it_is_empty(self, admin_client):
        ArticleFactory()
        assert "Nothing is in the trash." in text(admin_client.get(TRASH))

    def test_counts_the_days(self, admin_client, settings):
        settings.TRASH_DAYS = 3
        item = trashed(ArticleFactory)
        for hours, shown in ((25, "2 more days"), (50, "1 more day"), (90, "any time")):
            item.trashed_at = timezone.now() - datetime.timedelta(hours=hours)
            item.save()
            assert shown in text(admin_client.get(TRASH))

    def test_is_newest_first_whatever_the_kind(self, admin_client):
        items = [trashed(factory) for factory in (PageFactory, ArticleFactory)]
        items.append(trashed(FAQEntryFactory))
        listed = admin_client.get(TRASH).context["trashed_list"]
        assert [one.item for one in listed] == items[::-1]

    def test_is_paged_in_a_few_queries(
        self, admin_client, django_assert_max_num_queries
    ):
        career = CareerFactory()
        for _number in range(30):
            trashed(ArticleFactory, UserFactory(), career=career)
        for number, length in (("1", 25), ("2", 5), ("x", 25), ("9" * 5000, 25)):
            with django_assert_max_num_queries(12):
                response = admin_client.get(TRASH, {"p": number})
            assert len(response.context["trashed_list"]) == length

    @pytest.mark.parametrize("factory", TWO_TYPES, ids=kind)
    def test_change_list_leads_to_it_while_something_is_in_it(
        self, admin_client, factory
    ):
        item = factory()
        url = admin_url(item, "changelist")
        assert "Trash (" not in text(admin_client.get(url))
        actions.trash(item, None)
        assert "Trash (1)" in text(admin_client.get(url))

    def test_front_page_leads_to_it(self, admin_client):
        trashed(ArticleFactory)
        page = text(admin_client.get("/admin/"))
        assert TRASH in page
        assert "Trash (1 item)" in page


class TestTakingOut:
    @pytest.mark.parametrize("factory", TWO_TYPES, ids=kind)
    def test_makes_it_a_draft_and_leads_to_its_form(self, admin_client, factory):
        item = trashed(factory)
        response = take_out(admin_client, item)
        assert response.redirect_chain[-1][0] == admin_url(item, "change", item.pk)
        assert "is out of the trash" in text(response)
        item.refresh_from_db()
        assert (item.trashed_at, item.status) == (None, "draft")

    def test_is_in_its_history_with_who_did_it(self, client, sign_in):
        ben = sign_in("Publisher")
        item = trashed(ArticleFactory)
        take_out(client, item)
        entry = item.history.first()
        assert (entry.event, entry.author) == (Event.RECOVERED, ben)

    def test_waits_for_its_career(self, admin_client):
        item = trashed(ArticleFactory, career__name="Beekeeper")
        actions.trash(item.career, None)
        assert "Take out its career first" in text(admin_client.get(TRASH))
        page = text(take_out(admin_client, item))
        assert "its career “Beekeeper” is in the trash, too" in page
        item.refresh_from_db()
        assert item.trashed_at
        take_out(admin_client, item.career)
        take_out(admin_client, item)
        item.refresh_from_db()
        assert item.trashed_at is None

    def test_of_what_was_taken_out_already_says_so(self, admin_client):
        item = trashed(ArticleFactory)
        actions.recover(item, None)
        assert "That is not in the trash" in text(take_out(admin_client, item))
        assert item.history.filter(event=Event.RECOVERED).count() == 1

    @pytest.mark.parametrize(
        "forged",
        [
            *("", "x", "articles.article", "articles.article.", "auth.user.1", "a.b.c"),
            *(f"articles.article.{n}" for n in ("0", "-1", "x", "9" * 30, "\0", "١")),
        ],
    )
    def test_of_a_forged_item_says_that_it_is_not_there(self, admin_client, forged):
        response = admin_client.post(TRASH, {"item": forged}, follow=True)
        assert response.status_code == 200
        assert "That is not in the trash" in text(response)


class TestRights:
    @pytest.mark.parametrize("group", ["Author", "Editor"])
    @pytest.mark.parametrize("factory", TWO_TYPES, ids=kind)
    def test_who_may_not_delete_may_not_open_it(self, client, sign_in, group, factory):
        sign_in(group)
        item = trashed(factory)
        assert client.get(TRASH).status_code == 403
        assert take_out(client, item).status_code == 403
        item.refresh_from_db()
        assert item.trashed_at
        assert TRASH not in text(client.get("/admin/"))
        assert TRASH not in text(client.get(admin_url(item, "changelist")))

    @pytest.mark.parametrize("factory", TWO_TYPES, ids=kind)
    def test_publisher_takes_out(self, client, sign_in, factory):
        sign_in("Publisher")
        item = trashed(factory)
        assert str(item) in text(client.get(TRASH))
        assert take_out(client, item).status_code == 200
        item.refresh_from_db()
        assert item.trashed_at is None

    def test_shows_and_gives_out_only_what_one_may_delete(self, client):
        user = UserFactory()
        user.user_permissions.set(Permission.objects.filter(codename="delete_article"))
        client.force_login(user)
        article, page = trashed(ArticleFactory), trashed(PageFactory)
        listed = client.get(TRASH).context["trashed_list"]
        assert [one.item for one in listed] == [article]
        assert take_out(client, page).status_code == 403
        page.refresh_from_db()
        assert page.trashed_at

    def test_reader_without_an_account_is_asked_to_sign_in(self, client):
        item = trashed(ArticleFactory)
        for response in (client.get(TRASH), client.post(TRASH, {"item": key(item)})):
            assert response.url.startswith(reverse("admin:login"))


@pytest.mark.parametrize("factory", TWO_TYPES, ids=kind)
class TestAddress:
    def pair(self, factory):
        """Two items, and an address that both may have."""
        if factory is ArticleFactory:
            career = CareerFactory()
            items = factory(career=career), factory(career=career)
            return *items, f"{career.slug}-wings"
        return factory(), factory(), "bees"

    def told(self, client, item, slug):
        url = admin_url(item, "change", item.pk)
        data = filled_in(client.get(url), slug=slug)
        [error] = form_errors(client.post(url, data))["slug"]
        return error

    def test_of_an_item_in_the_trash_is_kept_for_it(self, admin_client, factory):
        old, item, slug = self.pair(factory)
        type(old).objects.filter(pk=old.pk).update(slug=slug)
        actions.trash(old, None)
        told = self.told(admin_client, item, slug)
        assert f"“{old}” in the trash has this address" in told

    def test_that_a_draft_in_the_trash_wants_is_kept_for_it(
        self, admin_client, factory
    ):
        old, item, slug = self.pair(factory)
        actions.save_draft(old, apply_snapshot(old, {"slug": slug}), None)
        actions.trash(old, None)
        told = self.told(admin_client, item, slug)
        assert "in the trash has this address" in told

    def test_of_another_item_is_told_as_before(self, admin_client, factory):
        other, item, slug = self.pair(factory)
        type(other).objects.filter(pk=other.pk).update(slug=slug)
        assert "already exists" in self.told(admin_client, item, slug)
