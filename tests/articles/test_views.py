import pytest
from django.urls import reverse

from tests.factories import ArticleFactory, CareerFactory

pytestmark = pytest.mark.django_db


def read(client, article):
    return client.get(article.get_absolute_url()).content.decode()


class TestArticle:
    def test_shows_its_text_and_summary(self, client):
        page = read(client, ArticleFactory())
        assert "<h1>A year with the bees</h1>" in page
        assert "What a beekeeper does from spring to winter." in page
        assert "<p>The hives wake up.</p>" in page

    def test_lists_its_sections(self, client):
        page = read(client, ArticleFactory())
        assert '<li><a href="#spring">Spring</a></li>' in page
        assert '<li><a href="#winter">Winter</a></li>' in page

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

    def test_alone_has_no_neighbours(self, client):
        assert 'class="neighbours"' not in read(client, ArticleFactory())

    @pytest.mark.parametrize("status", ["draft", "archived"])
    def test_unpublished_is_not_found(self, client, status):
        article = ArticleFactory(status=status)
        assert client.get(article.get_absolute_url()).status_code == 404


class TestList:
    def test_groups_the_articles_by_career(self, client):
        career = CareerFactory(slug="beekeeper")
        articles = [ArticleFactory(career=career) for _ in range(2)]
        page = client.get(reverse("articles:list")).content.decode()
        assert page.count('id="career-beekeeper"') == 1
        assert all(a.get_absolute_url() in page for a in articles)

    def test_empty_one_says_so(self, client):
        page = client.get(reverse("articles:list")).content.decode()
        assert "No article has been published yet." in page
