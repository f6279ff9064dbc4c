"""Test the endpoints of the dialog that puts a number of a table into a text."""

import json

import pytest
from django.contrib.auth.models import Permission

from tests.factories import (
    SALARIES,
    ArticleFactory,
    CareerFactory,
    StatTableFactory,
    UserFactory,
)

NUMBERS = "/admin/editor/numbers/"
WORKED_OUT = "/admin/editor/numbers/worked-out/"
CLAIMS = "/admin/editor/numbers/claims/"
BODY = {"model": "articles.article", "field": "body"}
SUMMARY = BODY | {"field": "summary"}
CELLS = [["pay", "Senior", "Salary"], ["pay", "Entry", "Salary"]]


@pytest.fixture
def article(db):
    return ArticleFactory(career=CareerFactory(name="Beekeeper"))


@pytest.fixture
def table(article):
    return StatTableFactory(career=article.career, slug="pay", title="Pay by level")


def found(client, article, q="", **about):
    sent = BODY | {"item": article.pk, "q": q} | about
    answer = client.get(NUMBERS, sent).json()
    return [(i["text"], i["name"], i["table"]) for i in answer["items"]]


def worked_out(client, article, keyword, cells, **about):
    sent = BODY | {"item": article.pk, "keyword": keyword, "cells": json.dumps(cells)}
    return client.post(WORKED_OUT, sent | about).json()


class TestNumbers:
    def test_lists_cells_as_readers_see_them(self, admin_client, article, table):
        answer = admin_client.get(NUMBERS, BODY | {"item": article.pk}).json()
        assert answer["items"][1] == {
            "text": "$170,000",
            "name": "Senior, Salary",
            "table": "Pay by level",
            "published": True,
            "cell": ["pay", "Senior", "Salary"],
            "notation": "[[number: pay; Senior; Salary]]",
        }
        assert (len(answer["items"]), answer["more"]) == (2, False)

    @pytest.mark.parametrize(
        "q", ["senior", "PAY sénior", "salary level senior", "170,000", "170000 pay"]
    )
    def test_finds_words_in_any_order(self, admin_client, article, table, q):
        [cell] = found(admin_client, article, q)
        assert cell == ("$170,000", "Senior, Salary", "Pay by level")

    def test_finds_what_has_each_of_the_words(self, admin_client, article, table):
        assert found(admin_client, article, "senior junior") == []

    def test_cell_that_has_the_words_itself_comes_first(self, admin_client, article):
        StatTableFactory(career=article.career, title="Seniors earn $170,000")
        for q in ("senior", "170,000"):
            assert [cell[0] for cell in found(admin_client, article, q)] == [
                "$170,000",
                "$85,000",
            ]

    def test_names_drafts_of_the_guide_and_no_other_guide(
        self, admin_client, article, table
    ):
        StatTableFactory(title="Of another guide")
        draft = {"status": "draft", "title": "Hives", "career": article.career}
        StatTableFactory(**draft)
        items = admin_client.get(NUMBERS, BODY | {"item": article.pk}).json()["items"]
        states = {(item["table"], item["published"]) for item in items}
        assert states == {("Pay by level", True), ("Hives", False)}

    def test_new_item_has_the_tables_of_the_chosen_career(
        self, admin_client, article, table
    ):
        about = {"item": "", "career": article.career_id}
        assert len(found(admin_client, article, **about)) == 2
        assert found(admin_client, article, item="") == []

    def test_cell_that_no_text_can_name_is_left_out(self, admin_client, article):
        rows = [*SALARIES["rows"], {"cells": ["Entry", "1"]}]
        StatTableFactory(career=article.career, data=SALARIES | {"rows": rows})
        assert [cell[0] for cell in found(admin_client, article)] == ["$170,000"]

    def test_shows_a_bounded_part(self, admin_client, article):
        rows = [{"cells": [f"Level {n}", str(n)]} for n in range(60)]
        StatTableFactory(career=article.career, data=SALARIES | {"rows": rows})
        answer = admin_client.get(NUMBERS, BODY | {"item": article.pk}).json()
        assert (len(answer["items"]), answer["more"]) == (50, True)

    def test_notation_is_that_of_the_text(self, admin_client, article):
        rows = [{"cells": ["A_b", "1"]}]
        StatTableFactory(
            career=article.career, slug="pay", data=SALARIES | {"rows": rows}
        )
        for about, name in ((BODY, "A\\_b"), (SUMMARY, "A_b")):
            sent = about | {"item": article.pk}
            [cell] = admin_client.get(NUMBERS, sent).json()["items"]
            assert cell["notation"] == f"[[number: pay; {name}; Salary]]"

    @pytest.mark.parametrize("q", ["%", "'", '"' * 500, "ﷺ", "\\"])
    def test_any_query_is_answered(self, admin_client, article, table, q):
        sent = BODY | {"item": article.pk, "q": q}
        assert admin_client.get(NUMBERS, sent).status_code == 200

    def test_costs_few_queries(
        self, admin_client, article, django_assert_max_num_queries
    ):
        StatTableFactory.create_batch(10, career=article.career)
        with django_assert_max_num_queries(4):  # session, user, article, tables
            assert len(found(admin_client, article)) == 20


