"""Test how much a text may hold: more is refused, and shown more plainly."""

import re

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article
from careerguide import markup
from careerguide.markup import limits, tables
from careerguide.markup.page import Page
from careerguide.markup.sanitise import sanitise
from careerguide.markup.tidy import tidy
from careerguide.site.link_notes import LinkNotes
from statistics.models import StatTable
from statistics.references.embeds import embed_tables
from tests.factories import ArticleFactory, StatTableFactory
from tests.hostile import slow

PARAGRAPH = (
    "An engineer builds **models** and ships them to [production](/articles/a/), where "
    "they have to hold what they promised in the laboratory. Their pay differs by land."
    "\n\n| Level | Pay |\n|---|---:|\n| Junior | 90,000 |\n| Senior | 170,000 |\n\n"
)
LONG = (PARAGRAPH * 1_000)[: markup.MAX_BYTES].rsplit("\n\n", 2)[0]


def repeated(piece, count):
    return piece * count


OVER = {
    "2,001 links": repeated("[a](b) ", 2_001),
    "2,500 links": repeated("<https://a.b> ", 2_500),
    "501 pictures": repeated("![a](/media/a.webp) ", 501),
    "2,001 headings": repeated("# a\n", 2_001),
    "20,005 cells": "|a|b|c|d|e|\n|-|-|-|-|-|\n" + repeated("|1|2|3|4|5|\n", 4_000),
    "2,001 quotes": repeated("> a\n\n", 2_001),
    "201 lines [[table: …]]": repeated("[[table: a]]\n", 201),
    "30,001 parts": repeated("*a* ", 30_000),
}


class TestEditor:
    @pytest.mark.parametrize("what", OVER)
    def test_is_told_how_many_there_are_and_may_be(self, what):
        with pytest.raises(ValidationError) as refusal:
            markup.validate_length(OVER[what])
        [sentence] = refusal.value.messages
        assert what in sentence and "at most" in sentence
        assert "Divide it between two items" in sentence

    def test_is_told_of_each_bound(self):
        text = repeated("# [a](b)\n", 3_000)
        with pytest.raises(ValidationError) as refusal:
            markup.validate_length(text)
        assert len(refusal.value.messages) == 2

    @pytest.mark.django_db
    def test_is_told_at_the_field(self):
        article = ArticleFactory(
            status="draft", body=OVER["2,001 links"], takeaways=OVER["2,001 quotes"]
        )
        with pytest.raises(ValidationError) as refusal:
            article.full_clean()
        errors = refusal.value.message_dict
        assert "2,001 links" in errors["body"][0]
        assert "2,001 quotes" in errors["takeaways"][0]

    @pytest.mark.parametrize(
        "text",
        [
            LONG,
            repeated("[a link](https://example.org/some/page) in words. ", 500),
            repeated("Only words. ", 16_000),
            repeated("- an item of a list\n", 9_000),
            repeated(
                "## A heading\n\nand a sentence that goes on below it.\n\n", 1_900
            ),
            repeated(
                "| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n\n", 2_000
            ),
            repeated("[[table: pay]]\n\n", 200),
            "",
        ],
        ids=lambda text: text[:20],
    )
    def test_of_a_real_text_is_told_nothing(self, text):
        markup.validate_length(text)

    @pytest.mark.usefixtures("seeded")
    @pytest.mark.django_db
    def test_guide_is_far_from_each_bound(self):
        for article in Article.objects.all():
            html = markup.to_raw_html(article.body * 5)
            assert limits.too_much(html, 5 * tables.table_lines(article.body)) == []


