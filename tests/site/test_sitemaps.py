"""Test the sitemap and robots.txt."""

import re
from xml.etree import ElementTree

import pytest

from careerguide.site import sitemaps
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
)
from tests.wsgi import call

SITE = "http://127.0.0.1:8000"
pytestmark = pytest.mark.django_db


def locations(**request):
    return re.findall(r"<loc>(.*?)</loc>", call("/sitemap.xml", **request).text)


class TestSitemap:
    def test_lists_every_page_of_the_guide_once(self, seeded):
        found = locations()
        assert len(found) == len(set(found)) == 4 + 1 + 3 + 2 + 11 + 10
        assert f"{SITE}/careers/machine-learning-engineer/" in found
        assert f"{SITE}/about/" in found

    def test_lists_the_list_of_careers_from_two_on(self):
        CareerFactory()
        assert f"{SITE}/careers/" not in locations()
        CareerFactory()
        assert f"{SITE}/careers/" in locations()

    def test_every_page_answers(self, seeded, client):
        paths = [url.removeprefix(SITE) for url in locations()]
        assert {client.get(path).status_code for path in paths} == {200}

    def test_names_the_site_and_not_the_host_of_the_request(self, settings):
        settings.ALLOWED_HOSTS = ["other.example"]
        assert all(url.startswith(SITE) for url in locations(HTTP_HOST="other.example"))

    def test_says_when_the_content_changed(self):
        ArticleFactory()
        assert "<lastmod>2026-01-05</lastmod>" in call("/sitemap.xml").text

    def test_is_xml_and_takes_few_queries(
        self, django_assert_max_num_queries, seeded, client
    ):
        with django_assert_max_num_queries(6):
            answer = client.get("/sitemap.xml")
        assert answer.headers["content-type"] == "application/xml"

    @pytest.mark.parametrize("query", ["p=0", "p=99", "p=x", f"p={10**30}"])
    def test_unknown_page_is_not_found(self, query):
        assert call("/sitemap.xml", query=query).status == 404


class TestPages:
    """Of a sitemap of several pages."""

    @pytest.fixture
    def pages(self, monkeypatch):
        monkeypatch.setattr(sitemaps, "GUIDES", 2)
        for career in [CareerFactory() for _ in range(5)]:
            FAQEntryFactory(career=career), ArticleFactory(career=career)
        PageFactory(), FAQEntryFactory(career=CareerFactory(status="draft"))
        return [f"{SITE}/sitemap.xml?p={number}" for number in (1, 2, 3)]

    def test_are_listed(self, pages):
        answer = call("/sitemap.xml")
        assert "<sitemapindex" in answer.text and "<url>" not in answer.text
        assert re.findall(r"<loc>(.*?)</loc>", answer.text) == pages

    def test_hold_every_address_once(self, pages):
        found = [
            address
            for page in pages
            for address in locations(query=page.partition("?")[2])
        ]
        assert len(found) == len(set(found)) == 5 + 5 * 3 + 1

    def test_are_well_formed(self, pages):
        for page in pages:
            ElementTree.fromstring(call("/sitemap.xml", query=page[-3:]).text)


class TestRobots:
    def test_keeps_crawlers_from_what_can_be_searched_without_end(self):
        assert "Disallow: /search/" in call("/robots.txt").text.splitlines()

    def test_keeps_the_admin_out_and_names_the_sitemap(self):
        answer = call("/robots.txt")
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert "Disallow: /admin/" in answer.text.splitlines()
        assert f"Sitemap: {SITE}/sitemap.xml" in answer.text.splitlines()
