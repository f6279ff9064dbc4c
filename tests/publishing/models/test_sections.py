"""Test what a model declares of its section, and what asks for the sections."""

import pytest
from django.core.exceptions import FieldError

from articles.models import Article
from careerguide.models import Career, Page
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.publishing.models.sections import (
    GuideSection,
    guide_models,
    guide_sections,
)
from faq.models import FAQEntry
from statistics.models import StatTable


@pytest.fixture
def declare(monkeypatch):
    """Declare the section of articles in another way: ``declare(in_menu=False)``."""

    def declare(**options):
        monkeypatch.setattr(Article, "guide", Article.guide)
        section = GuideSection(**{"title": "Reports"} | options)
        section.contribute_to_class(Article, "guide")
        return Article.guide

    return declare


class TestRegistry:
    def test_has_what_belongs_to_guides_in_the_order_of_the_apps(self):
        assert guide_models()[:3] == [Article, StatTable, FAQEntry]
        assert all(issubclass(model, GuideContent) for model in guide_models())

    def test_careers_and_pages_are_content_and_no_sections(self):
        assert {Career, Page} == {*content_models()} - {*guide_models()}

    def test_each_section_knows_its_model(self):
        assert [section.model for section in guide_sections()] == guide_models()


class TestDeclaration:
    def test_title_is_enough(self, declare):
        section = declare()
        assert (section.in_menu, section.in_print) == (True, True)
        assert (section.on_home, section.on_career_page) == (0, 12)
        assert section.career_title == section.print_title == "Reports"
        assert (section.anchor, section.list_url) == ("articles", "/articles/")

    def test_that_is_unknown_is_refused_at_once(self):
        with pytest.raises(TypeError, match="on_carer_page"):
            GuideSection(title="Reports", on_carer_page=3)

    def test_without_a_title_is_refused_at_once(self):
        with pytest.raises(TypeError, match="title"):
            GuideSection()


@pytest.mark.django_db
class TestMenu:
    @pytest.mark.parametrize("path", ["/", "/no-such-page/"])
    def test_has_the_title(self, client, declare, path):
        declare(title="<Reports>")
        page = client.get(path).content.decode()
        assert '<a href="/articles/">&lt;Reports&gt;</a>' in page

    def test_leaves_out_what_says_so_whose_pages_stay(self, client, declare):
        declare(in_menu=False)
        menu = client.get("/faq/").content.decode().split("</header>")[0]
        assert 'href="/articles/"' not in menu and 'href="/faq/"' in menu
        assert client.get("/articles/").status_code == 200
        assert "/articles/</loc>" in client.get("/sitemap.xml").content.decode()


def test_order_without_topics_asks_for_none():
    assert "topic" not in str(Article.objects.in_guide_order().query)
    assert "topic" in str(FAQEntry.objects.in_guide_order().query)
    with pytest.raises(FieldError):
        str(Article.objects.by_topic().query)
