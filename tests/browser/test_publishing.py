"""Test publishing by two editors and a reader, from the first draft to the trash."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import WCAG, violations
from tests.browser.editing import heading, messages, press, status
from tests.browser.pages import eventually

pytestmark = pytest.mark.browser

FORM = "/admin/articles/article/1/change/"
PAGE = "/articles/what-a-machine-learning-engineer-does/"
TITLE = "What a machine learning engineer does"


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def maria(new_page):
    return new_page("maria")


@pytest.fixture
def ben(new_page):
    return new_page("ben")


@pytest.fixture
def reader(new_page):
    return new_page()


def decide(page, link, button):
    """Follow a link above the form to its page, and press the button there."""
    status(page).get_by_role("link", name=link).click()
    page.locator("#content").get_by_role("button", name=button).click()


def add_article(page, title):
    page.goto("/admin/articles/article/add/?career=1")
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill("What bees do in winter.")
    page.locator("#id_body").fill("They keep warm.")


class TestDraft:
    def test_reaches_readers_when_it_is_published(self, ben, maria, reader):
        ben.goto(FORM)
        ben.locator("#id_title").fill("What they do all day")
        expect(ben.locator(".save-row").get_by_role("button")).to_have_text(
            ["Save draft", "Changes", "Preview page"]
        )
        press(ben, "Save draft")
        expect(messages(ben)).to_contain_text("Readers still see what was published")
        reader.goto(PAGE)
        assert heading(reader) == TITLE
        maria.goto("/admin/articles/article/?state=live-draft")
        row = maria.get_by_role("row", name="What a machine learning engineer")
        expect(row).to_contain_text("live, with draft")
        expect(row).to_contain_text("ben")
        row.get_by_role("link").first.click()
        expect(maria.locator("#id_title")).to_have_value("What they do all day")
        press(maria, "Publish")
        expect(messages(maria)).to_contain_text("Published.")
        eventually(
            lambda: reader.goto(PAGE) and heading(reader) == "What they do all day"
        )

    def test_can_be_discarded(self, maria, reader):
        maria.goto(FORM)
        before = maria.locator("#id_summary").input_value()
        maria.locator("#id_summary").fill("Gone in a moment.")
        press(maria, "Save draft")
        decide(maria, "Discard draft", "Discard draft")
        expect(maria.locator("#id_summary")).to_have_value(before)
        expect(status(maria)).to_contain_text("Readers see exactly this.")


class TestPlan:
    def test_waits_while_readers_get_a_correction(self, maria, reader):
        """By keyboard alone, from the plan to what is published beside it."""
        add_article(maria, "Bees in June")
        press(maria, "Publish")
        address = "/articles/bees-in-june/"
        maria.locator("#id_body").fill("They swarm.")
        press(maria, "Save draft")
        status(maria).get_by_role("link", name="Schedule").press("Enter")
        maria.locator("#id_publish_at_0").fill("2999-06-01")
        maria.locator("#id_publish_at_1").fill("09:00")
        maria.get_by_role("button", name="Save schedule").press("Enter")
        expect(status(maria)).to_contain_text("Version 2 is planned for 1 June 2999")
        status(maria).get_by_role("link", name="Edit what readers see").press("Enter")
        maria.locator("#content").get_by_role("button").first.press("Enter")
        expect(maria.locator("#id_body")).to_have_value("They keep warm.")
        maria.locator("#id_summary").fill("What bees do all year.")
        press(maria, "Publish")
        expect(maria.locator(".errornote ~ .errorlist")).to_contain_text(
            "The plan stays, and takes over “Summary”."
        )
        press(maria, "Publish")
        expect(messages(maria)).to_contain_text("Published.")
        eventually(
            lambda: (
                reader.goto(address) and "What bees do all year." in reader.content()
            )
        )
        assert "They swarm." not in reader.content()
        status(maria).get_by_role("link", name="See the plan").press("Enter")
        expect(maria.locator("#content")).to_contain_text("What would change")
        maria.get_by_role("button", name="Drop the plan").press("Enter")
        expect(maria.locator("#id_body")).to_have_value("They swarm.")
        expect(status(maria)).not_to_contain_text("planned")


class TestList:
    def test_names_what_it_would_publish_and_notices_who_saves_meanwhile(
        self, ben, maria
    ):
        add_article(ben, "Bees by day")
        press(ben, "Save draft")
        form = ben.url
        maria.goto("/admin/articles/article/?state=draft")
        maria.get_by_role("row", name="Bees by day").get_by_role("checkbox").check()
        maria.locator("select[name=action]").select_option("publish_selected")
        maria.get_by_role("button", name="Go").click()
        expect(maria.locator(".bulk-list")).to_contain_text("Bees by day")
        ben.goto(form)
        ben.locator("#id_title").fill("Bees by night")
        press(ben, "Save draft")
        maria.get_by_role("button", name="Publish").click()
        expect(maria.locator(".conflict")).to_be_focused()
        expect(maria.locator(".bulk-list")).to_contain_text("Bees by night")
        assert violations(maria, WCAG) == []
        maria.get_by_role("button", name="Publish").click()
        expect(messages(maria)).to_contain_text("1 published.")


class TestConflict:
    def test_is_told_and_merged(self, ben, maria):
        ben.goto(FORM), maria.goto(FORM)
        maria.locator("#id_summary").fill("Her summary of the work.")
        press(maria, "Save draft")
        expect(messages(maria)).to_contain_text("Draft saved")
        ben.locator("#id_summary").fill("His summary of the work.")
        ben.locator("#id_takeaways").fill("- One thing")
        press(ben, "Save draft")
        panel = ben.get_by_role("region", name="maria saved this while you were")
        expect(panel).to_be_focused()
        expect(panel.locator("ins").first).to_contain_text("Her")
        expect(ben.locator("#id_summary")).to_have_value("His summary of the work.")
        panel.get_by_role("checkbox").check()
        press(ben, "Save draft")
        expect(messages(ben)).to_contain_text("Draft saved")
        expect(ben.locator("#id_summary")).to_have_value("Her summary of the work.")
        expect(ben.locator("#id_takeaways")).to_have_value("- One thing")


class TestHistory:
    def test_old_version_is_compared_and_brought_back(self, maria):
        add_article(maria, "Bees in winter")
        press(maria, "Save draft")
        for text in ("They dance.", "They sleep."):
            maria.locator("#id_body").fill(text)
            maria.locator("#id_reason").fill(f"Now: {text}")
            press(maria, "Save draft")
            expect(status(maria)).to_contain_text(f"Now: {text}")
        status(maria).get_by_role("link", name="History").click()
        maria.get_by_role("button", name="Compare").click()
        expect(maria.locator(".difference del")).to_contain_text("dance")
        expect(maria.locator(".difference ins")).to_contain_text("sleep")
        maria.go_back()
        maria.get_by_role("row", name="Now: They dance.").get_by_role("link").click()
        maria.get_by_role("button", name="Make this the draft").click()
        expect(maria.locator("#id_body")).to_have_value("They dance.")


class TestAddress:
    def test_old_link_leads_to_the_new_one(self, maria, reader):
        add_article(maria, "Bees and their queens")
        press(maria, "Publish")
        maria.locator("#id_slug").fill("queens")
        press(maria, "Publish")
        expect(messages(maria)).to_contain_text("Published.")
        old, new = "/articles/bees-and-their-queens/", "/articles/queens/?from=mail"
        eventually(lambda: reader.goto(f"{old}?from=mail").url.endswith(new))
        maria.goto("/admin/articles/article/add/?career=1")
        maria.locator("#id_title").press_sequentially("Another text")
        expect(maria.locator("#id_slug")).to_have_value("another-text")
        maria.locator("#id_slug").fill("bees-and-their-queens")
        press(maria, "Save draft")
        error = maria.locator(".field-slug .errorlist")
        expect(error).to_contain_text("once the address of “Bees and their queens”")
        press(maria, "Save draft")
        expect(messages(maria)).to_contain_text("Draft saved.")


class TestTrash:
    def test_gives_back_what_was_thrown_away(self, maria, reader, watch):
        add_article(maria, "Bees that were lost")
        press(maria, "Publish")
        address = "/articles/bees-that-were-lost/"
        decide(maria, "Move to trash", "Move to trash")
        watch.expect(404, address)
        eventually(lambda: reader.goto(address).status == 404)
        assert heading(reader) == "There is no page here"
        maria.goto("/admin/trash/")
        row = maria.get_by_role("row", name="Bees that were lost")
        row.get_by_role("button", name="Take out of the trash").click()
        expect(status(maria)).to_contain_text("draft")
        press(maria, "Publish")
        expect(messages(maria)).to_contain_text("Published.")
        reader.goto(address)
        assert heading(reader) == "Bees that were lost"
