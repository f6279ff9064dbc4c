"""Test that saving without the right to, or after losing it, loses no text."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import WorkingCopy
from tests.factories import ArticleFactory, StatTableFactory, UserFactory
from tests.forms import filled_in, sent_by
from tests.library.helpers import stored
from tests.publishing.two_types import TWO_TYPES

from .test_base import admin_url, change_url, draft_of, name

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

TEXT = "An hour's <b>work</b>."
SHOWN = "An hour&#x27;s &lt;b&gt;work&lt;/b&gt;.</textarea>"


def content_of(model):
    return list(model.objects.values()), WorkingCopy.objects.count()


def demote(user, *groups):
    user.groups.set(Group.objects.filter(name__in=groups))


def leave_staff(user):
    user.is_staff = False
    user.save()


LOST = {"no group": demote, "no staff": leave_staff}


@pytest.mark.parametrize("lose", LOST.values(), ids=LOST)
@pytest.mark.parametrize("button", ["_save", "_publish"])
@pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
class TestRightToChange:
    def test_that_went_gives_the_text_of_a_change_back(
        self, client, sign_in, factory, button, lose
    ):
        user, item = sign_in("Publisher"), factory()
        url = change_url(item)
        sent = filled_in(client.get(url), **{item.title_field: TEXT, button: ""})
        before = content_of(type(item))
        lose(user)
        answer = client.post(url, sent)
        page = answer.content.decode()
        assert answer.status_code == 403
        assert "so nothing was saved. Your text is below" in page
        assert SHOWN in page
        assert content_of(type(item)) == before

    def test_that_went_gives_the_text_of_a_new_item_back(
        self, client, sign_in, factory, button, lose
    ):
        user, model = sign_in("Publisher"), factory._meta.model
        url = admin_url(model, "add")
        sent = filled_in(client.get(url), **{model.title_field: TEXT, button: ""})
        lose(user)
        answer = client.post(url, sent)
        assert answer.status_code == 403 and SHOWN in answer.content.decode()
        assert not model.objects.exists()


class TestOtherPages:
    def test_somebody_else_s_item_gives_the_text_back(self, client, sign_in):
        item = ArticleFactory(status="draft", created_by=sign_in("Author"))
        sent = filled_in(client.get(change_url(item)), body=TEXT, _save="")
        item.created_by = UserFactory()
        item.save()
        answer = client.post(change_url(item), sent)
        assert answer.status_code == 403 and SHOWN in answer.content.decode()

    def test_cells_of_a_table_stand_under_their_name(self, client, sign_in):
        user, item = sign_in("Editor"), StatTableFactory()
        sent = filled_in(client.get(change_url(item)), numbers="A\tB\nx\t1", _save="")
        demote(user)
        page = client.post(change_url(item), sent).content.decode()
        assert ">Cells</label>" in page and "A\tB\nx\t1</textarea>" in page

    def test_related_items_are_named(self, client, sign_in):
        user = sign_in("Editor")
        item = ArticleFactory(career__name="Apiarist")
        sent = filled_in(client.get(change_url(item)), body=TEXT, _save="")
        demote(user)
        page = client.post(change_url(item), sent).content.decode()
        assert "Apiarist</textarea>" in page

    @pytest.mark.parametrize("word", ["unpublish", "archive", "delete", "schedule"])
    def test_reason_of_a_decision_comes_back(self, client, sign_in, word):
        user, item = sign_in("Publisher"), ArticleFactory()
        url = reverse(f"admin:articles_article_{word}", args=[item.pk])
        sent = sent_by(client.get(url)) | {"reason": TEXT}
        demote(user, "Editor")
        answer = client.post(url, sent)
        assert answer.status_code == 403 and SHOWN in answer.content.decode()
        item.refresh_from_db()
        assert item.is_live

    def test_page_of_many_gives_the_reason_back(self, client, sign_in):
        """Django's list ignores an action that is none of this person's."""
        user, item = sign_in("Publisher"), ArticleFactory()
        url = admin_url(type(item), "changelist")
        data = {"action": "unpublish_selected", "_selected_action": item.pk}
        sent = sent_by(client.post(url, data)) | {"reason": TEXT, "_decide": "1"}
        for groups in (["Editor"], ["Author"], []):
            demote(user, *groups)
            answer = client.post(url, sent)
            assert answer.status_code == 403 and SHOWN in answer.content.decode()
            assert answer.content.decode().count("</textarea>") == 1
        item.refresh_from_db()
        assert item.is_live

    @pytest.mark.parametrize("word", ["unpublish", "order", "changelist"])
    def test_that_have_no_text_answer_in_a_sentence(self, client, sign_in, word):
        """What a form sends for itself is no text of anybody's."""
        user, item = sign_in("Publisher"), ArticleFactory()
        demote(user, "Editor")
        args = [item.pk] if word == "unpublish" else []
        url = admin_url(type(item), word, *args)
        sent = {"action": "publish_selected", "_selected_action": item.pk, "index": 0}
        sent |= {"base_version": 1, "base_entry": 2, "base_live": True, "up": item.pk}
        sent |= {f"place-{item.pk}": 3, f"{item.pk}-base_version": 4}
        answer = client.post(url, sent)
        assert answer.status_code == 403 and "textarea" not in answer.content.decode()

    def test_hour_of_a_plan_stands_under_its_name(self, client, sign_in):
        user, item = sign_in("Publisher"), ArticleFactory()
        url = reverse("admin:articles_article_schedule", args=[item.pk])
        hour = {"publish_at_0": "2999-06-01", "publish_at_1": "09:00"}
        sent = sent_by(client.get(url)) | hour
        demote(user, "Editor")
        page = client.post(url, sent).content.decode()
        assert page.count(">Publish at</label>") == 2 and "Base" not in page

    def test_words_of_a_picture_come_back(self, client, sign_in):
        user, picture = sign_in("Editor"), stored()
        url = reverse("admin:library_image_change", args=[picture.pk])
        sent = filled_in(client.get(url), alt=TEXT, _save="")
        demote(user)
        answer = client.post(url, sent)
        assert answer.status_code == 403 and SHOWN in answer.content.decode()

    def test_script_that_asks_for_a_preview_gets_no_text(self, client, sign_in):
        user, item = sign_in("Editor"), ArticleFactory()
        sent = filled_in(client.get(change_url(item)), body=TEXT)
        demote(user)
        url = admin_url(type(item), "preview", item.pk)
        answer = client.post(url, sent, headers={"accept": "application/json"})
        assert answer.status_code == 403 and SHOWN not in answer.content.decode()

    @pytest.mark.parametrize("key", ["1", "x", "9" * 30])
    def test_form_that_was_typed_by_hand_is_no_error(self, client, sign_in, key):
        client.force_login(UserFactory())
        url = reverse("admin:articles_article_change", args=[key])
        sent = {"title": "a\0b", "career": "9" * 30, "picture": "x", "odd": TEXT}
        assert client.post(url, sent).status_code == 403

    def test_nothing_sent_is_answered_in_a_sentence(self, client):
        client.force_login(UserFactory())
        answer = client.post(change_url(ArticleFactory()), {})
        assert answer.status_code == 403
        assert "It needs an account with more rights" in answer.content.decode()

    def test_password_is_never_shown(self, client):
        client.force_login(UserFactory())
        answer = client.post(reverse("admin:auth_user_add"), {"password1": "hunter2"})
        assert "hunter2" not in answer.content.decode()

    def test_who_is_signed_out_is_led_to_the_sign_in(self, client):
        answer = client.post(change_url(ArticleFactory()), {"title": TEXT})
        assert answer.status_code == 302


@pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
class TestRightToPublish:
    def test_that_went_leaves_a_draft_and_says_so(self, client, sign_in, factory):
        user, item = sign_in("Publisher"), factory()
        title, url = item.title_field, change_url(item)
        sent = filled_in(client.get(url), **{title: "Better", "_publish": ""})
        demote(user, "Editor")
        page = client.post(url, sent, follow=True).content.decode()
        assert "It was not published: your account may not publish" in page
        assert str(draft_of(item)) == "Better"
        item.refresh_from_db()
        assert str(item) != "Better"

    def test_that_went_saves_what_could_not_be_published(
        self, client, sign_in, factory
    ):
        user, item = sign_in("Publisher"), factory()
        needed = [f for f in item.needed_to_publish() if f != item.title_field]
        sent = filled_in(client.get(change_url(item)), **dict.fromkeys(needed, ""))
        sent[item.title_field] = "Better"
        demote(user, "Editor")
        assert client.post(change_url(item), sent | {"_publish": ""}).status_code == 302
        assert str(draft_of(item)) == "Better"

    def test_that_went_saves_beside_a_later_decision(self, client, sign_in, factory):
        user, item = sign_in("Publisher"), factory()
        sent = filled_in(client.get(change_url(item)), **{item.title_field: "Better"})
        actions.unpublish(item, None)
        demote(user, "Editor")
        assert client.post(change_url(item), sent | {"_publish": ""}).status_code == 302
        assert str(draft_of(item)) == "Better"
