"""Provide a real site, and a real Chromium in which nothing may go wrong unseen."""

import fcntl
import os
import urllib.request
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.browser.sites import Site
from tests.browser.watching import Watch
from tests.browser.windows import PATIENCE, Windows
from tools.testbed.machine import NO_CHROMIUM, find_chromium

LAUNCH = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--disable-domain-reliability", "--no-default-browser-check"),
    *("--no-first-run", "--no-pings", "--mute-audio"),
)

expect.set_options(timeout=PATIENCE)


def lacking(sentence):
    """Skip what this machine cannot do; in CI a check that did not run is a failure."""
    if os.environ.get("CI", "").lower() in ("true", "1"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    if not (path := find_chromium()):
        lacking(NO_CHROMIUM)
    return {**browser_type_launch_args, "executable_path": path, "args": [*LAUNCH]}


@pytest.fixture(scope="session")
def base_url():
    """None: sites come and go. (pytest-playwright's own is a deprecated method.)"""


@pytest.fixture(scope="session")
def prepared_site(tmp_path_factory, worker_id):
    """The guide and its admin in a folder that is never served, only copied.

    Whichever of the processes is first prepares it, and the others wait.
    """
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    state, done = folder / "prepared", folder / "prepared.done"
    with open(folder / "prepared.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists():
            return Site(state, state / "static")
        site = Site.prepare(state)
        done.touch()
        return site


@pytest.fixture(scope="session")
def live_site(prepared_site, tmp_path_factory):
    """The seeded guide, for tests that only read it."""
    with prepared_site.copy(tmp_path_factory.mktemp("live") / "state") as site:
        yield site


@pytest.fixture(scope="module")
def editing_site(prepared_site, tmp_path_factory):
    """The same for the tests of one file, which may change it."""
    with prepared_site.copy(tmp_path_factory.mktemp("editing") / "state") as site:
        yield site


@pytest.fixture
def site(live_site):
    """The site that pages are of; a module or class that edits overrides it."""
    return live_site


@pytest.fixture(scope="session")
def addresses(live_site):
    """The path of every public page, as the sitemap lists them."""
    with urllib.request.urlopen(f"{live_site.url}/sitemap.xml") as answer:
        tree = ElementTree.parse(answer)
    found = [urlsplit(loc.text).path for loc in tree.iterfind(".//{*}loc")]
    assert len(found) > 20
    return found


@pytest.fixture
def watch(site):
    """What was heard of all pages of a test; it is judged when the test ends."""
    return Watch(site.url)


@pytest.fixture(scope="module")
def windows(browser):
    windows = Windows(browser)
    yield windows
    windows.close()


@pytest.fixture
def new_page(windows, site, watch):
    """A page on our site, with somebody listening: ``new_page("maria", script="…")``.

    The person is signed in, nobody without one; the script runs before each page's own.
    """
    taken = []

    def open_page(person="", script="", **options):
        window = windows.take(watch, script, base_url=site.url, **options)
        taken.append(window)
        if person:
            window.context.add_cookies([site.session(person)])
        return window.page

    yield open_page
    try:
        watch.check()
    finally:
        for window in taken:
            windows.give_back(window)


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def reader(request, new_page):
    """A page with script, and one without: nothing may need it."""
    return new_page(java_script_enabled=request.param)
