"""Test that nothing an editor types is lost, and that editors see each other."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import ALL_RULES, violations
from tests.browser.editing import ARTICLE, choose, sign_in
from tests.browser.people import PASSWORD

pytestmark = pytest.mark.browser

OTHER_ARTICLE = "/admin/articles/article/1/change/"
TABLE = "/admin/statistics/stattable/1/change/"
NEW_ANSWER = "/admin/faq/faqentry/add/"
KINDS = [
    *("articles/article", "faq/faqentry", "statistics/stattable"),
    *("careerguide/career", "careerguide/page"),
]
PRESENCE = "/admin/presence/"
COPIES = """() => Object.entries({...localStorage})
  .filter(([key]) => key.startsWith("guide-text:")).map(([, text]) => text)"""
IS_KEPT = """(words) => Object.entries({...localStorage}).some(
  ([key, text]) => key.startsWith("guide-text:") && text.includes(words))"""
SIGN_TOGETHER = """async ([url, model, pk]) => {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = () => new URLSearchParams({model, pk, csrfmiddlewaretoken: token});
  const send = () => fetch(url, {method: "POST", body: body()});
  const answers = await Promise.all(Array.from({length: 20}, send));
  return answers.map((answer) => answer.status);
}"""

# The network does not tell: a browser drops what it has not sent when more follows.
NOTE_SENDING = """() => {
  const sent = [];
  window.addEventListener("submit", (event) => {
    sent.push(event.defaultPrevented ? "no" : "yes");
    sessionStorage.setItem("was sent", sent);
  });
}"""
LOOK_UNTIL_ALONE = """() => {
  document.dispatchEvent(new Event("visibilitychange"));
  return document.querySelector(".presence").textContent === "";
}"""
PUT_COPIES = """() => {
  const put = (name, days, length) => {
    const at = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    const copy = { at, fields: { x: ["x".repeat(length)] } };
    localStorage.setItem(`guide-text:1:/somewhere/:${name}`, JSON.stringify(copy));
  };
  put("new", 1, 1_500_000);
  put("large", 2, 1_000_000);
  put("old", 31, 10);
  localStorage.setItem("guide-text:1:/somewhere/:garbled", "{");
}"""
# For what should not happen. Silence of the network is no sign: under load, Chromium
# may not announce it within a minute.
A_WHILE = 700
# A form keeps its text every three seconds: here, ten times as often.
HURRY = """
const every = window.setInterval;
window.setInterval = (work, pause) => every(work, pause === 3000 ? 300 : pause);
"""
FILL_STORE = """() => {
  for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
    const text = "x".repeat(size);
    try {
      for (let n = 0; ; n++) localStorage.setItem(`x${size}-${n}`, text);
    } catch {
      continue;
    }
  }
}"""


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def page(new_page):
    options = {"timezone_id": "Asia/Tokyo", "viewport": {"width": 1280, "height": 900}}
    return new_page("admin", script=HURRY, **options)


@pytest.fixture
def maria(new_page):
    return new_page("maria")


@pytest.fixture
def questions(page):
    """The browser's questions whether to leave; each is answered “stay”."""
    heard = []

    def stay(dialog):
        heard.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    yield heard
    page.remove_listener("dialog", stay)


def open_form(page, path=ARTICLE):
    page.goto(path)
    expect(page.locator("#id_slug")).to_be_attached()
    return page


def summary(page):
    return page.locator("#id_summary")


def write(page, text, field="#id_summary"):
    page.locator(field).fill(text)


def offer(page):
    return page.locator(".guard")


def put_back(page):
    page.get_by_role("button", name="Put it back").click()
    expect(offer(page)).to_contain_text("It is back in the form")


def save_draft(page):
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def wait_until_kept(page, words):
    page.wait_for_function(IS_KEPT, arg=words, polling=200)


def crash(page):
    """Close the page as a power cut does, and open the form again."""
    path, context = page.url, page.context
    page.close()
    again = context.new_page()
    return open_form(again, path)


