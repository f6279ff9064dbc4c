"""Test who may do what with content in the admin, by reading and by posting."""

import datetime
import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.publishing.drafts import actions
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)
from tests.forms import decide, filled_in, form_errors, sent_by
from tests.publishing.two_types import TWO_TYPES

pytestmark = pytest.mark.django_db

CONTENT = [ArticleFactory, FAQEntryFactory, StatTableFactory]
EVERYTHING = [*CONTENT, CareerFactory, PageFactory]
GROUPS = ["Author", "Editor", "Publisher"]


def name(factory):
    return factory._meta.model._meta.model_name


def admin_url(model, page, *args):
    opts = model._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def change_url(item):
    return admin_url(item, "change", item.pk)


def send(client, url, button="_save", **changes):
    """Load an admin form, change some fields, and send it by one of its buttons."""
    return client.post(url, filled_in(client.get(url), **changes) | {button: ""})


def draft_of(item):
    """What editors see of an item."""
    return actions.draft_of(type(item)._base_manager.get(pk=item.pk))


def post_by_hand(client, item, **fields):
    """Post a whole form to an item's page without having been shown one."""
    title = type(item).title_field
    data = {
        title: "Changed by hand",
        "slug": item.slug,
        "order": "0",
        "status": item.status,
        "publish_at_0": "",
        "publish_at_1": "",
        "unpublish_at_0": "",
        "unpublish_at_1": "",
        "summary": "Changed",
        "body": "Changed",
        "answer": "Changed",
        "numbers": "A\tB\nx\t1",
        "row_order": "given",
    }
    if hasattr(item, "career_id"):
        data["career"] = item.career_id
    return client.post(change_url(item), data | fields)


def do(client, model, action, items):
    """Choose an action for some items of the list, and confirm it on its page."""
    url = admin_url(model, "changelist")
    data = {"action": action, "_selected_action": [item.pk for item in items]}
    page = client.post(url, data, follow=True)
    sent = sent_by(page)
    return client.post(url, sent | {"_decide": "1"}, follow=True) if sent else page


def title_of(item):
    item.refresh_from_db()
    return str(item)


@pytest.mark.parametrize("factory", [ArticleFactory, StatTableFactory], ids=name)
class TestAuthor:
    def test_adds_a_draft(self, client, sign_in, factory):
        user, career = sign_in("Author"), CareerFactory()
        model = factory._meta.model
        fields = {"career": career.pk, model.title_field: "Why bees dance"}
        sent = send(client, admin_url(model, "add"), **fields, status="published")
        assert sent.status_code == 302
        item = model.objects.get()
        assert (item.status, item.created_by) == ("draft", user)

    @pytest.mark.parametrize("status", ["draft", "published", "archived"])
    def test_writes_drafts_of_their_own(self, client, sign_in, factory, status):
        item = factory(status=status, created_by=sign_in("Author"))
        title = type(item).title_field
        assert send(client, change_url(item), **{title: "Better"}).status_code == 302
        assert str(draft_of(item)) == "Better"

    def test_reads_the_draft_of_another_and_cannot_change_it(
        self, client, sign_in, factory
    ):
        sign_in("Author")
        item = factory(status="draft", created_by=UserFactory())
        before = str(item)
        assert client.get(change_url(item)).status_code == 200
        assert post_by_hand(client, item).status_code == 403
        assert title_of(item) == before

    def test_does_not_publish_their_own(self, client, sign_in, factory):
        item = factory(status="draft", created_by=sign_in("Author"))
        send(client, change_url(item), "_publish")
        item.refresh_from_db()
        assert item.status == "draft"


@pytest.mark.parametrize("factory", [CareerFactory, PageFactory], ids=name)
class TestAuthorOutsideContent:
    def test_reads_and_cannot_change(self, client, sign_in, factory):
        item = factory(status="draft", created_by=sign_in("Author"))
        assert client.get(change_url(item)).status_code == 200
        assert post_by_hand(client, item).status_code == 403

    def test_cannot_add(self, client, sign_in, factory):
        sign_in("Author")
        assert client.get(admin_url(factory._meta.model, "add")).status_code == 403


@pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
@pytest.mark.parametrize("status", ["draft", "published", "archived"])
class TestEditor:
    def test_writes_drafts_of_anybodys(self, client, sign_in, factory, status):
        sign_in("Editor")
        item = factory(status=status, created_by=UserFactory())
        before, title = str(item), type(item).title_field
        assert send(client, change_url(item), **{title: "Better"}).status_code == 302
        assert str(draft_of(item)) == "Better"
        assert title_of(item) == ("Better" if status == "draft" else before)

    def test_changes_nothing_that_readers_see(self, client, sign_in, factory, status):
        sign_in("Editor")
        item = factory(status=status)
        post_by_hand(client, item, _publish="")
        for page in ("unpublish", "archive", "schedule", "delete"):
            url = admin_url(item, page, item.pk)
            assert client.get(url).status_code == 403
            assert client.post(url, {"reason": ""}).status_code == 403
        before = item.status
        item.refresh_from_db()
        assert item.status == before
        assert item.trashed_at is None


@pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
class TestPublisher:
    @pytest.mark.parametrize("status", ["draft", "published", "archived"])
    def test_publishes_everything(self, client, sign_in, factory, status):
        sign_in("Publisher")
        item = factory(status=status, created_by=UserFactory())
        title = type(item).title_field
        sent = send(client, change_url(item), "_publish", **{title: "Better"})
        assert sent.status_code == 302
        assert title_of(item) == "Better"
        assert item.is_published

    def test_first_publication_sets_the_dates(self, client, sign_in, factory):
        sign_in("Publisher")
        item = factory(status="draft", content_updated_on=None)
        send(client, change_url(item), "_publish")
        item.refresh_from_db()
        assert item.first_published_at is not None
        assert item.content_updated_on == timezone.localdate()

    def test_moves_to_the_trash(self, client, sign_in, factory):
        sign_in("Publisher")
        item = factory()
        assert decide(client, admin_url(item, "delete", item.pk)).status_code == 302
        assert not type(item).objects.not_trashed().filter(pk=item.pk).exists()
        assert client.get(change_url(item)).status_code == 302


@pytest.mark.parametrize("group", ["Author", "Editor"])
@pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
class TestWithoutTheRightToPublish:
    def draft(self, sign_in, group, factory):
        return factory(status="draft", created_by=sign_in(group))

    def test_no_posted_status_or_time_is_believed(
        self, client, sign_in, factory, group
    ):
        item = self.draft(sign_in, group, factory)
        post_by_hand(
            client,
            item,
            status="published",
            publish_at_0="2020-01-01",
            publish_at_1="00:00",
            first_published_at="2020-01-01",
            _publish="",
        )
        item.refresh_from_db()
        assert (item.status, item.publish_at) == ("draft", None)

    def test_no_action_publishes_or_unpublishes(self, client, sign_in, factory, group):
        draft, public = self.draft(sign_in, group, factory), factory()
        do(client, type(draft), "publish_selected", [draft])
        do(client, type(draft), "unpublish_selected", [public])
        draft.refresh_from_db(), public.refresh_from_db()
        assert (draft.status, public.status) == ("draft", "published")

    def test_actions_are_not_offered(self, client, sign_in, factory, group):
        item = self.draft(sign_in, group, factory)
        page = client.get(admin_url(item, "changelist")).content.decode()
        assert "publish_selected" not in page
        assert "delete_selected" not in page
        assert "trash_selected" not in page

    def test_nothing_is_deleted(self, client, sign_in, factory, group):
        item = self.draft(sign_in, group, factory)
        url = admin_url(item, "delete", item.pk)
        assert client.post(url, {"post": "yes"}).status_code == 403
        for action in ("delete_selected", "trash_selected"):
            do(client, type(item), action, [item])
        assert type(item).objects.not_trashed().filter(pk=item.pk).exists()


class TestRights:
    @pytest.mark.parametrize("group", GROUPS)
    @pytest.mark.parametrize("model", ["user", "group"])
    def test_nobody_gains_any(self, client, sign_in, group, model):
        user = sign_in(group)
        for page, *pk in (("changelist",), ("add",), ("change", user.pk)):
            url = reverse(f"admin:auth_{model}_{page}", args=pk)
            assert client.get(url).status_code == 403
            assert client.post(url, {"is_superuser": "on"}).status_code == 403

    @pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
    def test_staff_without_a_group_see_nothing(self, client, factory):
        client.force_login(UserFactory())
        item = factory(status="draft")
        for url in (admin_url(item, "changelist"), change_url(item)):
            assert client.get(url).status_code == 403

    @pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
    def test_reader_without_an_account_is_asked_to_sign_in(self, client, factory):
        item = factory(status="draft")
        response = post_by_hand(client, item)
        assert response.status_code == 302
        assert response.url.startswith(reverse("admin:login"))
        assert title_of(item) != "Changed by hand"

    def test_right_to_publish_alone_changes_nothing(self, client):
        user = UserFactory()
        codenames = ["publish_article", "view_article"]
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        assert post_by_hand(client, ArticleFactory(status="draft")).status_code == 403


