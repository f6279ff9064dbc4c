"""Test that each registered content type has what all types share.

The behaviour itself is tried on two types (`two_types.py`). Here each is asked whether
it is wired to it, through the pages that people use: a type is tried as soon as it is
registered.
"""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from careerguide.publishing.drafts import actions, due
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.publishing.models.related import (
    ContentVersion,
    OldSlug,
    Plan,
    PreviewLink,
)
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests import factories
from tests.forms import decide, filled_in, form_errors
from tests.publishing.admin.test_base import admin_url, change_url, do, draft_of, send
from tests.publishing.drafts.test_actions import retitled, slug_of, surfaces

pytestmark = pytest.mark.django_db

NEW = "Zebras wear stripes"


@pytest.fixture(params=content_models(), ids=lambda model: model._meta.model_name)
def model(request):
    return request.param


@pytest.fixture
def factory(model):
    return factories.FACTORIES[model]


@pytest.fixture
def item(factory):
    """What readers see, made by somebody else."""
    return factory(created_by=factories.UserFactory())


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def page_of(item):
    """What readers get at its address: the status, and the text."""
    answer = Client().get(item.get_absolute_url())
    return answer.status_code, answer.content.decode()


def text(answer):
    return answer.content.decode()


class TestRights:
    PAGES = {
        "changelist": {"Author", "Editor", "Publisher"},
        "change": {"Author", "Editor", "Publisher"},
        "history": {"Author", "Editor", "Publisher"},
        "share": {"Editor", "Publisher"},
        "unpublish": {"Publisher"},
        "archive": {"Publisher"},
        "schedule": {"Publisher"},
        "delete": {"Publisher"},
        "order": {"Publisher"},
    }

    @pytest.mark.parametrize("group", ["nobody", "Author", "Editor", "Publisher"])
    def test_each_group_gets_its_pages(self, client, item, group):
        user = factories.UserFactory()
        user.groups.set(Group.objects.filter(name=group))
        client.force_login(user)
        got = set()
        for page in self.PAGES:
            key = [] if page in ("changelist", "order") else [item.pk]
            if client.get(admin_url(item, page, *key)).status_code == 200:
                got.add(page)
        assert got == {page for page, groups in self.PAGES.items() if group in groups}

    def test_authors_add_what_belongs_to_a_guide(self, client, sign_in, model):
        sign_in("Author")
        may_add = client.get(admin_url(model, "add")).status_code == 200
        assert may_add == issubclass(model, GuideContent)

    def test_who_may_not_publish_does_not(self, client, sign_in, factory):
        sign_in("Editor")
        item = factory(status="draft")
        send(client, change_url(item), "_publish")
        do(client, type(item), "publish_selected", [item])
        assert stored(item).status == "draft"

    def test_right_that_went_meanwhile_gives_the_text_back(self, client, sign_in, item):
        user, url = sign_in("Publisher"), change_url(item)
        sent = filled_in(client.get(url), **{item.title_field: NEW, "_publish": ""})
        user.groups.clear()
        answer = client.post(url, sent)
        assert answer.status_code == 403 and f"{NEW}</textarea>" in text(answer)
        assert str(stored(item)) != NEW


class TestDraft:
    def test_is_added_and_seen_by_nobody(self, client, sign_in, factory, model):
        user = sign_in("Editor")
        guide = issubclass(model, GuideContent)
        fields = {"career": factories.CareerFactory().pk} if guide else {}
        fields |= {model.title_field: NEW, "slug": ""}
        assert send(client, admin_url(model, "add"), **fields).status_code == 302
        item = model.objects.latest("pk")
        assert (str(item), item.status, item.created_by) == (NEW, "draft", user)
        assert item.slug and page_of(item)[0] == 404

    def test_of_what_is_live_changes_nothing_for_readers(self, client, sign_in, item):
        sign_in("Editor")
        reader = Client()
        before, stamp = surfaces(reader, item), ContentVersion.current()
        assert send(client, change_url(item), **{item.title_field: NEW}).status_code
        assert str(draft_of(item)) == NEW != str(stored(item))
        assert {a: reader.get(a).content for a in before} == before
        assert ContentVersion.current() == stamp

    def test_is_saved_over_nobody_else_s(self, client, sign_in, item):
        sign_in("Editor")
        url = change_url(item)
        sent = filled_in(client.get(url), **{item.title_field: "Mine", "_save": ""})
        actions.save_draft(item, retitled(item, "Theirs"), None)
        answer = client.post(url, sent)
        assert answer.status_code == 200 and "Theirs" in text(answer)
        assert str(draft_of(item)) == "Theirs"

    def test_is_previewed_and_shared(self, client, sign_in, item):
        sign_in("Editor")
        sent = filled_in(client.get(change_url(item)), **{item.title_field: NEW})
        assert NEW in text(client.post(admin_url(item, "preview", item.pk), sent))
        assert str(draft_of(item)) != NEW
        actions.save_draft(item, retitled(item, NEW), None)
        url = admin_url(item, "share", item.pk)
        page = client.post(url, {"_create": "", "days": "7"}, follow=True)
        assert page.status_code == 200 and PreviewLink.objects.of(item).exists()

    def test_is_in_the_history_and_leads_back(self, client, sign_in, item):
        sign_in("Editor")
        old = str(item)
        send(client, change_url(item), **{item.title_field: NEW, "reason": "As is"})
        assert "As is" in text(client.get(admin_url(item, "history", item.pk)))
        saved, found = item.history.all()
        both = {"a": found.pk, "b": saved.pk}
        compared = client.get(admin_url(item, "history_compare", item.pk), both)
        assert compared.status_code == 200 and "Zebras" in text(compared)
        url = admin_url(item, "history_entry", item.pk, found.pk)
        assert decide(client, url).status_code == 302
        assert str(draft_of(item)) == old


