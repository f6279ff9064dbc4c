"""What the grid in the admin asks, and the form that does the same without script."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from statistics.models import StatTable
from tests.factories import StatTableFactory, UserFactory
from tests.forms import filled_in, form_errors
from tests.statistics.workbook_files import repacked, upload, workbook

pytestmark = pytest.mark.django_db

CHECK = "/admin/statistics/stattable/grid/check/"
BLOCK = "/admin/statistics/stattable/grid/block/"
FILE = "/admin/statistics/stattable/grid/file/"
NUMBERS = "Level\tSalary\nEntry\t$5.5\nSenior\t$7\n"
SCRIPT = "<script>alert(1)</script>"


def check(client, numbers=NUMBERS, **fields):
    data = {"title": "Pay rises", "numbers": numbers, **fields}
    return client.post(CHECK, data).json()


def block(client, *lines, kinds=(), **fields):
    data = {"cells": json.dumps(lines), "types": json.dumps(kinds), **fields}
    return client.post(BLOCK, data)


def send_file(client, data, name="table.csv", **fields):
    return client.post(FILE, {"file": upload(data, name), **fields})


class TestWhoMayAsk:
    @pytest.mark.parametrize("address", [CHECK, BLOCK, FILE])
    def test_nobody_without_an_account(self, client, address):
        assert client.post(address).status_code == 403

    @pytest.mark.parametrize("address", [CHECK, BLOCK, FILE])
    def test_no_staff_without_permission(self, client, address):
        client.force_login(UserFactory())
        response = client.post(address)
        assert response.status_code == 403
        assert response.json()["error"] == "Your account may not see the tables."

    @pytest.mark.parametrize("action", ["add", "change"])
    def test_staff_who_may_write_tables(self, client, action):
        user = UserFactory()
        codename = f"{action}_stattable"
        user.user_permissions.add(Permission.objects.get(codename=codename))
        client.force_login(user)
        assert check(client)["problems"] == []

    @pytest.mark.parametrize("address", [CHECK, BLOCK, FILE])
    def test_only_by_post(self, admin_client, address):
        assert admin_client.get(address).status_code == 405


class TestCheck:
    def test_tells_how_the_table_is_read(self, admin_client):
        answer = check(admin_client, canonical="1")
        assert [c["type"] for c in answer["columns"]] == ["text", "money"]
        assert answer["texts"] == [
            "Level\tSalary\nEntry\t5.5\nSenior\t7\n",
            "Level: text\nSalary: money USD",
        ]
        assert answer["question"] is None

    def test_draws_the_chart_as_readers_see_it(self, admin_client):
        answer = check(admin_client, subtitle="Pay an hour")
        assert answer["chart"]["name"] == "Bars"
        assert not answer["chart"]["chosen"]
        assert 'class="bars' in answer["html"]
        assert "Pay an hour" in answer["html"]

    def test_says_why_there_is_no_chart(self, admin_client):
        answer = check(admin_client, "Level\tPay\nEntry\t$5\n")
        assert answer["chart"]["form"] == "none"
        assert answer["chart"]["reason"].startswith("fewer than two numbers")
        assert "<caption>" in answer["html"]

    def test_says_why_a_chosen_form_does_not_fit(self, admin_client):
        answer = check(admin_client, chart_form="line")
        assert answer["chart"]["error"].startswith(
            "This form does not fit: a line runs"
        )

    def test_counts_the_words_of_the_title(self, admin_client):
        assert check(admin_client)["title"] == {"words": 2, "limit": 15}

    def test_asks_for_source_and_period(self, admin_client):
        assert len(check(admin_client)["reminders"]) == 2
        known = {"source_name": "Office for National Statistics", "period": "2024"}
        assert check(admin_client, **known)["reminders"] == []

    def test_names_problems_by_their_cell(self, admin_client):
        answer = check(
            admin_client, NUMBERS + "Chief\tmuch\n", columns="Salary: money USD"
        )
        assert answer["problems"] == [
            {
                "text": "Row 3, column “Salary”: “much” is not a number.",
                "row": 3,
                "column": "Salary",
            }
        ]
        assert "html" not in answer

    def test_asks_how_decimals_are_written(self, admin_client):
        text = "Level\tPay\nEntry\t$1,234\n"
        question = check(admin_client, text)["question"]
        assert question["readings"] == {".": "1234", ",": "1.234"}
        assert check(admin_client, text, decimal_mark=",")["problems"] == []

    def test_stored_cells_need_no_question(self, admin_client):
        data = {
            "columns": [{"key": "a", "label": "A", "type": "decimal"}],
            "rows": [{"cells": ["8.430"]}],
        }
        item = StatTableFactory(data=data)
        answer = check(admin_client, '"A"\n"8.430"\n', table=item.pk)
        assert answer["problems"] == []

    def test_long_table_shows_its_first_rows(self, admin_client):
        rows = "".join(f"r{n}\t{n}\n" for n in range(2000))
        answer = check(admin_client, "A\tB\n" + rows, row_order="given")
        assert answer["chart"]["reason"].startswith("2000 rows; a chart takes at most")
        assert answer["html"].count('<th scope="row">') == 30
        assert "and 1970 more rows" in answer["html"]

    @pytest.mark.parametrize(
        "numbers",
        [
            "A\tA\n1\t2\n",
            "A\tB\nx\tNaN\ny\tinf\n",
            f"A\tB\nx\t{'9' * 40}\n",
            "A\n" + "1\n" * 5000,
            '"',
            "\x00",
            "A\tB\n\ud800\t1\n".encode("utf-8", "replace").decode(),
            "\N{RIGHT-TO-LEFT OVERRIDE}אב\tB\n🐝\t1\nג\t2\n",
            "\t".join("A" * 40) + "\n1\n",
        ],
        ids=lambda text: repr(text[:12]),
    )
    def test_anything_is_answered(self, admin_client, numbers):
        answer = check(admin_client, numbers)
        assert answer["problems"] or answer["html"]

    def test_changes_nothing(self, admin_client):
        item = StatTableFactory()
        check(admin_client, "A\tB\nx\t1\n", table=item.pk)
        assert StatTable.objects.get().data == item.data

    def test_script_in_any_text_is_inert(self, admin_client):
        numbers = f"{SCRIPT}\tPay\n{SCRIPT}\t$5\nb\t$7\n"
        fields = dict.fromkeys(["title", "subtitle", "source_name"], SCRIPT)
        assert SCRIPT not in check(admin_client, numbers, **fields)["html"]
        assert (
            SCRIPT
            not in check(admin_client, numbers, chart_form="none", **fields)["html"]
        )

    def test_address_that_is_no_link_is_none(self, admin_client):
        answer = check(admin_client, source_name="A", source_url="javascript:alert(1)")
        assert "javascript:" not in answer["html"]


class TestBlock:
    def test_comes_back_in_our_notation(self, admin_client):
        answer = block(admin_client, ["Rome", "1.234,50 €"], ["Bonn", "2 €"])
        assert answer.json()["cells"] == [["Rome", "€1234.50"], ["Bonn", "€2"]]

    def test_words_stay_as_they_are(self, admin_client):
        lines = [["18-24", "a, b"], ["8.3 or so", "1/2"]]
        assert block(admin_client, *lines).json()["cells"] == lines

    def test_column_of_words_keeps_its_numbers(self, admin_client):
        answer = block(admin_client, ["1,234"], kinds=["text"])
        assert answer.json()["cells"] == [["1,234"]]

    def test_asks_what_a_number_means(self, admin_client):
        question = block(admin_client, ["1,234"]).json()["question"]
        assert question["readings"] == {".": "1234", ",": "1.234"}
        answer = block(admin_client, ["1,234"], decimal_mark=",").json()
        assert answer["cells"] == [["1.234"]]

    @pytest.mark.parametrize(
        "cells",
        ["", "{}", "[1]", "[[1]]", "[" * 10_000, "null", json.dumps([[]] * 3000)],
    )
    def test_that_no_grid_sends_is_refused(self, admin_client, cells):
        response = admin_client.post(BLOCK, {"cells": cells, "types": "[]"})
        assert (response.status_code, "error" in response.json()) == (400, True)


class TestFile:
    def test_says_what_would_change_and_stores_nothing(self, admin_client):
        item = StatTableFactory()
        data = workbook(["Level", "Salary"], ["Entry", 90000], ["Chief", 200000.5])
        texts = {"numbers": "Level\tSalary\nEntry\t85000\nSenior\t170000\n"}
        texts["columns"] = "Level: text\nSalary: money USD"
        answer = send_file(
            admin_client, data, "pay.xlsx", table=item.pk, **texts
        ).json()
        assert answer["sentences"] == [
            "New row: “Chief”.",
            "Row that goes: “Senior”.",
            "1 cell changes:",
            "Entry, Salary: $85,000 → $90,000",
        ]
        assert answer["numbers"] == "Level\tSalary\nEntry\t90000\nChief\t200000.5\n"
        assert answer["columns"] == texts["columns"]
        assert StatTable.objects.get().data == item.data

    def test_of_csv_may_need_an_answer(self, admin_client):
        text = "Level;Pay\nEntry;1.234\n"
        question = send_file(admin_client, text).json()["question"]
        assert question["readings"] == {".": "1.234", ",": "1234"}
        answer = send_file(admin_client, text, decimal_mark=",").json()
        assert answer["numbers"] == "Level\tPay\nEntry\t1234\n"

    def test_bad_cells_are_named_and_handed_over(self, admin_client):
        answer = send_file(
            admin_client, "Level,Pay\nEntry,much\n", columns="Pay: money USD"
        ).json()
        assert answer["sentences"] == [
            "Row 1, column “Pay”: “much” is not a number. That is line 2 of the file."
        ]
        assert "much" in answer["numbers"]

    @pytest.mark.parametrize("data", [b"", b"%PDF", b"PK\x03\x04", b"\xff\xfeabc"])
    def test_that_is_no_table_is_refused(self, admin_client, data):
        response = send_file(admin_client, data)
        assert response.status_code == 400
        assert response.json()["error"]

    def test_of_macros_is_refused(self, admin_client):
        data = repacked(workbook(["A"]), add={"xl/vbaProject.bin": b"x"})
        assert "macros" in send_file(admin_client, data, "a.xlsm").json()["error"]

    def test_that_was_not_chosen_is_asked_for(self, admin_client):
        assert "Choose a .csv" in admin_client.post(FILE).json()["error"]


class TestFormWithoutScript:
    def address(self, item):
        return reverse("admin:statistics_stattable_change", args=[item.pk])

    def read(self, client, item, file, **changes):
        page = client.get(self.address(item))
        sent = filled_in(page, spreadsheet=file, _read_file="1", **changes)
        return client.post(self.address(item), sent)

    def test_file_fills_the_form_in_and_saves_nothing(self, admin_client):
        item = StatTableFactory()
        page = self.read(admin_client, item, upload("Level,Salary\nEntry,$9.5\n"))
        form = page.context["adminform"].form
        assert form["numbers"].value() == "Level\tSalary\nEntry\t9.5\n"
        assert form["decimal_mark"].value() == "."
        [told] = page.context["messages"]
        assert "nothing is saved yet. Row that goes: “Senior”." in str(told)
        assert form.errors == {}
        assert StatTable.objects.get().data == item.data

    def test_what_was_typed_stays(self, admin_client):
        item = StatTableFactory()
        page = self.read(admin_client, item, upload("A,B\nx,1\n"), title="New words")
        assert page.context["adminform"].form["title"].value() == "New words"

    def test_bad_file_is_told(self, admin_client):
        page = self.read(admin_client, StatTableFactory(), upload(b"%PDF"))
        assert [str(m) for m in page.context["messages"]][0].startswith(
            "This is no table"
        )

    def test_decimal_comma_can_be_chosen(self, admin_client):
        item = StatTableFactory()
        changes = {"numbers": "Level\tSalary\nEntry\t1.234\n", "columns": ""}
        address = self.address(item)
        sent = filled_in(admin_client.get(address), **changes)
        [problem] = form_errors(admin_client.post(address, sent))["numbers"]
        assert "“1.234” could mean 1.234 or 1234" in problem
        admin_client.post(address, sent | {"decimal_mark": ",", "_publish": ""})
        assert StatTable.objects.get().data["rows"][0]["cells"] == ["Entry", "1234"]

    def test_form_that_does_not_fit_is_an_error_of_the_form(self, admin_client):
        item = StatTableFactory()
        address = self.address(item)
        sent = filled_in(admin_client.get(address), chart_form="parts")
        assert form_errors(admin_client.post(address, sent)) == {
            "chart_form": [
                "This form does not fit: only percentages are parts of a whole: use a "
                "bar chart."
            ]
        }
