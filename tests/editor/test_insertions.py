"""Test the Markdown that the editor inserts."""

import re
from html import unescape

from careerguide import markup
from careerguide.editor.insertions import image_markdown
from tests.each import each


class TestImageMarkdown:
    @each(
        "alt",
        [
            "Two engineers read a chart",
            "[x](javascript:alert(1))",
            "a ] b [ c ![",
            "back\\slash \\] end\\",
            "*not* _em_ `code` ~~gone~~ <b>bold</b>",
            '"quotes" & &amp; entities',
            "a | b",
            "line\nbreak\n\n# heading",
            "https://example.org www.example.org",
            "日本語 🐝 \u202e",
        ],
    )
    def test_reads_as_it_was_typed(self, alt):
        html = markup.render(image_markdown("/media/images/x.webp", alt)).html
        found = re.search(r'alt="([^"]*)"', html)[1]
        assert unescape(found) == " ".join(alt.split())
        assert html.count("<img") == 1
        assert "<a " not in html
