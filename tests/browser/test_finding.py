"""Finding the way in a long page: contents, filters, answers that links open."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import ANSWER, ARTICLE, CAREER

pytestmark = pytest.mark.browser

ANSWER_ID = ANSWER.strip("/").split("/")[-1]


class TestContents:
    @pytest.mark.parametrize(
        ("path", "name", "place"),
        [
            (ARTICLE, "On this page", "Outlook"),
            (CAREER, "Parts of this guide", "Questions"),
        ],
    )
    def test_mark_where_the_reader_is(self, page, path, name, place):
        page.goto(path)
        contents = page.get_by_role("navigation", name=name)
        here = contents.locator("[aria-current=location]")
        expect(here).to_have_count(0)
        contents.get_by_role("link", name=place).click()
        expect(here).to_have_text(place)
        page.evaluate("scrollTo(0, 0)")
        expect(here).to_have_count(0)


class TestAnswer:
    def test_is_opened_by_a_link_to_it(self, reader):
        reader.goto(f"/faq/#{ANSWER_ID}")
        expect(reader.get_by_text("visualise data")).to_be_in_viewport()
        expect(reader.locator("details[open]")).to_have_count(1)
        expect(reader.locator("details[open] summary")).to_be_in_viewport()

    def test_all_are_shown_and_closed_again(self, page):
        page.goto("/faq/")
        answers = page.locator("details")
        page.get_by_role("button", name="Show all answers").click()
        expect(page.locator("details[open]")).to_have_count(answers.count())
        page.get_by_role("button", name="Close all answers").click()
        expect(page.locator("details[open]")).to_have_count(0)

    def test_cannot_be_shown_all_without_script(self, new_page):
        page = new_page(java_script_enabled=False)
        page.goto("/faq/")
        expect(page.get_by_role("button", name="Show all answers")).to_have_count(0)


class TestFilter:
    def test_leaves_the_questions_that_have_the_words(self, page):
        page.goto("/faq/")
        field = page.get_by_label("Find a question by its words")
        shown = page.locator("details:visible")
        everything = shown.count()
        field.press_sequentially("ethical fairness")  # the second is in the answer
        expect(shown).to_have_count(1)
        expect(page.get_by_role("status")).to_have_text(f"1 / {everything}")
        expect(page.get_by_role("heading", level=3)).to_have_count(1)
        field.fill("wasps")
        expect(page.get_by_role("status")).to_contain_text("No question")
        field.fill("")
        expect(shown).to_have_count(everything)

    def test_works_without_script(self, new_page):
        page = new_page(java_script_enabled=False)
        page.goto("/faq/")
        page.get_by_label("Find a question by its words").fill("ethical fairness")
        page.get_by_role("button", name="Find").click()
        expect(page.locator("details")).to_have_count(1)
        page.get_by_role("link", name="Show all").click()
        expect(page).to_have_url(re.compile("/faq/$"))


class TestCareerLists:
    def test_hold_what_the_career_leads_to(self, reader):
        reader.goto(CAREER)
        reader.get_by_role("link", name="All tables of this guide").click()
        expect(reader).to_have_url(re.compile(r"/statistics/\?career=machine"))
        reader.get_by_role("link", name="Statistics of all guides").click()
        expect(reader).to_have_url(re.compile("/statistics/$"))


class TestWholeGuide:
    def test_is_read_by_its_contents(self, reader):
        reader.goto(CAREER)
        reader.get_by_role("link", name="Whole guide on one page").click()
        contents = reader.get_by_role("navigation", name="Contents")
        for name in ("Five misconceptions", "Half of machine", "What skills"):
            contents.get_by_role("link", name=re.compile(name)).click()
            expect(reader.locator(":target")).to_contain_text(name)
            expect(reader.locator(":target")).to_be_in_viewport()
