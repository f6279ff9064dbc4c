"""Test that HTML is read as browsers read it, and written so that XML readers do."""

from xml.etree import ElementTree

import pytest

from careerguide.offline.tree import as_html, as_xml, parse
from tests.each import each


@each(
    "html, xml",
    [
        ("<p>a &amp; b&nbsp;c</p>", "<p>a &amp; b\xa0c</p>"),
        ("a<br>b<img src=x alt='\"'>", 'a<br />b<img src="x" alt="&quot;" />'),
        ("<ol reversed></ol>", '<ol reversed="reversed" />'),
        ("<ul><li>a<li>b</ul></b>", "<ul><li>a<li>b</li></li></ul>"),
        ('<svg viewBox="0 0 1 1"/>', '<svg viewBox="0 0 1 1" />'),
        ("<p title='\x0c'>a\x0b</p>", '<p title="">a</p>'),
    ],
)
def test_as_xml(html, xml):
    written = as_xml(parse(html))
    assert written.removeprefix("<div>").removesuffix("</div>") == xml
    ElementTree.fromstring(written)


@pytest.mark.parametrize("html", ["<p>a<br>b &lt; c</p>", '<a href="?a&amp;b">x</a>'])
def test_html_comes_out_as_it_went_in(html):
    assert as_html(parse(html)) == f"<div>{html}</div>"
