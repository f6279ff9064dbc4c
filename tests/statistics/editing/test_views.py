"""Test the requests of the admin's grid, and the form that needs no script."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.test import override_settings
from django.urls import reverse
from django.utils import translation

from statistics.importing.clipboard import read_clipboard
from statistics.importing.values.decimal_mark import Unsettled
from statistics.models import StatTable
from tests.factories import StatTableFactory, UserFactory
from tests.forms import filled_in, form_errors
from tests.statistics.workbook_files import repacked, upload, workbook

pytestmark = pytest.mark.django_db

CHECK = "/admin/statistics/stattable/grid/check/"
CLIPBOARD = "/admin/statistics/stattable/grid/clipboard/"
FILE = "/admin/statistics/stattable/grid/file/"
NUMBERS = "Level\tSalary\nEntry\t$5.5\nSenior\t$7\n"
SCRIPT = "<script>alert(1)</script>"


def check(client, numbers=NUMBERS, **fields):
    data = {"title": "Pay rises", "numbers": numbers, **fields}
    return client.post(CHECK, data).json()


def clipboard(client, *lines, kinds=(), **fields):
    data = {"cells": json.dumps(lines), "types": json.dumps(kinds), **fields}
    return client.post(CLIPBOARD, data)


def send_file(client, data, name="table.csv", **fields):
    return client.post(FILE, {"file": upload(data, name), **fields})


class TestWhoMayAsk:
    @pytest.mark.parametrize("address", [CHECK, CLIPBOARD, FILE])
    def test_nobody_without_an_account(self, client, address):
        assert client.post(address).status_code == 403

    @pytest.mark.parametrize("address", [CHECK, CLIPBOARD, FILE])
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

    @pytest.mark.parametrize("address", [CHECK, CLIPBOARD, FILE])
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

    def test_proposes_the_rows_that_are_named_as_totals(self, admin_client):
        numbers = "Area\tPay\nLeeds\t1\nYork\t2\nInsgesamt\t3\n"
        assert check(admin_client, numbers)["totals"] == {
            "rows": [3],
            "sentence": "Row “Insgesamt” is named as a total, but stands among what it "
            "sums up.",
            "change": "Mark it as a total",
        }
        marked = "Area\tPay\tMark\nLeeds\t1\t\nYork\t2\t\nInsgesamt\t3\ttotal\n"
        assert check(admin_client, marked)["totals"] is None
        refused = numbers.replace("3", "three")
        assert check(admin_client, refused)["totals"] is None

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
        assert "<caption" in answer["html"]

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


class TestInferred:
    def test_of_a_column_without_a_line_comes_with_its_undoing(self, admin_client):
        answer = check(admin_client, "Area\tDial\nLeeds\t0113\nYork\t01904\n")
        assert answer["inferred"] == [
            {
                "column": "Dial",
                "key": "dial",
                "sentence": "Dial: text, as “0113” begins with 0.",
                "change": "Make it a number",
                "type": "integer",
                "line": "Dial: integer",
            }
        ]

    def test_of_columns_with_a_line_is_nothing(self, admin_client):
        answer = check(admin_client, NUMBERS, columns="Salary: money USD")
        assert answer["inferred"] == []

    def test_comes_with_what_is_asked(self, admin_client):
        answer = check(admin_client, "A\tPay\nx\t35 000 kr\n")
        assert answer["question"] is None
        assert answer["problems"][0]["column"] == "Pay"
        assert answer["inferred"][0]["line"] == "Pay: money SEK"

    def test_lines_around_a_paste_are_left_out_and_said(self, admin_client):
        text = "Table 1\nArea\tPay\nLeeds\t5\nYork\t6\n\nSource: ONS\n"
        answer = check(admin_client, text, canonical="1")
        assert answer["texts"][0] == "Area\tPay\nLeeds\t5\nYork\t6\n"
        assert len(answer["sentences"]) == 2

    def test_line_of_names_and_separator_can_be_chosen(self, admin_client):
        text = "a,b;c\nd,e;f\n1,2;3\n"
        fields = {"canonical": "1", "separator": ",", "header_row": "2"}
        answer = check(admin_client, text, **fields)
        assert [c["label"] for c in answer["columns"]] == ["d", "e;f"]

    def test_separator_may_be_the_question(self, admin_client):
        question = check(admin_client, "a,b;c,d\nw,x;y,z\n")["question"]
        assert (question["kind"], question["readings"]) == ("separator", {})


class TestTyped:
    def test_cell_is_read_by_the_marks_of_the_language(self, admin_client):
        with override_settings(LANGUAGE_CODE="de"), translation.override("de"):
            answer = clipboard(admin_client, ["8,43"], typed="1").json()
        assert answer["cells"] == [["8.43"]]

    @pytest.mark.parametrize(("language", "first"), [("de", "39500"), ("en", "39.500")])
    def test_cell_of_two_readings_is_asked_about(self, language, first):
        with translation.override(language), pytest.raises(Unsettled) as caught:
            read_clipboard([["39.500"]], ["money"], typed=True)
        assert next(iter(caught.value.readings.values())) == first

    @pytest.mark.parametrize(
        ("language", "cell", "readings"),
        [
            ("en", "37.125", {".": "37.125", ",": "37125"}),
            ("de", "8,435", {",": "8.435", ".": "8435"}),
            ("hi", "37.125", {".": "37.125", ",": "37125"}),
        ],
    )
    @pytest.mark.parametrize("kind", ["integer", "year", "rank"])
    @pytest.mark.parametrize("typed", [True, False])
    def test_decimals_among_whole_numbers_are_asked_about(
        self, language, cell, readings, kind, typed
    ):
        with translation.override(language), pytest.raises(Unsettled) as caught:
            read_clipboard([[cell]], [kind], typed=typed)
        assert caught.value.readings == readings

    @pytest.mark.parametrize(
        ("language", "cell"), [("en", "37,125"), ("de", "37.125"), ("de-ch", "37’125")]
    )
    @pytest.mark.parametrize("typed", [True, False])
    def test_thousands_among_whole_numbers_are_read(self, language, cell, typed):
        with translation.override(language):
            assert read_clipboard([[cell]], ["integer"], typed=typed)[0] == [["37125"]]

    def test_answer_is_followed(self, admin_client):
        answer = clipboard(admin_client, ["39.500"], typed="1", decimal_mark=",").json()
        assert answer["cells"] == [["39500"]]

    def test_mark_becomes_a_note(self, admin_client):
        answer = clipboard(
            admin_client, ["x", "32000p", "x"], kinds=["integer", "integer", "text"]
        ).json()
        assert answer["cells"] == [["[x]", "32000 [p]", "x"]]
        assert answer["notes"] == [
            {"row": 0, "column": 0, "note": "x"},
            {"row": 0, "column": 1, "note": "p"},
        ]

    LABELS = (
        *("1960s", "3D artist", "2nd line support", "5G engineer", "12b", "12m"),
        *("<1 year", "~5 years", "(5)", "+44", "1/2", "5 %", "12 m", "7*", "1e5", "II"),
    )

    @pytest.mark.parametrize("cell", LABELS)
    @pytest.mark.parametrize("typed", [True, False])
    def test_cell_of_an_unknown_column_stays_as_it_is(self, cell, typed):
        assert read_clipboard([[cell]], [""], typed=typed)[0] == [[cell]]
        assert read_clipboard([[cell]], [], typed=typed)[0] == [[cell]]

    @pytest.mark.parametrize("cell", [*LABELS, "10,5", "1,234", "1.234,50 €", "5 000"])
    @pytest.mark.parametrize("typed", [True, False])
    @pytest.mark.parametrize("kind", ["", "text"])
    def test_cell_beside_words_stays_as_it_is(self, cell, typed, kind):
        answer = read_clipboard(
            [[cell]], [kind], typed=typed, beside=[["Cook", "Nurse"]]
        )
        assert answer == ([[cell]], [], [])

    @pytest.mark.parametrize("kind", ["", "integer", "decimal"])
    def test_word_beside_a_number_is_not_moved(self, kind):
        for cell in ("5G engineer", "3rd", "1960s"):
            assert read_clipboard([[cell]], [kind], typed=True, beside=[["5"]])[0] == [
                [cell]
            ]

    @pytest.mark.parametrize(
        ("cells", "right"),
        [(["10,5", "7"], ["10.5", "7"]), (["1,234.50", "2"], ["1234.50", "2"])],
    )
    def test_numbers_of_an_unknown_column_are_read(self, cells, right):
        lines = [[cell] for cell in cells]
        assert read_clipboard(lines, [""])[0] == [[cell] for cell in right]

    def test_number_in_an_unknown_column_is_said(self, admin_client):
        answer = clipboard(admin_client, ["10,5"], kinds=[""], typed="1").json()
        assert answer["cells"] == [["10.5"]]
        assert answer["sentences"] == ["“10,5” was read as the number 10.5."]

    @pytest.mark.parametrize("beside", ["{}", "[1]", "[[1]]", "5", "[[[]]]"])
    def test_cells_beside_that_no_grid_sends_are_refused(self, admin_client, beside):
        response = clipboard(admin_client, ["1"], kinds=[""], beside=beside)
        assert response.status_code == 400

    def test_code_keeps_its_zeros(self, admin_client):
        assert clipboard(admin_client, ["020"], typed="1").json()["cells"] == [["020"]]


class TestBlock:
    def test_comes_back_in_our_notation(self, admin_client):
        answer = clipboard(admin_client, ["Rome", "1.234,50 €"], ["Bonn", "2 €"])
        assert answer.json()["cells"] == [["Rome", "€1234.50"], ["Bonn", "€2"]]

    def test_words_stay_as_they_are(self, admin_client):
        lines = [["18-24", "a, b"], ["8.3 or so", "1/2"]]
        assert clipboard(admin_client, *lines).json()["cells"] == lines

    def test_column_of_words_keeps_its_numbers(self, admin_client):
        answer = clipboard(admin_client, ["1,234"], kinds=["text"])
        assert answer.json()["cells"] == [["1,234"]]

    def test_asks_what_a_number_means(self, admin_client):
        question = clipboard(admin_client, ["1,234"]).json()["question"]
        assert question["readings"] == {".": "1234", ",": "1.234"}
        answer = clipboard(admin_client, ["1,234"], decimal_mark=",").json()
        assert answer["cells"] == [["1.234"]]

    @pytest.mark.parametrize(
        "cells",
        ["", "{}", "[1]", "[[1]]", "[" * 10_000, "null", json.dumps([[]] * 3000)],
    )
    def test_that_no_grid_sends_is_refused(self, admin_client, cells):
        response = admin_client.post(CLIPBOARD, {"cells": cells, "types": "[]"})
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

    def test_paste_says_how_a_cell_of_two_readings_was_taken(self, admin_client):
        answer = clipboard(admin_client, ["1,000"], ["1,5"]).json()
        assert answer["cells"] == [["1.000"], ["1.5"]]
        [sentence] = answer["sentences"]
        assert sentence.startswith("“1,000” is read as 1.000, as decimals follow")
        assert clipboard(admin_client, ["1,000"], ["1.5"]).json()["sentences"] == []

    def test_bad_cells_are_named_and_handed_over(self, admin_client):
        answer = send_file(
            admin_client, "Level,Pay\nEntry,much\n", columns="Pay: money USD"
        ).json()
        assert answer["sentences"] == [
            "Row 1, column “Pay”: “much” is not a number. That is line 2 of the file."
        ]
        assert "much" in answer["numbers"]

    def test_says_where_the_table_stands(self, admin_client):
        text = "Title\n\nArea,Pay\nA,1\nB,2\nAll,3\n\nSource: ONS\n"
        answer = send_file(admin_client, text).json()
        assert answer["source"]["header_row"] == 3
        assert answer["source"]["notes"] == "Source: ONS"
        assert answer["totals"] == [3]
        assert answer["inferred"][0]["line"] == "Pay: text"
        again = send_file(admin_client, text, header_row="4").json()
        assert again["numbers"].startswith("A\t1\n")

    def test_of_another_sheet_is_read_if_it_is_chosen(self, admin_client):
        data = workbook(["A", "B"], ["x", 1], sheets=["Two"])
        answer = send_file(admin_client, data, "a.xlsx", sheet="None").json()
        assert "The workbook has no sheet “None”" in answer["error"]
        answer = send_file(admin_client, data, "a.xlsx", sheet="Sheet").json()
        assert [s["name"] for s in answer["source"]["sheets"]] == ["Sheet", "Two"]

    def test_that_asks_changes_nothing_in_the_form(self, admin_client):
        data = workbook(["A", "B"], ["x", "45.300"])
        answer = send_file(admin_client, data, "a.xlsx", numbers="K\n").json()
        assert answer["question"]["kind"] == "decimals"
        assert answer["numbers"] == "K\n"

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

    def test_save_says_what_columns_were_taken_for(self, admin_client):
        item = StatTableFactory()
        changes = {"numbers": "Area\tDial\nLeeds\t0113\n", "columns": ""}
        sent = filled_in(admin_client.get(self.address(item)), **changes)
        page = admin_client.post(self.address(item), sent, follow=True)
        sentences = [str(message) for message in page.context["messages"]]
        assert "Dial: text, as “0113” begins with 0." in sentences

    def test_question_stands_at_the_field(self, admin_client):
        item = StatTableFactory()
        changes = {"numbers": "A\tPay\nx\t35 000 kr\n", "columns": ""}
        sent = filled_in(admin_client.get(self.address(item)), **changes)
        [problem] = form_errors(admin_client.post(self.address(item), sent))["numbers"]
        assert "Say which: write “Pay: money SEK”" in problem

    def test_line_of_names_can_be_chosen(self, admin_client):
        file = upload("A,B\nC,D\nx,1\n")
        page = self.read(
            admin_client, StatTableFactory(), file, spreadsheet_header_row="2"
        )
        form = page.context["adminform"].form
        assert form["numbers"].value() == "C\tD\nx\t1\n"

    def test_file_that_asks_leaves_the_form_as_it_was(self, admin_client):
        item = StatTableFactory()
        page = self.read(admin_client, item, upload("Level,Salary\nEntry,1.234\n"))
        form = page.context["adminform"].form
        assert "Senior\t170000" in form["numbers"].value()
        told = [str(message) for message in page.context["messages"]]
        assert told[0].startswith("Answer this, and read the file again")
        assert "could mean 1.234 or 1234" in told[1]

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
        note = {"note_kind": "update", "note_text": "New numbers."}
        chosen = sent | {"decimal_mark": ",", "_publish": ""} | note
        admin_client.post(address, chosen)
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
