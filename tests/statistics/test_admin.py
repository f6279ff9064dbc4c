"""Test a table in the admin: pasted from a spreadsheet, read on the site."""

import pytest
from django.urls import reverse

from statistics.models import StatTable
from tests.factories import CareerFactory, StatTableFactory
from tests.forms import filled_in, form_errors

pytestmark = pytest.mark.django_db

PASTED = "Region\tShare\tMark\r\nEurope\t30%\t\r\nAsia\tn/a\t\r\nAll\t100%\ttotal\r\n"


def change_url(table):
    return reverse("admin:statistics_stattable_change", args=[table.pk])


def send(client, table, **changes):
    url = change_url(table)
    return client.post(url, filled_in(client.get(url), **changes) | {"_publish": ""})


class TestPaste:
    def test_is_read_on_the_public_page(self, admin_client):
        table = StatTableFactory()
        note = {"note_kind": "update", "note_text": "The table is by region now."}
        answer = send(admin_client, table, numbers=PASTED, columns="", **note)
        assert answer.status_code == 302
        page = admin_client.get(table.get_absolute_url()).content.decode()
        assert '<th scope="row">Europe</th><td class="number">30%</td>' in page
        assert (
            '<th scope="row">Asia</th><td class="number missing">no data</td>' in page
        )
        assert '<tr id="row-3" class="total"><th scope="row">All</th>' in page

    def test_can_make_a_new_table(self, client, sign_in):
        sign_in("Author")
        url = reverse("admin:statistics_stattable_add")
        fields = {
            "career": CareerFactory().pk,
            "title": "Most live in Europe",
            "numbers": "Region,Share\nEurope,30%\n",
        }
        assert client.post(url, filled_in(client.get(url), **fields)).status_code == 302
        table = StatTable.objects.get()
        assert table.slug == "most-live-in-europe"
        assert table.data["rows"] == [{"cells": ["Europe", "30"]}]

    def test_saved_untouched_changes_nothing(self, admin_client):
        table = StatTableFactory(data=StatTableFactory.build(career=None).data)
        before = table.data
        send(admin_client, table)
        table.refresh_from_db()
        assert (table.data, table.version) == (before, 1)

    def test_shown_again_is_what_was_typed(self, admin_client):
        text = "Region\tShare\nEurope\tmany\n"
        sent = send(
            admin_client, StatTableFactory(), numbers=text, columns="A: percent"
        )
        assert "Europe\tmany" in sent.content.decode()


class TestBadPaste:
    def test_names_every_bad_cell_and_saves_nothing(self, admin_client):
        table = StatTableFactory()
        sent = send(
            admin_client,
            table,
            title="Better",
            numbers="Level\tSalary\nEntry\tmuch\nSenior\t$170,000.50\nChief\t€5\n",
        )
        assert form_errors(sent) == {
            "numbers": [
                "Row 1, column “Salary”: “much” is not a number.",
                "Row 3, column “Salary”: “€5” is in €, which is not what the column "
                "holds.",
            ]
        }
        stored = StatTable.objects.get()
        assert (stored.title, stored.data) == (table.title, table.data)
        assert stored.version == 1

    def test_names_a_bad_line_about_the_columns(self, admin_client):
        sent = send(admin_client, StatTableFactory(), columns="Wage: integer")
        assert list(form_errors(sent)) == ["columns"]

    def test_names_a_title_that_is_too_long(self, admin_client):
        sent = send(admin_client, StatTableFactory(), title="one " * 16)
        assert form_errors(sent) == {"title": ["16 words: say it in 15 or fewer."]}

    @pytest.mark.parametrize("text", ["a\x00b\tc", '"open', "\t\t\t", "=1\n=2", "🐝"])
    def test_of_any_kind_is_answered(self, admin_client, text):
        sent = send(admin_client, StatTableFactory(), numbers=text, columns="")
        assert sent.status_code in (200, 302)
        assert StatTable.objects.get().table is not None


class TestQuickFact:
    def test_is_named_as_the_table_shows_it(self, admin_client):
        table = StatTableFactory()
        send(
            admin_client,
            table,
            headline_label="Pay, senior",
            headline_row="Senior",
            headline_column="Salary",
        )
        page = admin_client.get(table.career.get_absolute_url()).content.decode()
        assert "<dd>$170,000</dd>" in page

    def test_of_no_such_cell_is_an_error_of_its_field(self, admin_client):
        sent = send(
            admin_client,
            StatTableFactory(),
            headline_label="Pay",
            headline_row="Chief",
            headline_column="Salary",
        )
        assert list(form_errors(sent)) == ["headline_row"]


class TestWithoutTheRightToChange:
    def test_cells_are_shown(self, client, sign_in):
        sign_in("Editor")
        page = client.get(change_url(StatTableFactory())).content.decode()
        assert "Senior\t170000" in page
        assert "Salary: money USD" in page
