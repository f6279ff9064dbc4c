"""Test the comparison of two texts: whole words, in bounded work."""

import pytest
from diff_match_patch import diff_match_patch

from careerguide.publishing.drafts import diff
from careerguide.publishing.drafts.diff import word_pieces

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
