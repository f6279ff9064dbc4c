"""Text becomes plain tokens: the same for whoever writes and whoever searches."""

import random
import threading
import unicodedata

import pytest

from careerguide.search.plain_text import plain_text, surface_words
from careerguide.search.stems import algorithm_of, stem
from careerguide.search.tokens import units


def tokens(text, language="en-gb"):
    return plain_text(text, language)


@pytest.mark.parametrize(
    "same",
    [
        ("Ph.D.", "PhD", "phd", "PH.D", "Ph. D."),
        ("M.Sc.", "MSc", "m.sc"),
        ("U.S.", "US", "us"),
        (
            "$120,000",
            "120k",
            "120 000",
            "120000",
            "€120,000.00",
            "120\u202f000",
            "120K",
            "120.000",  # as in German
            "120.000,00 €",
            "120'000",
        ),
        ("1,20,000", "120,000"),  # as in India
        ("1,250,000", "1.250.000", "1 250 000", "1.250.000,00"),
        ("1,234", "1.234"),
        ("8.43", "8.430", "$8.43", "8,43"),
        ("43.8%", "43.8 %", "43.8 percent", "43.8 per cent", "43,8 %"),
        ("96.7 billion", "96,7 billion"),
        ("24/7", "24-7", "24–7"),
        ("Zürich", "ZURICH", "zurich", "Zu\u0308rich"),
        ("crème brûlée", "creme brulee"),
        ("Master’s", "master's", "masters", "Master´s"),
        ("don’t", "dont"),
        ("Engineers", "engineer", "engineering"),
        ("WCAG 2.2", "WCAG2.2"),
        ("a nurse", "an nurse"),
        ("salary", "salaries"),
        ("٣٥", "35", "３５"),
        ("Straße", "STRASSE"),
    ],
    ids=lambda same: same[0],
)
def test_written_in_several_ways(same):
    whole = {frozenset(tokens(text).split()) for text in same}
    shortest = min(whole, key=len)
    assert all(shortest <= words for words in whole)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C++", "cplusplus"),
        ("C#", "csharp"),
        ("F#", "fsharp"),
        (".NET", "dotnet"),
        ("ASP.NET", "dotnet"),
        ("Node.js", "nodej"),
        ("e-commerce", "ecommerc"),
        ("e-commerce", "commerc"),
        ("24/7", "24x7"),
        ("25–34", "25x34"),
        ("$96.7bn", "96700000000"),
        ("96.7 billion", "96700000000"),
        ("96.7 billion", "96p7"),
        ("2.5 million", "2500000"),
        ("2.5m", "2500000"),
        ("O'Brien", "obrien"),
        ("R&D", "rd"),
        ("HTML5", "html"),
        ("HTML5", "html5"),
        ("WCAG2.2", "wcag"),
        ("WCAG2.2", "2p2"),
        ("1.234", "1p234"),
        ("18,25", "18"),
        ("18,25,30", "25"),
        ("5,3 million", "5300000"),
    ],
)
def test_finds_in(text, found):
    assert found in tokens(text).split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("earn", "learning"),
        ("C", "C++"),
        ("C", "C#"),
        ("C++", "C#"),
        ("120", "120,000"),
        ("1.5", "15"),
        ("0.125", "125"),
        ("12.5", "125"),
        ("1.2345", "12345"),
        ("ethics", "ethnic"),
    ],
)
def test_not_the_same(one, other):
    assert not {*tokens(one).split()} & {*tokens(other).split()}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("120.000 €", "de", "120000"),
        ("3,5", "de", "3p5"),
        ("3.5", "de", "3p5"),
        ("120,000", "de", "120000"),
        ("120,000.50", "de", "120000p5"),
        ("am 10.12.2024", "de", "2024"),
        ("am 10.12.", "de", "10"),
        ("3,5 Mio. Euro", "de", "3500000"),
        ("Ingenieurinnen und Ingenieure", "de", "ingenieur"),
        ("l’école d’ingénieurs", "fr", "ecol"),
        ("120 000", "fr", "120000"),
        ("2,5 millions", "fr", "2500000"),
        ("Ingeniørene", "nb", "ingenior"),
    ],
)
def test_other_languages(text, language, found):
    assert any(token.startswith(found) for token in tokens(text, language).split())


def test_language_without_a_stemmer_keeps_words():
    assert algorithm_of("vi") == ""
    assert tokens("Kỹ sư", "vi") == "ky su"


@pytest.mark.parametrize("text", ["東京大学", "カフェの店", "กรุงเทพ", "의사가", "医生"])
def test_any_part_of_a_script_without_spaces_is_found(text):
    row = f" {tokens(text)} "
    for start in range(len(unicodedata.normalize("NFC", text)) - 1):
        part = text[start : start + 3]
        wanted = " ".join(t.text for u in units(part, "en") for t in u.tokens)
        assert f" {wanted} " in row


def test_vowel_signs_belong_to_words():
    assert len(tokens("हिन्दी में", "hi").split()) == 2


def test_no_word_is_spelt_from_numbers_and_pairs():
    words = [token.word for token in surface_words("東京 120k 24/7 salaries", "en")]
    assert words == ["salaries"]


def test_tokens_hold_nothing_that_a_database_reads():
    chance = random.Random(16)
    signs = "\"'`*:^(){}[]<>&|!-+~\\%_;,.#@\0\n\t\ue000\u200b\u0301é東ก٣½ﬁ😀aZ09 "
    for _ in range(3_000):
        text = "".join(chance.choices(signs, k=chance.randrange(40)))
        for token in tokens(text).split():
            assert all(c.isalnum() or unicodedata.category(c)[0] == "M" for c in token)
            assert token == token.lower()
            assert len(token) <= 64


def test_tokens_of_tokens_are_the_same():
    """Else what is indexed could not be found by typing it."""
    for text in ("Ph.D. 96.7 billion", "C++ e-commerce 24/7", "Zürich O'Brien"):
        for token in tokens(text).split():
            if token.isalpha():
                assert stem(token, "en-gb") in tokens(token).split()


@pytest.mark.parametrize(
    "text",
    ["1,22," * 40_000, "a." * 100_000, "'a" * 100_000, "-a" * 100_000, "1 " * 100_000],
    ids=["groups", "dots", "apostrophes", "hyphens", "digits"],
)
def test_long_texts_take_time_by_their_length(text):
    """Each would take minutes if anything looked ahead to the end."""
    assert tokens(text) is not None


def test_threads_do_not_share_a_word():
    words = [f"engineer{chr(97 + n % 26)}{chr(97 + n // 26)}ings" for n in range(300)]
    alone = [stem(word, "en") for word in words]
    wrong = []

    def work():
        for word, wanted in zip(words, alone, strict=True):
            if plain_text(word, "en") != wanted:
                wrong.append(word)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
