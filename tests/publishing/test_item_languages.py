"""Test items in another language than the site's: what says so, and their numbers."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from careerguide.publishing.drafts import actions
from careerguide.search.documents import all_documents
from careerguide.search.index import rebuild
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
ENGLISH, ARABIC = 'lang="en" dir="ltr"', 'lang="ar" dir="rtl"'
DATA = {
    "columns": [
        {"key": "who", "label": "Who", "type": "text"},
        {"key": "pay", "label": "Pay", "type": "money", "currency": "EUR"},
    ],
    "rows": [{"cells": ["Junior", "39500.5"]}, {"cells": ["Senior", "52000"]}],
}
NUMBER = "It is [[number: pay; Junior; Pay]]."


@pytest.fixture
def german(settings):
    settings.LANGUAGE_CODE = "de"
    with translation.override("de"):
        yield


@pytest.fixture
def career(german):
    return CareerFactory()


def read(client, address):
    return client.get(address).content.decode()


def part(page, start, end):
    return page.split(start, 1)[1].split(end, 1)[0]


class TestPage:
    def test_says_its_language_where_it_is_another(self, client, career):
        article = ArticleFactory(career=career, language="en")
        page = read(client, article.get_absolute_url())
        assert '<html lang="de"' in page
        assert f'<article {ENGLISH} class="reading' in page

    def test_names_no_language_of_its_own_labels(self, client, career):
        table = StatTableFactory(career=career, data=DATA, language="en")
        page = read(client, table.get_absolute_url())
        assert "<bdi" not in part(page, "<table", "</table>")

    def test_from_right_to_left_says_so(self, client, career):
        entry = FAQEntryFactory(career=career, language="ar")
        assert f"<article {ARABIC}" in read(client, entry.get_absolute_url())

    def test_in_the_sites_language_says_nothing(self, client, career):
        page = read(client, ArticleFactory(career=career).get_absolute_url())
        assert '<article class="reading' in page
        assert page.count("lang=") == 1

    def test_words_of_the_site_within_are_in_it_too(self, client, career):
        article = ArticleFactory(career=career, language="en")
        page = read(client, article.get_absolute_url())
        assert "1 minute to read" in page
        assert "Zum Inhalt springen" in page


class TestNumbers:
    def test_in_a_text_are_written_in_its_language(self, client, career):
        StatTableFactory(career=career, slug="pay", data=DATA)
        german = ArticleFactory(career=career, slug="de", body=NUMBER, summary=NUMBER)
        english = ArticleFactory(
            career=career, slug="en", body=NUMBER, summary=NUMBER, language="en"
        )
        assert "39.500,5" in read(client, german.get_absolute_url())
        page = read(client, english.get_absolute_url())
        assert "39,500.5" in page
        assert "39.500,5" not in part(page, "<article", "</article>")
        assert english.shown_summary == "It is €39,500.5."

    def test_of_a_figure_are_in_the_language_of_its_table(self, client, career):
        StatTableFactory(career=career, slug="pay", data=DATA)
        article = ArticleFactory(career=career, language="en", body="[[table: pay]]")
        figure = part(read(client, article.get_absolute_url()), "<figure", "</figure>")
        assert figure.startswith(' lang="de" dir="ltr"')
        assert "39.500,5" in figure

    def test_of_a_table_are_in_its_language(self, client, career):
        table = StatTableFactory(career=career, slug="pay", data=DATA, language="en")
        assert "€39,500.5" in read(client, table.get_absolute_url())
        embed = read(client, f"{table.get_absolute_url()}embed/")
        assert '<html lang="en"' in embed
        assert "€39,500.5" in embed


class TestLists:
    def test_name_the_language_of_each_item(self, client, career):
        ArticleFactory(career=career, slug="a", language="en", title="In English")
        ArticleFactory(career=career, slug="b", title="Auf Deutsch")
        page = read(client, reverse("articles:list"))
        assert f"<h2 {ENGLISH}>" in page or f"<h3 {ENGLISH}>" in page
        assert page.count(ENGLISH) == 2  # its title and its summary

    def test_of_a_career_and_of_changes_name_it(self, client, career):
        FAQEntryFactory(career=career, language="en")
        assert ENGLISH in read(client, career.get_absolute_url())
        assert ENGLISH in read(client, "/")

    def test_whole_guide_names_it(self, client, career):
        FAQEntryFactory(career=career, language="ar")
        page = read(client, reverse("career_print", args=[career.slug]))
        assert f'print-answer" {ARABIC}' in page or f"{ARABIC}>" in page


class TestSearch:
    def test_finds_words_in_the_forms_of_the_items_language(self, client, career):
        ArticleFactory(career=career, language="en", title="Salaries")
        rebuild(all_documents())
        page = read(client, "/search/?q=salary")
        assert f'<h2 class="result-title" {ENGLISH}>' in page


class TestFiles:
    def test_name_the_language(self, client, career):
        table = StatTableFactory(career=career, data=DATA, language="en")
        address = table.get_absolute_url().rstrip("/")
        answer = client.get(f"{address}.json")
        assert answer.headers["Content-Language"] == "en"
        assert json.loads(answer.content)["language"] == "en"

    def test_of_a_table_in_the_sites_language_are_as_before(self, client, career):
        address = StatTableFactory(career=career, data=DATA).get_absolute_url()
        answer = client.get(f"{address.rstrip('/')}.json")
        assert answer.headers["Content-Language"] == "de"
        assert "language" not in json.loads(answer.content)


class TestField:
    def test_refuses_what_is_no_tag_in_a_sentence(self, career):
        article = ArticleFactory(career=career)
        article.language = "Englisch"
        with pytest.raises(ValidationError) as refused:
            article.full_clean()
        assert "„Englisch“" in refused.value.message_dict["language"][0]

    def test_writes_a_tag_in_one_way(self, career):
        article = ArticleFactory(career=career)
        article.language = "de_CH"
        article.full_clean()
        assert article.language == "de-ch"

    def test_proposes_languages_by_their_names(self, admin_client, german):
        form = read(admin_client, reverse("admin:articles_article_add"))
        assert '<option value="fr">Français</option>' in form

    def test_is_drafted_and_published_as_any_other(self, career):
        article, maria = ArticleFactory(career=career), UserFactory()
        changed = type(article).objects.get(pk=article.pk)
        changed.language = "en"
        actions.save_draft(article, changed, maria)
        article.refresh_from_db()
        assert article.language == ""
