"""Test that readers can say whether a page helped, and report a problem.

With script and without, by mouse and keyboard, and when the network fails.
"""

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.browser.axe import ALL_RULES, WCAG, violations
from tests.browser.keyboard import tab_to
from tests.browser.pages import ARTICLE

pytestmark = pytest.mark.browser

ADDRESS = "/feedback/"
CLIENTS = count(1)


@pytest.fixture(scope="module")
def site(prepared_site, tmp_path_factory):
    """As behind a proxy, so that each test is another client with a rate of its own."""
    site = prepared_site.copy(tmp_path_factory.mktemp("feedback") / "state")
    site.environ["TRUSTED_PROXIES"] = "1"
    with site:
        yield site


@pytest.fixture
def new_page(new_page):
    def open_page(person="", **options):
        page = new_page(person, **options)
        client = {"X-Forwarded-For": f"192.0.2.{next(CLIENTS)}"}
        page.set_extra_http_headers(client)
        return page

    return open_page


@pytest.fixture
def stored(site):
    """What was stored since the test began, the newest first: ``stored()``."""
    query = (
        "SELECT kind, reason, text, page FROM feedback_feedback "
        "WHERE id > ? ORDER BY id DESC"
    )

    def read(after=0):
        return site.query(query, after)

    before = len(read())
    return lambda: read(before)


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def reader(request, new_page):
    page = new_page(java_script_enabled=request.param)
    page.goto(ARTICLE)
    return page


@pytest.fixture
def page(new_page):
    page = new_page(viewport={"width": 360, "height": 800})
    page.goto(ARTICLE)
    # By now the script is there: it comes after the page, and names this button.
    expect(page.get_by_role("button", name="Colours:")).to_be_visible()
    return page


def press(page, name):
    section = page.locator(".feedback")
    section.get_by_role("button", name=name, exact=True).click()


def write_report(page, text):
    page.get_by_text("Report a problem with this page").click()
    page.get_by_label("What is wrong?").fill(text)


def status(page):
    return page.locator(".feedback").get_by_role("status")


class TestReader:
    def test_finds_it_helpful(self, reader, stored):
        press(reader, "Yes")
        expect(status(reader)).to_contain_text("Thank you.")
        assert stored() == [("helpful", "", "", ARTICLE)]

    def test_does_not_and_says_why(self, reader, stored):
        press(reader, "No")
        reader.get_by_label("It is out of date or wrong").check()
        reader.get_by_label("In your words").fill("It is 7 %.")
        press(reader, "Send")
        expect(status(reader)).to_contain_text("read what you told us")
        assert stored() == [("not_helpful", "wrong", "It is 7 %.", ARTICLE)]

    def test_reports_a_problem(self, reader, stored):
        write_report(reader, "Bees have six legs.")
        press(reader, "Send the report")
        expect(status(reader)).to_contain_text("read your report")
        assert stored() == [("problem", "", "Bees have six legs.", ARTICLE)]

    def test_is_told_what_is_missing_and_keeps_the_rest(self, reader, stored, watch):
        watch.expect(422, ADDRESS)
        press(reader, "No")
        reader.get_by_label("In your words").fill("   ")
        press(reader, "Send")
        expect(reader.get_by_role("alert")).to_contain_text("choose an answer")
        expect(reader.get_by_role("alert")).to_be_focused()
        reader.get_by_label("Something else").check()
        press(reader, "Send")
        expect(status(reader)).to_contain_text("Thank you.")
        assert stored() == [("not_helpful", "other", "", ARTICLE)]

    def test_comes_back_to_the_page(self, new_page):
        page = new_page(java_script_enabled=False)
        page.goto(ARTICLE)
        press(page, "Yes")
        page.get_by_role("link", name="Back to").click()
        expect(page).to_have_url(re.compile(f"{ARTICLE}$"))


class TestInPlace:
    def test_the_page_stays_and_the_focus_is_on_the_answer(self, page):
        press(page, "Yes")
        expect(status(page)).to_be_focused()
        assert page.url.endswith(ARTICLE)
        expect(page.locator("h1")).to_have_count(1)

    def test_a_vote_leaves_the_report_as_it_is_typed(self, page):
        write_report(page, "Half a sent")
        press(page, "Yes")
        expect(status(page)).to_be_visible()
        expect(page.get_by_label("What is wrong?")).to_have_value("Half a sent")

    @pytest.mark.parametrize("answer", ["nothing", "an error"])
    def test_without_an_answer_nothing_typed_is_lost(self, page, watch, stored, answer):
        def fail(route):
            if answer == "nothing":
                route.abort("aborted")
            else:
                route.fulfill(status=503, body="<h1>Later</h1>")

        watch.expect(503, ADDRESS)
        page.route(f"**{ADDRESS}", fail)
        write_report(page, "Bees have six legs.")
        for _ in range(2):
            press(page, "Send the report")
            expect(page.get_by_role("alert")).to_contain_text("Nothing is lost")
        expect(page.get_by_label("What is wrong?")).to_have_value("Bees have six legs.")
        page.unroute(f"**{ADDRESS}")
        press(page, "Send the report")
        expect(status(page)).to_contain_text("Thank you.")
        assert len(stored()) == 1

    def test_works_by_keyboard_alone(self, page, stored):
        page.get_by_role("button", name="Yes", exact=True).focus()
        tab_to(page, page.get_by_role("button", name="No", exact=True), at_most=1)
        page.keyboard.press("Enter")
        expect(status(page)).to_be_focused()
        tab_to(page, page.get_by_label("It did not answer my question"), at_most=1)
        page.keyboard.press("ArrowDown")
        tab_to(page, page.get_by_label("In your words"), at_most=1)
        page.keyboard.type("Too short")
        tab_to(page, page.get_by_role("button", name="Send", exact=True), at_most=1)
        page.keyboard.press("Enter")
        expect(status(page)).to_contain_text("will read")
        assert stored() == [("not_helpful", "unclear", "Too short", ARTICLE)]


def test_every_state_is_accessible(page, watch):
    watch.expect(422, ADDRESS)
    write_report(page, " ")
    found = violations(page, ALL_RULES)
    press(page, "No")
    expect(status(page)).to_be_visible()
    found += violations(page, ALL_RULES)
    press(page, "Send the report")
    expect(page.get_by_text("Please say what is wrong.")).to_be_visible()
    page.emulate_media(color_scheme="dark")
    found += violations(page, ALL_RULES)
    assert not found, "\n".join(found)


def test_page_of_its_own_is_accessible(page):
    page.route("**/js/site*.js", lambda route: route.abort("aborted"))
    page.reload()
    press(page, "No")
    expect(page).to_have_url(re.compile(f"{ADDRESS}$"))
    assert violations(page, ALL_RULES) == []


def test_editor_finds_it(page, new_page):
    write_report(page, "Bees have <b>six</b> legs.")
    press(page, "Send the report")
    expect(status(page)).to_be_visible()
    editor = new_page("admin")
    editor.goto("/admin/feedback/feedback/")
    row = editor.get_by_role("row", name="Bees have <b>six</b> legs.")
    row.get_by_role("checkbox").check()
    assert violations(editor, WCAG) == []
    editor.locator("select[name=action]").select_option("Mark as handled")
    editor.get_by_role("button", name="Go").click()
    expect(editor.get_by_text("1 is handled now.")).to_be_visible()
    row.get_by_role("link").first.click()
    expect(editor.get_by_text("Bees have <b>six</b> legs.")).to_be_visible()
    assert violations(editor, WCAG) == []
