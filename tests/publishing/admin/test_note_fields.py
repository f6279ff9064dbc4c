"""Test that publishing asks for a note where a number changes that readers saw."""

import pytest
from django.urls import reverse

from careerguide.publishing.drafts import actions
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.note_text import WrittenNote
from careerguide.publishing.models.related import Plan, WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import ArticleFactory, StatTableFactory
from tests.forms import filled_in, form_errors, sent_by

pytestmark = pytest.mark.django_db

ASKED = "readers saw 3; it would be 4."
NOTE = {"note_kind": "correction", "note_text": "It said 3 hives; there are 4."}
NOT_TOLD = {"note_kind": "none", "note_reason": "A typing error"}
JUNE = {"publish_at_0": "2999-06-01", "publish_at_1": "09:00"}


def url_of(item, page="change"):
    args = [] if page == "changelist" else [item.pk]
    name = f"admin:{item._meta.app_label}_{item._meta.model_name}_{page}"
    return reverse(name, args=args)


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def send(client, item, button="_publish", **values):
    url = url_of(item)
    return client.post(url, filled_in(client.get(url), **values) | {button: ""})


def write(item, note=None, **values):
    draft = actions.draft_of(stored(item))
    content = apply_snapshot(draft, snapshot(draft) | values)
    actions.save_draft(item, content, None, note=note)


def notes(item):
    return [(note.kind, note.text) for note in item.change_notes.all()]


@pytest.fixture
def article():
    return ArticleFactory(title="Bees", body="Of 3 hives.")


class TestForm:
    def test_asks_with_both_numbers(self, admin_client, article):
        answer = send(admin_client, article, body="Of 4 hives.")
        [error] = form_errors(answer)["note_kind"]
        assert ASKED in error
        assert stored(article).body == "Of 3 hives."

    def test_publishes_with_a_note(self, admin_client, article):
        answer = send(admin_client, article, body="Of 4 hives.", **NOTE)
        assert answer.status_code == 302
        assert notes(article) == [("correction", NOTE["note_text"])]

    def test_publishes_with_a_reason_for_none(self, admin_client, article):
        answer = send(admin_client, article, body="Of 4 hives.", **NOT_TOLD)
        assert answer.status_code == 302
        assert not notes(article)
        reason = "Readers were not told: A typing error"
        assert article.history.filter(event=Event.NOTED, reason=reason).exists()

    @pytest.mark.parametrize(
        "sent, field",
        [
            ({"note_kind": "update"}, "note_text"),
            ({"note_kind": "none"}, "note_reason"),
            ({"note_text": "There are 4."}, "note_kind"),
            (NOTE | {"note_text": "There are <b>4</b>."}, "note_text"),
            (NOTE | {"note_text": "There are \u202e4."}, "note_text"),
            (NOTE | {"note_text": "4" * 501}, "note_text"),
            (NOTE | {"note_kind": "gossip"}, "note_kind"),
        ],
    )
    def test_refuses_a_note_that_is_not_whole(self, admin_client, article, sent, field):
        answer = send(admin_client, article, body="Of 4 hives.", **sent)
        assert field in form_errors(answer)
        assert stored(article).body == "Of 3 hives."

    def test_asks_nothing_without_another_number(self, admin_client, article):
        assert send(admin_client, article, body="Of all 3 hives.").status_code == 302

    def test_asks_nothing_for_what_readers_never_saw(self, admin_client):
        new = ArticleFactory(status="draft", body="Of 3 hives.")
        assert send(admin_client, new, body="Of 4 hives.").status_code == 302

    def test_asks_for_what_readers_saw_and_that_was_hidden(self, admin_client, article):
        actions.unpublish(article, None)
        answer = send(admin_client, article, body="Of 4 hives.")
        assert ASKED in form_errors(answer)["note_kind"][0]

    def test_draft_keeps_the_note_and_shows_it_again(self, admin_client, article):
        send(admin_client, article, "_save", body="Of 4 hives.", **NOTE)
        assert WrittenNote.stored(WorkingCopy.objects.get()).text == NOTE["note_text"]
        page = admin_client.get(url_of(article)).content.decode()
        assert NOTE["note_text"] in page
        assert send(admin_client, article).status_code == 302
        assert notes(article) == [("correction", NOTE["note_text"])]

    def test_conflict_loses_no_note(self, admin_client, article):
        sent = filled_in(admin_client.get(url_of(article)), body="Of 4 hives.", **NOTE)
        write(article, body="Of 5 hives.")
        answer = admin_client.post(url_of(article), sent | {"_publish": ""})
        text = answer.content.decode()
        assert "This was saved while you were writing" in text
        assert NOTE["note_text"] in text

    def test_names_cells_and_sentences_of_other_pages(self, admin_client):
        table = StatTableFactory(slug="pay", title="Pay")
        ArticleFactory(title="Money", body="They earn [[number: pay; Entry; Salary]].")
        rows = [{"cells": ["Entry", "86000"]}, table.data["rows"][1]]
        write(table, data=table.data | {"rows": rows})
        [error] = form_errors(send(admin_client, table))["note_kind"]
        assert "Entry, Salary: readers saw $85,000; it would be $86,000." in error
        assert "“Money”: readers saw $85,000; it would be $86,000." in error