class TestWorkedOut:
    @pytest.mark.parametrize(
        ("keyword", "text"),
        [
            ("sum", "$255,000"),
            ("difference", "$85,000"),
            ("ratio", "2"),
            ("share", "200%"),
        ],
    )
    def test_shows_what_readers_will_see(
        self, admin_client, article, table, keyword, text
    ):
        assert worked_out(admin_client, article, keyword, CELLS) == {
            "text": text,
            "notation": f"[[{keyword}: pay; Senior; Salary;; Entry; Salary]]",
            "problem": "",
        }

    @pytest.mark.parametrize(
        ("keyword", "cells", "part"),
        [
            ("share", [], "is worked out from 2 cells"),
            ("share", CELLS[:1], "is worked out from 2 cells"),
            ("share", [*CELLS, CELLS[0]], "is worked out from 2 cells"),
            ("growth per year", CELLS, "rows of years: “Senior” is none"),
            ("sum", [["nothing", "a", "b"], CELLS[0]], "no table “nothing”"),
            ("sum", [["\ud800", "\ud800", "]]"], CELLS[0]], "Write [[sum"),
        ],
    )
    def test_says_why_it_cannot_be(
        self, admin_client, article, table, keyword, cells, part
    ):
        answer = worked_out(admin_client, article, keyword, cells)
        assert part in answer["problem"]
        assert not answer["text"] and not answer["notation"]

    def test_takes_no_tables_of_another_guide(self, admin_client, article, table):
        other = ArticleFactory()
        answer = worked_out(admin_client, other, "sum", CELLS)
        assert "no table “pay”" in answer["problem"]

    @pytest.mark.parametrize(
        "sent",
        [
            {"keyword": "table", "cells": "[]"},
            {"keyword": "claim", "cells": "[]"},
            {"keyword": "", "cells": "[]"},
            {"keyword": "sum", "cells": ""},
            {"keyword": "sum", "cells": "{}x"},
            {"keyword": "sum", "cells": "[1]"},
            {"keyword": "sum", "cells": "7"},
            {"keyword": "sum", "cells": "[" * 100_000},
            {"keyword": "sum", "cells": json.dumps([["a", "b", "c"]] * 31)},
            {"keyword": "sum", "cells": json.dumps([["a", "b", "\x00"]])},
        ],
    )
    def test_what_cannot_be_read_is_400(self, admin_client, article, sent):
        response = admin_client.post(WORKED_OUT, BODY | {"item": article.pk} | sent)
        assert response.status_code == 400
        assert response.json()["error"]


class TestClaims:
    @pytest.mark.parametrize(
        ("field", "line"), [("summary", 0), ("takeaways", 2), ("body", 2)]
    )
    def test_proposes_ties_in_every_text(
        self, admin_client, article, table, field, line
    ):
        sent = BODY | {"field": field, "item": article.pk}
        text = "- Bees fly.\n- Seniors get $170,000."
        [claim] = admin_client.post(CLAIMS, sent | {"text": text}).json()["claims"]
        assert (claim["written"], claim["line"]) == ("$170,000", line)
        [proposal] = claim["proposals"]
        assert proposal["notation"] == "[[number: pay; Senior; Salary]]"

    def test_text_that_is_too_long_is_413(self, admin_client, article):
        sent = SUMMARY | {"item": article.pk, "text": "1" * 200_001}
        assert admin_client.post(CLAIMS, sent).status_code == 413


class TestEachRefuses:
    ALL = {NUMBERS: "get", WORKED_OUT: "post", CLAIMS: "post"}

    @pytest.fixture(params=ALL)
    def ask(self, request):
        def ask(client, sent=BODY, method=self.ALL[request.param]):
            return getattr(client, method)(request.param, sent)

        return ask

    def test_other_methods(self, admin_client, ask):
        assert ask(admin_client, method="put").status_code == 405

    def test_who_is_not_signed_in(self, client, db, ask):
        assert ask(client).status_code == 403

    @pytest.mark.parametrize(
        "permission", ["articles.view_article", "statistics.view_stattable"]
    )
    def test_who_may_not_see_both(self, client, db, ask, permission):
        user = UserFactory()
        app, codename = permission.split(".")
        found = Permission.objects.get(content_type__app_label=app, codename=codename)
        user.user_permissions.add(found)
        client.force_login(user)
        assert ask(client).status_code == 403

    @pytest.mark.parametrize("field", ["slug", "nothing", "career", "order"])
    def test_what_is_no_text_with_numbers(self, admin_client, ask, field):
        response = ask(admin_client, BODY | {"field": field})
        assert response.status_code == 400
        assert response.json()["error"]
