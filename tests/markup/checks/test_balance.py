"""Test that a tag that is never closed, or closes nothing, is named."""

import pytest

from careerguide.markup.checks.survey import survey


def sentences(text):
    kinds = ("open tag", "stray tag", "open html")
    return [(f.line, f.what) for f in survey(text).faults if f.kind in kinds]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Use the <ul> element", ["<ul>"]),
        ("a vector<a> and list<b>", ["<a>", "<b>"]),
        ("x<i>y", ["<i>"]),
        ("the end </table> of it", ["</table>"]),
        ("Use <p> for it", ["<p>"]),
        ("Use <pre> for it", ["<pre>"]),
        ("Use <h1> once", ["<h1>"]),
        ("- an <li> in it", ["<li>"]),
        ("| a <td> | b |\n|---|---|", ["<td>"]),
        ("**a <sub> b**", ["<sub>"]),
        ("an </li> and </br> there", ["</br>", "</li>"]),
        ('A <abbr title="x">y', ['<abbr title="x">']),
        ("<b>One\n\ntwo</b>", ["</b>", "<b>"]),
        ("<div>\n\nOne", ["<div>"]),
        ("Use the <hr> element", ["<hr>"]),
        ("> <section>\n> One\n\nTwo", ["<section>"]),
    ],
)
def test_open_or_stray_tag_is_named(text, tags):
    found = sentences(f"Text.\n\n{text}")
    assert sorted(what for _, what in found) == tags
    assert {line for line, _ in found} <= {3, 5}


@pytest.mark.parametrize(
    "text",
    ["%s", "\n%s", "\n\n%s", "a\n\n%s", "- a\n\n\n%s", "\n\n\n\n%s", "a\n\n\n\n\n%s"],
)
def test_open_tag_is_named_with_its_line_after_blank_ones(text):
    line = text.count("\n") + 1
    assert sentences(text % "<ol>\n") == [(line, "<ol>")]


@pytest.mark.parametrize("before", ["", "- ", "> "])
def test_open_details_folds_the_rest_away(before):
    text = f"One.\n\n{before}<details>\n\n## Two\n\nThree."
    [fault] = survey(text).faults
    assert fault.line == 3
    assert "folded away" in fault.sentence
    assert "</details>" in fault.sentence


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td>a<td>b<tr><td>c</table>",
        "<ul><li>a<li>b</ul>",
        "One.\n<hr>\nTwo.<hr>\n<p>a</p><hr><p>b</p>",
        "<dl><dt>a<dd>b</dl>",
        "<p>One\n<p>Two",
        "<div><p>\n\nOne\n\n</p></div>",
        "<details>\n<summary>*x*</summary>\n\n**b** and [a](/x)\n\n</details>",
        '<b>a</b> <a href="/x"\ntitle="y">b</a> <br> <br/> a<sup>2</sup> <hr>',
        "`<ul>` \\<ul> &lt;ul> ``a\n<b>`` <!-- <ul> -->",
        "    <ul>\n\n```\n<ul></b>\n```\n\n- x\n\n      <ul>",
        "<pre>\n<ul>\n\n</pre>\n\nMore.",
        "<pre>a</pre> <kbd>b</kbd>",
        "List<int>, Map<String, Integer> and <std::vector>",
        "*a* **b** ~~c~~ [d](/e) a[^1]\n\n[^1]: f\n\n| g |\n|---|\n| h |",
    ],
)
def test_control_what_is_right_is_not_named(text):
    assert sentences(text) == []
