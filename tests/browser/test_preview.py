"""Test that an editor sees what readers would see, and can show it to others."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.editing import ARTICLE
from tests.browser.keyboard import press_tab, tab_to
from tests.browser.pages import SECOND_ARTICLE

pytestmark = pytest.mark.browser

TABLE = "/admin/statistics/stattable/2/change/"
PREVIEW = "/admin/articles/article/2/preview/"
HEAD = "(e) => getComputedStyle(e.ownerDocument.body).backgroundColor"
DESK = {"width": 1280, "height": 900}
WHITE = "rgb(255, 255, 255)"


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    return new_page("admin", viewport=DESK)


def preview_button(page):
    return page.locator(".save-row").get_by_role("button", name="Preview")


@pytest.fixture
def pane(page):
    return page.get_by_role("complementary", name="Preview")


@pytest.fixture
def picture(page):
    """What the pane shows."""
    return page.frame_locator("#preview-pane iframe")


@pytest.fixture
def form(page, pane, picture):
    """The form of an article with its preview open."""
    page.goto(ARTICLE)
    preview_button(page).click()
    expect(picture.get_by_role("heading", level=1)).to_be_visible()
    return page


class TestPane:
    def test_follows_what_is_typed(self, form, picture):
        form.get_by_label("Title").fill("Rain on a Tuesday")
        heading = picture.get_by_role("heading", level=1)
        expect(heading).to_have_text("Rain on a Tuesday")
        form.locator("#id_body").fill("It **rains**.")
        expect(picture.get_by_text("It rains.")).to_be_visible()
        form.goto(SECOND_ARTICLE)
        expect(form.get_by_role("heading", level=1)).not_to_have_text(
            "Rain on a Tuesday"
        )

    def test_follows_the_cells_of_a_table(self, page, picture):
        page.goto(TABLE)
        preview_button(page).click()
        expect(picture.get_by_text("$120,000").first).to_be_visible()
        page.get_by_role("button", name="As text").first.click()
        page.locator("#id_numbers").fill(
            "Experience level\tAverage annual salary\nEntry Level\t86500"
        )
        expect(picture.get_by_text("$86,500").first).to_be_visible()

    def test_stays_where_the_editor_scrolled(self, form, picture):
        section = picture.get_by_role("heading", level=2).last
        section.scroll_into_view_if_needed()
        before = section.evaluate("() => scrollY")
        form.get_by_label("Summary").fill("Another summary.")
        expect(picture.get_by_text("Another summary.")).to_be_attached()
        after = section.evaluate("() => scrollY")
        assert before > 300
        assert abs(after - before) < 200

    def test_names_what_is_wrong_and_goes_on(self, form, pane, picture):
        form.get_by_label("Title").fill("")
        expect(pane.get_by_role("status")).to_have_text(
            "Title: This field is required."
        )
        form.get_by_label("Summary").fill("It rained.")
        expect(picture.get_by_text("It rained.")).to_be_attached()
        form.get_by_label("Title").fill("Rain")
        expect(pane.get_by_role("status")).to_be_empty()

    def test_keeps_the_last_picture_where_the_server_fails(
        self, form, pane, picture, watch
    ):
        watch.expect(500, PREVIEW)
        form.route(f"**{PREVIEW}", lambda route: route.fulfill(status=500))
        form.get_by_label("Title").fill("Snow")
        status = pane.get_by_role("status")
        expect(status).to_contain_text("The server could not show this")
        expect(picture.get_by_role("heading", level=1)).not_to_be_empty()
        form.unroute(f"**{PREVIEW}")
        form.get_by_label("Title").fill("Snow again")
        expect(picture.get_by_role("heading", level=1)).to_have_text("Snow again")
        expect(status).to_be_empty()

    def test_says_so_to_somebody_signed_out(self, form, pane, picture, watch):
        watch.expect(403, PREVIEW)
        form.context.clear_cookies()
        form.get_by_label("Title").fill("Snow")
        expect(pane.get_by_role("status")).to_contain_text("You are signed out")
        expect(picture.get_by_role("heading", level=1)).to_be_visible()

    def test_links_lead_nowhere_but_down_the_page(self, form, picture):
        picture.get_by_role("link", name="Statistics").first.click()
        expect(picture.get_by_role("heading", level=1)).to_be_visible()
        last = picture.locator(".prose h2").last
        expect(last).not_to_be_in_viewport()
        name = last.get_attribute("id")
        picture.locator(f"a[href='#{name}']").first.click()
        expect(last).to_be_in_viewport()

    def test_widths_and_dark(self, form, pane, picture):
        heading = picture.get_by_role("heading", level=1)
        pane.get_by_role("button", name="Phone").click()
        assert heading.evaluate("() => innerWidth") == 360
        pane.get_by_role("button", name="Desktop").click()
        assert heading.evaluate("() => innerWidth") > 1000
        dark = pane.get_by_role("button", name="Dark")
        expect(dark).to_have_attribute("aria-pressed", "false")
        assert heading.evaluate(HEAD) == WHITE
        dark.click()
        expect(dark).to_have_attribute("aria-pressed", "true")
        assert heading.evaluate(HEAD) != WHITE
        form.get_by_label("Title").fill("Still dark")
        expect(heading).to_have_text("Still dark")
        assert heading.evaluate(HEAD) != WHITE

    def test_open_or_closed_is_remembered(self, form, pane):
        form.goto(TABLE)
        expect(pane).to_be_visible()
        pane.get_by_role("button", name="Close").click()
        expect(preview_button(form)).to_be_focused()
        form.goto(ARTICLE)
        expect(preview_button(form)).to_have_attribute("aria-expanded", "false")
        expect(pane).to_be_hidden()

    def test_beside_the_form_or_below_it(self, form, pane):
        def is_beside():
            form_box = form.locator("#content-main").bounding_box()
            return pane.bounding_box()["x"] >= form_box["x"] + form_box["width"]

        assert is_beside()
        form.set_viewport_size({"width": 768, "height": 900})
        assert not is_beside()

    def test_works_by_keyboard(self, page, pane, picture):
        page.goto(ARTICLE)
        tab_to(page, preview_button(page))
        page.keyboard.press("Enter")
        expect(picture.get_by_role("heading", level=1)).to_be_visible()
        expect(preview_button(page)).to_be_focused()
        tab_to(page, pane.get_by_role("button", name="Phone"))
        page.keyboard.press("Space")
        expect(pane.get_by_role("button", name="Phone")).to_have_attribute(
            "aria-pressed", "true"
        )
        press_tab(page)
        press_tab(page)
        expect(pane.get_by_role("button", name="Close")).to_be_focused()
        page.keyboard.press("Enter")
        expect(pane).to_be_hidden()


class TestWithoutScript:
    def test_preview_opens_beside_this_page(self, new_page):
        page = new_page("admin", java_script_enabled=False)
        page.goto(ARTICLE)
        page.get_by_label("Title").fill("Rain without script")
        with page.context.expect_page() as opened:
            preview_button(page).click()
        heading = opened.value.frame_locator("iframe").get_by_role("heading", level=1)
        expect(heading).to_have_text("Rain without script")


class TestSharing:
    def test_somebody_without_an_account_reads_the_draft(self, page, new_page, watch):
        page.goto(ARTICLE)
        page.get_by_label("Title").fill("Rain for a friend")
        page.get_by_role("button", name="Save draft").click()
        page.get_by_role("link", name="Share preview").click()
        page.get_by_role("button", name="Make a link").click()
        address = page.get_by_label(re.compile("Made by admin")).first.input_value()

        friend = new_page(viewport=DESK)
        friend.goto(address)
        expect(friend.get_by_role("heading", level=1)).to_have_text(
            "Draft of “Rain for a friend”, not published."
        )
        heading = friend.frame_locator("iframe").get_by_role("heading", level=1)
        expect(heading).to_have_text("Rain for a friend")
        friend.get_by_role("button", name="Phone").click()
        assert heading.evaluate("() => innerWidth") == 360
        friend.get_by_role("button", name="Dark").click()
        assert heading.evaluate(HEAD) != WHITE
        friend.frame_locator("iframe").get_by_role("link", name="Statistics").click()
        expect(heading).to_have_text("Rain for a friend")

        page.get_by_role("button", name="Revoke").first.click()
        expect(page.get_by_text("The link is revoked")).to_be_visible()
        watch.expect(410, address.removeprefix(friend.evaluate("location.origin")))
        friend.reload()
        expect(friend.get_by_role("heading", level=1)).to_have_text(
            "This preview has ended"
        )
