"""Test that what editors change in the admin is what readers see."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.editing import (
    ARTICLE,
    choose,
    open_article,
    paste_picture,
    picture,
    publish,
    publish_with_note,
    save_draft,
    sign_in,
)
from tests.browser.keyboard import press_tab, tab_to
from tests.browser.pages import SALARIES, SECOND_ARTICLE

pytestmark = pytest.mark.browser

LOOK = """(e) => { const style = getComputedStyle(e);
  return ["color", "fontFamily", "fontSize"].map((name) => style[name]); }"""


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin")


@pytest.fixture
def article(page):
    """The form of an article, and in it the editor of its text."""
    return open_article(page)


@pytest.fixture
def body(article):
    return article.locator("#id_body")


@pytest.fixture
def preview(article):
    return article.frame_locator(".field-body iframe")


@pytest.fixture
def toolbar(article):
    return article.locator(".field-body").get_by_role("toolbar")


def append(textarea, text):
    textarea.press("Control+End")
    textarea.press_sequentially(text)


class TestPreview:
    def test_shows_what_readers_will_see(self, article, body, preview):
        append(body, "\n\n## Rain\n\nIt **rains**.\n")
        append(body, "\n[[table: machine-learning-engineer-salaries]]\n")
        heading = preview.get_by_role("heading", name="Rain")
        expect(heading).to_be_visible()
        expect(preview.get_by_role("cell", name="$120,000")).to_be_visible()
        previewed = (
            preview.get_by_text("It rains.").inner_html(),
            heading.evaluate(LOOK),
        )
        publish(article)
        article.goto(SECOND_ARTICLE)
        heading = article.get_by_role("heading", name="Rain")
        shown = article.get_by_text("It rains.").inner_html(), heading.evaluate(LOOK)
        assert shown == previewed == ("It <strong>rains</strong>.", previewed[1])
        expect(article.get_by_role("cell", name="$120,000")).to_be_visible()

    def test_links_lead_nowhere(self, article, body, preview):
        body.fill("A [way out](/faq/) of here.")
        preview.get_by_role("link", name="way out").click()
        append(body, " Still here.")
        expect(preview.get_by_text("Still here.")).to_be_visible()

    def test_says_so_when_signed_out_elsewhere(self, new_page, watch):
        page = new_page()
        other = page.context.new_page()
        sign_in(page)
        page.goto(ARTICLE)
        body = page.locator("#id_body")
        preview = page.frame_locator(".field-body iframe")
        message = page.locator(".field-body").get_by_role("status")
        sign_out(other)
        watch.expect(403, "/admin/editor/preview/")
        append(body, "\n\nWritten when the session had ended.")
        expect(message).to_contain_text("You are signed out. Your text is still here")
        sign_in(other)
        append(body, " And on.")
        expect(preview.get_by_text("had ended. And on.")).to_be_visible()
        expect(message).to_be_empty()
        save_draft(page)


class TestPictures:
    @pytest.fixture
    def dialog(self, article):
        return article.get_by_role("dialog", name="Put a picture here")

    def test_file_is_described_inserted_and_published(
        self, article, body, toolbar, preview, dialog
    ):
        append(body, "\n\n")
        toolbar.get_by_role("button", name="Picture").click()
        dialog.get_by_label("Picture", exact=True).set_input_files(picture(shade=1))
        describe_and_insert(dialog, "A heron [grey] flies")
        expect(body).to_have_value(
            re.compile(r"!\[A heron \\\[grey\\\] flies\]\(/media/")
        )
        expect_picture(preview, "A heron [grey] flies")
        publish(article)
        article.goto(SECOND_ARTICLE)
        expect_picture(article, "A heron [grey] flies")

    def test_paste_is_described_inserted_and_published(
        self, article, body, preview, dialog
    ):
        append(body, "\n\n")
        paste_picture(body, picture(shade=2))
        describe_and_insert(dialog, "A heron lands")
        expect_picture(preview, "A heron lands")
        publish(article)
        article.goto(SECOND_ARTICLE)
        expect_picture(article, "A heron lands")

    def test_library_offers_what_is_there(self, article, body, toolbar, dialog):
        paste_picture(body, picture(shade=3))
        describe_and_insert(dialog, "A heron sleeps")
        body.fill("")
        toolbar.get_by_role("button", name="Picture").click()
        dialog.get_by_label("In the library").check()
        dialog.get_by_label("Search").fill("sleeps")
        dialog.get_by_role("radio", name="A heron sleeps").check()
        with article.expect_response("**/images/?*"):
            dialog.get_by_label("Search").fill("heron")  # finds it as well
        expect(dialog.get_by_role("radio", name="A heron sleeps")).to_be_checked()
        dialog.get_by_role("button", name="Insert picture").click()
        expect(body).to_have_value(re.compile(r"^!\[A heron sleeps\]\(/media/.+\)$"))

    @pytest.mark.parametrize(
        ("content", "sentence"),
        [
            pytest.param(b"<svg onload='x'>", "SVG", id="no picture"),
            pytest.param(picture()["buffer"][:900], "picture", id="cut short"),
            pytest.param(b"", "empty", id="empty"),
        ],
    )
    def test_bad_file_gets_a_sentence(
        self, article, body, toolbar, dialog, watch, content, sentence
    ):
        text = body.input_value()
        watch.expect(400, "/admin/editor/upload/")
        toolbar.get_by_role("button", name="Picture").click()
        dialog.get_by_label("Picture", exact=True).set_input_files(
            {**picture(), "buffer": content}
        )
        dialog.get_by_label("What does it show?").fill("A heron")
        dialog.get_by_role("button", name="Insert picture").click()
        expect(dialog.get_by_role("alert")).to_contain_text(sentence)
        expect(dialog.get_by_label("What does it show?")).to_have_value("A heron")
        dialog.get_by_role("button", name="Cancel").click()
        expect(body).to_have_value(text)


class TestKeyboard:
    def test_tab_passes_through_the_editor(self, article, body, toolbar):
        tab_to(article, toolbar.get_by_role("button", name="Bold"))
        press_tab(article)
        expect(body).to_be_focused()
        text = body.input_value()
        article.keyboard.press("Tab")
        expect(body).not_to_be_focused()
        article.keyboard.press("Shift+Tab")
        expect(body).to_be_focused()
        article.keyboard.press("Shift+Tab")
        expect(toolbar.get_by_role("button", name="Bold")).to_be_focused()
        expect(body).to_have_value(text)

    def test_toolbar_works_and_undo_takes_it_back(self, article, body, toolbar):
        body.fill("one two")
        body.press("Control+a")
        article.keyboard.press("Shift+Tab")
        article.keyboard.press("ArrowRight")
        expect(toolbar.get_by_role("button", name="Italic")).to_be_focused()
        article.keyboard.press("Enter")
        expect(body).to_be_focused()
        expect(body).to_have_value("_one two_")
        article.keyboard.press("Control+z")
        expect(body).to_have_value("one two")

    def test_lines_become_a_warning_then_a_fact_then_lines_again(
        self, article, body, toolbar, preview
    ):
        body.fill("Before\nOne\n\n- wasp\nAfter")
        body.evaluate("(e) => e.setSelectionRange(8, 16)")
        fact = "Before\n\n> [!FACT]\n> One\n>\n> - wasp\n\nAfter"
        for kind, text in (
            ("Warning", fact.replace("FACT", "WARNING")),
            ("Fact", fact),
            ("Fact", "Before\n\nOne\n\n- wasp\n\nAfter"),
        ):
            self.choose_note(article, toolbar, kind)
            expect(body).to_have_value(text)
            expect(body).to_be_focused()
        article.keyboard.press("Control+z")
        expect(body).to_have_value(fact)
        expect(preview.locator(".note-fact li", has_text="wasp")).to_be_visible()

    def test_kinds_of_note_close_with_escape(self, article, body, toolbar):
        body.fill("")
        self.choose_note(article, toolbar, "Myth")
        expect(body).to_have_value("> [!MYTH]\n> words that stand apart")
        article.keyboard.type("Bees sting.")
        expect(body).to_have_value("> [!MYTH]\n> Bees sting.")
        opener = toolbar.get_by_role("button", name="Note", exact=True)
        opener.press("Enter")
        expect(toolbar.get_by_role("group", name="Kind of note")).to_be_visible()
        article.keyboard.press("Escape")
        expect(toolbar.get_by_role("group")).to_have_count(0)
        expect(opener).to_be_focused()

    def choose_note(self, article, toolbar, kind):
        """By the keyboard alone."""
        toolbar.get_by_role("button", name="Note", exact=True).press("Enter")
        for _ in ("Note", "Warning", "Myth", "Fact"):
            if article.evaluate("document.activeElement.textContent") == kind:
                break
            article.keyboard.press("ArrowRight")
        article.keyboard.press("Enter")

    def test_picture_dialog_closes_and_gives_the_focus_back(
        self, article, body, toolbar
    ):
        body.focus()
        article.keyboard.press("Shift+Tab")
        picture = toolbar.get_by_role("button", name="Picture…")
        while not picture.evaluate("(e) => e === document.activeElement"):
            article.keyboard.press("ArrowRight")
        article.keyboard.press("Enter")
        dialog = article.get_by_role("dialog", name="Put a picture here")
        expect(dialog).to_be_visible()
        article.keyboard.press("Escape")
        expect(dialog).to_be_hidden()
        expect(body).to_be_focused()

    def test_article_is_changed_and_saved(self, article, body, site):
        tab_to(article, body)
        article.keyboard.press("Control+End")
        article.keyboard.type("\n\nTyped without a mouse.")
        self.press(article, "Save draft")
        article.goto(SECOND_ARTICLE)
        expect(article.get_by_text("Typed without a mouse.")).to_have_count(0)
        article.goto(ARTICLE)
        self.press(article, "Publish")
        article.goto(SECOND_ARTICLE)
        expect(article.get_by_text("Typed without a mouse.")).to_be_visible()

    def press(self, page, name):
        tab_to(page, page.get_by_role("button", name=name, exact=True))
        page.keyboard.press("Enter")
        expect(page.locator(".messagelist .success")).to_be_visible()


class TestTable:
    FORM = "/admin/statistics/stattable/2/change/"
    CELLS = "Experience level\tAverage annual salary\nEntry Level\t{}\nMid-Level\t{}"

    def test_pasted_numbers_appear_on_every_page(self, page):
        page.goto(ARTICLE)
        append(
            page.locator("#id_body"),
            "\n\n[[table: machine-learning-engineer-salaries]]",
        )
        publish(page)
        page.goto(self.FORM)
        cells_as_text(page).fill(self.CELLS.format("86500", "121000"))
        save_draft(page)
        for path in (SALARIES, SECOND_ARTICLE, "/"):
            page.goto(path)
            expect(page.get_by_text("$120,000").first).to_be_visible()
            expect(page.get_by_text("$121,000")).to_have_count(0)
        page.goto(self.FORM)
        publish_with_note(page)
        for path in (SALARIES, SECOND_ARTICLE, "/"):
            page.goto(path)
            expect(page.get_by_text("$121,000").first).to_be_visible()
            expect(page.get_by_text("$120,000")).to_have_count(0)

    def test_bad_cells_are_named_and_nothing_is_lost(self, page):
        page.goto(self.FORM)
        cells = self.CELLS.format("much", "1.2.3")
        cells_as_text(page).fill(cells)
        page.get_by_role("button", name="Save draft").click()
        errors = page.locator(".field-numbers")
        expect(errors).to_contain_text("Row 1, column “Average annual salary”: “much”")
        expect(errors).to_contain_text("Row 2, column “Average annual salary”: “1.2.3”")
        expect(page.locator("#id_numbers")).to_have_value(cells)
        page.goto(SALARIES)
        expect(page.get_by_text("much")).to_have_count(0)


class TestPeople:
    PATH = "/articles/the-year-of-a-beekeeper/"

    def test_author_drafts_and_publisher_publishes(self, new_page, watch):
        author, publisher = new_page("ada"), new_page("maria")
        author.goto("/admin/articles/article/add/")
        choose(author, "Career:", "Machine Learning Engineer")
        author.get_by_label("Title").fill("The year of a beekeeper")
        author.get_by_label("Summary").fill("What happens from spring to winter.")
        author.locator("#id_body").fill("The bees **wake up**.")
        expect(author.get_by_role("button", name="Publish")).to_have_count(0)
        save_draft(author)
        watch.expect(404, self.PATH)
        author.goto(self.PATH)
        expect(author.get_by_role("heading", level=1)).to_have_text(
            "There is no page here"
        )

        publisher.goto("/admin/articles/article/?state=draft")
        publisher.get_by_role("link", name="The year of a beekeeper").click()
        publish(publisher)
        author.goto(self.PATH)
        expect(author.get_by_text("The bees wake up.")).to_be_visible()


def sign_out(page):
    page.goto("/admin/")
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("button", name="Log out")).to_have_count(0)


def cells_as_text(page):
    """The cells of a table where they take a paste; a grid stands above it."""
    for button in page.get_by_role("button", name="As text").all():
        button.click()
    return page.locator("#id_numbers")


def describe_and_insert(dialog, words):
    """Insert the chosen picture, which is refused as long as nobody describes it."""
    dialog.get_by_role("button", name="Insert picture").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Describe the picture")
    dialog.get_by_label("What does it show?").fill(words)
    dialog.get_by_role("button", name="Insert picture").click()
    expect(dialog).to_be_hidden()


def expect_picture(page, words):
    """The picture is there, described, and really loaded."""
    image = page.get_by_role("img", name=words)
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("(e) => e.naturalWidth") > 100
