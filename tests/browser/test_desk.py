"""Test the desk and a guide's page by mouse and keyboard, with fifty guides overdue."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import WCAG, violations
from tests.browser.editing import messages

pytestmark = pytest.mark.browser

GUIDE = "/admin/careerguide/career/1/guide/"
PAGES = ("/admin/", GUIDE, "/admin/desk/guide/1/publish/", "/admin/desk/overdue/")
LATE = 12
OVERDUE = """
from datetime import date
from faq.models import FAQEntry
late = FAQEntry.objects.order_by("pk").values_list("pk", flat=True)[:%d]
FAQEntry.objects.filter(pk__in=[*late]).update(review_by=date(2020, 1, 1))
words = {"question": "Is it quiet?", "answer": "In winter.", "slug": "is-it-quiet"}
FAQEntry.objects.create(career_id=1, status="draft", **words)
"""


@pytest.fixture(scope="module")
def site(prepared_site, tmp_path_factory):
    copy = prepared_site.copy(tmp_path_factory.mktemp("desk") / "state")
    copy.manage("make_sample_guides", "49", "--beside-real-guides")
    copy.manage("shell", "-c", OVERDUE.replace("%d", str(LATE)))
    with copy as running:
        yield running


def count(page):
    return int(page.locator(".desk-counts a[href='#need-overdue'] b").inner_text())


class TestFirstPage:
    @pytest.mark.parametrize("width", [1280, 768, 390])
    def test_breaks_no_rule_and_fits(self, new_page, width):
        page = new_page("admin")
        for path in PAGES:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(path)
            assert page.url.endswith(path)
            wide = page.evaluate("document.scrollingElement.scrollWidth")
            assert wide <= width, path
            assert violations(page, WCAG) == []

    def test_overdue_items_are_worked_off(self, new_page):
        """One of them by one click, the others in three, however many they are."""
        page = new_page("admin", viewport={"width": 1280, "height": 900})
        page.goto("/admin/")
        before = count(page)
        page.get_by_role("button", name="Still correct").first.click()
        expect(messages(page)).to_contain_text("still correct")
        assert count(page) == before - 1
        page.get_by_role("link", name=f"All {before - 1}").click()
        every = page.get_by_label("Tick all of them")
        every.check()
        page.get_by_role("checkbox").nth(1).uncheck()
        expect(every).not_to_be_checked()
        every.check()
        page.get_by_role("button", name="All ticked are still correct").click()
        expect(page.get_by_text("Nothing here needs you.")).to_be_visible()


class TestOrder:
    def titles(self, page):
        return page.locator("#part-faqentry tbody th a").all_inner_texts()

    def test_keys_pressed_faster_than_it_is_saved(self, new_page):
        page = new_page("admin")
        page.goto(GUIDE)
        before = self.titles(page)
        page.get_by_role("button", name=f"Move “{before[4]}” up").focus()
        for _time in range(3):
            page.keyboard.press("Enter")
        wanted = [before[0], before[4], *before[1:4], *before[5:]]
        assert self.titles(page) == wanted
        page.wait_for_load_state("networkidle")
        page.goto(GUIDE)
        assert self.titles(page) == wanted

    def test_by_keys_and_by_dragging(self, new_page):
        page = new_page("admin", viewport={"width": 1280, "height": 900})
        page.goto(GUIDE)
        first, second, third, *_ = self.titles(page)
        button = page.get_by_role("button", name=f"Move “{second}” up")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_have_text("The new order is saved.")
        assert self.titles(page)[:3] == [second, first, third]
        down = page.get_by_role("button", name=f"Move “{second}” down")
        expect(down).to_be_focused()
        page.goto(GUIDE)
        assert self.titles(page)[:3] == [second, first, third]
        rows = page.locator("#part-faqentry tbody tr")
        rows.nth(2).drag_to(rows.nth(0), source_position={"x": 5, "y": 5})
        expect(page.get_by_role("status")).to_have_text("The new order is saved.")
        page.goto(GUIDE)
        assert self.titles(page)[:3] == [third, second, first]