class TestPublishing:
    def test_by_its_form_shows_it_and_moves_the_content_version(
        self, client, sign_in, factory
    ):
        sign_in("Publisher")
        item = factory(status="draft", first_published_at=None, content_updated_on=None)
        stamp, fields = ContentVersion.current(), {item.title_field: NEW}
        send(client, change_url(item), "_publish", **fields)
        status, page = page_of(stored(item))
        assert status == 200 and NEW in page
        assert item.history.first().event == "published"
        assert ContentVersion.current() == stamp + 1

    def test_needs_its_texts(self, client, sign_in, item):
        sign_in("Publisher")
        field = item.needed_to_publish()[-1]
        sent = send(client, change_url(item), "_publish", **{field: ""})
        assert field in form_errors(sent)
        assert snapshot(stored(item)) == snapshot(item)

    def test_many_from_its_list(self, client, sign_in, factory):
        sign_in("Publisher")
        items = factory(status="draft"), factory()
        do(client, type(items[0]), "publish_selected", items)
        assert [stored(item).status for item in items] == ["published"] * 2
        do(client, type(items[0]), "unpublish_selected", items)
        assert [stored(item).status for item in items] == ["draft"] * 2

    def test_at_a_planned_hour(self, client, sign_in, item, clock):
        user = sign_in("Publisher")
        actions.save_draft(item, retitled(item, NEW), None)
        url = admin_url(item, "schedule", item.pk)
        hour = {"publish_at_0": "2999-06-01", "publish_at_1": "09:00"}
        assert decide(client, url, **hour).status_code == 302
        actions.discard_draft(item, None)
        assert due.publish_due() == []
        clock(Plan.objects.of(item).get().publish_at)
        assert due.publish_due() == [item]
        assert str(stored(item)) == NEW and item.history.first().author == user

    def test_at_a_new_address_leads_on_from_the_old_one(self, client, item):
        old = item.get_absolute_url()
        moved = apply_snapshot(item, snapshot(item) | {"slug": slug_of(item, "moved")})
        actions.save_draft(item, moved, None)
        actions.publish(item, None)
        answer = client.get(old)
        assert answer.headers.get("Location") == stored(item).get_absolute_url() != old
        assert OldSlug.objects.get().item == item


class TestHiding:
    @pytest.mark.parametrize("word", ["unpublish", "archive", "delete"])
    def test_takes_it_from_readers(self, client, sign_in, item, word):
        sign_in("Publisher")
        assert page_of(item)[0] == 200
        url = admin_url(item, word, item.pk)
        assert decide(client, url, reason="Too old").status_code == 302
        assert page_of(item)[0] == 404
        entry = item.history.first()
        assert entry.reason.endswith("Too old")

    def test_of_what_was_saved_meanwhile_asks_again(self, client, sign_in, item):
        sign_in("Publisher")
        url = admin_url(item, "unpublish", item.pk)
        before = client.get(url)
        actions.save_draft(item, retitled(item, NEW), None, reason="Quickly")
        sent = {"base_version": item.version, "base_entry": ""}
        answer = client.post(url, sent)
        assert before.status_code == answer.status_code == 200
        assert "Quickly" in text(answer) and stored(item).status == "published"

    def test_trash_has_it_and_gives_it_back(self, client, sign_in, item):
        sign_in("Publisher")
        actions.trash(item, None, reason="Nobody reads it")
        page = text(client.get("/admin/trash/"))
        assert str(item) in page and "Nobody reads it" in page
        assert "Trash (1)" in text(client.get(admin_url(item, "changelist")))
        client.post("/admin/trash/", {"item": f"{item._meta.label_lower}.{item.pk}"})
        now = stored(item)
        assert (now.trashed_at, now.status, now.slug) == (None, "draft", item.slug)
