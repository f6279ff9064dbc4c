"""Test drafts and pages that come and go by the clock, also over summer time."""

import datetime

import pytest
from playwright.sync_api import expect

from tests.browser.editing import heading, messages, press, sign_in, status
from tests.browser.pages import eventually

pytestmark = pytest.mark.browser

FORM = "/admin/articles/article/1/change/"
PAGE = "/articles/what-a-machine-learning-engineer-does/"
TITLE = "What a machine learning engineer does"


@pytest.fixture
def site(editing_site):
    return editing_site


@pytest.fixture
def reader(new_page):
    return new_page()


class Clock:
    """The clock of a server that runs under `shifted_settings`."""

    def __init__(self, state):
        self.file = state / "clock-shift"

    def set(self, text):
        moment = datetime.datetime.fromisoformat(text)
        now = datetime.datetime.now(tz=datetime.UTC)
        # All at once: the server may be reading it.
        new = self.file.with_suffix(".new")
        new.write_text(str((moment - now).total_seconds()))
        new.replace(self.file)


@pytest.fixture(scope="module")
def editing_site(prepared_site, tmp_path_factory):
    copy = prepared_site.copy(tmp_path_factory.mktemp("shifted") / "state")
    copy.environ |= {
        "DJANGO_SETTINGS_MODULE": "tests.browser.shifted_settings",
        "TIME_ZONE": "Europe/Berlin",
    }
    Clock(copy.state).set("2027-03-27T12:00:00+00:00")
    with copy as site:
        yield site


@pytest.fixture
def admin(new_page):
    page = new_page()
    sign_in(page)
    return page


def schedule(page, which, day, hour):
    status(page).get_by_role("link", name="Schedule").click()
    page.locator(f"#id_{which}_0").fill(day)
    page.locator(f"#id_{which}_1").fill(hour)
    page.get_by_role("button", name="Save schedule").click()


def test_is_right_when_clocks_go_forward(admin, reader, editing_site):
    clock = Clock(editing_site.state)
    admin.goto(FORM)
    admin.locator("#id_title").fill("In summer time")
    press(admin, "Save draft")
    schedule(admin, "publish_at", "2027-03-28", "02:30")
    expect(admin.locator(".errorlist")).to_contain_text(
        "02:30 does not exist on 28 March 2027 in Europe/Berlin"
    )
    admin.locator("#id_publish_at_1").fill("03:30")
    admin.get_by_role("button", name="Save schedule").click()
    expect(messages(admin)).to_contain_text("on 28 March 2027, 03:30 CEST")
    expect(status(admin)).to_contain_text("03:30 (Europe/Berlin)")
    admin.close()  # its session would have ended by then
    clock.set("2027-03-28T01:29:50+00:00")
    reader.goto(PAGE)
    assert heading(reader) == TITLE
    clock.set("2027-03-28T01:30:01+00:00")
    eventually(lambda: reader.goto(PAGE) and heading(reader) == "In summer time")


def test_is_right_when_clocks_go_back(admin, reader, editing_site, watch):
    clock = Clock(editing_site.state)
    admin.goto(FORM)
    schedule(admin, "unpublish_at", "2027-10-31", "02:30")
    expect(admin.locator(".errorlist")).to_contain_text(
        "02:30 comes twice on 31 October 2027 in Europe/Berlin"
    )
    admin.locator("#id_unpublish_at_1").fill("03:30")
    admin.get_by_role("button", name="Save schedule").click()
    expect(messages(admin)).to_contain_text("on 31 October 2027, 03:30 CET")
    admin.close()
    clock.set("2027-10-31T02:29:50+00:00")
    assert reader.goto(PAGE).status == 200
    clock.set("2027-10-31T02:30:00+00:00")
    watch.expect(404, PAGE)
    eventually(lambda: reader.goto(PAGE).status == 404)
