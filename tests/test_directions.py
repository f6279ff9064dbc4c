"""Test that style sheets name no side: a page in Arabic is mirrored by itself."""

import re

from django.conf import settings

APPS = ("articles", "careerguide", "faq", "statistics")
SIDES = re.compile(
    r"(?:^|[;{\s])((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)"
    r"[a-z-]*|left|right|border-(?:top|bottom)-(?:left|right)-radius|"
    r"(?:text-align|float|clear):\s*(?:left|right))\s*[:;]"
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Of books: devices that read them are old, and know no logical properties.
OF_BOOKS = {"book.css"}
# A line over time runs from the left in every language, and so does its room.
DELIBERATE = {("_line.css", "padding-left"), ("_line.css", "padding-right")}


def sides_named():
    for app in APPS:
        for path in sorted((settings.BASE_DIR / app).rglob("*.css")):
            if "vendor" not in path.parts and path.name not in OF_BOOKS:
                for found in SIDES.findall(COMMENT.sub("", path.read_text())):
                    yield path.name, found


def test_style_sheets_name_beginnings_and_ends():
    assert {*sides_named()} == DELIBERATE


def test_a_side_is_found():
    assert SIDES.search("a { margin-left: 1px }")
    assert SIDES.search("a {\n  text-align: right;\n}")
    assert not SIDES.search("a { margin-inline-start: 1px; transform-origin: left }")
