"""Test that what is pasted into a text becomes the Markdown that was meant."""

import html
import re

import pytest
from playwright.sync_api import expect

from careerguide import markup
from tests.browser.axe import violations
from tests.browser.clipboards import LITERAL, PLAIN, PROGRAMS, UNTOUCHED
from tests.browser.editing import open_article
from tests.browser.pasted_dashes import LINES, PLAIN_LISTS, PLAIN_TEXT
from tests.browser.pasted_lists import MARKDOWN_PLAIN, NUMBERED, PLAIN_NUMBERED
from tests.browser.pasted_words import COMMENTED, DRAWN, FOOTNOTES, LEFT_OUT

pytestmark = pytest.mark.browser

# Pastes into an element; false if the script took care of it, and not the browser.
PASTE = """(element, [plain, html, select]) => {
  const data = new DataTransfer();
  if (plain) data.setData("text/plain", plain);
  if (html) data.setData("text/html", html);
  element.focus();
  if (select) element.setSelectionRange(...select);
  return element.dispatchEvent(new ClipboardEvent(
    "paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
COPY = """async ([plain, html]) => navigator.clipboard.write([new ClipboardItem({
  "text/plain": new Blob([plain], { type: "text/plain" }),
  "text/html": new Blob([html], { type: "text/html" }),
})])"""

# Another editor in the form, as an inline row that is added has one.
SECOND = """() => {
  const first = document.querySelector(".markdown-editor");
  const second = first.cloneNode(true);
  second.id = "second";
  delete second.dataset.wired;
  Object.assign(second.querySelector("textarea"), { id: "id_second", name: "second",
    value: "" });
  const row = document.createElement("div");
  row.append(second);
  first.after(row);
  row.dispatchEvent(new CustomEvent("formset:added", { bubbles: true }));
}"""


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def article(new_page):
    return open_article(new_page("admin", viewport={"width": 1280, "height": 900}))


@pytest.fixture
def body(article):
    return article.locator("#id_body")


@pytest.fixture
def note(article):
    return article.locator(".field-body .markdown-editor-note")


def paste(textarea, plain="", rich="", select=None):
    return textarea.evaluate(PASTE, [plain, rich, select])


class TestPaste:
    def test_each_program_becomes_markdown(self, body, watch):
        for program, (rich, markdown) in PROGRAMS.items():
            body.fill("")
            assert not paste(body, "words", rich), program
            expect(body, program).to_have_value(markdown)
        watch.check()  # nothing was fetched, and no policy was broken

    def test_text_stays_text(self, body):
        paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in LITERAL)
        body.fill("")
        paste(body, "words", paragraphs)
        expect(body).not_to_have_value("")
        page = str(markup.render(body.input_value()).html)
        shown = re.findall(r"<p>(.*)</p>", page)
        assert [html.unescape(re.sub("<.*?>", "", text)) for text in shown] == list(
            LITERAL
        )
        # And no more backslashes than that needs.
        lines = body.input_value().split("\n\n")
        for text in ("2 * 3 * 4", "snake_case_name", "Wow!", "| a | b |"):
            assert text in lines

    def test_plain_text_gets_lists_and_tables(self, body):
        for plain, markdown in PLAIN.items():
            body.fill("")
            assert not paste(body, plain), plain
            expect(body, plain).to_have_value(markdown)
        for plain in UNTOUCHED:
            assert paste(body, plain), plain

    def test_numbers_of_lists_stay(self, body):
        for rich, markdown in NUMBERED.items():
            body.fill("")
            paste(body, "words", rich)
            expect(body, rich).to_have_value(markdown)
        for plain, markdown in PLAIN_NUMBERED.items():
            body.fill("")
            assert not paste(body, plain), plain
            expect(body, plain).to_have_value(markdown)
        for plain in MARKDOWN_PLAIN:
            assert paste(body, plain), plain

    def test_lists_side_by_side_are_shown_with_their_own_numbers(self, body):
        body.fill("")
        paste(body, "words", "<ol reversed><li>c<li>b</ol><ol start=0><li>a<li>d</ol>")
        expect(body).not_to_have_value("")
        page = str(markup.render(body.input_value()).html)
        assert re.findall(r"<ol.*?>", page) == [
            '<ol start="2">',
            "<ol>",
            '<ol start="0">',
        ]

    def test_dash_before_an_amount_or_a_speaker_is_no_list_mark(self, body):
        for rich, markdown in LINES.items():
            body.fill("")
            paste(body, "words", rich)
            expect(body, rich).to_have_value(markdown)
        for plain, markdown in PLAIN_LISTS.items():
            body.fill("")
            assert not paste(body, plain), plain
            expect(body, plain).to_have_value(markdown)
        for plain in PLAIN_TEXT:
            assert paste(body, plain), plain

    def test_only_what_was_written_is_pasted(self, body):
        for rich, markdown in DRAWN.items():
            body.fill("")
            paste(body, "words", rich)
            expect(body, rich).to_have_value(markdown)

    def test_comments_are_left_out_and_told(self, body, note):
        for rich, markdown in COMMENTED.items():
            body.fill("")
            paste(body, "words", rich)
            expect(body, rich).to_have_value(markdown)
            expect(note).to_contain_text("Comments on the text were left out")

    def test_footnotes_become_those_of_markdown(self, body):
        for rich, markdown in FOOTNOTES.items():
            body.fill("")
            paste(body, "words", rich)
            expect(body, rich).to_have_value(markdown)

    def test_what_nobody_meant_is_left_out_and_told(self, body, note):
        for rich, (markdown, sentence) in LEFT_OUT.items():
            body.fill("")
            paste(body, "words", rich)
            expect(body, rich).to_have_value(markdown)
            expect(note).to_contain_text(sentence)

    def test_words_go_where_the_cursor_is(self, body):
        body.fill("Most engineers earn.")
        paste(body, "good ", "<span><b>good</b> </span>", [5, 5])
        expect(body).to_have_value("Most **good** engineers earn.")
        paste(body, "x", "<h1>Pay</h1><p>x</p>", [13, 13])
        expect(body).to_have_value("Most **good**\n\n## Pay\n\nx\n\n engineers earn.")

    def test_list_goes_on_from_an_empty_item(self, body):
        body.fill("- a\n- ")
        paste(body, "x", "<ul><li>b<ul><li>c</li></ul></li></ul>", [6, 6])
        expect(body).to_have_value("- a\n- b\n  - c")

    def test_code_takes_what_is_pasted_as_it_is(self, body):
        body.fill("```\n\n```\n")
        assert paste(body, "• a", "<b>a</b>", [4, 4])
        body.fill("Use `` here")
        assert paste(body, "a_b", "<b>a_b</b>", [5, 5])

    def test_nothing_is_lost_and_nothing_forced(self, body):
        body.fill("")
        paste(body, "chosen", "<select><option>chosen</option></select>")
        expect(body).to_have_value("chosen")
        body.evaluate("(e) => (e.readOnly = true)")
        assert paste(body, "a", "<b>a</b>")

    def test_source_text_is_left_as_it_is(self, body):
        rich = "<pre style='font-family:mono'>## A [b](/c/)</pre>"
        assert paste(body, "## A [b](/c/)", rich)

    def test_says_what_is_lost(self, body, note):
        merged = "<table><tr><td>A<td>B<tr><td rowspan=2>a<td>x<tr><td>y</table>"
        for rich, sentence in {
            "<p>a<img src=x></p>": "Pictures are not pasted: add them with the picture",
            merged: "Merged cells were divided",
            "<p>a <a href='file:///c:/x'>b</a></p>": "Links that do not lead to",
            "<p>a<iframe></iframe></p>": "Videos, drawings and formulas",
            "<table><tr><td>A<td>B<tr><td>a<td>5</table>": "“Add table”",
        }.items():
            body.fill("")
            paste(body, "words", rich)
            expect(note).to_contain_text(sentence)
        paste(body, "words", "<p>all is well</p>")
        expect(note).to_be_empty()

    def test_words_are_pasted_where_the_converter_is_missing(self, article, body, note):
        article.route("**/turndown.js", lambda route: route.abort("aborted"))
        body.fill("")
        paste(body, "just words", "<b>just</b> words")
        expect(body).to_have_value("just words")
        expect(note).to_contain_text("Only the words were pasted")

    def test_every_text_of_a_form_takes_its_own(self, article, body):
        article.evaluate(SECOND)
        second = article.locator("#id_second")
        body.fill("First.")
        paste(second, "a", "<p><b>a</b></p>")
        expect(second).to_have_value("**a**")
        expect(body).to_have_value("First.")
        article.locator("#second [data-tool=quote]").click()
        expect(second).to_have_value("> **a**")


class TestClipboard:
    def test_keys_paste_and_one_undo_takes_it_back(self, article, body):
        article.context.grant_permissions(["clipboard-read", "clipboard-write"])
        rich = "<h1>Pay</h1><ul><li><b>a</b></li></ul>"
        article.evaluate(COPY, ["Pay\n•\ta", rich])
        preview = article.frame_locator(".field-body iframe")
        body.fill("")
        body.press_sequentially("Typed.")
        body.press("Control+v")
        expect(body).to_have_value("Typed.\n\n## Pay\n\n- **a**")
        expect(preview.get_by_role("heading", name="Pay")).to_be_visible()
        body.press("Control+z")
        expect(body).to_have_value("Typed.")
        body.press("Control+Shift+v")
        expect(body).to_have_value("Typed.Pay\n•\ta")


def test_form_is_accessible_with_its_note(article, body, note):
    paste(body, "a", "<p>a<img src=x></p>")
    expect(note).to_contain_text("Pictures")
    assert violations(article, context=".field-body") == []
