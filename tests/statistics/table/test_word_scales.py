"""Test scales of words: the step of each label, and labels that are of no scale."""

import pytest
from django.utils import translation

from statistics.table.word_scales import answer_places, level_places
from tests.each import each


@each(
    ("labels", "places"),
    [
        ("intern|junior|senior|chief", [0, 1, 3, 11]),
        ("entry level|mid-level|senior level", [1, 2, 3]),
        ("bachelor’s degree|master’s degree|doctorate", [7, 8, 9]),
        ("junior data engineer|lead data engineer", [1, 5]),
        ("low|very  high", [2, 7]),
        ("a1|c2", [0, 5]),
    ],
)
def test_levels_are_known(labels, places):
    labels = [" ".join(label.split()) for label in labels.split("|")]
    assert level_places(labels) == places


@each(
    ("labels", "places"),
    [
        ("agree|strongly disagree", [1, 6]),
        ("never|always", [8, 0]),
        ("very important|not at all important", [1, 6]),
    ],
)
def test_answers_are_known(labels, places):
    assert answer_places(labels.split("|")) == places


@each(
    "labels",
    ["junior|york", "junior|entry", "engineer|senior engineer", "level|degree", "|"],
)
def test_others_are_of_no_scale(labels):
    assert level_places(labels.split("|")) is None
    assert answer_places(labels.split("|")) is None


def test_the_words_of_the_language_and_english_ones_are_known(monkeypatch):
    german = {"bronze; silver; gold; platinum": "Bronze; Silber, Zweiter; Gold; -"}
    real = translation._trans.pgettext
    monkeypatch.setattr(
        translation._trans,
        "pgettext",
        lambda context, text: (
            german.get(text, real(context, text))
            if translation.get_language() == "de-ch"
            else real(context, text)
        ),
    )
    with translation.override("de-ch"):
        assert level_places(["zweiter", "bronze"]) == [1, 0]
        assert level_places(["silver", "gold"]) == [1, 2]


@pytest.mark.parametrize("label", ["junior", "degree"])
def test_one_label_is_no_scale(label):
    assert level_places([label, label]) is None
