"""Test what readers with Firefox get."""

import html
import re

import pytest

from tests.browser.axe import ALL_RULES
from tests.browser.conftest import lacking
from tests.browser.pages import ARTICLE, KINDS, OPEN_ANSWERS, TOO_WIDE
from tests.browser.serifs import BROKEN, SERIFS, USE, WIDTHS
from tools.testbed.machine import NO_FIREFOX, find_firefox

pytestmark = pytest.mark.browser

SCRIPT_IS_THERE = """async () => {
  while (document.querySelector(".theme-button").hidden)
    await new Promise((resolve) => setTimeout(resolve, 50));
}"""
SHOWN = """() => [...document.querySelectorAll("main .question")]
  .filter((one) => !one.hidden).length"""
TYPE = """(words) => {
  const field = document.querySelector("[data-filter]");
  field.value = words;
  field.dispatchEvent(new Event("input"));
}"""


@pytest.fixture(scope="module")
def window():
    if not (path := find_firefox()):
        lacking(NO_FIREFOX)
    from tests.browser.firefox import Firefox

    window = Firefox(path)
    yield window
    window.quit()


@pytest.fixture
def firefox(window, live_site):
    """The window on a page of the site, and nothing that a script said of an error."""
    window.resize(1280)
    window.errors.clear()
    yield window
    assert window.errors == []


def test_every_page_opens(firefox, live_site, addresses):
    for path in addresses:
        firefox.open(live_site.url + path)
        firefox.run(SCRIPT_IS_THERE)
        assert firefox.run("() => document.querySelectorAll('h1').length") == 1, path


def test_no_page_breaks_a_rule_of_accessibility(firefox, live_site):
    found = []
    for path in KINDS:
        firefox.open(live_site.url + path)
        firefox.run(OPEN_ANSWERS)
        firefox.run(SCRIPT_IS_THERE)
        found += firefox.violations(ALL_RULES)
    assert not found, "\n".join(found)


def test_no_page_is_too_wide(firefox, live_site):
    found = {}
    for path in KINDS:
        firefox.open(live_site.url + path)
        for width in (320, 360, 1280):
            firefox.resize(width)
            if wide := firefox.run(TOO_WIDE):
                found[path, width] = wide
    assert found == {}


@pytest.mark.parametrize("serif", SERIFS)
def test_no_word_or_number_of_home_breaks(firefox, live_site, serif):
    firefox.open(live_site.url)
    assert firefox.run(USE, serif), f"{serif} is not on this machine"
    found = {}
    for width in WIDTHS:
        firefox.resize(width)
        if broken := firefox.run(BROKEN) + firefox.run(TOO_WIDE):
            found[width] = broken
    assert found == {}


def test_filter_is_the_same_after_back(firefox, live_site):
    firefox.open(f"{live_site.url}/faq/")
    firefox.run(SCRIPT_IS_THERE)
    everything = firefox.run(SHOWN)
    firefox.run(TYPE, "math")
    assert 0 < firefox.run(SHOWN) < everything
    firefox.open(f"{live_site.url}/")
    firefox.back()
    firefox.run(SCRIPT_IS_THERE)
    typed = firefox.run("() => document.querySelector('[data-filter]').value")
    assert (firefox.run(SHOWN) == everything) == (typed == "")


def test_colours_chosen_since_are_there_after_back(firefox, live_site):
    firefox.open(f"{live_site.url}/faq/")
    firefox.run(SCRIPT_IS_THERE)
    firefox.open(f"{live_site.url}/")
    firefox.run("() => localStorage.setItem('theme', 'dark')")
    firefox.back()
    theme = firefox.run("() => document.documentElement.dataset.theme")
    firefox.run("() => localStorage.removeItem('theme')")
    assert theme == "dark"


def test_its_readers_view_keeps_what_an_article_says(firefox, live_site):
    firefox.open(live_site.url + ARTICLE)
    lead = firefox.run("() => document.querySelector('main .lead').textContent")
    point = firefox.run("() => document.querySelector('.takeaways li').textContent")
    shown = firefox.readers_view(live_site.url + ARTICLE)
    for label in (lead, point):
        assert label.strip() in html.unescape(re.sub("<[^>]+>", "", shown))
    assert "On this page" not in shown
