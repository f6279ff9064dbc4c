"""Test that whoever publishes a table sees the sentences that change."""

import pytest

from careerguide.publishing.drafts import actions
from careerguide.publishing.impact.hiding import losses_of
from careerguide.publishing.impact.publishing import publish_losses, token_of
from careerguide.publishing.models.snapshots import apply_snapshot
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)
from tests.forms import filled_in

pytestmark = pytest.mark.django_db

COLUMNS = [
    {"key": "level", "label": "Level", "type": "text"},
    {"key": "mean", "label": "Mean", "type": "money", "currency": "USD"},
]


def data(mid, senior="170000"):
    rows = [{"cells": ["Mid", mid]}, {"cells": ["Senior", senior]}]
    return {"columns": COLUMNS, "rows": rows}


@pytest.fixture
def career():
    return CareerFactory()


@pytest.fixture
def table(career):
    return StatTableFactory(slug="pay", career=career, data=data("120000"))


def changed(table, values):
    return [
        (str(loss.page), [piece for piece in loss.pieces if piece[0] != "same"])
        for loss in publish_losses(table, {"data": values})
        if loss.is_change
    ]


def test_each_sentence_is_shown_with_what_changes(career, table):
    body = (
        "It is well paid. A **senior** earns [[number: pay; Senior; Mean]], others "
        "[[number: pay; Mid; Mean]]. Nothing else changes.\n\n"
        "- First [[ratio: pay; Senior; Mean;; Mid; Mean]] times\n- Second"
    )
    ArticleFactory(career=career, title="Pay", body=body)
    FAQEntryFactory(
        career=career, question="Pay?", answer="[[number: pay; Mid; Mean]]."
    )
    found = changed(table, data("150000"))
    assert ("Pay?", [("gone", "$120,000"), ("new", "$150,000")]) in found
    assert [title for title, _pieces in found] == ["Pay", "Pay", "Pay?"]
    whole = [
        "".join(t for _k, t in loss.pieces)
        for loss in publish_losses(table, {"data": data("125000")})
    ]
    assert whole[0].startswith("A senior earns $170,000, others $")
    assert not any("well paid" in sentence for sentence in whole)


def test_nothing_is_shown_where_no_sentence_changes(career, table):
    ArticleFactory(career=career, body="[[number: pay; Mid; Mean]]")
    assert changed(table, data("120000", "180000")) == []
    assert changed(table, data("120000.00"))  # $120,000.00 is another text


def test_drafts_are_not_what_readers_see(career, table):
    ArticleFactory(career=career, status="draft", body="[[number: pay; Mid; Mean]]")
    assert changed(table, data("1")) == []


def test_row_that_goes_is_shown(career, table):
    ArticleFactory(career=career, body="They earn [[number: pay; Mid; Mean]].")
    values = {"columns": COLUMNS, "rows": [{"cells": ["Senior", "170000"]}]}
    [(_title, pieces)] = changed(table, values)
    assert ("new", "no data") in pieces


def test_agreement_is_about_these_sentences(career, table):
    ArticleFactory(career=career, body="[[number: pay; Mid; Mean]]")
    first = publish_losses(table, {"data": data("1")})
    second = publish_losses(table, {"data": data("2")})
    assert token_of(first) != token_of(second) != ""


def test_summary_and_other_tables_are_read(career, table):
    StatTableFactory(slug="all", career=career, data=data("100", "200"))
    ArticleFactory(
        career=career, summary="Now [[ratio: pay; Mid; Mean;; all; Mid; Mean]] times."
    )
    [(_title, pieces)] = changed(table, data("150000"))
    assert pieces == [("gone", "1,200"), ("new", "1,500")]


def test_form_asks_once(admin_client, career, table):
    ArticleFactory(career=career, title="Pay", body="It is [[number: pay; Mid; Mean]].")
    address = f"/admin/statistics/stattable/{table.pk}/change/"
    draft = apply_snapshot(table, {"data": data("125000")})
    actions.save_draft(draft, draft, by=None)
    asked = admin_client.post(
        address, filled_in(admin_client.get(address), _publish="1")
    )
    page = asked.content.decode()
    assert "1 sentence on live pages says another number" in page
    assert "<del>$120,000</del><ins>$125,000</ins>" in page
    note = {"note_kind": "update", "note_text": "New numbers."}
    sent = filled_in(asked, _publish="1", **note)
    assert admin_client.post(address, sent).status_code == 302
    table.refresh_from_db()
    assert table.data["rows"][0]["cells"][1] == "125000"


def test_renamed_row_and_column_change_no_sentence(career, table):
    ArticleFactory(career=career, body="They earn [[number: pay; Mid; Mean]].")
    columns = [COLUMNS[0], COLUMNS[1] | {"label": "Average"}]
    rows = [{"cells": ["Middle", "120000"]}, {"cells": ["Senior", "170000"]}]
    assert changed(table, {"columns": columns, "rows": rows}) == []
    rows[0]["cells"][1] = "125000"
    [(_title, pieces)] = changed(table, {"columns": columns, "rows": rows})
    assert pieces == [("gone", "$120,000"), ("new", "$125,000")]


def test_own_note_is_shown_too(career):
    note = "On average [[number: own; Mid; Mean]]."
    table = StatTableFactory(slug="own", career=career, data=data("1"), note=note)
    [(_title, pieces)] = changed(table, data("2"))
    assert pieces == [("gone", "$1"), ("new", "$2")]
    assert changed(table, data("1", "5")) == []


@pytest.mark.every_database
def test_text_that_names_the_table_in_capitals_is_found(career, table):
    body = "They earn [[number: PAY; Mid; Mean]]."
    article = ArticleFactory(career=career, body=body)
    assert len(changed(table, data("125000"))) == 1
    assert table.named_in() == [article]
    assert [loss.page for loss in losses_of([table])[table]] == [article]
    draft = apply_snapshot(table, {"data": data("120000")})
    draft.data["rows"][0] = {"cells": ["Middle", "120000"]}
    actions.save_draft(draft, draft, by=None)
    actions.publish(draft, by=None)
    article.refresh_from_db()
    assert article.body == "They earn [[number: pay; Middle; Mean]]."
