"""No page breaks a rule of WCAG 2.2 AA that axe can check, on phone and desk, in
light and dark."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.editing import add_picture, sign_in
from tests.browser.pages import MISSING, OPEN_ANSWERS, REPEATING

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Both widths, both schemes: no colour depends on the width, no size on the scheme.
LOOKS = {"light": 360, "dark": 1280}

CONTENT = ("articles/article", "statistics/stattable", "faq/faqentry")
MODELS = (*CONTENT, "careerguide/career", "careerguide/page", "library/image")
ADMIN_PAGES = [
    "/admin/",
    *(f"/admin/{model}/" for model in (*MODELS, "auth/user", "auth/group")),
    *(f"/admin/{model}/add/" for model in (*MODELS, "auth/user")),
    *(f"/admin/{model}/1/change/" for model in (*MODELS, "auth/user")),
    *(f"/admin/{model}/1/history/" for model in ("articles/article", "library/image")),
    *(f"/admin/{model}/1/delete/" for model in ("articles/article", "library/image")),
    *(f"/admin/{model}/1/schedule/" for model in CONTENT),
    *(f"/admin/articles/article/1/{page}/" for page in ("unpublish", "archive")),
    # Needed by all the rest, which the page says.
    "/admin/careerguide/career/1/delete/",
    *("/admin/zone/", "/admin/trash/", "/admin/password_change/"),
    *("/admin/feedback/feedback/", "/styleguide/"),
]


@pytest.fixture(scope="module")
def as_admin(browser, editing_site):
    """The session of somebody who has signed in and added a picture."""
    context = browser.new_context(base_url=editing_site.url)
    page = context.new_page()
    sign_in(page)
    add_picture(page)
    state = context.storage_state()
    context.close()
    return state


# The script of Django's picker of groups names an icon that can have no name.
NOT_OURS = {"exclude": [".search-label-icon"]}


def violations(page, tags):
    """Each broken rule with the elements that break it, in each look of the page."""
    # Or axe fetches our style sheets and inserts them again, which the CSP forbids.
    options = {"runOnly": tags, "resultTypes": ["violations"], "preload": False}
    found = []
    for scheme, width in LOOKS.items():
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("document.getAnimations().forEach((fading) => fading.finish())")
        broken = Axe().run(page, NOT_OURS, options).response["violations"]
        found += [(f"{page.url} at {width} px, {scheme}", rule) for rule in broken]
    return [
        f"{where}: {rule['id']}, {rule['help']}: {node['html'][:200]} "
        + re.sub(r"\s+", " ", node.get("failureSummary", ""))
        for where, rule in found
        for node in rule["nodes"]
    ]


class TestPublic:
    TAGS = (*WCAG, "best-practice")

    def test_pages(self, page, addresses, watch):
        watch.expect(404, MISSING)
        found = []
        for path in [*addresses, *REPEATING, MISSING]:
            page.goto(path)
            page.evaluate(OPEN_ANSWERS)
            found += violations(page, self.TAGS)
        assert not found, "\n".join(found)

    def test_violations_are_found(self, page):
        page.goto("/")
        page.evaluate(
            "document.querySelector('h1').style.color = 'var(--rule)';"
            "document.querySelector('main').append(document.createElement('button'))"
        )
        rules = [line.split()[5] for line in violations(page, self.TAGS)]
        assert rules == ["button-name,", "color-contrast,"] * len(LOOKS)


class TestAdmin:
    @pytest.fixture
    def site(self, editing_site):
        return editing_site

    def test_sign_in(self, page):
        page.goto("/admin/login/")
        assert violations(page, WCAG) == []

    def test_pages(self, new_context, as_admin):
        page = new_context(storage_state=as_admin).new_page()
        found = []
        for path in ADMIN_PAGES:
            page.goto(path)
            assert page.url.endswith(path), "The admin sent us elsewhere."
            found += violations(page, WCAG)
        assert not found, "\n".join(found)