def go_home(page):
    page.get_by_role("link", name="Home").first.click(no_wait_after=True)


def expect_home(page):
    expect(page.locator(".index-note")).to_be_visible()


class TestLeaving:
    def test_asks_where_text_is_not_saved(self, page, questions):
        open_form(page)
        write(page, "Half a sentence")
        go_home(page)
        expect(summary(page)).to_have_value("Half a sentence")
        page.wait_for_timeout(100)
        assert questions == ["beforeunload"]

    @pytest.mark.parametrize("kind", KINDS)
    def test_does_not_ask_where_nothing_was_written(self, page, questions, kind):
        page.goto(f"/admin/{kind}/")
        change = page.locator("#result_list tbody th a").first.get_attribute("href")
        for path in (change, f"/admin/{kind}/add/"):
            open_form(page, path)
            page.wait_for_timeout(A_WHILE)
            page.keyboard.press("Tab")
            page.locator("#id_reason").click()
            go_home(page)
            expect_home(page)
        assert questions == []
        assert page.evaluate(COPIES) == []

    def test_does_not_ask_after_changing_back(self, page, questions):
        open_form(page)
        before = summary(page).input_value()
        write(page, "Half a sentence")
        write(page, before)
        go_home(page)
        expect_home(page)
        assert questions == []

    def test_does_not_ask_after_taking_back_a_cell(self, page, questions):
        open_table(page)
        type_cell(page, "Farming")
        expect(page.locator("#id_numbers")).to_have_value(containing("Farming"))
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#id_numbers")).not_to_have_value(containing("Farming"))
        go_home(page)
        expect_home(page)
        assert questions == []

    def test_does_not_ask_when_saving_or_after(self, page, questions):
        open_form(page)
        write(page, "A whole sentence, saved.")
        save_draft(page)
        go_home(page)
        expect_home(page)
        assert questions == []
        assert page.evaluate(COPIES) == []

    def test_asks_when_the_form_came_back_with_errors(self, page, questions):
        open_form(page)
        write(page, "", "#id_title")
        page.get_by_role("button", name="Save draft").click()
        expect(page.locator(".errornote")).to_be_visible()
        expect(offer(page)).to_have_text("")
        page.locator("#id_reason").click()
        go_home(page)
        expect(page.locator(".errornote")).to_be_visible()
        page.wait_for_timeout(100)
        assert questions == ["beforeunload"]

    def test_asks_after_a_preview_in_another_tab(self, page, questions):
        open_form(page)
        write(page, "Shown, and not saved.")
        with page.expect_popup():
            page.locator("[data-preview]").evaluate("(b) => b.form.requestSubmit(b)")
        go_home(page)
        page.wait_for_timeout(100)
        assert questions == ["beforeunload"]
        save_draft(page)


class TestSavingTwice:
    def test_second_click_sends_nothing(self, page):
        page.goto(NEW_ANSWER)
        choose(page, "Career:", "Machine")
        write(page, "Is one click enough?", "#id_question")
        page.evaluate(NOTE_SENDING)
        page.get_by_role("button", name="Save draft").dblclick()
        expect(page.locator(".messagelist .success")).to_be_visible()
        assert page.evaluate("sessionStorage.getItem('was sent')") == "yes,no"

    def test_form_works_again_after_the_back_button(self, page):
        open_form(page)
        write(page, "Written once.")
        save_draft(page)
        page.go_back()
        write(page, "Written twice.")
        page.get_by_role("button", name="Save draft").click()
        expect(page.locator(".messagelist .success")).to_be_visible()
        expect(summary(page)).to_have_value("Written twice.")