class TestSchedule:
    @pytest.fixture
    def sent(self, admin_client, article):
        write(article, body="Of 4 hives.")
        return sent_by(admin_client.get(url_of(article, "schedule"))) | JUNE

    def test_asks_when_it_is_planned(self, admin_client, article, sent):
        answer = admin_client.post(url_of(article, "schedule"), sent)
        assert ASKED in answer.content.decode()
        assert not Plan.objects.exists()

    def test_plans_with_a_note(self, admin_client, article, sent):
        url = url_of(article, "schedule")
        assert admin_client.post(url, sent | NOTE).status_code == 302
        assert WrittenNote.stored(Plan.objects.get()).text == NOTE["note_text"]

    def test_drops_a_plan_without_a_question(self, admin_client, article, sent):
        url = url_of(article, "schedule")
        admin_client.post(url, sent | NOTE)
        again = sent_by(admin_client.get(url)) | {"_drop": "1"}
        assert admin_client.post(url, again).status_code == 302
        assert not Plan.objects.exists()


class TestMany:
    @pytest.fixture
    def others(self, article):
        found = [
            article,
            ArticleFactory(body="Of 3 bees."),
            ArticleFactory(body="Bees."),
        ]
        for item, body in zip(
            found, ["Of 4 hives.", "Of 4 bees.", "All."], strict=True
        ):
            write(item, body=body)
        return found

    def page(self, client, items):
        data = {"action": "publish_selected"}
        data["_selected_action"] = [item.pk for item in items]
        return client.post(url_of(items[0], "changelist"), data)

    def decide(self, client, items, **more):
        sent = sent_by(self.page(client, items)) | {"_decide": "1"} | more
        return client.post(url_of(items[0], "changelist"), sent)

    def test_asks_for_one_note_for_all(self, admin_client, others):
        answer = self.decide(admin_client, others)
        assert ASKED in answer.content.decode()
        assert [stored(item).body for item in others] == [
            "Of 3 hives.",
            "Of 3 bees.",
            "Bees.",
        ]

    def test_note_is_of_those_whose_numbers_change(self, admin_client, others):
        assert self.decide(admin_client, others, **NOTE).status_code == 302
        assert [len(notes(item)) for item in others] == [1, 1, 0]
        assert stored(others[2]).body == "All."

    def test_asks_nothing_where_the_drafts_have_theirs(self, admin_client, article):
        write(article, WrittenNote("update", "There are 4."), body="Of 4 hives.")
        assert "There are 4." in self.page(admin_client, [article]).content.decode()
        assert self.decide(admin_client, [article]).status_code == 302
        assert notes(article) == [("update", "There are 4.")]
