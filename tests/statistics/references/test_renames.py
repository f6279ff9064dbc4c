"""Test that texts follow the names of rows and columns."""

import pytest

from articles.models import Article
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import WorkingCopy
from statistics.models import StatTable
from statistics.references.renames import found, with_names
from statistics.table.schema import parse
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory

COLUMNS = [
    {"key": "level", "label": "Level", "type": "text"},
    {"key": "mean", "label": "Mean", "type": "money", "currency": "USD"},
]


def data(*rows, columns=COLUMNS):
    return {"columns": columns, "rows": [{"cells": list(row)} for row in rows]}


def renamed(before, after):
    return found(parse(before), parse(after)).rows


OLD = data(("Junior", "1"), ("Mid", "2"), ("Senior", "3"))


@pytest.mark.parametrize(
    ("after", "rows"),
    [
        (OLD, {}),
        (data(("Entry", "1"), ("Mid", "2"), ("Senior", "3")), {"junior": "Entry"}),
        (data(("Entry", "9"), ("Mid", "2"), ("Senior", "3")), {"junior": "Entry"}),
        (
            data(("Entry", "1"), ("Middle", "2"), ("Senior", "3")),
            {"junior": "Entry", "mid": "Middle"},
        ),
        # Two new rows where two were: nobody knows which is which.
        (data(("Entry", "8"), ("Middle", "9"), ("Senior", "3")), {}),
        (data(("Mid", "2"), ("Senior", "3")), {}),
        (data(("Junior", "1"), ("New", "4"), ("Mid", "2"), ("Senior", "3")), {}),
        # Moved, as where rows are sorted by name.
        (data(("Mid", "2"), ("Senior", "3"), ("Youth", "1")), {"junior": "Youth"}),
        # One went and another came, elsewhere.
        (data(("Mid", "2"), ("Senior", "3"), ("Youth", "7")), {}),
        # The name went to another row.
        (data(("Mid", "1"), ("Junior", "2"), ("Senior", "3")), {}),
        (data(("junior", "1"), ("Mid", "2"), ("Senior", "3")), {}),
    ],
)
def test_row_is_renamed_where_it_is_the_same(after, rows):
    assert renamed(OLD, after) == rows


@pytest.mark.parametrize(
    ("former", "name", "is_same"),
    [
        ("2023", "2024", False),
        ("Q1 2024", "Q2 2024", False),
        ("25-34", "25 to 34", True),
        ("Junior", "Entry", True),
    ],
)
def test_other_numbers_in_a_name_are_another_row(former, name, is_same):
    before = data(("All", "5"), (former, "1"), ("Rest", "3"))
    after = data(("All", "5"), (name, "2"), ("Rest", "3"))
    assert bool(renamed(before, after)) == is_same


def test_row_is_the_same_where_a_column_comes_with_its_new_name():
    columns = [*COLUMNS, {"key": "n", "label": "Number", "type": "integer"}]
    after = data(
        ("Mid", "2", "8"), ("Senior", "3", "9"), ("Youth", "1", "7"), columns=columns
    )
    assert renamed(OLD, after) == {"junior": "Youth"}


def test_rows_of_one_name_lead_nowhere_if_they_part():
    before, after = data(("A", "1"), ("A", "2")), data(("B", "1"), ("C", "2"))
    assert renamed(before, after) == {}


def test_column_is_known_by_its_key():
    columns = [COLUMNS[0], COLUMNS[1] | {"label": "Average"}]
    names = found(parse(OLD), parse(data(("Junior", "1"), columns=columns)))
    assert names.columns == {"mean": "Average"}


def test_only_names_of_the_table_are_written_anew():
    names = found(
        parse(OLD), parse(data(("A; *b*", "1"), ("Mid", "2"), ("Senior", "3")))
    )
    text = (
        "a [[number: pay; JUNIOR; Mean]] b [[number: other; Junior; Mean]] "
        "[[number: pay; Mid; Mean]] [[sum: pay; Mid; Mean;; Junior; Mean]] "
        "[[table: pay]]"
    )
    assert with_names(text, {"pay"}, names) == (
        'a [[number: pay; "A; \\*b\\*"; Mean]] b [[number: other; Junior; Mean]] '
        '[[number: pay; Mid; Mean]] [[sum: pay; Mid; Mean;; "A; \\*b\\*"; Mean]] '
        "[[table: pay]]"
    )


def publish(table, values):
    draft = StatTable.objects.get(pk=table.pk)
    draft.data = values
    actions.save_draft(draft, draft, by=None)
    actions.publish(draft, by=None)