class TestCrash:
    def test_text_is_offered_put_back_and_saved(self, page):
        open_form(page)
        write(page, "Before the power cut.")
        write(page, "## Of the power cut\n\nAnd *after* it.", "#id_body")
        write(page, "2031-05-04", "#id_review_by")
        wait_until_kept(page, "2031-05-04")
        page = crash(page)
        expect(offer(page)).to_contain_text("was not saved")
        expect(page.get_by_text("Somebody has saved this since")).to_be_hidden()
        put_back(page)
        expect(summary(page)).to_have_value("Before the power cut.")
        expect(page.locator("#id_review_by")).to_have_value("2031-05-04")
        preview = page.frame_locator(".field-body iframe")
        expect(preview.get_by_role("heading", name="Of the power cut")).to_be_visible()
        save_draft(page)
        expect(summary(page)).to_have_value("Before the power cut.")
        open_form(page)
        expect(offer(page)).to_have_text("")
        assert page.evaluate(COPIES) == []

    def test_hour_is_that_of_the_site(self, page):
        open_form(page)
        write(page, "At some hour.")
        wait_until_kept(page, "At some hour.")
        page = crash(page)
        [copy] = map(json.loads, page.evaluate(COPIES))
        expect(offer(page)).to_contain_text(f"Text from {copy['at'][11:16]} was")

    def test_text_thrown_away_is_gone(self, page):
        open_form(page)
        write(page, "Not worth keeping.")
        wait_until_kept(page, "Not worth keeping.")
        page = crash(page)
        page.get_by_role("button", name="Throw it away").click()
        expect(offer(page)).to_contain_text("It was thrown away.")
        page = crash(page)
        expect(offer(page)).to_have_text("")
        assert page.evaluate(COPIES) == []

    def test_banner_is_for_everybody(self, page, maria):
        with maria.expect_response(f"**{PRESENCE}"):
            open_form(maria)
        open_form(page)
        write(page, "In words and by ear.")
        wait_until_kept(page, "In words and by ear.")
        page = crash(page)
        expect(line(page)).to_contain_text("maria is editing this")
        expect(page.get_by_role("status").filter(has_text="not saved")).to_be_visible()
        for part in (".guard", ".status-panel"):
            assert violations(page, ALL_RULES, context=part) == []

    def test_banner_works_by_keyboard(self, page):
        open_form(page)
        write(page, "By hand and key.")
        wait_until_kept(page, "By hand and key.")
        page = crash(page)
        page.get_by_role("button", name="Put it back").focus()
        page.keyboard.press("Enter")
        expect(summary(page)).to_have_value("By hand and key.")
        expect(offer(page)).to_be_focused()

    def test_new_item_comes_back_with_its_chosen_career(self, page):
        page.goto(NEW_ANSWER)
        choose(page, "Career:", "Machine")
        write(page, "Was this lost?", "#id_question")
        wait_until_kept(page, "Was this lost?")
        path = page.url
        page.close()
        page = page.context.new_page()
        page.goto(path)
        put_back(page)
        expect(page.locator("#id_question")).to_have_value("Was this lost?")
        chosen = page.locator(".field-career .select2-selection__rendered")
        expect(chosen).to_contain_text("Machine Learning Engineer")
        save_draft(page)
        assert page.evaluate(COPIES) == []
        page.goto(path)
        expect(offer(page)).to_have_text("")

    def test_cells_of_a_table_come_back(self, page):
        open_table(page)
        type_cell(page, "Beehives")
        wait_until_kept(page, "Beehives")
        page = crash(page)
        put_back(page)
        expect(page.get_by_role("grid").get_by_text("Beehives")).to_be_visible()
        expect(
            page.frame_locator(".grid-chart").get_by_text("Beehives")
        ).to_be_visible()
        save_draft(page)
        expect(page.get_by_role("grid").get_by_text("Beehives")).to_be_visible()
        expect(offer(page)).to_have_text("")

    def test_what_is_typed_beside_an_offer_is_kept_as_well(self, page):
        open_form(page)
        write(page, "The first text.")
        wait_until_kept(page, "The first text.")
        page = crash(page)
        write(page, "The second text.")
        wait_until_kept(page, "The second text.")
        page = crash(page)
        for _ in range(2):
            page.get_by_role("button", name="Throw it away").click()
        expect(offer(page)).to_contain_text("It was thrown away.")

    def test_changing_back_leaves_nothing_to_offer(self, page):
        open_form(page)
        before = summary(page).input_value()
        write(page, "For a moment.")
        wait_until_kept(page, "For a moment.")
        write(page, before)
        page.wait_for_function(
            "() => !Object.keys(localStorage).some("
            "(key) => key.startsWith('guide-text:'))",
            polling=200,
        )