class TestSaving:
    def test_says_who_made_it_and_who_changed_it(self, client, sign_in):
        author = sign_in("Author")
        send(
            client,
            admin_url(FAQEntry, "add"),
            career=CareerFactory().pk,
            question="So?",
        )
        editor = sign_in("Editor")
        entry = FAQEntry.objects.get()
        send(client, change_url(entry), question="So what?")
        entry.refresh_from_db()
        assert (entry.created_by, entry.modified_by) == (author, editor)

    def test_says_when(self, client, sign_in, clock):
        user, moment = sign_in("Editor"), timezone.now() + datetime.timedelta(hours=1)
        article = ArticleFactory(status="draft", created_by=user)
        clock(moment)
        send(client, change_url(article), title="Better")
        article.refresh_from_db()
        assert (article.modified_at, article.created_at < moment) == (moment, True)

    def test_version_grows_with_each_save_that_changes_something(self, admin_client):
        article = ArticleFactory()
        for title in ("One", "Two", "Two", "Two"):
            send(admin_client, change_url(article), title=title)
        article.refresh_from_db()
        assert article.version == 3

    def test_of_nothing_new_says_so(self, admin_client):
        url = change_url(ArticleFactory())
        page = admin_client.get(send(admin_client, url).url).content.decode()
        assert "Nothing was different from what is saved." in page

    def test_first_publication_is_kept_and_the_editors_day_is_taken(self, admin_client):
        article = ArticleFactory()
        first = article.first_published_at
        day = {"content_updated_on": "2026-02-03"}
        send(admin_client, change_url(article), "_publish", **day)
        article.refresh_from_db()
        assert article.first_published_at == first
        assert article.content_updated_on == datetime.date(2026, 2, 3)

    def test_line_ends_become_one_kind(self, admin_client):
        article = ArticleFactory(status="draft")
        text = "One\r\n\r\ntwo"
        send(admin_client, change_url(article), body=text, takeaways=text, summary=text)
        article.refresh_from_db()
        assert {article.body, article.takeaways, article.summary} == {"One\n\ntwo"}

    def test_is_logged(self, admin_client):
        article = ArticleFactory()
        send(admin_client, change_url(article), title="Better")
        assert LogEntry.objects.get().object_id == str(article.pk)


class TestEmptySlug:
    @pytest.mark.parametrize(
        ("model", "fields", "slug"),
        [
            (Article, {"title": "Why bees dance"}, "why-bees-dance"),
            (StatTable, {"title": "Half dance"}, "half-dance"),
            (FAQEntry, {"question": "Why dance?"}, "beekeeper-why-dance"),
            (FAQEntry, {"question": "为什么？"}, "beekeeper-question"),
            (Career, {"name": "Shepherd"}, "shepherd"),
            (Page, {"title": "Terms of use"}, "terms-of-use"),
        ],
    )
    def test_is_filled_from_the_title(self, admin_client, model, fields, slug):
        if model in (Article, StatTable, FAQEntry):
            fields = fields | {"career": CareerFactory(slug="beekeeper").pk}
        sent = send(admin_client, admin_url(model, "add"), slug="", **fields)
        assert sent.status_code == 302
        item = model.objects.latest("pk")
        assert item.slug == slug
        item.full_clean()

    def test_gets_a_number_where_others_have_it(self, admin_client):
        fields = {"career": CareerFactory().pk, "title": "Why bees dance", "slug": ""}
        for _ in range(3):
            send(admin_client, admin_url(Article, "add"), **fields)
        slugs = Article.objects.order_by("pk").values_list("slug", flat=True)
        assert list(slugs) == ["why-bees-dance", "why-bees-dance-2", "why-bees-dance-3"]

    def test_is_an_error_of_an_item_that_has_one(self, admin_client):
        sent = send(admin_client, change_url(ArticleFactory()), slug="")
        assert list(form_errors(sent)) == ["slug"]

    @pytest.mark.parametrize("title", ["Admin", "Articles", "FAQ"])
    def test_leaves_the_addresses_of_sections_alone(self, admin_client, title):
        send(admin_client, admin_url(Page, "add"), title=title, slug="")
        assert Page.objects.get().slug == f"{title.lower()}-2"


