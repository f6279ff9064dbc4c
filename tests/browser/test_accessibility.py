"""Test pages by axe: none breaks a rule of WCAG 2.2 AA.

On phone and desk, in light and dark.
"""

import pytest

from tests.browser.axe import ALL_RULES, LOOKS, WCAG, violations
from tests.browser.editing import add_picture
from tests.browser.pages import MISSING, OPEN_ANSWERS, REPEATING

pytestmark = pytest.mark.browser

CONTENT = ("articles/article", "statistics/stattable", "faq/faqentry")
MODELS = (*CONTENT, "careerguide/career", "careerguide/page", "library/image")
FINDING = ("careerguide/careergroup", "search/synonym")
ADMIN_PAGES = [
    "/admin/",
    *(f"/admin/{model}/" for model in (*MODELS, "auth/user", "auth/group")),
    *(f"/admin/{model}/add/" for model in (*MODELS, "auth/user")),
    *(f"/admin/{model}/1/change/" for model in (*MODELS, "auth/user")),
    *(f"/admin/{model}/1/history/" for model in ("articles/article", "library/image")),
    *(f"/admin/{model}/1/delete/" for model in ("articles/article", "library/image")),
    *(f"/admin/{model}/1/schedule/" for model in CONTENT),
    *(f"/admin/articles/article/1/{page}/" for page in ("unpublish", "archive")),
    # What live pages lose by it.
    "/admin/statistics/stattable/1/unpublish/",
    "/admin/careerguide/career/1/archive/",
    # Needed by all the rest, which the page says.
    "/admin/careerguide/career/1/delete/",
    *("/admin/zone/", "/admin/trash/", "/admin/password_change/"),
    "/admin/account/",
    *("/admin/feedback/feedback/", "/styleguide/"),
    *(f"/admin/{model}/" for model in (*FINDING, "search/missedsearch")),
    *(f"/admin/{model}/add/" for model in FINDING),
    "/admin/careerguide/career/?q=learning",
    "/admin/careerguide/career/1/guide/",
    *(f"/admin/desk/{name}/" for name in ("overdue", "undated", "drafts", "plans")),
]


class TestPublic:
    def test_pages(self, page, addresses, watch):
        watch.expect(404, MISSING)
        found = []
        for path in [*addresses, *REPEATING, MISSING]:
            page.goto(path)
            page.evaluate(OPEN_ANSWERS)
            found += violations(page, ALL_RULES)
        assert not found, "\n".join(found)

    def test_violations_are_found(self, page):
        page.goto("/")
        page.evaluate(
            "document.querySelector('h1').style.color = 'var(--rule)';"
            "document.querySelector('main').append(document.createElement('button'))"
        )
        rules = [line.split()[5] for line in violations(page, ALL_RULES)]
        assert rules == ["button-name,", "color-contrast,"] * len(LOOKS)


class TestAdmin:
    @pytest.fixture
    def site(self, editing_site):
        return editing_site

    def test_sign_in(self, page):
        page.goto("/admin/login/")
        assert violations(page, WCAG) == []

    def test_pages(self, new_page):
        page = new_page("admin")
        add_picture(page)
        found = []
        for path in ADMIN_PAGES:
            page.goto(path)
            assert page.url.endswith(path), "The admin sent us elsewhere."
            found += violations(page, WCAG)
        assert not found, "\n".join(found)
