"""Test the pages of articles."""

import re

import pytest
from django.urls import reverse

from tests.factories import ArticleFactory, CareerFactory, StatTableFactory

pytestmark = pytest.mark.django_db


def read(client, article):
    return client.get(article.get_absolute_url()).content.decode()


def related(client, article, heading):
    """The part of the article's page under a heading."""
    return read(client, article).split(f'id="{heading}')[1].split("</section>")[0]


class TestArticle:
    def test_shows_its_text_and_summary(self, client):
        page = read(client, ArticleFactory())
        assert '<h1 dir="auto">A year with the bees</h1>' in page
        assert "What a beekeeper does from spring to winter." in page
        assert "<p>The hives wake up.</p>" in page

    def test_lists_its_sections(self, client):
        page = read(client, ArticleFactory())
        contents = page.split('class="page-menu"')[1].split("</nav>")[0]
        assert re.findall(r'<a href="#(.*?)"', contents) == ["spring", "winter"]

    def test_of_one_section_needs_no_list(self, client):
        page = read(client, ArticleFactory(body="## Spring\n\nThe hives wake up."))
        assert "On this page" not in page

    def test_shows_key_takeaways_where_there_are_some(self, client):
        page = read(client, ArticleFactory(takeaways="- Bees **sleep**"))
        assert "<li>Bees <strong>sleep</strong></li>" in page
        assert "Key takeaways" not in read(client, ArticleFactory())

    def test_says_how_long_it_takes(self, client):
        assert "1 minute to read" in read(client, ArticleFactory())
        long = ArticleFactory(body="bees " * 1_150)
        assert "5 minutes to read" in read(client, long)

    def test_says_when_its_content_changed(self, client):
        assert '<time datetime="2026-01-05">5 January 2026</time>' in read(
            client, ArticleFactory()
        )

    def test_links_to_the_ones_before_and_after(self, client):
        career = CareerFactory()
        first, second, third = (
            ArticleFactory(career=career, order=n) for n in (1, 2, 3)
        )
        page = read(client, second)
        assert f'href="{first.get_absolute_url()}" rel="prev"' in page
        assert f'href="{third.get_absolute_url()}" rel="next"' in page

    def test_alone_has_nothing_before_and_after(self, client):
        assert 'class="previous-and-next"' not in read(client, ArticleFactory())

    @pytest.mark.parametrize("status", ["draft", "archived"])
    def test_unpublished_is_not_found(self, client, status):
        article = ArticleFactory(status=status)
        assert client.get(article.get_absolute_url()).status_code == 404


class TestRelated:
    def test_are_articles_that_it_links_to_or_that_link_to_it(self, client):
        career = CareerFactory()
        to, unlinked = [ArticleFactory(career=career, title=t) for t in ("To", "Un")]
        article = ArticleFactory(career=career, body=f"[x]({to.get_absolute_url()})")
        link = f"[x]({article.get_absolute_url()})"
        ArticleFactory(career=career, title="Back", body=link)
        shown = related(client, article, "related-articles")
        assert "To" in shown and "Back" in shown and "Un" not in shown

    def test_are_tables_that_it_links_to_and_of_the_topics_it_shows(self, client):
        career = CareerFactory()
        shown = StatTableFactory(career=career, topic="Pay")
        same = StatTableFactory(career=career, topic="Pay", title="Same topic")
        linked = StatTableFactory(career=career, title="Linked")
        StatTableFactory(career=career, title="Neither")
        body = f"[[table: {shown.slug}]]\n\n[x]({linked.get_absolute_url()})"
        part = related(client, ArticleFactory(career=career, body=body), "related-f")
        urls = re.findall(r'<li><a href="(.*?)"', part)
        assert urls == [linked.get_absolute_url(), same.get_absolute_url()]

    def test_are_left_out_where_there_are_none(self, client):
        page = read(client, ArticleFactory())
        assert "related-articles" not in page and "related-figures" not in page


class TestList:
    def test_of_one_career_leaves_the_others_out(self, client):
        mine, other = ArticleFactory(), ArticleFactory()
        page = client.get("/articles/", {"career": mine.career.slug}).content.decode()
        assert mine.get_absolute_url() in page
        assert other.get_absolute_url() not in page

    @pytest.mark.parametrize("slug", ["plumber", "x" * 5_000, "' OR 1=1 --", "é"])
    def test_of_an_unknown_career_is_not_found(self, client, slug):
        assert client.get("/articles/", {"career": slug}).status_code == 404

    def test_of_a_hidden_career_is_not_found(self, client):
        career = CareerFactory(status="draft")
        assert client.get("/articles/", {"career": career.slug}).status_code == 404

    def test_groups_the_articles_by_career(self, client):
        career = CareerFactory(slug="beekeeper")
        articles = [ArticleFactory(career=career) for _ in range(2)]
        page = client.get(reverse("articles:list")).content.decode()
        assert page.count('id="career-beekeeper"') == 1
        assert all(a.get_absolute_url() in page for a in articles)

    def test_empty_one_says_so(self, client):
        page = client.get(reverse("articles:list")).content.decode()
        assert "No article has been published yet." in page
