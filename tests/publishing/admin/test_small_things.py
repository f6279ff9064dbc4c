"""Test what saves editors time: one entry, the last two that differ, what changes."""

import pytest

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import ArticleFactory
from tests.forms import filled_in

pytestmark = pytest.mark.django_db

URL = "/admin/articles/article/{}/{}/"


@pytest.fixture
def article(db):
    return ArticleFactory(title="Bees", body="Bees fly.")


def publish(client, article, **changed):
    url = URL.format(article.pk, "change")
    sent = filled_in(client.get(url), **changed) | {"_publish": ""}
    return client.post(url, sent)


def events(article):
    return [entry.event for entry in article.history.all()]


def test_a_direct_publish_is_one_entry(client, sign_in, article):
    sign_in("Publisher")
    assert publish(client, article, body="Bees dance.").status_code == 302
    assert events(article) == ["published", "found"]
    assert article.history.first().content["body"] == "Bees dance."


def test_the_same_form_twice_is_no_conflict(client, sign_in, article):
    sign_in("Publisher")
    url = URL.format(article.pk, "change")
    sent = filled_in(client.get(url), body="Bees dance.") | {"_publish": ""}
    client.post(url, sent)
    again = client.post(url, sent | {"body": "Bees dance well."})
    assert again.status_code == 302


def test_two_editors_are_told_of_a_direct_publish(client, sign_in, article):
    sign_in("Publisher")
    url = URL.format(article.pk, "change")
    mine = filled_in(client.get(url), body="Bees sing.") | {"_save": ""}
    publish(client, article, body="Bees dance.")
    answer = client.post(url, mine)
    assert answer.context["conflict"]


def test_compare_opens_on_the_last_two_that_differ(client, sign_in, article):
    by = sign_in("Publisher")
    actions.save_draft(article, apply_snapshot(article, {"body": "Bees dance."}), by)
    actions.publish(article, by)
    context = client.get(URL.format(article.pk, "history")).context
    assert context["second"].event == "published"
    assert context["first"].event == "found"


class TestChanges:
    def test_of_what_is_typed_and_nothing_is_saved(self, client, sign_in, article):
        sign_in("Publisher")
        sent = filled_in(client.get(URL.format(article.pk, "change")))
        sent |= {"body": "Bees dance."}
        page = client.post(URL.format(article.pk, "changes"), sent)
        [one] = page.context["difference_list"]
        assert one.field == "body"
        article.refresh_from_db()
        assert article.body == "Bees fly." and not article.history.exists()

    def test_of_what_is_saved(self, client, sign_in, article):
        sign_in("Author")
        page = client.get(URL.format(article.pk, "changes")).content.decode()
        assert "Nothing: readers see exactly this." in page

    def test_a_draft_is_all_new_and_has_no_button(self, client, sign_in):
        sign_in("Publisher")
        draft = ArticleFactory(status="draft")
        page = client.get(URL.format(draft.pk, "changes")).content.decode()
        assert "all of it would be new" in page
        form = client.get(URL.format(draft.pk, "change")).content.decode()
        assert "data-changes" not in form

    def test_garbage_is_said(self, client, sign_in, article):
        sign_in("Publisher")
        answer = client.post(URL.format(article.pk, "changes"), {"body": "x" * 300_000})
        assert answer.status_code == 200
        assert client.put(URL.format(article.pk, "changes")).status_code == 405


def test_the_title_is_near_by_keyboard(client, sign_in, article):
    sign_in("Editor")
    page = client.get(URL.format(article.pk, "change")).content.decode()
    assert page.index('href="#id_title"') < page.index('class="status-panel"')
