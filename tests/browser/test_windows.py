"""Test that a window that was given back is like new to the next test."""

import pytest

from tests.browser.watching import Watch

pytestmark = pytest.mark.browser

KNOWN = """() => [
  document.cookie, localStorage.length, sessionStorage.length,
  innerWidth, matchMedia("(prefers-color-scheme: dark)").matches,
  matchMedia("print").matches, location.pathname, history.state,
]"""


@pytest.fixture
def take(windows, live_site, watch):
    return lambda: windows.take(watch, "", base_url=live_site.url)


def test_nothing_of_a_test_is_left(take, windows):
    window = take()
    page = window.page
    page.goto("/")
    new = page.evaluate(KNOWN)
    page.evaluate(
        "localStorage.setItem('theme', 'dark'); sessionStorage.setItem('a', 'b');"
        "document.cookie = 'a=b'; history.replaceState('a', '')"
    )
    page.context.add_cookies([{"name": "c", "value": "d", "url": page.url}])
    page.route("**/*", lambda route: route.abort())
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(media="print", color_scheme="dark")
    page.set_extra_http_headers({"X-Odd": "yes"})
    other = page.context.new_page()
    windows.give_back(window)

    again = take()
    assert again is window and other.is_closed()
    with page.expect_request("**/") as asked:
        page.goto("/")
    assert page.evaluate(KNOWN) == new
    assert page.context.cookies() == []
    assert "x-odd" not in asked.value.all_headers()
    windows.give_back(again)


def test_window_that_was_closed_is_not_taken_again(take, windows):
    window = take()
    window.page.close()
    windows.give_back(window)
    assert take() is not window


def test_one_of_other_options_is_another(windows, live_site, watch):
    window = windows.take(watch, "", base_url=live_site.url)
    windows.give_back(window)
    options = {"base_url": live_site.url, "color_scheme": "dark"}
    assert windows.take(watch, "", **options) is not window


def test_each_test_is_told_what_went_wrong_in_its_own_pages(windows, live_site):
    first, second = Watch(live_site.url), Watch(live_site.url)
    window = windows.take(first, "", base_url=live_site.url)
    window.page.goto("/")
    window.page.evaluate("console.error('a wasp')")
    windows.give_back(window)
    again = windows.take(second, "", base_url=live_site.url)
    again.page.goto("/no-such-page/")
    with pytest.raises(AssertionError, match="404 for GET") as told:
        second.check()
    assert "wasp" not in str(told.value)
    with pytest.raises(AssertionError, match="a wasp") as told:
        first.check()
    assert "404" not in str(told.value)
