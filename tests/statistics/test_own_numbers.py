"""Test numbers of a table in its own title and in the label of its quick fact."""

import copy

import pytest
from django.core.exceptions import ValidationError
from django.core.serializers import deserialize

from careerguide.exchange.guide_yaml import export
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from careerguide.site.not_found import nearest
from careerguide.site.recent_changes import recent_changes
from statistics.models import StatTable
from statistics.own_numbers import source_of
from statistics.references.changes import changed_sentences
from tests.editor.test_number_views import CLAIMS, NUMBERS, WORKED_OUT
from tests.factories import (
    SALARIES,
    ArticleFactory,
    StatTableFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

SENIOR = "[[number: Senior; Salary]]"
TITLE = f"Seniors earn {SENIOR}"
RATIO = "[[ratio: Senior; Salary;; Entry; Salary]]"


def with_cell(number, row=1, name=None):
    data = copy.deepcopy(SALARIES)
    cells = data["rows"][row]["cells"]
    cells[1] = number
    cells[0] = name or cells[0]
    return data


@pytest.fixture
def table():
    return StatTableFactory(title=TITLE, slug="pay")


class TestReading:
    @pytest.mark.parametrize(
        ("title", "shown"),
        [
            (TITLE, "Seniors earn $170,000"),
            (f"{RATIO} times as much", "2 times as much"),
            ("Seniors earn [[number: nobody; Salary]]", "Seniors earn no data"),
            ("الراتب [[number: Senior; Salary]]", "الراتب \u2068$170,000\u2069"),
            ("Plain [[words]]", "Plain [[words]]"),
        ],
    )
    def test_shows_what_the_table_says(self, title, shown):
        table = StatTable.objects.get(pk=StatTableFactory(title=title).pk)
        assert (str(table), table.title) == (shown, shown)

    def test_label_of_the_quick_fact_has_its_numbers(self):
        cell = {"headline_row": "Entry", "headline_column": "salary"}
        label = f"At first, later {SENIOR}"
        table = StatTableFactory(headline_label=label, **cell)
        assert table.headline["label"] == "At first, later $170,000"

    def test_follows_the_data(self, table):
        table.data = with_cell("180000")
        del table.__dict__["table"]
        assert table.title == "Seniors earn $180,000"

    @pytest.mark.parametrize("fields", [("slug", "title"), ("title",)])
    def test_data_that_was_left_out_is_loaded_at_once(
        self, fields, django_assert_num_queries
    ):
        StatTableFactory.create_batch(3, title=TITLE)
        StatTableFactory.create_batch(3)
        with django_assert_num_queries(2):
            titles = [str(table) for table in StatTable.objects.only(*fields)]
        assert titles.count("Seniors earn $170,000") == 3

    @pytest.mark.parametrize(
        "load",
        [
            lambda career: StatTable.objects.order_by("pk").only_list_fields(),
            lambda career: StatTable.objects.links_in_guide(career.pk),
        ],
    )
    def test_lists_load_the_data_of_these_alone(self, load, django_assert_num_queries):
        career = StatTableFactory(title=TITLE).career
        StatTableFactory(career=career)
        with django_assert_num_queries(1):
            tied, other = load(career)
            assert tied.title == "Seniors earn $170,000"
        assert other.own_data is None


class TestStoring:
    """The notation stays, whichever way a text is written."""

    def stored(self, table):
        found = StatTable.objects.filter(pk=table.pk)
        return found.values_list("title", flat=True).get()

    def test_save_keeps_the_notation(self, table):
        table.save()
        assert self.stored(table) == TITLE

    def test_checks_keep_the_notation(self, table):
        table.full_clean()
        table.save()
        assert self.stored(table) == TITLE

    def test_text_of_another_table_brings_its_notation(self, table):
        other = StatTableFactory(title=table.title)
        StatTable.objects.filter(pk=table.pk).update(title=other.title)
        assert self.stored(other) == self.stored(table) == TITLE
        assert StatTable.objects.filter(title=table.title).count() == 2

    def test_snapshot_and_copy_keep_the_notation(self, table):
        values = snapshot(table)
        assert type(values["title"]) is str
        assert values["title"] == TITLE
        changed = apply_snapshot(table, {"data": with_cell("1")})
        assert source_of(changed.title) == TITLE
        assert changed.title == "Seniors earn $1"

    def test_guide_as_a_file_keeps_the_notation(self, table):
        text = export(table.career.slug)
        assert f"title: '{TITLE}'" in text
        table.delete()
        for one in deserialize("yaml", text):
            one.save()
        assert StatTable.objects.get().title == "Seniors earn $170,000"

    def test_refreshing_keeps_the_notation(self, table):
        table.refresh_from_db()
        assert source_of(table.title) == TITLE


class TestChecking:
    @pytest.mark.parametrize(
        ("title", "part"),
        [
            ("[[number: nobody; Salary]]", "no row “nobody”"),
            ("[[number: Senior; Bonus]]", "no column “Bonus”"),
            ("[[number: other; Senior; Salary]]", "of its own table alone"),
            ("[[number: Senior]]", "Write [[number: row; column]]."),
            ("[[sum: Senior]]", "Write [[sum: row; column;; row; column]]"),
            ("[[share: Senior; Salary]]", "from 2 cells"),
            (f"{'w ' * 15}{SENIOR}", "16 words"),
            ("w" * 195 + SENIOR, "Readers see 203 characters"),
        ],
    )
    @pytest.mark.parametrize("status", ["draft", "published"])
    def test_says_at_the_field_what_is_wrong(self, title, part, status):
        StatTableFactory(slug="other")
        table = StatTableFactory(title=title, status=status)
        with pytest.raises(ValidationError) as caught:
            table.clean()
        assert part in " ".join(caught.value.message_dict["title"])

    def test_label_is_checked_as_well(self):
        cell = {"headline_row": "Entry", "headline_column": "salary"}
        label = "[[number: nobody; Salary]]"
        with pytest.raises(ValidationError) as caught:
            StatTableFactory(headline_label=label, **cell).clean()
        assert [*caught.value.message_dict] == ["headline_label"]

    def test_words_are_those_that_readers_see(self):
        StatTableFactory(title=f"{'word ' * 14}{RATIO}").clean()

    def test_what_only_looks_like_notation_is_not_published(self):
        table = StatTableFactory(title="Pay [[number Senior; Salary]]", status="draft")
        table.clean()
        table.title = "Pay [[number; Senior; Salary]]"
        table.mark_published()
        with pytest.raises(ValidationError) as caught:
            table.clean()
        assert "[[number: row; column]]" in str(caught.value.message_dict["title"])


class TestChanging:
    def test_own_words_are_among_the_sentences_that_change(self, table):
        after = apply_snapshot(table, {"data": with_cell("180000")})
        assert [*changed_sentences(table, after)] == [
            (after, "Seniors earn $170,000", "Seniors earn $180,000")
        ]

    def test_search_and_lists_have_the_number_before_and_after(self, table, client):
        user = UserFactory(is_superuser=True)
        for number in ("$170,000", "$180,000"):
            title = f"Seniors earn {number}"
            assert [item["heading"] for item in recent_changes(5)][0] == title
            assert {
                "title": title,
                "url": "/statistics/pay/",
                "language": "",
            } in nearest("pays", StatTable)
            after = apply_snapshot(table, {"data": with_cell("180000")})
            actions.save_draft(table, after, user)
            actions.publish(StatTable.objects.get(), user)


class TestDialog:
    ABOUT = {"model": "statistics.stattable", "field": "title"}

    def test_offers_the_cells_of_the_table_alone(self, admin_client, table):
        StatTableFactory(career=table.career)
        sent = self.ABOUT | {"item": table.pk}
        cells = admin_client.get(NUMBERS, sent).json()["items"]
        assert [cell["notation"] for cell in cells] == [
            "[[number: Entry; Salary]]",
            SENIOR,
        ]

    def test_offers_what_editors_are_working_on(self, admin_client, table):
        after = apply_snapshot(table, {"data": with_cell("3")})
        actions.save_draft(table, after, UserFactory())
        sent = self.ABOUT | {"item": table.pk}
        cells = admin_client.get(NUMBERS, sent).json()["items"]
        assert [cell["text"] for cell in cells] == ["$85,000", "$3"]

    def test_works_out_of_its_own_cells(self, admin_client, table):
        cells = '[["pay", "Senior", "Salary"], ["pay", "Entry", "Salary"]]'
        sent = self.ABOUT | {"item": table.pk, "keyword": "ratio", "cells": cells}
        answer = admin_client.post(WORKED_OUT, sent).json()
        assert (answer["text"], answer["notation"]) == ("2", RATIO)

    def test_proposes_ties_to_its_own_cells(self, admin_client, table):
        StatTableFactory(career=table.career)
        sent = self.ABOUT | {"item": table.pk, "text": "Seniors earn $170,000"}
        [claim] = admin_client.post(CLAIMS, sent).json()["claims"]
        assert [p["notation"] for p in claim["proposals"]] == [SENIOR]

    def test_offers_nothing_before_there_is_a_table(self, admin_client):
        ArticleFactory()
        answer = admin_client.get(NUMBERS, self.ABOUT).json()
        assert answer["items"] == []
