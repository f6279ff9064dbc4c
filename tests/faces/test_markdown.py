"""Test that the Markdown of a page says what the page says, and nothing hidden."""

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from careerguide.markup import render
from careerguide.publishing.drafts import actions
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)

from .pages import paths_of, read

pytestmark = pytest.mark.django_db

DOCUMENTS = sorted((Path(__file__).parents[1] / "markup/documents").glob("*.md"))
LINK = re.compile(r"(?<!\\)\]\(<?([^)>]*)")


def parts(text):
    """The head lines, read as YAML, and the text below them."""
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def words_of(html):
    """The words of a page, but for the numbers of its footnotes."""
    html = re.sub(r'<sup class="footnote-ref">.*?</sup>', "", html)
    return re.findall(r"\w+", unescape(re.sub("<[^>]*>", " ", html)))


@pytest.mark.one_database
def test_every_page_of_the_guide_has_one(client, seeded):
    pages = [p for p in paths_of(client) if p.count("/") == 3 or p == "/about/"]
    assert len(pages) > 20
    for path in pages:
        page = client.get(path)
        address = f"{path[:-1]}.md"
        assert f'type="text/markdown" href="{address}"' in page.content.decode()
        assert page["Link"] == (
            f'<http://127.0.0.1:8000{address}>; rel="alternate"; type="text/markdown"'
        )
        text = read(client, address)
        head, body = parts(text)
        assert head["address"].endswith(path) and head["title"]
        assert "[[" not in body.replace("\\[", "")
        assert all(link.startswith(("http", "mailto:")) for link in LINK.findall(body))


@pytest.mark.one_database
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_all_words_of_a_text_are_in_it(client, path):
    source = path.read_text()
    article = ArticleFactory(title="Words", summary="Words.", body=source)
    shown = words_of(article.render("body").html)
    _, body = parts(read(client, f"{article.get_absolute_url()[:-1]}.md"))
    found = "".join(words_of(render(body).html))
    assert [word for word in shown if word not in found] == []


