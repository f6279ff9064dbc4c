"""Test a figure in a frame of another site's page, sandboxed or isolated."""

import urllib.request
from contextlib import contextmanager
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.windows import PATIENCE

pytestmark = pytest.mark.browser

PATH = "/statistics/machine-learning-engineer-salaries/embed/"
FRAMES = {
    "plain": "",
    "sandboxed": 'sandbox="allow-scripts"',
    "sandboxed-own-origin": 'sandbox="allow-scripts allow-same-origin"',
}
HEIGHT = "document.documentElement.getBoundingClientRect().height"


class HostSite(BaseHTTPRequestHandler):
    """Somebody else's site: one page, with the headers it is given."""

    def do_GET(self):
        self.send_response(200)
        for name, value in {"Content-Type": "text/html", **self.server.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(self.server.html.encode())

    def log_message(self, *arguments):
        """Nobody reads it."""


@pytest.fixture(scope="module")
def host():
    """A server by another name than our site's, so another origin."""
    with ThreadingHTTPServer(("127.0.0.1", 0), HostSite) as server:
        Thread(target=server.serve_forever).start()
        yield server
        server.shutdown()


@pytest.fixture
def visit(browser, live_site, host):
    """Open a page of another site that holds the figure, and let nothing go wrong.

    `said` is of an error that the browser is expected to tell.
    """

    @contextmanager
    def open_host(
        attributes="", headers=(), script=True, console_error="", path=PATH, **options
    ):
        src = f"{live_site.url}/static/careerguide/js/embed-host.js"
        host.headers = dict(headers)
        host.html = f"""<!doctype html><title>Host</title>
          <link rel="icon" href="data:,">
          <iframe id="f" title="Pay" width="400" height="150" {attributes}
            src="{live_site.url}{path}"></iframe>
          {f'<script src="{src}" async></script>' if script else ""}"""
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        problems = []

        def heard(kind, text):
            if kind == "error" and not (console_error and console_error in text):
                problems.append(text)

        context.on("console", lambda m: heard(m.type, m.text))
        context.on("weberror", lambda error: problems.append(str(error.error)))
        context.on("requestfailed", lambda r: problems.append(f"{r.failure} {r.url}"))
        page = context.new_page()
        page.goto(f"http://localhost:{host.server_port}/", wait_until="load")
        assert problems == []
        yield page, page.frames[1]
        context.close()
        assert problems == []

    return open_host


def wait_for_fit(page, frame):
    page.wait_for_function("document.querySelector('#f').style.height")
    assert page.evaluate("document.querySelector('#f').clientHeight") >= frame.evaluate(
        f"Math.ceil({HEIGHT})"
    )


@pytest.mark.parametrize("attributes", FRAMES.values(), ids=FRAMES)
class TestFrame:
    def test_shows_the_figure_in_its_styles(self, visit, attributes):
        with visit(attributes) as (_page, frame):
            bar = frame.locator(".chart rect").first
            assert (
                bar.evaluate("(e) => getComputedStyle(e).fill") == "rgb(29, 105, 150)"
            )
            assert bar.bounding_box()["width"] > 50
            assert frame.locator("h1").is_visible()

    def test_gets_the_height_of_its_figure(self, visit, attributes):
        with visit(attributes) as (page, frame):
            wait_for_fit(page, frame)
            height = frame.evaluate(HEIGHT)
            page.locator("#f").evaluate("(e) => { e.width = 240; }")
            page.wait_for_function(
                "(low) => parseFloat(document.querySelector('#f').style.height) > low",
                arg=height + 10,
            )

    def test_works_in_a_page_that_isolates_itself(self, visit, attributes):
        isolated = {
            "Cross-Origin-Embedder-Policy": "require-corp",
            "Cross-Origin-Opener-Policy": "same-origin",
        }
        with visit(attributes, headers=isolated) as (page, frame):
            wait_for_fit(page, frame)
            fill = frame.locator(".chart rect").first.evaluate(
                "(e) => getComputedStyle(e).fill"
            )
            assert fill == "rgb(29, 105, 150)"


class TestCopiedCode:
    """What the page of a table offers, in a page that trusts nobody."""

    @pytest.fixture(params=["embed-code", "embed-edition"])
    def code(self, request, live_site):
        url = live_site.url + PATH.removesuffix("embed/")
        with urllib.request.urlopen(url) as answer:
            page = answer.read().decode()
        start = f'<pre id="{request.param}" class="copyable" dir="ltr" tabindex="0">'
        return unescape(page.split(start)[1].split("</pre>")[0])

    @pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
    def test_works_sandboxed_under_a_strict_policy(
        self, browser, live_site, host, code, script
    ):
        allowed = f"frame-src {live_site.url}; img-src data:"
        allowed += f"; script-src {live_site.url}" if script else ""
        host.headers = {"Content-Security-Policy": f"default-src 'none'; {allowed}"}
        sandboxed = code.replace("<iframe ", '<iframe sandbox="allow-scripts" ')
        if not script:
            sandboxed = sandboxed.partition("\n")[0]
        host.html = f'<!doctype html><link rel="icon" href="data:,">{sandboxed}'
        context = browser.new_context(viewport={"width": 700, "height": 900})
        page, problems = context.new_page(), []
        page.on("console", lambda message: problems.append(message.text))
        page.goto(f"http://localhost:{host.server_port}/", wait_until="load")
        frame, inside = page.locator("iframe"), page.frames[1]
        inside.locator(".chart rect").first.wait_for()
        inside.wait_for_load_state("load")
        if script:
            page.wait_for_function("document.querySelector('iframe').style.height")
        needed = inside.evaluate(f"Math.ceil({HEIGHT})")
        given = frame.evaluate("(one) => one.clientHeight")
        assert needed <= given <= needed + (0 if script else 200)
        edges = frame.evaluate("(one) => getComputedStyle(one).borderTopWidth")
        assert edges == "0px"
        assert "Source" in inside.locator("main").inner_text()
        assert "Licence" in inside.locator("main").inner_text()
        context.close()
        assert problems == []


@pytest.mark.parametrize(
    ("theme", "colour"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 24, 29)")]
)
def test_theme_of_its_address_wins(visit, theme, colour):
    other = {"light": "dark", "dark": "light"}[theme]
    with visit(path=f"{PATH}?theme={theme}", color_scheme=other) as (_page, frame):
        background = "getComputedStyle(document.body).backgroundColor"
        assert frame.evaluate(background) == colour


class TestWithoutScript:
    def test_figure_is_complete(self, visit):
        console_error = "Blocked script execution"
        with visit("sandbox", script=False, console_error=console_error) as (
            _page,
            frame,
        ):
            assert frame.locator("text=$170,000").is_visible()

    def test_frame_keeps_the_height_it_was_given(self, visit):
        with visit(script=False) as (page, frame):
            frame.locator("h1").wait_for()
            assert page.evaluate("document.querySelector('#f').clientHeight") == 150


def test_figure_follows_light_and_dark(visit):
    colours = {}
    for scheme in ("light", "dark"):
        with visit(color_scheme=scheme) as (_page, frame):
            colours[scheme] = frame.evaluate(
                "getComputedStyle(document.body).backgroundColor"
            )
    assert colours == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 24, 29)"}


def test_height_is_believed_from_nobody_else(visit):
    with visit() as (page, frame):
        wait_for_fit(page, frame)
        before = page.evaluate("document.querySelector('#f').style.height")
        page.evaluate(
            """() => new Promise((done) => {
              const other = document.createElement("iframe");
              other.srcdoc = `<script>for (const height of [9999, NaN, "5", -1])
                parent.postMessage({ type: "careerguide:height", height }, "*");
                parent.postMessage(null, "*"); parent.postMessage("told", "*");</` +
                `script>`;
              addEventListener("message", (e) => e.data === "told" && done());
              postMessage({ type: "careerguide:height", height: 9999 }, "*");
              document.body.append(other);
            })"""
        )
        assert page.evaluate("document.querySelector('#f').style.height") == before


def test_link_opens_the_page_beside_the_host(visit):
    with visit() as (page, frame):
        with page.context.expect_page() as opened:
            frame.locator("h1 a").click()
        opened.value.wait_for_url("**/machine-learning-engineer-salaries/")
        assert page.url.startswith("http://localhost:")
