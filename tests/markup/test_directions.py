"""Test the direction of texts in right-to-left scripts."""

from django.utils import translation

from careerguide.markup.directions import isolated_html


class TestIsolated:
    def test_english_in_an_english_page_stays_as_it_is(self):
        assert isolated_html("Ph.D.") == "Ph.D."

    def test_arabic_and_hebrew_in_an_english_page_keep_their_direction(self):
        for text in ("ماذا (2024)", "כמה? 25%"):
            assert isolated_html(text) == f"<bdi>{text}</bdi>"

    def test_everything_in_a_page_from_the_right_keeps_its_direction(self):
        with translation.override("ar"):
            assert isolated_html("Ph.D.") == "<bdi>Ph.D.</bdi>"

    def test_markup_is_text(self):
        with translation.override("he"):
            assert isolated_html("<b>") == "<bdi>&lt;b&gt;</bdi>"