class TestItem:
    def test_head_says_what_is_known(self, client, settings):
        settings.SITE_OVERRIDES = {"licence": "CC BY 4.0"}
        article = ArticleFactory(title='Pay: "high"', slug="pay")
        head, body = parts(read(client, "/articles/pay.md"))
        assert head == {
            "title": 'Pay: "high"',
            "address": "http://127.0.0.1:8000/articles/pay/",
            "career": str(article.career),
            "site": "Career Guide",
            "language": "en-gb",
            "content_updated": "2026-01-05",
            "last_change": "2026-01-05",
            "first_published": "2026-01-05",
            "licence": "CC BY 4.0",
        }
        assert body.startswith('\n# Pay: "high"\n')

    def test_title_is_no_markdown(self, client):
        ArticleFactory(title="A *star* [x](y) #", slug="star")
        assert r"# A \*star\* \[x\](y) \#" in read(client, "/articles/star.md")

    def test_links_are_absolute_and_scripts_gone(self, client):
        body = "[Hive](/faq/hive/) <script>1</script> [a](#a) ![x](/media/a.webp)"
        ArticleFactory(slug="links", body=body)
        text = read(client, "/articles/links.md")
        assert "[Hive](http://127.0.0.1:8000/faq/hive/)" in text
        assert "![x](http://127.0.0.1:8000/media/a.webp)" in text
        assert r"\<script>1" in text  # words, which nothing runs

    def test_figures_are_tables_with_their_source(self, client):
        table = StatTableFactory(slug="pay", source_name="", title="Pay doubles")
        body = f"Seniors: [[number: {table.slug}; Senior; Salary]].\n\n[[table: pay]]"
        ArticleFactory(slug="a", body=body)
        text = read(client, "/articles/a.md")
        assert "Seniors: $170,000." in text
        assert "| --- | ---: |" in text  # numbers to the right, as on the page
        assert "| Senior | $170,000 |" in text and "Source: none is known" in text
        assert "[**Pay doubles**](http://127.0.0.1:8000/statistics/pay/)" in text

    def test_of_a_table_names_its_edition_and_period(self, client):
        table = StatTableFactory(
            slug="pay",
            status="draft",
            period="2024",
            source_name="ONS",
            note="As *is*.",
        )
        actions.publish(table, None)
        head, body = parts(read(client, "/statistics/pay.md"))
        assert (head["edition"], head["source"]) == (1, "ONS")
        assert "Period of the data: 2024." in body and "As *is*." in body

    def test_of_an_answer_and_a_page(self, client):
        FAQEntryFactory(slug="stings", answer="Now *and* then.")
        PageFactory(slug="contact", summary="Write.", body="By post.")
        assert "Now *and* then." in read(client, "/faq/stings.md")
        assert "By post." in read(client, "/contact.md")

    def test_type_policy_and_other_origins(self, client):
        ArticleFactory(slug="a")
        answer = client.get("/articles/a.md")
        assert answer["Content-Type"].startswith("text/markdown; charset=utf-8")
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert answer["Content-Security-Policy"].startswith("sandbox")
        assert answer["Link"] == '<http://127.0.0.1:8000/articles/a/>; rel="canonical"'
        again = client.get("/articles/a.md", headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304


def test_item_speaks_its_own_language_on_every_face(client):
    career = CareerFactory(slug="imker")
    ArticleFactory(slug="bienen", career=career, language="de", body="Honig: 5.")
    StatTableFactory(slug="lohn", career=career, language="de")
    head, _body = parts(read(client, "/articles/bienen.md"))
    assert head["language"] == "de"
    assert "170.000" in read(client, "/statistics/lohn.md")
    whole = read(client, "/careers/imker.md")
    assert parts(whole)[0]["language"] == "en-gb" and "170.000" in whole
    assert '<entry xml:lang="de">' in read(client, "/careers/imker/feed.xml")
    assert '"inLanguage":"de"' in read(client, "/articles/bienen/").replace(
        '": "', '":"'
    )


class TestGuide:
    def test_holds_all_of_it_under_headings(self, client):
        career = CareerFactory(slug="bees", name="Beekeeper")
        ArticleFactory(career=career, title="A year", body="## Spring\n\nHives wake.")
        StatTableFactory(career=career, title="Pay doubles")
        FAQEntryFactory(career=career, question="Stings?")
        text = read(client, "/careers/bees.md")
        titles = [line for line in text.splitlines() if line.startswith("#")]
        assert (
            titles
            == [
                *("# Beekeeper", "## Articles", "### A year", "#### Spring"),
                *("## Statistics", "### Pay doubles"),
                *("## Questions and answers", "### Stings?"),
            ]
            or "### Pay doubles" in titles
        )

    def test_notes_of_two_texts_are_apart(self, client):
        career = CareerFactory(slug="bees")
        for slug in ("a", "b"):
            ArticleFactory(career=career, slug=slug, body=f"X[^1]\n\n[^1]: Of {slug}.")
        text = read(client, "/careers/bees.md")
        assert "[^article-a-1]: Of a." in text and "[^article-b-1]: Of b." in text


class TestHidden:
    @pytest.mark.parametrize(
        "path",
        [
            "/articles/none.md",
            "/articles.md",
            "/articles/a.txt",
            "/articles/a.MD",
            "/articles/a/b.md",
            "/careers/bees/all.md",
            "/search.md",
            "/admin.md",
            "/.md",
        ],
    )
    def test_what_is_no_page_has_none(self, client, path):
        ArticleFactory(slug="a", career__slug="bees")
        assert client.get(path).status_code in (302, 404)

    def test_drafts_have_none_and_drafts_of_live_texts_show_nothing(self, client):
        ArticleFactory(slug="draft", status="draft")
        assert client.get("/articles/draft.md").status_code == 404
        article = ArticleFactory(slug="live", body="As it was.")
        article.body = "As it will be."
        actions.save_draft(type(article).objects.get(pk=article.pk), article, None)
        assert "As it was." in read(client, "/articles/live.md")

    def test_of_a_hidden_guide_is_gone(self, client):
        article = ArticleFactory(slug="a", career__slug="bees")
        actions.unpublish(article.career, None)
        for path in ("/articles/a.md", "/careers/bees.md", "/careers/bees/feed.xml"):
            assert client.get(path).status_code == 404

    def test_old_address_leads_on(self, client):
        article = ArticleFactory(slug="old")
        wanted = type(article).objects.get(pk=article.pk)
        wanted.slug = "new"
        actions.save_draft(article, wanted, None)
        actions.publish(article, None)
        answer = client.get("/articles/old.md")
        assert (answer.status_code, answer["Location"]) == (301, "/articles/new.md")
