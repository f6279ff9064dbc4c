"""Test imports in a browser: from the upload to the guide that readers see."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.axe import WCAG, violations
from tests.browser.importing import (
    ADD,
    LIST,
    Hand,
    create,
    decide,
    empty,
    publish,
    read,
)
from tests.browser.pages import eventually
from tests.browser.people import PASSWORD
from tests.importing.documents import MESSY_TEXT, SAVED_PAGE, word_document

pytestmark = pytest.mark.browser

TEXT = "text/plain"
DOCUMENTS = {
    "data-engineer.docx": (word_document, "Data Engineer"),
    "ux-designer.html": (lambda: SAVED_PAGE.encode(), "UX Designer"),
    "network-administrator.txt": (MESSY_TEXT.encode, "Network Administrator"),
}
ANSWERS = {
    "no description": "A teal field",
    "give it its own": "What the work is",
}
MOST_ACTIONS = 15
AXE_LOOKS = {"light": 390, "dark": 1280}


def file_of(name):
    data = DOCUMENTS[name][0]()
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture(scope="module", autouse=True)
def without_the_seeded_guide(editing_site):
    empty(editing_site)


@pytest.fixture
def messy(new_page):
    """The review of the messy text."""
    page = new_page("admin")
    page.goto(ADD)
    page.locator("#id_file").set_input_files(file_of("network-administrator.txt"))
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".import-review .rows")).to_be_visible()
    return page


def row(page, words):
    return page.locator(".row", has=page.locator(".as-read", has_text=words)).first


def version(page):
    return int(page.locator(".import-review").get_attribute("data-version"))


class TestWholeWay:
    @pytest.mark.parametrize("name", DOCUMENTS)
    def test_a_document_becomes_a_guide_that_readers_see(self, new_page, name):
        hand = Hand(new_page("admin"))
        page = read(hand, file_of(name))
        decide(hand, ANSWERS)
        expect(page.locator(".next .said")).to_contain_text("Nothing is left")
        create(hand)
        publish(hand)
        assert hand.actions <= MOST_ACTIONS, hand.actions
        title = DOCUMENTS[name][1]
        reader = new_page()

        def is_there():
            reader.goto("/careers/")
            return reader.get_by_role("link", name=title).count()

        eventually(is_there)
        reader.get_by_role("link", name=title).first.click()
        expect(reader.locator("h1")).to_have_text(title)
        expect(reader.locator("main")).to_contain_text("Questions")

    def test_career_is_found_by_words_also_after_a_decision(self, messy):
        row(messy, "A network").get_by_role("button", name="Leave out").first.click()
        expect(messy.get_by_role("button", name="Undo")).to_be_visible()
        messy.get_by_text("The guide to be, in short").click()
        box = messy.get_by_role("combobox", name="It goes into")
        expect(box).to_have_text("a new guide")
        box.focus()
        messy.keyboard.press("Enter")
        expect(messy.locator(".select2-results")).to_be_visible()

    def test_by_keyboard_alone(self, new_page):
        page = new_page("admin")
        page.goto(ADD)
        page.locator("#id_text").focus()
        page.keyboard.insert_text(
            "Baker\n\nBread is good. It is warm.\n\nOats\n\nMore."
        )
        page.get_by_role("button", name="Read it").focus()
        page.keyboard.press("Enter")
        expect(page.locator(".import-review .rows")).to_be_visible()
        # Leave a part out, take that back, and change one in the dialog.
        row(page, "Bread is good").get_by_role("button", name="Leave out").focus()
        page.keyboard.press("Enter")
        expect(row(page, "Bread is good")).to_contain_text("Left out: you left it out")
        expect(row(page, "Bread is good")).to_be_focused()
        page.get_by_role("button", name="Undo").focus()
        page.keyboard.press("Enter")
        expect(row(page, "Bread is good")).not_to_contain_text("Left out")
        row(page, "Bread is good").get_by_role("link", name="Change…").focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Key takeaways of an article").focus()
        page.keyboard.press("Space")
        dialog.get_by_role("button", name="Use this", exact=True).focus()
        page.keyboard.press("Enter")
        expect(dialog).to_be_hidden()
        expect(row(page, "Bread is good")).to_contain_text("Key takeaways")
        page.keyboard.press("Tab")
        expect(row(page, "Bread is good").locator(":focus")).to_have_count(1)


class TestReview:
    def test_is_as_it_was_after_a_reload(self, messy):
        row(messy, "Both are on call").get_by_role("button", name="Leave out").click()
        expect(row(messy, "Both are on call")).to_contain_text("you left it out")
        messy.reload()
        expect(row(messy, "Both are on call")).to_contain_text("you left it out")

    def test_counts_the_words_anew(self, messy):
        words = messy.locator(".ledger-words")
        before = words.inner_text()
        row(messy, "Both are on call").get_by_role("button", name="Leave out").click()
        expect(words).not_to_have_text(before)

    def test_second_tab_is_told_and_loses_nothing(self, messy, new_page, watch):
        watch.expect(409, urlsplit(messy.url).path.replace("change", "do"))
        other = new_page("admin")
        other.goto(messy.url)
        row(messy, "Both are on call").get_by_role("button", name="Leave out").click()
        expect(row(messy, "Both are on call")).to_contain_text("you left it out")
        row(other, "Mornings begin").get_by_role("button", name="Leave out").click()
        expect(other.get_by_role("alert")).to_contain_text("meanwhile")
        expect(row(other, "Both are on call")).to_contain_text("you left it out")
        expect(row(other, "Mornings begin")).not_to_contain_text("you left it out")
        # What it shows now is the newest: there it works.
        row(other, "Mornings begin").get_by_role("button", name="Leave out").click()
        expect(row(other, "Mornings begin")).to_contain_text("you left it out")

    def test_a_paragraph_is_parted_and_merged(self, messy):
        dialog = messy.get_by_role("dialog")
        rows = messy.locator(".row").count()
        row(messy, "Mornings begin").get_by_role("link", name="Change…").click()
        dialog.get_by_role("button", name="Part it here").click()
        expect(messy.locator(".row")).to_have_count(rows + 1)
        expect(row(messy, "Alarms come first")).not_to_contain_text("Mornings")
        row(messy, "Alarms come first").get_by_role("link", name="Change…").click()
        dialog.get_by_role("button", name="Merge with the one before").click()
        expect(messy.locator(".row")).to_have_count(rows)

    def test_table_is_edited_in_the_grid(self, messy):
        messy.get_by_role("button", name="1,234.56").click()
        table = messy.locator(".row", has=messy.locator(".number", has_text="$74,500"))
        table.get_by_role("link", name="Open in the grid").click()
        expect(messy.locator(".grid-table .tabulator-row").first).to_be_visible()
        messy.get_by_role("button", name="As text").click()
        cells = messy.locator("#id_numbers")
        cells.fill(
            cells.input_value().replace("74500", "75500").replace("74,500", "75,500")
        )
        messy.get_by_role("button", name="Use these cells").click()
        changed = messy.locator(".number", has_text="$75,500")
        expect(changed).to_be_visible()

    def test_two_readings_are_both_shown(self, new_page):
        page = new_page("admin")
        page.goto(ADD)
        page.locator("#id_text").fill(
            "Baker\n\nBread.\n\n1. Ovens of bakers in towns\n\n"
            "Kind of oven Bakers there\nWood fired 31\nGas fired 42\nSteam 17\n\nSo."
        )
        page.get_by_role("button", name="Read it").click()
        readings = page.locator(".reading")
        expect(readings.first).to_be_visible()
        assert readings.count() > 1
        readings.nth(1).get_by_role("button").click()
        expect(page.locator(".reading")).to_have_count(0)


class TestUndo:
    def test_puts_all_into_the_trash(self, new_page):
        page = new_page("admin")
        hand = Hand(page)
        page.goto(ADD)
        page.locator("#id_text").fill("Falconer\n\nA falconer keeps falcons.\n")
        page.get_by_role("button", name="Read it").click()
        expect(page.locator(".import-review .rows")).to_be_visible()
        decide(hand, ANSWERS)
        create(hand)
        page.get_by_role("link", name="Undo this import…").click()
        expect(page.locator("#content")).to_contain_text("Falconer")
        page.get_by_role("button", name="Undo this import").click()
        expect(page.locator(".messagelist .success")).to_contain_text("trash")
        page.get_by_role("button", name="Review it again").click()
        expect(page.locator(".import-review .rows")).to_be_visible()


class TestUpload:
    def test_pasted_text_outlives_a_session(self, new_page):
        page = new_page("admin")
        page.goto(ADD)
        page.locator("#id_text").fill("Baker\n\nBread is good.")
        page.context.clear_cookies(name="sessionid")
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_label("Username")).to_be_visible()
        page.get_by_label("Username").fill("admin")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Put it back").click()
        expect(page.locator("#id_text")).to_have_value("Baker\n\nBread is good.")

    def test_pasting_keeps_the_headings(self, new_page):
        page = new_page("admin")
        page.goto(ADD)
        page.locator("#id_text").evaluate(
            """(field) => {
              const data = new DataTransfer();
              data.setData("text/html", "<h1>Baker</h1><p>Bread.</p><h2>Ovens</h2>"
                + "<p>Hot.</p>");
              data.setData("text/plain", "Baker Bread. Ovens Hot.");
              field.focus();
              field.value = "Baker Bread. Ovens Hot.";
              field.select();
              field.dispatchEvent(new ClipboardEvent(
                "paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }"""
        )
        page.get_by_role("button", name="Read it").click()
        expect(row(page, "Ovens")).to_contain_text("Heading, level 2")


class TestWithoutScript:
    def test_places_answers_and_creates(self, new_page):
        page = new_page("admin", java_script_enabled=False)
        page.goto(ADD)
        page.locator("#id_text").fill("Weaver\n\nA weaver weaves.\n\nHomes\n\nMany.")
        page.get_by_role("button", name="Read it").click()
        for _ in range(60):
            if page.locator(".import-review").count():
                break
            page.wait_for_timeout(500)
            page.reload()
        row(page, "Many").get_by_role("link", name="Change").click()
        page.get_by_label("Question", exact=True).check()
        page.get_by_role("button", name="Use this", exact=True).click()
        expect(row(page, "Many")).to_contain_text("Question")
        row(page, "Many").get_by_role("button", name="Leave out").click()
        expect(row(page, "Many")).to_contain_text("you left it out")
        while page.locator(".decide").count():
            page.locator(".decide").first.get_by_role("button").first.click()
        page.get_by_role("link", name="Create drafts…").click()
        page.get_by_role("button", name="Create").first.click()
        expect(page.locator(".messagelist .success")).to_contain_text("made")


class TestRules:
    def test_axe_finds_nothing_on_any_screen(self, messy):
        found = violations(messy, WCAG, AXE_LOOKS)
        review = messy.url.split("#")[0]
        row(messy, "Mornings begin").get_by_role("link", name="Change…").click()
        expect(messy.get_by_role("dialog")).to_be_visible()
        found += violations(messy, WCAG, AXE_LOOKS)
        link = messy.locator(".row a[href*='/tables/']").first.get_attribute("href")
        block = messy.locator(".row a[data-dialog]").first.get_attribute("href")
        for path in (ADD, LIST, link, block, review.replace("change", "create")):
            messy.goto(path)
            found += violations(messy, WCAG, AXE_LOOKS)
        assert found == []

    @pytest.mark.parametrize("width", [390, 768])
    def test_nothing_is_wider_than_the_window(self, messy, width):
        messy.set_viewport_size({"width": width, "height": 800})
        page = "document.scrollingElement.scrollWidth"
        assert messy.evaluate(page) <= width
