"""Test a site in German: its pages break no rule, and longer words fit."""

import pytest

from tests.browser.axe import ALL_RULES, WCAG, violations
from tests.browser.pages import (
    ARTICLE,
    KINDS,
    MISSING,
    OPEN_ANSWERS,
    TOO_WIDE,
    eventually,
)

pytestmark = pytest.mark.browser

PAGES = [*KINDS, "/careers/", "/search/?q=learning", "/search/?q=zymurgyx", MISSING]
ADMIN_PAGES = [
    *("/admin/", "/admin/articles/article/", "/admin/articles/article/1/change/"),
    "/admin/statistics/stattable/1/change/",
    *("/admin/articles/article/1/schedule/", "/admin/importing/import/add/"),
    *("/admin/careerguide/career/1/guide/", "/admin/account/", "/admin/trash/"),
]
# Whose words are wider than they are.
CLIPPED = """() => [...document.querySelectorAll("button, .button, .object-tools a")]
  .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 20)
  .map((e) => e.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def site(prepared_site, tmp_path_factory):
    copy = prepared_site.copy(tmp_path_factory.mktemp("german") / "state")
    copy.environ["LANGUAGE_CODE"] = "de"
    with copy:
        yield copy


def faults(page, tags):
    """What is too wide or clipped on a phone, and the rules that a page breaks."""
    page.set_viewport_size({"width": 360, "height": 800})
    found = page.evaluate(TOO_WIDE) + page.evaluate(CLIPPED)
    return [f"{page.url}: {one}" for one in found] + violations(page, tags)


def test_public_pages_break_no_rule_and_fit(page, watch):
    watch.expect(404, MISSING)
    found = []
    for path in PAGES:
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == "de"
        page.evaluate(OPEN_ANSWERS)
        found += faults(page, ALL_RULES)
    assert not found, "\n".join(found)


def test_pages_of_editors_break_no_rule_and_fit(new_page):
    page = new_page("admin")
    found = []
    for path in ADMIN_PAGES:
        page.goto(path)
        assert page.url.endswith(path), "The admin sent us elsewhere."
        found += faults(page, WCAG)
    assert not found, "\n".join(found)


def test_an_english_item_says_so(page, site):
    site.manage(
        "shell",
        "-c",
        "from articles.models import Article\n"
        "Article.objects.filter(pk=1).update(language='en')\n"
        "from careerguide.publishing.models.related import ContentVersion\n"
        "ContentVersion.bump()",
    )

    def is_told():
        page.goto(ARTICLE)
        return page.locator("article.reading").get_attribute("lang") == "en"

    eventually(is_told)
    assert "to read" in page.locator("article.reading").inner_text()
    assert "Zum Inhalt springen" in page.content()