class TestStore:
    def test_old_large_and_garbled_copies_go_the_newest_stays(self, page):
        open_form(page)
        page.evaluate(PUT_COPIES)
        page.reload()
        expect(offer(page)).to_be_attached()
        left = page.evaluate(
            "Object.keys(localStorage).filter(k => k.startsWith('guide-text'))"
        )
        assert [key.split(":")[-1] for key in left] == ["new"]

    def test_full_store_breaks_nothing(self, page):
        open_form(page)
        page.evaluate(FILL_STORE)
        write(page, "No room for this.")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert page.evaluate(COPIES) == []
        save_draft(page)
        expect(summary(page)).to_have_value("No room for this.")


def ask_nothing_beside(page):
    """Let the editor ask nothing while a session ends: it would be refused, or bring
    the form the new token, as slow as the machine is."""
    page.route(
        re.compile(r"^[^/]+//[^/]+/admin/editor/"),
        lambda route: route.abort("aborted"),
    )


class TestEndedSession:
    def test_text_is_offered_after_signing_in_again(self, new_page):
        page = new_page()
        sign_in(page)
        open_form(page, OTHER_ARTICLE)
        ask_nothing_beside(page)
        write(page, "Sent after the session had ended.")
        page.context.clear_cookies(name="sessionid")
        page.get_by_role("button", name="Save draft").click()
        page.get_by_label("Username").fill("admin")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(offer(page)).to_contain_text("was not saved")
        put_back(page)
        expect(summary(page)).to_have_value("Sent after the session had ended.")
        save_draft(page)
        expect(offer(page)).to_have_text("")

    def test_form_older_than_the_sign_in_says_that_the_text_is_kept(
        self, new_page, watch
    ):
        page = new_page()
        sign_in(page)
        open_form(page, OTHER_ARTICLE)
        ask_nothing_beside(page)
        other = page.context.new_page()
        page.context.clear_cookies()
        sign_in(other)
        write(page, "Sent with the token of before.")
        watch.expect(403, OTHER_ARTICLE)
        page.get_by_role("button", name="Save draft").click()
        expect(page.get_by_text("your text is kept in this browser")).to_be_visible()
        page.get_by_role("link", name="Back to the form").click()
        put_back(page)
        save_draft(page)
        expect(summary(page)).to_have_value("Sent with the token of before.")


class TestOthersAtThisBrowser:
    def test_see_nothing_and_the_writer_still_does(self, page, site):
        open_form(page)
        write(page, "For no other eyes.")
        wait_until_kept(page, "For no other eyes.")
        page.goto("about:blank")
        page.context.add_cookies([site.session("maria")])
        open_form(page)
        page.wait_for_timeout(A_WHILE)
        expect(offer(page)).to_have_text("")
        page.context.add_cookies([site.session("admin")])
        open_form(page)
        expect(offer(page)).to_contain_text("was not saved")

    @pytest.mark.parametrize("place", [ARTICLE, "/admin/"])
    def test_signing_out_leaves_nothing_behind(self, new_page, place):
        page = new_page(script=HURRY)
        sign_in(page)
        open_form(page)
        write(page, "Not for the next one at this desk.")
        wait_until_kept(page, "Not for the next one")
        if place != ARTICLE:
            page.goto(place)
        page.get_by_role("button", name="Log out").click()
        expect(page.get_by_text("Log in again")).to_be_visible()
        assert page.evaluate(COPIES) == []