@pytest.mark.django_db
class TestPublication:
    @pytest.fixture
    def career(self):
        return CareerFactory()

    @pytest.fixture
    def table(self, career):
        return StatTableFactory(slug="pay", career=career, data=OLD)

    def test_live_texts_and_drafts_follow_with_one_entry_each(self, career, table):
        body = "a [[number: pay; Junior; Mean]]"
        live = ArticleFactory(career=career, summary=body, body=body)
        draft = ArticleFactory(career=career)
        draft.body = body
        actions.save_draft(draft, draft, by=None)
        version, day = live.version, live.content_updated_on
        publish(table, data(("Entry", "1"), ("Mid", "2"), ("Senior", "3")))
        live.refresh_from_db()
        now = "a [[number: pay; Entry; Mean]]"
        assert (live.body, live.summary) == (now, now)
        assert (live.version, live.content_updated_on) == (version, day)
        assert [e.event for e in live.history.all()].count("followed") == 1
        assert WorkingCopy.objects.of(draft).get().values["body"] == now
        assert Article.objects.get(pk=live.pk).plain("body") == "a $1"

    def test_old_name_is_understood_until_another_row_has_it(self, career, table):
        publish(table, data(("Entry", "1"), ("Mid", "2"), ("Senior", "3")))
        late = ArticleFactory(career=career, body="a [[number: pay; Junior; Mean]]")
        late.full_clean()
        assert late.plain("body") == "a $1"
        publish(table, data(("First", "1"), ("Mid", "2"), ("Senior", "3")))
        late = Article.objects.get(pk=late.pk)
        assert late.body == "a [[number: pay; First; Mean]]"
        rows = (("First", "1"), ("Junior", "7"), ("Mid", "2"), ("Senior", "3"))
        publish(table, data(*rows))
        newer = ArticleFactory(career=career, body="a [[number: pay; Junior; Mean]]")
        assert newer.plain("body") == "a $7"
        assert Article.objects.get(pk=late.pk).plain("body") == "a $1"

    def test_whoever_has_the_form_open_is_told_of_no_conflict(self, career, table):
        body = "a [[number: pay; Junior; Mean]]"
        article = ArticleFactory(career=career, body=body)
        shown = article.version
        publish(table, data(("Entry", "1"), ("Mid", "2"), ("Senior", "3")))
        article = Article.objects.get(pk=article.pk)
        assert article.version == shown
        article.body = f"{body} and more"
        actions.save_draft(article, article, by=None)
        actions.publish(article, by=None)
        assert Article.objects.get(pk=article.pk).plain("body") == "a $1 and more"

    def test_table_is_published_with_its_own_note_written_anew(self, career):
        table = StatTableFactory(
            slug="own", career=career, data=OLD, note="a [[number: own; Junior; Mean]]"
        )
        publish(table, data(("Entry", "1"), ("Mid", "2"), ("Senior", "3")))
        table.refresh_from_db()
        now = "a [[number: own; Entry; Mean]]"
        newest = table.history.all()[0]
        assert (table.note, newest.values["note"]) == (now, now)
        assert newest.event == "published"
        assert "followed" not in [entry.event for entry in table.history.all()]


@pytest.mark.django_db
class TestOpenForm:
    """A form that was open while a row was renamed brings its old name back."""

    WITH_ANOTHER = data(("Junior", "1"), ("Middle", "2"), ("Senior", "3"), ("Mid", "7"))

    @pytest.fixture
    def table(self):
        table = StatTableFactory(slug="pay", data=OLD)
        publish(table, data(("Junior", "1"), ("Middle", "2"), ("Senior", "3")))
        return table

    def test_text_is_saved_with_the_name_of_now(self, table):
        article = ArticleFactory(career=table.career)
        article.body = "They earn [[number: pay; Mid; Mean]]."
        article.summary = "Up to [[number: pay; mid; Mean]]."
        article.full_clean()
        assert "[[number: pay; Middle; Mean]]" in article.body
        assert "[[number: pay; Middle; Mean]]" in article.summary

    def test_it_does_not_come_to_mean_a_row_that_is_called_so_later(self, table):
        article = ArticleFactory(career=table.career)
        article.body = "They earn [[number: pay; Mid; Mean]]."
        article.full_clean()
        article.save()
        publish(table, self.WITH_ANOTHER)
        article = Article.objects.get(pk=article.pk)
        assert "$2" in article.render("body").html

    def test_a_row_that_is_called_so_again_is_left_alone(self, table):
        publish(table, self.WITH_ANOTHER)
        article = ArticleFactory(career=table.career)
        article.body = "They earn [[number: pay; Mid; Mean]]."
        article.full_clean()
        assert "[[number: pay; Mid; Mean]]" in article.body
