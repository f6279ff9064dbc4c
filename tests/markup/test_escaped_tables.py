"""Test that an escaped `[[table: x]]` shows its marks."""

from html import unescape

import pytest

from careerguide.markup import plain_text, render, table_slugs
from careerguide.markup.checks.survey import survey
from careerguide.markup.tables import ESCAPED

SPELLED = [
    *(r"\[[table: x]]", r"\[\[table: x\]\]", r"[\[table: x]]", r"[[table: x]\]"),
    *(r"[[table\: x]]", "&#91;[table: x]]", "[[table&#x3A; x]]", "[&lbrack;table: x]]"),
    *(r"\[\[ TABLE :x ]]", "  \\[[table: x]]  ", "[[t&#97;ble: x]]"),
]
PLACES = ["{}", "Text.\n\n{}\n\nMore.", "a\n{}\nb", "a\\\n{}\\\nb", "a<br>{}<br>b"]
CODE = ["`{}`", "    {}", "```\n{}\n```", "<code>{}</code>", "<pre>\n{}\n</pre>"]


@pytest.mark.parametrize("line", SPELLED)
class TestSpelled:
    @pytest.mark.parametrize("place", PLACES)
    def test_shows_its_marks_and_no_table(self, line, place):
        text = place.replace("{}", line)
        document = render(text, embed=lambda slug: "TABLE OF x")
        assert document.table_slugs == () and table_slugs(text) == []
        assert "TABLE OF x" not in document.html
        assert unescape(document.html).lower().count("table") == 1
        assert "[[" in unescape(document.html)
        assert ESCAPED not in document.html + plain_text(text)

    @pytest.mark.parametrize("place", PLACES)
    def test_beside_a_table_shows_only_that(self, line, place):
        text = place.replace("{}", line) + "\n\n[[table: y]]"
        assert table_slugs(text) == ["y"]

    def test_is_told_of_nothing(self, line):
        assert survey(f"Text.\n\n{line}", shows_tables=True).faults == ()

    def test_hides_no_fault_of_another_line(self, line):
        [fault] = survey(f"{line}\n\nText [[table: x]] more", shows_tables=True).faults
        assert fault.line == 3 and "not alone" in fault.problem

    @pytest.mark.parametrize("code", CODE)
    def test_in_code_is_as_it_was_typed(self, line, code):
        document = render(code.replace("{}", line))
        assert document.table_slugs == ()
        assert ESCAPED not in document.html

    @pytest.mark.parametrize(
        "place", ["# {}", "{}\n===", "- {}", "> {}", "| {} |\n|-|"]
    )
    def test_elsewhere_leaves_no_trace(self, line, place):
        document = render(place.replace("{}", line))
        heads = "".join(heading.text + heading.id for heading in document.headings)
        assert ESCAPED not in document.html + heads

    def test_in_a_title_leaves_no_trace(self, line):
        assert ESCAPED not in render(f'[a](/b/ "c\n{line}\nd")').html


class TestControl:
    @pytest.mark.parametrize(
        "line", ["[[table: x]]", " [[ Table:x ]] ", "[[table: x]]"]
    )
    @pytest.mark.parametrize("place", PLACES)
    def test_a_line_as_it_should_be_shows_the_table(self, line, place):
        assert table_slugs(place.replace("{}", line)) == ["x"]

    @pytest.mark.parametrize("code", CODE)
    def test_in_code_none_is_shown(self, code):
        text = code.replace("{}", "[[table: x]]")
        assert table_slugs(text) == []
        assert "[[table: x]]" in render(text).html

    def test_after_a_backslash_that_is_shown_none_is(self):
        document = render(r"\\[[table: x]]")
        assert document.table_slugs == ()
        assert r"\[[table: x]]" in document.html

    def test_an_entity_that_forges_the_mark_shows_nothing(self):
        assert ESCAPED not in render("a &#xFDD0; b\n\n# &#xFDD0;c").html