class TestConflict:
    def test_old_text_put_back_meets_what_others_saved(self, page, maria):
        open_form(page)
        write(page, "Mine, from before.")
        wait_until_kept(page, "Mine, from before.")
        page.close()
        open_form(maria)
        write(maria, "Hers, saved since.")
        save_draft(maria)
        page = open_form(page.context.new_page())
        expect(page.get_by_text("Somebody has saved this since")).to_be_visible()
        put_back(page)
        page.get_by_role("button", name="Save draft").click()
        conflict = page.locator(".conflict")
        expect(conflict).to_contain_text("maria saved this while you were writing")
        expect(conflict).to_contain_text("Hers")
        expect(summary(page)).to_have_value("Mine, from before.")
        expect(offer(page)).to_have_text("")
        save_draft(page)
        expect(summary(page)).to_have_value("Mine, from before.")
        assert page.evaluate(COPIES) == []


class TestPresence:
    def test_editors_see_each_other_until_they_leave(self, page, maria):
        open_form(page, OTHER_ARTICLE)
        expect(line(page)).to_have_text("")
        with maria.expect_response(f"**{PRESENCE}"):
            open_form(maria, OTHER_ARTICLE)
        expect(line(maria)).to_contain_text("admin is editing this since")
        look_again(page)
        expect(line(page)).to_contain_text("maria is editing this since")
        maria.goto("/admin/")
        # What a page sends while it goes may arrive after the next one.
        page.wait_for_function(LOOK_UNTIL_ALONE, polling=200)

    def test_saving_is_not_leaving(self, page, maria):
        with page.expect_response(f"**{PRESENCE}"):
            open_form(page, OTHER_ARTICLE)
        write(page, "Saved, and still here.")
        sent = []

        def note(request):
            sent.append(request)

        page.on("request", note)
        with page.expect_response(f"**{PRESENCE}"):
            save_draft(page)
        page.remove_listener("request", note)
        open_form(maria, OTHER_ARTICLE)
        expect(line(maria)).to_contain_text("admin is editing this since")
        assert [one for one in sent if "left" in (one.post_data or "")] == []

    def test_is_shown_without_script(self, page, new_page):
        with page.expect_response(f"**{PRESENCE}"):
            open_form(page, OTHER_ARTICLE)
        plain = new_page("maria", java_script_enabled=False)
        plain.goto(OTHER_ARTICLE)
        expect(line(plain)).to_contain_text("admin is editing this since")

    def test_signs_at_the_same_moment_are_all_taken(self, page):
        open_form(page, OTHER_ARTICLE)
        statuses = page.evaluate(SIGN_TOGETHER, [PRESENCE, "articles.article", "1"])
        assert set(statuses) == {200}

    def test_ended_session_is_told_before_saving(self, new_page, watch):
        page = new_page()
        sign_in(page)
        with page.expect_response(f"**{PRESENCE}"):
            open_form(page, OTHER_ARTICLE)
        page.context.clear_cookies(name="sessionid")
        watch.expect(403, PRESENCE)
        look_again(page)
        expect(line(page)).to_contain_text("You are signed out. Your text is still")


def line(page):
    return page.locator(".presence")


def look_again(page):
    """What the form does every 25 seconds, and when somebody comes back to it."""
    with page.expect_response(f"**{PRESENCE}"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def open_table(page):
    open_form(page, TABLE)
    expect(page.get_by_role("grid", name="Cells of the table")).to_be_visible()
    expect(page.locator(".grid-said")).to_contain_text("title")
    expect(page.frame_locator(".grid-chart").locator("figure").first).to_be_visible()


def type_cell(page, text):
    """Into the name of the third row."""
    row = page.get_by_role("grid").get_by_role("row").nth(2)
    row.get_by_role("gridcell", name="Healthcare").click()
    expect(page.locator(".grid-place")).to_have_text("Row 3, Industry")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def containing(text):
    return re.compile(re.escape(text))