class TestErrors:
    @pytest.mark.parametrize(
        ("factory", "field"),
        [
            (ArticleFactory, "summary"),
            (ArticleFactory, "body"),
            (FAQEntryFactory, "answer"),
            (CareerFactory, "summary"),
            (PageFactory, "body"),
        ],
    )
    def test_published_item_says_which_text_it_lacks(
        self, admin_client, factory, field
    ):
        item = factory()
        sent = send(admin_client, change_url(item), "_publish", **{field: ""})
        assert form_errors(sent) == {
            field: ["This is needed before it can be published."]
        }

    def test_draft_may_lack_what_a_publication_needs(self, admin_client):
        article = ArticleFactory()
        assert send(admin_client, change_url(article), body="").status_code == 302
        assert draft_of(article).body == ""

    def test_table_line_that_shows_nothing_is_named(self, admin_client):
        StatTableFactory(slug="pay", status="draft")
        url, line = change_url(ArticleFactory()), "[[table: pay]]"
        sent = send(admin_client, url, "_publish", body=line)
        assert form_errors(sent) == {
            "body": ["Line 1: The table “pay” is not published yet."]
        }

    @pytest.mark.parametrize("slug", ["articles", "faq", "admin", "statistics"])
    def test_page_cannot_take_the_address_of_a_section(self, admin_client, slug):
        sent = send(admin_client, change_url(PageFactory()), slug=slug)
        assert list(form_errors(sent)) == ["slug"]

    def test_nothing_is_saved(self, admin_client):
        article = ArticleFactory()
        send(admin_client, change_url(article), "_publish", title="Better", body="")
        article.refresh_from_db()
        assert (article.title, article.version) == ("A year with the bees", 1)


@pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
class TestActions:
    def test_publish(self, client, sign_in, factory):
        user = sign_in("Publisher")
        items = [
            factory(status=status) for status in ("draft", "archived", "published")
        ]
        page = do(client, type(items[0]), "publish_selected", items).content.decode()
        assert "2 published." in page
        for item in items:
            item.refresh_from_db()
        assert {item.status for item in items} == {"published"}
        assert items[0].modified_by == user

    def test_unpublish(self, client, sign_in, factory):
        sign_in("Publisher")
        items = [factory(), factory(status="archived")]
        page = do(client, type(items[0]), "unpublish_selected", items).content.decode()
        assert "1 unpublished." in page
        for item in items:
            item.refresh_from_db()
        assert [item.status for item in items] == ["draft", "archived"]


class TestPublishAction:
    def test_says_what_stands_in_the_way(self, admin_client):
        bad = ArticleFactory(status="draft", title="Half done", body="")
        good = ArticleFactory(status="draft")
        data = {"action": "publish_selected", "_selected_action": [bad.pk, good.pk]}
        page = admin_client.post(admin_url(Article, "changelist"), data)
        assert "Body: This is needed before it can" in page.content.decode()
        do(admin_client, Article, "publish_selected", [bad, good])
        bad.refresh_from_db(), good.refresh_from_db()
        assert (bad.status, good.status) == ("draft", "published")

    def test_is_in_the_history(self, admin_client):
        article = ArticleFactory(status="draft")
        do(admin_client, Article, "publish_selected", [article])
        assert article.history.first().event == "published"


class TestForm:
    @pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
    def test_only_the_public_is_viewed_on_site(self, admin_client, factory):
        public, draft = factory(), factory(status="draft")
        assert "viewsitelink" in admin_client.get(change_url(public)).content.decode()
        assert (
            "viewsitelink" not in admin_client.get(change_url(draft)).content.decode()
        )

    def test_view_on_site_leads_to_the_page(self, admin_client):
        article = ArticleFactory()
        page = admin_client.get(change_url(article)).content.decode()
        [link] = re.findall(r'href="([^"]+)"[^>]*class="viewsitelink"', page)
        assert admin_client.get(link).url.endswith(article.get_absolute_url())

    @pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
    @pytest.mark.parametrize("group", GROUPS)
    def test_pages_open_for_everybody(self, client, sign_in, factory, group):
        item = factory(status="draft", created_by=sign_in(group))
        for url in (
            change_url(item),
            admin_url(item, "changelist"),
            admin_url(item, "history", item.pk),
        ):
            assert client.get(url).status_code == 200

    def test_author_is_shown_no_button_that_publishes(self, client, sign_in):
        sign_in("Author")
        page = client.get(admin_url(Article, "add")).content.decode()
        assert 'name="_save"' in page
        assert 'name="_publish"' not in page

    def test_last_change_is_shown(self, client, sign_in):
        user = sign_in("Editor")
        article = ArticleFactory()
        send(client, change_url(article), title="Better", reason="Clearer")
        page = " ".join(client.get(change_url(article)).content.decode().split())
        assert f"Draft saved by {user}," in page
        assert ": Clearer</p>" in page

    @pytest.mark.parametrize(
        ("group", "step"),
        [
            ("Author", "ask somebody who may publish"),
            ("Editor", "ask somebody who may publish"),
            ("Publisher", "then publish it"),
        ],
    )
    def test_next_step_of_a_draft_is_named(self, client, sign_in, group, step):
        article = ArticleFactory(status="draft", created_by=sign_in(group))
        assert step in client.get(change_url(article)).content.decode()
