"""Test the comparison of two versions: fields, and whole words in bounded work."""

import pytest
from diff_match_patch import diff_match_patch

from articles.models import Article
from careerguide.publishing.drafts import diff
from careerguide.publishing.drafts.diff import (
    differences,
    readable,
    related_names,
    word_pieces,
)
from careerguide.publishing.models.snapshots import snapshot
from statistics.models import StatTable
from tests.each import each
from tests.factories import ArticleFactory, CareerFactory, StatTableFactory

REPEATING = [
    ("*_" * 20_000, "_*" * 20_000),
    ("a b " * 10_000, "b a " * 10_000),
    ("> " * 20_000 + "x", "x" + " >" * 20_000),
]


def texts_of(pieces, kinds):
    return "".join(text for kind, text in pieces if kind in kinds)


class TestWordPieces:
    def test_never_split_a_word(self):
        pieces = word_pieces("Bees dance at dusk.", "Bees danced at dusk.")
        assert [p for p in pieces if p[0] != "same"] == [
            ("gone", "dance"),
            ("new", "danced"),
        ]

    @each(
        "before, after",
        [
            ("41.7%", "41.9%"),
            ("$120,000", "$125,000"),
            ("96.7bn", "97.5bn"),
            ("1\u202f200,50", "1\u202f300,50"),
        ],
    )
    def test_never_split_a_number(self, before, after):
        pieces = word_pieces(f"It is {before}.", f"It is {after}.")
        assert [p for p in pieces if p[0] != "same"] == [
            ("gone", before),
            ("new", after),
        ]

    @pytest.mark.parametrize(
        ("before", "after"),
        [*REPEATING, ("", "New."), ("Old.", ""), ("Same.", "Same.")],
        ids=range(6),
    )
    def test_lose_nothing_that_changed(self, before, after):
        pieces = word_pieces(before, after)
        gone, new = (texts_of(pieces, [kind]) for kind in ("gone", "new"))
        assert len(gone) <= len(before) and len(new) <= len(after)
        assert bool(gone or new) == (before != after)

    @pytest.mark.parametrize(("before", "after"), REPEATING, ids=range(3))
    def test_of_texts_that_repeat_themselves_are_bounded_work(
        self, before, after, monkeypatch
    ):
        """Each occurrence of a part was followed to its end, thousands of times."""
        followed = []
        follow = diff_match_patch.diff_commonPrefix

        def count(self, one, other):
            followed.append(1)
            return follow(self, one, other)

        monkeypatch.setattr(diff_match_patch, "diff_commonPrefix", count)
        monkeypatch.setattr(diff, "SECONDS", 0.001)
        word_pieces(before, after)
        assert len(followed) < 500


class TestSameText:
    """Much of it is left out between what changed, and before and after that."""

    def same(self, before, after):
        return [text for kind, text in word_pieces(before, after) if kind == "same"]

    def test_at_the_start_leaves_its_end(self):
        words = "a" * 82
        assert self.same(f"{words} old", f"{words} new") == [f"{words} "]
        words = "a" * 83
        assert self.same(f"{words} old", f"{words} new") == [f"…{'a' * 79} "]

    def test_at_the_end_leaves_its_start(self):
        words = "a" * 82
        assert self.same(f"old {words}", f"new {words}") == [f" {words}"]
        words = "a" * 83
        assert self.same(f"old {words}", f"new {words}") == [f" {'a' * 79}…"]

    def test_between_leaves_both(self):
        words = " ".join(f"{number:03}" for number in range(40)) + "xx"
        assert self.same(f"old {words} old", f"new {words} new") == [f" {words} "]
        words += "x"
        cut = f" {words[:79]} … {words[-79:]} "
        assert self.same(f"old {words} old", f"new {words} new") == [cut]

    def test_of_all_says_nothing(self):
        assert self.same("a " * 40, "a " * 40) == ["…"]
        assert word_pieces("", "") == []


@pytest.mark.django_db
class TestFields:
    def field(self, model, name):
        return model._meta.get_field(name)

    def test_are_those_that_differ_by_name(self):
        old = snapshot(ArticleFactory(title="Bees", summary="They hum."))
        found = differences(Article, old, old | {"title": "Wasps"})
        assert [(d.field, d.label) for d in found] == [("title", "Title")]
        assert found[0].pieces == (("gone", "Bees"), ("new", "Wasps"))
        assert found[0].lines == ()
        assert differences(Article, old, old) == []

    def test_of_a_table_are_told_in_sentences(self):
        table = StatTableFactory()
        old = snapshot(table)
        rows = [*table.data["rows"], {"cells": ["Chief", "9"]}]
        found = differences(StatTable, old, old | {"data": table.data | {"rows": rows}})
        assert [d.field for d in found] == ["data"]
        assert found[0].lines == ("New row: “Chief”.",)
        assert found[0].pieces == ()

    def test_name_what_they_refer_to(self):
        career, other = CareerFactory(name="Beekeeper"), CareerFactory(name="Baker")
        old = snapshot(ArticleFactory(career=career))
        new = old | {"career_id": other.pk}
        names = related_names(Article, [old, new])
        assert names["career_id"] == {career.pk: "Beekeeper", other.pk: "Baker"}
        for known in (names, None):
            [found] = differences(Article, old, new, known)
            assert found.pieces == (("gone", "Beekeeper"), ("new", "Baker"))
        gone = old | {"career_id": 0}
        [found] = differences(Article, old, gone, related_names(Article, [old, gone]))
        assert found.pieces[-1] == ("new", "something that was deleted")

    @each(
        ("model", "name", "value", "text"),
        [
            (Article, "title", None, ""),
            (Article, "title", "", ""),
            (Article, "title", "Bees", "Bees"),
            (Article, "career", 0, "something that was deleted"),
            (Article, "content_updated_on", "2026-05-04", "4 May 2026"),
            (StatTable, "chart_form", "line", "Line over time"),
            (StatTable, "chart_form", "pie", "pie"),
            (StatTable, "headline_row", "0", "0"),
        ],
    )
    def test_are_shown_as_an_editor_knows_them(self, model, name, value, text):
        assert readable(self.field(model, name), value) == text

    def test_hours_are_those_of_the_site(self, settings):
        settings.TIME_ZONE = "Europe/Berlin"
        field = self.field(Article, "publish_at")
        assert "14:30" in readable(field, "2026-05-04T12:30:00+00:00")
