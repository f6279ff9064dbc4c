"""Test the whole guide as one file: opened from a disk, it asks nobody for anything."""

import urllib.request

import pytest

from tests.browser.pages import CAREER

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def guide(live_site, tmp_path_factory):
    """The address of the file on this machine's disk."""
    file = tmp_path_factory.mktemp("disk") / "guide.html"
    url = f"{live_site.url}{CAREER.rstrip('/')}.html"
    with urllib.request.urlopen(url) as answer:
        file.write_bytes(answer.read())
    return file.as_uri()


@pytest.fixture
def read(browser, guide):
    """Open it, without script and without a network; let nothing be asked for."""
    contexts = []

    def open_file(**options):
        context = browser.new_context(java_script_enabled=False, **options)
        contexts.append(context)
        page, asked, said = context.new_page(), [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(guide)
        assert [url for url in asked if not url.startswith(("data:", guide))] == []
        assert said == []
        return page

    yield open_file
    for context in contexts:
        context.close()


def test_shows_its_charts_and_pictures(read):
    page = read()
    bar = page.locator(".chart .bar").first
    assert bar.evaluate("(e) => getComputedStyle(e).fill") == "rgb(29, 105, 150)"
    assert bar.bounding_box()["width"] > 50
    assert page.locator("img").first.evaluate("(e) => e.naturalWidth") > 400


@pytest.mark.parametrize(
    ("scheme", "colour"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 24, 29)")]
)
def test_is_light_or_dark_as_the_system_is(read, scheme, colour):
    background = "getComputedStyle(document.body).backgroundColor"
    assert read(color_scheme=scheme).evaluate(background) == colour


def test_fits_a_phone(read):
    page = read(viewport={"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
