"""Test how readers find their way in a long page: contents, filters, answers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import ANSWER, ARTICLE, CAREER, SALARIES

pytestmark = pytest.mark.browser

BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
NO_CLIPBOARD = "delete Navigator.prototype.clipboard"
# What a page asks for of its parts by name.
ASKED_FOR = """
window.asked = [];
const { getElementById } = Document.prototype;
Document.prototype.getElementById = function (id) {
  window.asked.push(id);
  return getElementById.call(this, id);
};
"""
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
        page.get_by_role("button", name="Show all answers of Machine Learning").click()
        expect(page.locator("details[open]")).to_have_count(answers.count())
        page.get_by_role("button", name="Close all answers").click()
        expect(page.locator("details[open]")).to_have_count(0)

    def test_cannot_be_shown_all_without_script(self, new_page):
        page = new_page(java_script_enabled=False)
        page.goto("/faq/")
        expect(page.get_by_role("button", name="Show all answers")).to_have_count(0)

    def test_none_is_asked_for_by_an_empty_name(self, new_page):
        page = new_page(script=ASKED_FOR)
        page.goto("/faq/")
        expect(page.get_by_role("button", name="Colours:")).to_be_visible()
        page.evaluate("location.hash = '#'")
        assert "" not in page.evaluate("window.asked")


class TestCopy:
    @pytest.fixture(params=["", NO_CLIPBOARD], ids=["https", "http"])
    def page(self, request, new_page):
        options = {} if request.param else {"permissions": ["clipboard-write"]}
        page = new_page(script=request.param, **options)
        page.clock.install()
        page.goto(SALARIES)
        page.clock.run_for(1000)  # our script waits a moment after the page
        return page

    def test_is_said_for_a_moment(self, page):
        button = page.get_by_role("button", name="Copy the citation")
        button.click()
        done = page.get_by_role("button", name="Copied")
        expect(done).to_be_visible()
        page.clock.run_for(10_000)
        expect(done).to_have_count(0)
        expect(button).to_be_visible()

    def test_that_fails_leaves_the_words_selected(self, new_page):
        script = f"{NO_CLIPBOARD}; document.execCommand = () => false"
        page = new_page(script=script)
        page.goto(SALARIES)
        page.get_by_role("button", name="Copy the citation").click()
        expect(
            page.get_by_role("button", name="Selected: press Ctrl+C")
        ).to_be_visible()
        selected = page.evaluate("getSelection().toString()")
        assert selected.strip() == page.locator("#cite-text").inner_text().strip()


class TestFilter:
    def test_leaves_the_questions_that_have_the_words(self, page):
        page.goto("/faq/")
        field = page.get_by_label("Find a question by its words")
        shown = page.locator("details:visible")
        everything = shown.count()
        field.press_sequentially("ethical fairness")  # the second is in the answer
        expect(shown).to_have_count(1)
        expect(page.get_by_role("status")).to_have_text(f"1 of {everything} questions")
        expect(page.get_by_role("heading", level=3)).to_have_count(1)
        field.fill("wasps")
        expect(page.get_by_role("status")).to_contain_text("No question")
        field.fill("")
        expect(shown).to_have_count(everything)

    @pytest.mark.parametrize(
        "words",
        ["ÉTHICAL FAIRNESS", "e\u0301thical", "ｅthical", "ethical\u00a0fairness"],
    )
    def test_takes_words_however_they_are_written(self, page, words):
        page.goto("/faq/")
        page.get_by_label("Find a question by its words").press_sequentially(words)
        expect(page.locator("details:visible")).to_have_count(1)

    def test_shows_after_back_what_the_field_says(self, page):
        """As browsers that keep pages for Back do, with the field emptied."""
        page.goto("/faq/")
        field = page.get_by_label("Find a question by its words")
        shown = page.locator("details:visible")
        everything = shown.count()
        field.press_sequentially("ethical fairness")
        expect(shown).to_have_count(1)
        # WebKit empties it only after it has told the page.
        page.evaluate(f"{BACK}; document.querySelector('[data-filter]').value = ''")
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
