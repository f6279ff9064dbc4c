"""Test every confirmation page, for every content type, with a save meanwhile."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.publishing.drafts import actions, ordering, schedule
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.related import Plan
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from faq.models import FAQEntry
from statistics.models import StatTable
from tests import factories
from tests.forms import decide, sent_by
from tests.publishing.drafts.test_plans import JUNE

pytestmark = pytest.mark.django_db

CONFIRMED_ACTIONS = (
    "discard",
    "unpublish",
    "archive",
    "delete",
    "schedule",
    "history_entry",
)
ACTIONS = ("publish_selected", "unpublish_selected", "trash_selected")
# Every decision with articles. The pages of the others are of the same code, so each
# has those in which its fields, or what needs it, could matter.
BY_KIND = {
    Article: CONFIRMED_ACTIONS,
    StatTable: ("discard", "unpublish", "history_entry"),
    Career: ("archive", "delete", "schedule"),
    FAQEntry: ("delete", "schedule"),
    Page: ("unpublish", "discard", "history_entry"),
}


@pytest.fixture(params=[Article, Career], ids=lambda model: model.__name__)
def item(request):
    """Live, with a draft."""
    item = getattr(factories, f"{request.param.__name__}Factory")()
    write(item, "Checked")
    return item


def write(item, title, by=None, reason=""):
    draft = actions.draft_of(stored(item))
    content = apply_snapshot(draft, snapshot(draft) | {item.title_field: title})
    actions.save_draft(item, content, by, reason=reason)


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def url_of(item, page):
    opts = item._meta
    args = [] if page == "changelist" else [item.pk]
    if page == "history_entry":
        args.append(item.history.last().pk)
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{page}", args=args)


def everything(item):
    row = stored(item)
    draft = snapshot(actions.draft_of(row))
    times = (row.status, row.trashed_at, row.publish_at, row.unpublish_at)
    return draft, times, item.history.count(), Plan.objects.count()


def test_every_kind_has_decisions_to_try():
    assert {*BY_KIND} == {*content_models()}


@pytest.mark.parametrize(
    ("item", "page"),
    [(kind, page) for kind, pages in BY_KIND.items() for page in pages],
    indirect=["item"],
)
class TestPage:
    def filled_in(self, client, item, page):
        sent = sent_by(client.get(url_of(item, page)))
        if page == "schedule":
            sent |= {"publish_at_0": "2999-06-01", "publish_at_1": "09:00"}
        return sent | {"reason": "I looked at it"}

    def test_answers_with_what_was_saved_meanwhile(self, admin_client, item, page):
        sent = self.filled_in(admin_client, item, page)
        other = factories.UserFactory(username="ben")
        write(item, "Unchecked", other, reason="Quickly")
        before = everything(item)
        answer = admin_client.post(url_of(item, page), sent)
        text = answer.content.decode()
        assert "ben changed this while you were looking" in text
        assert "Quickly" in text
        assert "<ins>Unchecked</ins>" in text
        assert 'value="I looked at it"' in text
        assert everything(item) == before

    def test_then_goes_on_with_what_it_shows_now(self, admin_client, item, page):
        sent = self.filled_in(admin_client, item, page)
        write(item, "Unchecked")
        before = everything(item)
        url = url_of(item, page)
        again = sent_by(admin_client.post(url, sent))
        assert admin_client.post(url, again).status_code == 302
        assert everything(item) != before

    def test_answers_with_what_was_decided_meanwhile(self, admin_client, item, page):
        sent = self.filled_in(admin_client, item, page)
        schedule.schedule(item, None, publish_at=JUNE, reason="Summer")
        before = everything(item)
        answer = admin_client.post(url_of(item, page), sent, follow=True)
        # A draft that is planned is not discarded: there is another button for it.
        assert "Summer" in answer.content.decode() or page == "discard"
        assert everything(item) == before

    def test_that_tells_no_version_decides_nothing(self, admin_client, item, page):
        before = everything(item)
        sent = self.filled_in(admin_client, item, page)
        # One form is behind all pages: each fault is tried at those of an article.
        odd = ("x", "-1", "0", "9" * 30) if isinstance(item, Article) else ()
        for version in ("", *odd):
            sent |= {"base_version": version, "base_entry": ""}
            answer = admin_client.post(url_of(item, page), sent)
            assert answer.status_code == 200
        assert everything(item) == before

    def test_says_in_the_history_why_and_on_which_version(
        self, admin_client, item, page
    ):
        version = stored(item).version
        sent = self.filled_in(admin_client, item, page)
        assert admin_client.post(url_of(item, page), sent).status_code == 302
        entry = item.history.first()
        assert entry.author is not None
        assert entry.reason.endswith("I looked at it")
        changes_the_text = page in ("discard", "history_entry")
        assert entry.version == version + changes_the_text


@pytest.mark.parametrize("action", ACTIONS)
class TestList:
    def chosen(self, client, action, *items):
        data = {"action": action, "_selected_action": [item.pk for item in items]}
        return client.post(url_of(items[0], "changelist"), data)

    def test_names_each_item_before_anything_is_done(self, admin_client, item, action):
        before = everything(item)
        page = self.chosen(admin_client, action, item).content.decode()
        assert "Checked" in page
        assert everything(item) == before

    def test_leaves_out_what_was_saved_meanwhile(self, admin_client, item, action):
        other = type(item)._base_manager.get(
            pk=getattr(factories, f"{type(item).__name__}Factory")().pk
        )
        write(other, "Other")
        sent = sent_by(self.chosen(admin_client, action, item, other))
        write(item, "Unchecked")
        before = everything(item)
        url = url_of(item, "changelist")
        answer = admin_client.post(url, sent | {"_decide": "1"})
        page = answer.content.decode()
        assert "These were changed while you were looking" in page
        assert "Unchecked" in page
        assert everything(item) == before
        assert other.history.count() > 2  # it was done with the other one
        assert admin_client.post(url, sent_by(answer) | {"_decide": "1"}).url == url
        assert everything(item) != before

    def test_without_its_page_decides_nothing(self, admin_client, item, action):
        before = everything(item)
        data = {"action": action, "_selected_action": item.pk, "_decide": "1"}
        for more in ({}, {f"{item.pk}-base_version": "9" * 30}):
            answer = admin_client.post(url_of(item, "changelist"), data | more)
            assert answer.status_code == 200
        assert everything(item) == before

    def test_says_what_went_meanwhile(self, admin_client, item, action):
        sent = sent_by(self.chosen(admin_client, action, item))
        actions.trash(item, None)
        url = url_of(item, "changelist")
        answer = admin_client.post(url, sent | {"_decide": "1"}, follow=True)
        assert "1 of them is no longer here." in answer.content.decode()


class TestPublishList:
    def test_shows_what_would_change_for_readers(self, admin_client, item):
        data = {"action": "publish_selected", "_selected_action": item.pk}
        page = admin_client.post(url_of(item, "changelist"), data).content.decode()
        assert "<ins>Checked</ins>" in page

    def test_keeps_the_reason(self, admin_client, item):
        url = url_of(item, "changelist")
        data = {"action": "publish_selected", "_selected_action": item.pk}
        sent = sent_by(admin_client.post(url, data))
        admin_client.post(url, sent | {"_decide": "1", "reason": "All is well"})
        entry = item.history.first()
        assert (entry.event, entry.reason) == (
            "published",
            "All is well",
        )

    def test_of_too_many_asks_for_fewer(self, admin_client):
        keys = list(range(1, 102))
        data = {"action": "publish_selected", "_selected_action": keys}
        url = "/admin/articles/article/"
        factories.ArticleFactory()
        page = admin_client.post(url, data, follow=True).content.decode()
        assert "Choose 100 at most" in page

    def test_leaves_what_is_unticked(self, admin_client):
        one, two = (factories.ArticleFactory(status="draft") for _ in "ab")
        url = "/admin/articles/article/"
        data = {"action": "publish_selected", "_selected_action": [one.pk, two.pk]}
        sent = sent_by(admin_client.post(url, data))
        sent |= {"_selected_action": [two.pk], "_decide": "1"}
        admin_client.post(url, sent)
        assert [stored(one).status, stored(two).status] == ["draft", "published"]


def test_double_click_is_no_conflict(admin_client, item):
    for page in ("unpublish", "archive"):
        url = url_of(item, page)
        sent = sent_by(admin_client.get(url))
        admin_client.post(url, sent)
        again = admin_client.post(url, sent, follow=True)
        assert "There is nothing to do" in again.content.decode()


def test_schedule_sent_twice_is_no_conflict(admin_client, item):
    url = url_of(item, "schedule")
    sent = sent_by(admin_client.get(url))
    sent |= {"publish_at_0": "2999-06-01", "publish_at_1": "09:00"}
    assert [admin_client.post(url, sent).status_code for _ in "ab"] == [302, 302]


def test_what_others_moved_in_the_list_is_no_conflict(admin_client, item):
    url = url_of(item, "unpublish")
    sent = sent_by(admin_client.get(url))
    other = getattr(factories, f"{type(item).__name__}Factory")()
    ordering.set_order([other, item], None)
    assert item.history.filter(event="ordered").exists()
    assert admin_client.post(url, sent).status_code == 302


def test_control_without_anybody_else_it_is_done(admin_client, item):
    assert decide(admin_client, url_of(item, "unpublish")).status_code == 302
    assert stored(item).status == "draft"


class TestListShownAgain:
    def test_says_who_changed_what_and_why(self, admin_client):
        article = factories.ArticleFactory(status="draft", title="Checked")
        url = "/admin/articles/article/"
        data = {"action": "publish_selected", "_selected_action": article.pk}
        sent = sent_by(admin_client.post(url, data))
        write(article, "Other", factories.UserFactory(username="ben"), "Quickly")
        page = admin_client.post(url, sent | {"_decide": "1"}).content.decode()
        assert "by ben" in page and "Quickly" in page and "<ins>Other</ins>" in page

    def test_of_all_that_the_list_holds_names_all(self, admin_client):
        career = factories.CareerFactory()
        for _ in range(52):
            factories.ArticleFactory(status="draft", career=career)
        url = "/admin/articles/article/"
        data = {"action": "publish_selected", "_selected_action": [1], "index": "0"}
        page = admin_client.post(url, data | {"select_across": "1"})
        assert len(sent_by(page)["_selected_action"]) == 52

    def test_lets_new_content_be_read(self, admin_client):
        article = factories.ArticleFactory(status="draft", body="They dance at dusk.")
        data = {"action": "publish_selected", "_selected_action": article.pk}
        page = admin_client.post("/admin/articles/article/", data).content.decode()
        assert "They dance at dusk." in page


HOUR = datetime.timedelta(hours=1)
NOW = timezone.now().replace(microsecond=0)


def typed(name, moment):
    """A moment as a page of the schedule sends it."""
    day, hour = f"{timezone.localtime(moment):%Y-%m-%d %H:%M:%S}".split()
    return {f"{name}_0": day, f"{name}_1": hour}


class TestHourThatComesMeanwhile:
    """The clock shows and hides an item without an entry in its history."""

    SHOWS = "readers see it since"

    @pytest.fixture
    def waiting(self, clock):
        """Readers see it in an hour; somebody saved a later draft since."""
        clock(NOW)
        article = factories.ArticleFactory(status="draft")
        schedule.schedule(article, None, publish_at=NOW + HOUR)
        write(article, "Unchecked")
        return article

    @pytest.fixture
    def ending(self, clock):
        clock(NOW)
        article = factories.ArticleFactory()
        schedule.schedule(article, None, unpublish_at=NOW + HOUR)
        return article

    def test_does_not_plan_the_draft_in_place_of_what_shows(
        self, admin_client, clock, waiting
    ):
        url = url_of(waiting, "schedule")
        sent = sent_by(admin_client.get(url)) | typed("publish_at", NOW + 3 * HOUR)
        assert sent["text"] == "planned"
        clock(NOW + HOUR)
        answer = admin_client.post(url, sent)
        assert self.SHOWS in answer.content.decode()
        assert not Plan.objects.exists()

    @pytest.mark.parametrize("way", ["button", "empty"])
    def test_is_told_to_who_drops_the_plan(self, admin_client, clock, waiting, way):
        url = url_of(waiting, "schedule")
        sent = sent_by(admin_client.get(url))
        empty = {"publish_at_0": "", "publish_at_1": ""}
        clock(NOW + HOUR)
        sent |= {"_drop": "1"} if way == "button" else empty
        text = admin_client.post(url, sent, follow=True).content.decode()
        assert self.SHOWS in text and "Nothing is scheduled" not in text

    @pytest.mark.parametrize("word", ["unpublish", "archive", "delete", "discard"])
    def test_is_told_on_every_page(self, admin_client, clock, waiting, word):
        url = url_of(waiting, word)
        sent = sent_by(admin_client.get(url))
        clock(NOW + HOUR)
        before = everything(waiting)
        answer = admin_client.post(url, sent)
        assert self.SHOWS in answer.content.decode()
        assert everything(waiting) == before
        assert admin_client.post(url, sent_by(answer)).status_code == 302

    @pytest.mark.parametrize("action", ACTIONS)
    def test_is_told_on_the_page_of_many(self, admin_client, clock, waiting, action):
        url = url_of(waiting, "changelist")
        data = {"action": action, "_selected_action": waiting.pk}
        sent = sent_by(admin_client.post(url, data)) | {"_decide": "1"}
        clock(NOW + HOUR)
        before = everything(waiting)
        answer = admin_client.post(url, sent)
        assert self.SHOWS in answer.content.decode()
        assert everything(waiting) == before

    def test_that_hides_it_is_told(self, admin_client, clock, ending):
        url = url_of(ending, "schedule")
        sent = sent_by(admin_client.get(url)) | typed("unpublish_at", NOW + 3 * HOUR)
        clock(NOW + HOUR)
        before = everything(ending)
        answer = admin_client.post(url, sent)
        assert "It was taken down as planned on" in answer.content.decode()
        assert everything(ending) == before

    def test_of_what_is_sent_before_it_is_no_conflict(
        self, admin_client, clock, waiting
    ):
        url = url_of(waiting, "schedule")
        sent = sent_by(admin_client.get(url)) | typed("publish_at", NOW + 3 * HOUR)
        clock(NOW + HOUR / 2)
        assert admin_client.post(url, sent).status_code == 302
        assert stored(waiting).publish_at == NOW + 3 * HOUR
