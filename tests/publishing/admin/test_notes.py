"""Test the pages on which notes of change are corrected and taken back."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from careerguide.publishing.drafts import actions, notes
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.note_text import WrittenNote
from tests.factories import ArticleFactory, UserFactory
from tests.forms import sent_by

pytestmark = pytest.mark.django_db
WRONG = WrittenNote("correction", "It said 3 hives.")


@pytest.fixture
def article():
    article = ArticleFactory()
    actions.publish(article, None, note=WRONG)
    return article


def url_of(article, *note):
    page = "note" if note else "notes"
    return reverse(
        f"admin:articles_article_{page}", args=[article.pk, *(n.pk for n in note)]
    )


@pytest.fixture
def note(article):
    return article.change_notes.get()


def sent(client, article, note, **changes):
    data = sent_by(client.get(url_of(article, note))) | {"text": note.text}
    return data | changes


def test_note_is_corrected(admin_client, article, note):
    data = sent(admin_client, article, note, kind="update", text="There are 4.")
    assert admin_client.post(url_of(article, note), data).status_code == 302
    note.refresh_from_db()
    assert (note.kind, note.text) == ("update", "There are 4.")
    assert article.history.filter(event=Event.NOTED).count() == 2


def test_note_is_taken_back(admin_client, article, note):
    data = sent(admin_client, article, note, text="", _take_back="1")
    assert admin_client.post(url_of(article, note), data).status_code == 302
    assert not article.change_notes.exists()
    history = reverse("admin:articles_article_history", args=[article.pk])
    text = admin_client.get(history).content.decode()
    assert "Note of change" in text and "taken back: “Correction: It said 3" in text


def test_who_was_slower_is_shown_both(admin_client, article, note):
    data = sent(admin_client, article, note, text="Mine.")
    notes.correct(note, WrittenNote("update", "Theirs."), None, seen=WRONG)
    answer = admin_client.post(url_of(article, note), data)
    text = answer.content.decode()
    assert "Theirs." in text and "Mine." in text
    note.refresh_from_db()
    assert note.text == "Theirs."
    again = sent_by(answer) | {"text": "Mine."}
    assert admin_client.post(url_of(article, note), again).status_code == 302


def test_note_is_written_later(admin_client, article):
    data = sent_by(admin_client.get(url_of(article)))
    data |= {"kind": "update", "text": "There are 4."}
    assert admin_client.post(url_of(article), data).status_code == 302
    assert article.change_notes.count() == 2


@pytest.mark.parametrize("key", ["0", "x", "9" * 30])
def test_unknown_note_leads_back(admin_client, article, key):
    answer = admin_client.get(f"{url_of(article)}{key}/")
    assert answer.url == url_of(article)


@pytest.mark.parametrize("group, status", [("Editor", 403), ("Publisher", 200)])
def test_only_who_may_publish_opens_them(client, article, note, group, status):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    for url in (url_of(article), url_of(article, note)):
        assert client.get(url).status_code == status
