"""Test what sections show on pages of several kinds of content."""

import pytest
from django.template.loader import render_to_string

from articles.models import Article
from careerguide.publishing.models.sections import GuideSection
from careerguide.site.link_notes import LinkNotes
from careerguide.site.parts import Part, career_parts, home_parts, print_parts
from faq.models import FAQEntry
from statistics.models import StatTable
from tests.factories import OF_GUIDES, CareerFactory, FAQEntryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    """One with two items of each kind."""
    career = CareerFactory()
    for factory in OF_GUIDES * 2:
        factory(career=career)
    return career


@pytest.fixture
def declare(monkeypatch):
    """Declare the section of articles in another way: ``declare(on_home=1)``."""

    def declare(**options):
        monkeypatch.setattr(Article, "guide", Article.guide)
        GuideSection(title="Read", **options).contribute_to_class(Article, "guide")

    return declare


def models(parts):
    return [part.section.model for part in parts]


class TestOrder:
    def test_is_that_of_the_apps(self, career):
        assert models(print_parts(career))[:3] == [Article, StatTable, FAQEntry]

    def test_of_a_career_begins_with_what_leads(self, career):
        assert models(career_parts(career))[:3] == [StatTable, Article, FAQEntry]


class TestNumber:
    @pytest.mark.parametrize("most", [0, 1])
    def test_is_what_is_declared(self, career, declare, most):
        declare(on_home=most, on_career_page=most)
        for parts in (home_parts([career]), career_parts(career)):
            items = [part.items for part in parts if part.section.model is Article]
            assert [len(found) for found in items] == [1] * most

    def test_none_in_print(self, career, declare):
        declare(in_print=False)
        assert Article not in models(print_parts(career))

    def test_of_a_career_without_content(self):
        career = CareerFactory()
        assert [*home_parts([career]), *career_parts(career)] == []
        assert print_parts(career) == []

    def test_none_asks_nothing(self, career, declare, django_assert_num_queries):
        with django_assert_num_queries(len(OF_GUIDES)):
            career_parts(career)
        declare(on_career_page=0)
        with django_assert_num_queries(len(OF_GUIDES) - 1):
            career_parts(career)


class TestTemplates:
    def test_are_the_apps_own_or_the_shared_ones(self):
        names = FAQEntry.guide.template_names("print")
        assert names == ("faq/_faqentry_print.html", "guide/_section_print.html")

    def shown(self, page, items):
        part = Part(FAQEntry.guide, page, items)
        context = {"part": part, "career": items[0].career, "links": LinkNotes({})}
        return render_to_string(f"guide/_section_{page}.html", context)

    def test_shared_ones_show_topics(self):
        career = CareerFactory(slug="beekeeper")
        items = [FAQEntryFactory(career=career, topic=t) for t in ("Honey", "Wax")]
        for page in ("career", "print"):
            html = self.shown(page, items)
            assert html.index(">Honey</h3>") < html.index(">Wax</h3>")
        assert 'href="/faq/?career=beekeeper"' in self.shown("career", items)

    def test_shared_one_shows_texts_that_are_no_markdown_as_they_are(self):
        part = Part(Article.guide, "print", [Article(slug="a", title="Bees")])
        assert part.text_names == ["summary", "takeaways", "body"]
        part.items[0].summary = "*Not* <b>bold</b>\n\nbelow"
        part.items[0].body = "*Markdown*"
        context = {"part": part, "links": LinkNotes({})}
        html = render_to_string("guide/_section_print.html", context)
        assert "<p>*Not* &lt;b&gt;bold&lt;/b&gt;</p>" in html
        assert "<em>Markdown</em>" in html
