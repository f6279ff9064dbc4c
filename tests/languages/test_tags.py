"""Test language tags: which are known, and what stands in for them."""

import pytest

from careerguide.languages.tags import direction, language_tag, nearest_tags, own_name
from careerguide.search.stems import algorithm_of
from tests.each import each

NEAREST = {
    "de-ch": ("de-ch", "de"),
    "fr-ca": ("fr-ca", "fr"),
    "zh-hant-tw": ("zh-hant-tw", "zh-hant", "zh-tw", "zh", "zh-hans"),
    "zh-hk": ("zh-hk", "zh-hant-hk", "zh-hant", "zh", "zh-hans"),
    "no": ("no", "nb"),
    "mt": ("mt",),
}
WRITTEN = {"zh-Hant_TW": "zh-hant-tw", " pt-BR ": "pt-br", "iw": "he"}
WRITTEN |= {"es-419": "es-419"}
STEMMED = {"de-at": "german", "nb": "norwegian", "no": "norwegian", "nl-be": "dutch"}
STEMMED |= {"en-us": "english", "mt": "", "zh-hant-tw": ""}


@each("tag", NEAREST)
def test_the_nearest_tags_come_first(tag):
    assert nearest_tags(tag) == NEAREST[tag]


@each("text", WRITTEN)
def test_a_tag_is_written_in_one_way(text):
    assert language_tag(text) == WRITTEN[text]


@each("text", ["", "-", "de-", "../de", "xx", "de-xx", "de-abcd", "deutsch", "d" * 99])
def test_what_is_no_tag_is_refused(text):
    with pytest.raises(ValueError):
        language_tag(text)


def test_scripts_and_languages_have_a_direction():
    right = [
        tag for tag in ("ar-eg", "ckb", "pa-arab", "yi") if direction(tag) == "rtl"
    ]
    assert right == ["ar-eg", "ckb", "pa-arab", "yi"]
    assert {direction(tag) for tag in ("de", "ku", "az-latn", "", "?")} == {"ltr"}


def test_a_language_is_called_as_it_calls_itself():
    assert [own_name(tag) for tag in ("de", "fr-ca", "mt")] == [
        "Deutsch",
        "Français (Canada)",
        "Malti",
    ]


@each("tag", STEMMED)
def test_words_are_stemmed_by_the_language_of_the_tag(tag):
    assert algorithm_of(tag) == STEMMED[tag]
