"""Test that a text's length is what the browser counts."""

import pytest
from django import forms
from django.test import override_settings

from careerguide.markup.fields import TextField


def problems(text, limit=20):
    try:
        TextField(max_length=limit).clean(text)
    except forms.ValidationError as error:
        return error.messages
    return []


class TestLength:
    @pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
    def test_counts_a_line_break_once(self, end):
        assert problems("a" + f"{end}a" * 9) == []
        assert problems("aaa" + f"{end}a" * 9) != []

    def test_keeps_one_kind_of_line_end(self):
        assert TextField(max_length=3).clean("a\r\nb") == "a\nb"

    @override_settings(LANGUAGE_CODE="en")
    def test_counts_code_units_as_maxlength_does(self):
        assert problems("😀" * 10) == []
        [sentence] = problems("😀" * 10 + "a")
        assert "At most 20" in sentence
        assert "this has 21" in sentence
        assert "emoji" in sentence

    def test_of_letters_is_said_as_django_does(self):
        [sentence] = problems("a" * 21)
        assert "at most 20 characters (it has 21)" in sentence

    def test_browser_gets_the_same_limit(self):
        assert TextField(max_length=20).widget.attrs["maxlength"] == "20"
