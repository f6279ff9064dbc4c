"""Test in a real browser that stored text never runs as script.

Pages are visited without the content security policy, so that the text itself has to be
harmless; those that together show every text, once more with it. Whatever a reader
could do is done: links are clicked, details opened, everything hovered, focused and
scrolled to.
"""

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from django.utils.html import escape
from playwright.sync_api import Error

from careerguide.markup.characters import normalise_line
from tests.browser.vectors import LINE, VECTORS, in_chunks, packed, write_fixture
from tests.hostile.xss import CONTROL

pytestmark = pytest.mark.browser

# What readers do. Links that lead somewhere are not followed, forms not sent.
TOUCH = """async (hasScripts) => {
  const leads = (link) =>
    ["http:", "https:", "mailto:", "tel:", ":"].includes(link.protocol);
  document.addEventListener("submit", (event) => event.preventDefault(), true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && leads(link)) event.preventDefault();
  }, true);
  const controls = "button, input, select, textarea, label, option";
  const text = document.querySelector("main") ?? document;
  for (const element of text.querySelectorAll("*")) {
    if (element.matches(controls)) continue;
    if (element.localName === "details") element.open = true;
    for (const name of ["pointerenter", "mouseover", "focus", "toggle", "wheel"])
      element.dispatchEvent(new Event(name));
    // The admin's own elements answer to a click, and would lead away.
    if (hasScripts && (element.localName !== "a" || leads(element))) continue;
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  window.scrollTo(0, document.body.scrollHeight);
  await new Promise((done) => setTimeout(done, 20));
  // An element whose id is "xss" answers to that name, too.
  return window.xss === 1;
}"""
PREVIEW = """async (text) => {
  const form = new FormData();
  form.append("text", text);
  form.append("model", "articles.article");
  form.append("field", "body");
  const field = document.querySelector("[name=csrfmiddlewaretoken]");
  form.append("csrfmiddlewaretoken", field.value);
  const answer = await fetch("/admin/editor/preview/", { method: "POST", body: form });
  return (await answer.json()).html;
}"""

ELSEWHERE = ("articles", "tables", "lists", "pictures", "forms", "other")


@pytest.fixture(scope="module")
def addresses(editing_site, tmp_path_factory):
    """Every address at which something hostile is shown."""
    path = tmp_path_factory.mktemp("vectors") / "vectors.json"
    found = write_fixture(path)
    editing_site.manage("loaddata", str(path), "--verbosity=0")
    return found


@pytest.fixture(
    scope="module", params=[True, False], ids=["without policy", "with policy"]
)
def page(request, browser, editing_site):
    """A superuser's page, without the policy first."""
    context = browser.new_context(base_url=editing_site.url, bypass_csp=request.param)
    context.add_cookies([editing_site.session("admin")])
    page = context.new_page()
    page.bypasses = request.param
    page.elsewhere = []

    def note(sent):
        ours = sent.url.startswith(f"{editing_site.url}/")
        if sent.url.startswith("http") and not ours:
            page.elsewhere.append(sent.url)

    context.on("request", note)
    yield page
    context.close()


def runs(page):
    """Whether any script of a text ran, after everything a reader might do."""
    address = page.url
    ran = page.evaluate(TOUCH, "/admin/" in address)
    assert page.url == address, f"a text led from {address} to {page.url}"
    assert page.elsewhere == [], "a text made the browser ask another site"
    return ran


def visit(page, address):
    try:
        answer = page.goto(address, wait_until="load")
    except Error as error:
        # On a busy machine what the page before was still doing may take its place.
        if "ERR_ABORTED" not in str(error):
            raise
        answer = page.goto(address, wait_until="load")
    assert answer.status == 200, address
    assert page.url.endswith(address), f"{address} led to {page.url}"
    return runs(page)


def show(page, html):
    """Show HTML as a page of the site, under the policy that all its pages have."""
    policy = page.request.get("/").headers["content-security-policy"]
    headers = {"content-type": "text/html", "content-security-policy": policy}
    page.unroute_all()
    page.route("**/shown/", lambda route: route.fulfill(body=html, headers=headers))
    page.goto("/shown/", wait_until="load")
    return runs(page)


class TestStoredText:
    def test_there_are_1500_vectors(self):
        assert len(set(VECTORS)) >= 1_500

    @pytest.mark.parametrize("kind", ["whole guides", "admin"])
    def test_never_runs(self, page, addresses, kind):
        """On these pages is every text."""
        assert [path for path in addresses[kind] if visit(page, path)] == []

    @pytest.mark.parametrize("kind", ELSEWHERE)
    @pytest.mark.parametrize("page", [True], indirect=True, ids=["without policy"])
    def test_never_runs_elsewhere(self, page, addresses, kind):
        assert [path for path in addresses[kind] if visit(page, path)] == []

    def test_every_title_is_in_a_whole_guide(self, editing_site, addresses):
        seen = ""
        for address in addresses["whole guides"]:
            with urlopen(f"{editing_site.url}{address}") as answer:
                seen += " ".join(answer.read().decode().split())
        titles = {normalise_line(title) for title in packed(LINE)}
        titles = {" ".join(escape(title).split()) for title in titles}
        # In the contents and above its item; of each kind there is one of every title.
        assert [title for title in titles if seen.count(title) < 2 * 3] == []

    def test_never_runs_from_search_words(self, page, addresses):
        for words in in_chunks(250):
            query = quote(" ".join(words))
            assert not visit(page, f"/admin/articles/article/?q={query}")
            assert not visit(page, f"/articles/?q={query}&page=1")

    def test_never_runs_from_the_preview(self, page):
        """Not even outside the editor's frame, which runs nothing."""
        page.goto("/admin/articles/article/add/")
        previews = [
            page.evaluate(PREVIEW, "\n\n".join(chunk)) for chunk in in_chunks(100)
        ]
        for html in previews:
            assert "<article" in html
            assert not show(page, html)


class TestControl:
    """The same page, the same detection, and text that nobody cleaned."""

    def test_raw_text_runs_unless_the_policy_stops_it(self, page):
        for text in CONTROL:
            html = f"<!doctype html><title>a</title><main>{text}</main>"
            assert show(page, html) == page.bypasses, text

    def test_script_address_runs_when_clicked(self, page):
        html = '<!doctype html><title>a</title><a href="javascript:top.xss=1">a</a>'
        assert show(page, html) == page.bypasses

    def test_preview_that_is_not_cleaned_runs(self, page):
        html = "\n\n".join(CONTROL)
        assert show(page, f"<!doctype html><main>{json.dumps(html)}{html}") == (
            page.bypasses
        )