class TestReader:
    """Of a text that was stored with more in it."""

    @pytest.mark.parametrize("what", OVER)
    def test_gets_a_page(self, what):
        assert markup.render(OVER[what]).html

    def test_gets_links_as_words(self):
        page = markup.render(repeated("[word](/b/) ", 2_005)).html
        assert page.count("<a ") == 2_000 and page.count("word") == 2_005

    @pytest.mark.parametrize(
        "piece", ["# word\n\n", "> word\n\n", "- word\n\n", "**word**\n\n", "<b>word"]
    )
    def test_gets_all_words(self, piece):
        count = markup.MAX_BYTES // len(piece)
        page = re.sub("<[^>]*>", "", markup.render(piece * count).html)
        assert page.count("word") == count

    def test_gets_what_is_beyond_without_a_tag_and_no_tag_is_forged(self):
        text = repeated("# a\n", 2_001) + "\n`<script>alert(1)</script>` <b>b</b>\n"
        page = markup.render(text).html
        assert "&lt;script&gt;" in page and "<script" not in page
        assert "<b>" not in page and page.rstrip().endswith("</p>")

    @pytest.mark.django_db
    def test_gets_200_tables_and_the_other_lines_as_they_are(self):
        StatTableFactory(slug="pay")
        page = Article.render_text(repeated("[[table: pay]]\n\n", 205)).html
        assert page.count("<figure") == 200 and page.count("[[table: pay]]") == 5


class TestTablesOfATextThatAreLarge:
    pytestmark = pytest.mark.django_db

    @pytest.fixture
    def cells(self, monkeypatch):
        """At most eight; the tables have four each."""
        monkeypatch.setattr("statistics.references.embeds.MOST_CELLS", 8)
        columns = [
            {"key": "name", "label": "Name", "type": "text"},
            {"key": "pay", "label": "Pay", "type": "decimal"},
        ]
        rows = [{"cells": ["A", "1"]}, {"cells": ["B", "2"]}]
        data = {"columns": columns, "rows": rows}
        for number in range(4):
            title = f"Pay <{number}>"
            StatTableFactory(slug=f"pay-{number}", title=title, data=data)

    def shown(self):
        text = "\n\n".join(f"[[table: pay-{number}]]" for number in range(4))
        return Article.render_text(text).html

    def test_are_links_beyond_the_bound(self, cells):
        page = self.shown()
        assert page.count("<figure") == 2
        assert '<a href="/statistics/pay-3/">Pay &lt;3&gt;</a>' in page

    def test_first_is_shown_however_large(self, cells, monkeypatch):
        monkeypatch.setattr("statistics.references.embeds.MOST_CELLS", 1)
        assert self.shown().count("<figure") == 1

    def test_are_not_even_read_beyond_it(self, cells, monkeypatch):
        found = StatTable.objects.in_bulk(["pay-0", "pay-1"], field_name="slug")
        monkeypatch.setattr("statistics.references.embeds.MOST_CELLS", 1)
        embed = embed_tables(found)
        embed("pay-0"), embed("pay-1")
        assert "table" in vars(found["pay-0"]) and "table" not in vars(found["pay-1"])


class TestWork:
    """Counted and not timed: it grows with a text and no faster, and is bounded."""

    @pytest.mark.parametrize(
        "make", [pytest.param(make, id=name) for name, make in slow.FAMILIES]
    )
    def test_of_no_text_is_beyond_the_bound(self, make):
        html = tidy(markup.to_raw_html(make(slow.LIMIT)))
        assert html.count("<") <= 2 * limits.MAX_TAGS + 2
        assert len(html) < 12 * markup.MAX_BYTES

    @pytest.mark.parametrize(
        "text",
        [
            repeated("<table>", 2_000) + "<" * 100_000,
            repeated("1. <table>\n", 10_000),
            repeated("<table><tr><td>", 9_000),
            "<table>" * 90 + "<caption>" + "word " * 10_000,
            repeated("|a|\n|-|\n\n", 20_000),
        ],
        ids=["then text", "in lists", "in cells", "caption", "heads"],
    )
    def test_of_naming_tables_is_once_for_each_word(self, text, monkeypatch):
        """Each within another named itself after all that is in it."""
        read, text_of = [], tables.text_of
        monkeypatch.setattr(
            tables, "text_of", lambda found: text_of(read.extend(found) or found)
        )
        page = Page(sanitise(text))
        page.document()
        assert len(read) <= len(page.tokens)
        assert sum(len(t[0]) for t in read) <= len(text) + 100 * tables.LONGEST_TEXT

    def test_of_numbering_links_is_once_for_each(self):
        notes = LinkNotes({})
        found = [notes(f"https://a.example/{n}")[1] for n in (1, 2, 1, 3, 2)]
        assert found == [1, 2, 1, 3, 2]
        assert [a[-1] for a in notes.addresses] == ["1", "2", "3"]
