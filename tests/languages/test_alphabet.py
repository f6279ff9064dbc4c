"""Test the order of words as each language's dictionaries have it."""

import random

import pytest
from django.utils import translation

from careerguide.languages.alphabet import collation_key, initial
from tests.each import each

ORDERS = {
    "en-gb": "Ärzte, evora, Évry, Level 2, Level 10, Zagreb, Zürich",
    "de": "Apfel, Arzt, Ärzte, Oper, Öse, Strasse, Straße, Zebra",
    "sv": "Berg, Zebra, Åre, Älg, Øre, Ösel",
    "da": "Berg, Zebra, Æble, Øre, Ålborg, Aalborg",
    "fi": "Berg, Zebra, Åbo, Ähtäri, Öja",
    "es": "nada, nube, ñame, oso",
    "cs": "cena, čas, hora, chata, ikona, řeka, zub, žena",
    "pl": "cena, ćma, las, łoś, zebra, źdźbło, żaba",
    "hu": "cukor, csoki, óra, ördög, ősz, papa",
    "tr": "Hasan, Irak, ısı, ipek, İzmir, şeker, tuz",
    "et": "sada, šokk, zoo, žanr, tere, vesi, õun, äri, öö, üks",
    "is": "ala, ást, eyja, þorp, æska, öl",
    "lt": "cukrus, čia, lapas, šuo, žuvis",
    "vi": "an, Ấn Độ, bà, đá",
    "ru": "ёлка, ель, игра, йод, кот",
    "uk": "гора, ґава, дім, еклер, євро, імла, їжак, йод",
    "be": "ель, ёд, здань, іней, йод, кот",
    "fa": "آب, بابا, پدر, تهران, چای, خانه, ژاله, کتاب, گل, لاله",
    "ar": "أب, بيت, تمر, جمل",
    "hi": "अकन, अफ़ार, आयरिश, कल, खत",
    "th": "กา, แก, ขา, เขา",
}


def shuffled(texts):
    return random.Random(1).sample(texts, len(texts))


@each("language", ORDERS)
def test_texts_stand_as_in_a_dictionary(language):
    texts = ORDERS[language].split(", ")

    assert sorted(shuffled(texts), key=lambda t: collation_key(t, language)) == texts


def test_the_same_letters_stand_elsewhere_in_another_language():
    towns = ["Zagreb", "Örebro", "Oslo"]

    def ordered():
        return sorted(towns, key=collation_key)

    with translation.override("de"):
        assert ordered() == ["Örebro", "Oslo", "Zagreb"]
    with translation.override("sv"):
        assert ordered() == ["Oslo", "Zagreb", "Örebro"]


def test_accents_and_case_decide_between_equals_only():
    texts = ["resume", "Resume", "résumé", "resumes"]

    assert sorted(shuffled(texts), key=collation_key) == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["Level 2", "Level 10", "Level 10a"],
        ["1 to 2", "3 to 5", "10 to 20"],
        ["A2", "A10", "B1"],
        ["٢", "١٠"],
        ["7", "007a", "8"],
    ],
)
def test_numbers_count_as_numbers(texts):
    assert sorted(shuffled(texts), key=collation_key) == texts


@each("text", ["", " ", "\u0301", "9" * 5000, "²", "\ud800", "é" * 500, "🐝", "\u0e40"])
def test_any_text_has_a_key_that_compares(text):
    assert sorted([text, "b", "1", ""], key=collation_key)


def test_whole_languages_follow_their_own_script_first():
    with translation.override("ru"):
        assert sorted(["Berlin", "Яндекс"], key=collation_key)[0] == "Яндекс"
    with translation.override("de"):
        assert sorted(["Berlin", "Яндекс"], key=collation_key)[0] == "Berlin"


INITIALS = {
    "en-gb": "A æther Ärzte, D ǅ, E Évry, F ﬁnance, O Ørsted, S Straße, 日 日本",
    "sv": "Z zebra, Å Åre, Ä Älg, Ö Øre Ösel",
    "cs": "Č čas, H hora, Ch chata, Ř řeka",
    "tr": "I Irak ısı, İ ipek İzmir",
    "hu": "C cukor, Cs csoki, Dzs dzseki, Ö Ördög ősz",
    "ru": "Е ёлка ель, Й йод, A Asta",
    "el": "Α Άλφα, Ω ωμέγα",
    "th": "ช เชียงใหม่",
}


@each("language, listed", INITIALS.items())
def test_initials_are_letters_of_the_language_and_in_order(language, listed):
    groups = [group.split() for group in listed.split(", ")]
    words = [(word, letter) for letter, *of_it in groups for word in of_it]
    assert [initial(word, language) for word, _ in words] == [one for _, one in words]
    words.sort(key=lambda pair: collation_key(pair[0], language))
    found = [letter for _, letter in words]
    assert list(dict.fromkeys(found)) == [group[0] for group in groups]


@each("text", ["", " ", "-", "3D artist", "٣", "\u0301", "“”", "\ud800"])
def test_numbers_and_signs_have_no_initial(text):
    assert initial(text) == ""
