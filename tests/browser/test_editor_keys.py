"""Test the editor's toolbar and keys: what is selected is kept, and comes back."""

import pytest
from playwright.sync_api import expect

from tests.browser.editing import ARTICLE, open_article

pytestmark = pytest.mark.browser

SELECT = (
    "(element, [from, to]) => { element.focus(); element.setSelectionRange(from, to) }"
)


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
def press(article, body):
    """Press a button of the toolbar with all of a text selected, or the part named."""

    def press(name, text=None, part=None):
        if text is not None:
            body.fill(text)
            start = text.index(part) if part else 0
            body.evaluate(SELECT, [start, start + len(part or text)])
        toolbar = article.locator(".field-body").get_by_role("toolbar")
        toolbar.get_by_role("button", name=name, exact=True).click()
        return body.input_value()

    return press


class TestToolbar:
    def test_lines_become_what_the_button_says_and_back(self, press):
        for name, text, changed in (
            ("List", "a\nb\n", "- a\n- b\n"),
            ("Numbered list", "a\nb", "1. a\n2. b"),
            ("Quote", "a\n\nb", "> a\n>\n> b"),
            ("Heading", "Pay", "## Pay"),
            ("Table", "a\tb\nc\t5", "| a | b |\n| --- | ---: |\n| c | 5 |"),
            ("Bold", "a\n\nb", "**a**\n\n**b**"),
            ("Italic", "a", "_a_"),
        ):
            assert press(name, text) == changed, name
            assert press(name) == text, name

    def test_one_kind_of_list_becomes_another(self, press):
        assert press("Numbered list", "- a\n- b") == "1. a\n2. b"
        assert press("List") == "- a\n- b"
        assert press("List", "• a\n• b") == "- a\n- b"
        assert press("Heading", "- Pay") == "## Pay"

    def test_comma_lines_become_a_table(self, press):
        text = 'Bird,Eats\n"Heron, grey",fish|frogs'
        table = "| Bird | Eats |\n| --- | --- |\n| Heron, grey | fish\\|frogs |"
        assert press("Table", text) == table
        assert press("Table", "A;B\na;1,5") == "| A | B |\n| --- | ---: |\n| a | 1,5 |"

    def test_bold_keeps_marks_of_lines_out(self, press):
        assert press("Bold", "- a\n- b") == "- **a**\n- **b**"
        assert press("Bold") == "- a\n- b"
        assert press("Bold", "say **it** now", "**it**") == "say it now"

    def test_link_keeps_words_and_takes_an_address(self, press, body):
        assert press("Link", "Go here.", "here") == "Go [here](https://)."
        assert press("Link") == "Go here."
        for address, target in (
            ("https://example.org/x", "https://example.org/x"),
            ("www.example.org", "https://www.example.org"),
            ("a@example.org", "mailto:a@example.org"),
        ):
            press("Link", address)
            body.press_sequentially("the survey")
            expect(body).to_have_value(f"[the survey]({target})")


class TestKeys:
    def test_letters_mark_what_is_selected(self, article, body):
        for key, changed in (("b", "**a**"), ("i", "_a_"), ("k", "[a](https://)")):
            body.fill("a")
            body.press("Control+a")
            body.press(f"Control+{key}")
            expect(body).to_have_value(changed)
            body.press("Control+z")
            expect(body).to_have_value("a")
        bold = article.get_by_role("button", name="Bold").first
        expect(bold).to_have_attribute("aria-keyshortcuts", "Control+B")
        expect(bold).to_have_attribute("title", "Keys: Ctrl+B")

    def test_enter_goes_on_with_a_list_and_ends_it(self, body):
        for first, second in (("- ", "- "), ("9. ", "10. "), ("  * ", "  * ")):
            body.fill("")
            body.press_sequentially(f"{first}a")
            body.press("Enter")
            body.press_sequentially("b")
            expect(body).to_have_value(f"{first}a\n{second}b")
            body.press("Enter")
            body.press("Enter")
            expect(body).to_have_value(f"{first}a\n{second}b\n")
            body.press("Control+z")
            expect(body).to_have_value(
                f"{first}a\n{second}b\n" + second.replace("10", "11")
            )
        body.fill("---")
        body.press("Enter")
        expect(body).to_have_value("---\n")

    def test_tab_leaves_a_list(self, article, body):
        body.fill("- a")
        article.keyboard.press("Tab")
        expect(body).not_to_be_focused()
        expect(body).to_have_value("- a")

    def test_one_key_saves_the_draft_once_and_publishes_nothing(
        self, article, site, body
    ):
        [live] = site.query("SELECT body FROM articles_article WHERE id = 2")
        sent = []

        def hear(request):
            if request.method == "POST" and request.url.endswith(ARTICLE):
                sent.append(request)

        article.on("request", hear)
        body.fill("Saved by a key.")
        article.get_by_label("Title").focus()
        article.keyboard.down("Control")
        for _ in range(3):
            article.keyboard.press("s")
        article.keyboard.up("Control")
        expect(article.locator(".messagelist .success")).to_be_visible()
        article.remove_listener("request", hear)
        assert len(sent) == 1
        expect(article.locator("#id_body")).to_have_value("Saved by a key.")
        assert site.query("SELECT body FROM articles_article WHERE id = 2") == [live]
