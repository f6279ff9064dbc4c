"""Test that code in brackets blocks nothing, while a broken link or note does."""

import pytest

from careerguide.markup.checks.survey import survey
from tests.each import each


def blocking(text):
    return [f.sentence for f in survey(text).faults if f.blocks]


def sentences(text):
    return [f.sentence for f in survey(text).faults]


CODE = [
    *("[a-z][0-9]", "[A-Z][a-z]+", "[0-9][0-9]:[0-5][0-9]", "^[a-z_][a-z0-9_-]*$"),
    *("[A-Fa-f0-9][A-Fa-f0-9]", "[а-я][А-Я]", "[a-zäöü][A-ZÄÖÜ]", r"[\w.][\d,]{2,3}"),
    *("[+-][0-9]+", "[aeiou][^aeiou]", "[A-Z][aeiou]", "[ ][x]", "[.,;][)\\]]"),
    *("[^abc]", "one of [^abc]", "[^a-z]", "[^0-9]+", r"[^\s]", "[^,]", "([^/]+)"),
    *('"[^"]*"', "[^aeiou]", "q[^u]", "[^A-Za-z][0-9]", "/[^smith]/", "[^kz]+"),
    *("a[i][j]", "[i][j]", "x[0][1]", "[1][2]", "[i+1][j-1]", "m[:, 0][1]", "[-1][0]"),
    *("config[section][key]", "f(x)[i][j]", "rows[n][first]", "a[i][j][k]", "b[x][]"),
    *("['name']['first']", 'data["pay"]["mid"]', "[--verbose][-q]", "[C][G]", "T[][]"),
    *("[…][…]", "fields[a-z](one or more)", "handlers[i](event, data)"),
    *('pay[["table"]]', "list[[tables]]", "[[:alpha:]]", "[[a-z][0-9]]"),
]
MEANT = [
    *("[the survey][bls]", "Have you read [the survey][bls]?", "([the survey][bls])"),
    *("[survey][bls]", "[no such][]", "[survey][]", "[a][no-such]", "[2024][bls]"),
    *("[report][1]", "[the report][1]", "[e-mail][contact]", "[Smith-Jones][sj]"),
    *(
        "[A-level results][dfe]",
        "see[the survey][bls]",
        "参见[调查][统计]",
        "“[pay][bls]”",
    ),
    *(
        "[x-ray][nhs]",
        "[k-means][wiki]",
        "[US data][us]+",
        "**[pay][bls]**",
        "[C++][cpp]",
    ),
    *("word[^1]", "word.[^1]", "word [^1]", "word[^note]", "word,[^smith-2020]"),
    *("a word [^survey]", "(see [^smith])", "km/h[^1]", "and/or[^2]", "“so”[^a]"),
    *("word[^abc]", "[^1] words", "word[^1][^2]", "word[^*]", "f(x)[^1]", "C++[^1]"),
]


class TestCode:
    @each("code", CODE)
    @each("text", ["{}", "Match {} here.", "- {}", "| {} |\n|---|"])
    def test_blocks_nothing(self, code, text):
        if "|" in text and "|" in code or text == "{}" and code == "[ ][x]":
            return
        assert blocking(text.replace("{}", code)) == []

    @pytest.mark.parametrize("code", ["[a-z][0-9]", "x [^abc]", "[i][j]"])
    def test_is_told_of_backticks(self, code):
        [sentence] = sentences(f"Text.\n\n{code}")
        assert sentence.startswith("Line 3: ")
        assert "between backticks" in sentence

    @pytest.mark.parametrize(
        "code", ["x[0][1]", "a[i][j]", "as said [1][2]", "f(x)[i]"]
    )
    def test_an_index_is_told_of_nothing(self, code):
        assert sentences(code) == []


class TestLinkOrNoteForgotten:
    @each("text", MEANT)
    @each("around", ["Text: {}", "- {}", "> Text {}"])
    def test_blocks(self, text, around):
        assert blocking(around.replace("{}", text)), text

    @pytest.mark.parametrize("text", ["[the survey][bls]", "[A-Z][index]", "[i][j]"])
    def test_control_with_its_definition_is_a_link(self, text):
        label = text.rpartition("[")[2]
        assert sentences(f"{text}\n\n[{label}: https://example.org/") == []
