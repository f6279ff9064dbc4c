"""Test that stored text never becomes markup its page would not have without it.

Each of some vectors stands in eight places. Where no Markdown is meant, the page has to
be made of the very same tags as with harmless words of the same length; where it is, of
nothing that is not on the list. tests/browser/test_stored_text.py lets them try to run.
"""

import json

import pytest
from django.contrib import admin
from django.core.cache import cache
from django.urls import reverse
from django.utils.safestring import mark_safe

from articles.models import Article
from articles.views import ArticleListView
from careerguide import markup
from careerguide.library.models import Image
from careerguide.media.filenames import main_name
from careerguide.models import Site
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import Publishable
from faq.models import FAQEntry
from faq.views import FAQEntryListView
from statistics.models import StatTable
from statistics.views import StatTableListView
from tests import factories
from tests.forms import filled_in
from tests.hostile.reading import Outline, harmless
from tests.hostile.visits import has_clear_page
from tests.hostile.xss import vectors

# Every 24th: all of them go through tests/markup/test_markup.py, and through a browser
# 1,560 in tests/browser/test_stored_text.py. No NUL is kept.
VECTORS = [vector.replace("\0", "\ufffd") for vector in vectors()[::24]]
pytestmark = pytest.mark.one_database
CONFIRMED_ACTIONS = ("schedule", "unpublish", "archive")
EDITORS_PAGES = ("change", "delete", "history", *CONFIRMED_ACTIONS)
PAGE = 600  # items on a page of a list
SAMPLE = 24  # items of which the page is read, and one of the editors' pages
# What markup adds to the elements and attributes on its list.
ADDED = {("div", ""), ("div", "role"), ("div", "tabindex"), ("div", "aria-label")}
ADDED |= {("section", "aria-label"), ("a", "rel")}
ADDED |= {(tag, "dir") for tag in markup.TAGS}
ADDED |= {("img", name) for name in ("srcset", "sizes", "width", "height", "loading")}
ADDED |= {("img", "decoding")} | {(tag, "id") for tag in markup.HEADING_TAGS}
MARKDOWN = ADDED | {
    (tag, name)
    for tag in markup.TAGS
    for name in ("", "class", *markup.ATTRIBUTES.get(tag, ()))
}

# Of the list above a plain text that has marks of Markdown.
WARNING = {("div", ""), ("div", "class"), ("li", "")}
WARNING |= {("ul", name) for name in ("", "class", "aria-label", "aria-live")}


@pytest.fixture(autouse=True)
def long_lists(monkeypatch):
    for view in (ArticleListView, StatTableListView, FAQEntryListView):
        monkeypatch.setattr(view, "paginate_by", PAGE)
    for model in (Article, StatTable, FAQEntry, Image):
        model_admin = admin.site._registry[model]
        monkeypatch.setattr(model_admin, "list_per_page", PAGE, raising=False)


@pytest.fixture
def career(db):
    return factories.CareerFactory(name="Beekeeper", slug="beekeeper")


@pytest.fixture
def outlines(admin_client, career):
    """The outlines of all pages that show some items, by what is on them."""

    def get(model, items, *addresses):
        model.objects.all().delete()
        made = model.objects.bulk_create(items)
        opts = model._meta
        name = f"admin:{opts.app_label}_{opts.model_name}"
        lists = [reverse(f"{name}_changelist"), *addresses]
        pages = range(1, len(made) // PAGE + 2)
        found = {
            (address, page): f"{address}?{'p' if 'admin' in address else 'page'}={page}"
            for address in lists
            for page in pages
        }
        found |= {(path, 0): path for path in ("/", career.get_absolute_url())}
        for number, item in enumerate(made[:: max(1, len(made) // SAMPLE)]):
            views = EDITORS_PAGES[: None if isinstance(item, Publishable) else 3]
            view = views[number % len(views)]
            found[view, number] = reverse(f"{name}_{view}", args=[item.pk])
            if hasattr(item, "get_absolute_url"):
                found["page", number] = item.get_absolute_url()
        return {key: outline(admin_client.get(url)) for key, url in found.items()}

    return get


def outline(response):
    assert response.status_code == 200
    return Outline(response.content.decode())


def made(factory, career, texts, field, **fields):
    """Unsaved items with one of the texts each."""
    return [
        factory.build(
            **{"career": career, "slug": f"beekeeper-{number}", field: text, **fields}
        )
        for number, text in enumerate(texts)
    ]


def images(texts):
    return [
        Image(
            alt=text,
            sha256=f"{number:064x}",
            file=main_name(f"{number:064x}", 10, 10),
            width=10,
            height=10,
            size=1,
        )
        for number, text in enumerate(texts)
    ]


def assert_same(pages, control):
    assert pages.keys() == control.keys()
    for key, page in pages.items():
        if key[0] == "change" and page.tags != control[key].tags:
            # The form warns of marks of Markdown in a text.
            assert page.kinds - control[key].kinds <= WARNING, key
        else:
            assert page.tags == control[key].tags, key
        assert page.others == control[key].others, key
        assert not page.foreign, key


def assert_same_kinds(pages, control):
    """For tables, whose pages and charts differ with the words that are in them."""
    assert pages.keys() == control.keys()
    known = set().union(*(page.kinds for page in control.values()))
    for key, page in pages.items():
        assert page.kinds <= known, key
        assert page.others == control[key].others, key
        assert not page.foreign, key


def assert_only_markdown(page, control):
    more = page.kinds - control.kinds - MARKDOWN
    assert not more
    assert not page.foreign
    assert page.others == control.others


def test_there_are_120_vectors():
    assert len(set(VECTORS)) >= 120


class TestPlainText:
    """Nothing but text: every tag of the page is one it has anyway."""

    def test_article_title_and_summary(self, outlines, career):
        def items(texts):
            return [
                factories.ArticleFactory.build(
                    career=career, slug=f"beekeeper-{number}", title=text, summary=text
                )
                for number, text in enumerate(texts)
            ]

        page = reverse("articles:list")
        control = outlines(Article, items(map(harmless, VECTORS)), page)
        assert_same(outlines(Article, items(VECTORS), page), control)

    def test_table_title(self, outlines, career):
        def items(texts):
            return made(factories.StatTableFactory, career, texts, "title")

        control = items(map(harmless, VECTORS))
        page = reverse("statistics:list")
        assert_same_kinds(
            outlines(StatTable, items(VECTORS), page),
            outlines(StatTable, control, page),
        )

    def test_table_cell_and_the_rest_of_a_table(self, outlines, career):
        def items(texts):
            return [table(career, number, rest) for number, rest in enumerate(texts)]

        chunks = in_chunks(VECTORS, 100)
        control = items([[harmless(text) for text in chunk] for chunk in chunks])
        page = reverse("statistics:list")
        assert_same_kinds(
            outlines(StatTable, items(chunks), page), outlines(StatTable, control, page)
        )

    def test_question(self, outlines, career):
        def items(texts):
            return made(factories.FAQEntryFactory, career, texts, "question")

        control = items(map(harmless, VECTORS))
        page = reverse("faq:list")
        assert_same(
            outlines(FAQEntry, items(VECTORS), page), outlines(FAQEntry, control, page)
        )

    def test_alt_text(self, outlines, admin_client, career):
        def pages(texts):
            found = outlines(Image, images(texts))
            for number, image in enumerate(Image.objects.order_by("pk")[: SAMPLE // 2]):
                article = factories.ArticleFactory(career=career, picture=image)
                found["article", number] = outline(
                    admin_client.get(article.get_absolute_url())
                )
                article.delete()
            return found

        assert_same(pages(VECTORS), pages([harmless(text) for text in VECTORS]))

    def test_words_of_a_search(self, admin_client, career):
        """What was searched is shown in the field, and in addresses."""
        factories.ArticleFactory(career=career)
        for model in {*admin.site._registry} - {Site}:  # whose list leads to the one
            opts = model._meta
            url = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
            plain = outline(admin_client.get(url, {"q": "nobody wrote this"}))
            for words in in_chunks(VECTORS, 250):
                page = outline(
                    admin_client.get(url, {"q": "nobody " + " ".join(words)})
                )
                assert page.tags == plain.tags
                assert not page.foreign

    def test_words_in_an_address(self, client, career):
        """Public pages echo neither query nor path; a list tells its own address."""
        for path in ("/articles/nothing/", "/", "/nothing/"):
            plain = client.get(path, {"q": "bees"}).content
            for words in in_chunks(VECTORS, 250):
                assert client.get(path, {"q": " ".join(words)}).content == plain
        plain = outline(client.get("/articles/", {"q": "bees"}))
        for words in VECTORS[::5]:
            page = outline(client.get("/articles/", {"q": words}))
            assert page.tags == plain.tags
            assert not page.foreign
        plain = outline_of_missing(client, "nothing")
        for words in VECTORS[::50]:
            page = outline_of_missing(client, words.replace("\ufffd", ""))
            assert page.kinds <= plain.kinds
            assert not page.foreign


OF_WARNINGS = {
    *(("ul", "aria-label", "aria-live", "class"), ("li",), ("/ul",), ("/li",)),
    *(("ul", "class"), ("p", "class")),
}


class TestMarkdown:
    """Text with markup: nothing that is not on the list."""

    def test_answer(self, outlines, career):
        """Each vector by itself."""

        def items(texts):
            return made(factories.FAQEntryFactory, career, texts, "answer")

        page = reverse("faq:list")
        control = outlines(FAQEntry, items(map(harmless, VECTORS)), page)
        for key, found in outlines(FAQEntry, items(VECTORS), page).items():
            assert_only_markdown(found, control[key])
            if key[0] == "change":  # names what is wrong with the text, in a list
                more = {*found.tags} - {*control[key].tags}
                assert more <= OF_WARNINGS, key
            elif key[0] in EDITORS_PAGES or "admin" in key[0]:
                assert found.tags == control[key].tags, key

    def test_body_and_takeaways(self, outlines, career):
        """Many at once, beside one another."""

        def items(texts):
            contents = "# One\n\n# Two\n\n"
            texts = [contents + "\n\n".join(chunk) for chunk in in_chunks(texts, 40)]
            made_items = made(factories.ArticleFactory, career, texts, "body")
            for item in made_items:
                item.takeaways = item.body
            return made_items

        control = outlines(Article, items([harmless(text) for text in VECTORS]))
        for key, found in outlines(Article, items(VECTORS)).items():
            assert_only_markdown(found, control[key])
            if key[0] == "change":  # names what is wrong with the text, in a list
                more = {*found.tags} - {*control[key].tags}
                assert more <= OF_WARNINGS, key
            elif key[0] in EDITORS_PAGES or "admin" in key[0]:
                assert found.tags == control[key].tags, key

    def test_draft_conflict_and_history(self, admin_client, career):
        """What changed is shown word by word, to whom it clashes with and later on."""

        def pages(old, new):
            """The pages on a text that two editors have changed, as kinds of tags."""
            article = factories.ArticleFactory(career=career, title="A", body=old)
            url = reverse("admin:articles_article_change", args=[article.pk])
            form = filled_in(admin_client.get(url)) | {"_save": "", "reason": new[:190]}
            theirs = actions.draft_of(article)
            theirs.body = theirs.takeaways = theirs.summary = new
            actions.save_draft(article, theirs, None, reason=new[:190])
            conflict = admin_client.post(url, form | {"body": f"{old} {old}"})
            assert conflict.context["conflict"]
            newest, oldest = article.history.values_list("pk", flat=True)
            compare = reverse(
                "admin:articles_article_history_compare", args=[article.pk]
            )
            entry = reverse(
                "admin:articles_article_history_entry", args=[article.pk, newest]
            )
            asked = (url, entry, f"{compare}?a={oldest}&b={newest}")
            return [outline(conflict), *map(outline, map(admin_client.get, asked))]

        chunks = in_chunks(["\n".join(chunk) for chunk in in_chunks(VECTORS, 40)], 2)
        for old, new in filter(lambda chunk: len(chunk) == 2, chunks):
            control = pages(harmless(old), f"{harmless(new)} b")
            for page, plain in zip(pages(old, new), control, strict=True):
                assert page.kinds <= plain.kinds | {("ins", ""), ("del", "")}
                assert page.others == plain.others
                assert not page.foreign

    def test_preview(self, admin_client, career):
        def preview(text):
            cache.clear()
            data = {"text": text, "model": "articles.article", "field": "body"}
            response = admin_client.post(reverse("markdownx_markdownify"), data)
            return Outline(json.loads(response.content)["html"])

        control = preview("Nothing but words.")
        for chunk in in_chunks(vectors(), 10):
            assert_only_markdown(preview("\n\n".join(chunk)), control)


class TestControl:
    """The tests above can fail."""

    def test_a_title_that_is_not_escaped_is_noticed(
        self, outlines, career, monkeypatch
    ):
        def items(texts):
            return made(factories.ArticleFactory, career, texts, "title")

        monkeypatch.setattr(Article, "__str__", lambda self: mark_safe(self.title))
        page = outlines(Article, items(VECTORS[:SAMPLE]))
        control = outlines(Article, items(map(harmless, VECTORS[:SAMPLE])))
        with pytest.raises(AssertionError):
            assert_same(page, control)

    def test_html_that_is_not_cleaned_is_noticed(
        self, admin_client, career, monkeypatch
    ):
        def raw(item, text, *args, **options):
            return markup.Document(mark_safe(text), (), (), 1)

        monkeypatch.setattr(FAQEntry, "render_text", raw)
        control = Outline("<p>Nothing but words.</p>")
        for vector in VECTORS[:10]:
            entry = factories.FAQEntryFactory(career=career, answer=vector)
            page = outline(admin_client.get(entry.get_absolute_url()))
            with pytest.raises(AssertionError):
                assert_only_markdown(page, control)

    @pytest.mark.parametrize(
        "address",
        ["javascript:a", "java\tscript:a", "\1data:a", "JAVASCRIPT:a", "vb:a"],
    )
    def test_an_address_that_runs_is_noticed(self, address):
        assert Outline(f'<a href="{address}">a</a>').foreign
        assert not Outline('<a href="/a?b:c"></a><a href="a/b"></a>').foreign


def in_chunks(texts, size):
    return [texts[start : start + size] for start in range(0, len(texts), size)]


def table(career, number, texts):
    """A table of which every text a reader sees is one of the vectors."""
    first, second, third, *rest = texts
    columns = [
        {"key": "name", "label": first, "type": "text"},
        {"key": "what", "label": second, "type": "text", "unit": third},
        {"key": "number", "label": "Number", "type": "integer"},
    ]
    rows = [{"cells": [f"{i} {text}", text, str(i + 1)]} for i, text in enumerate(rest)]
    return factories.StatTableFactory.build(
        career=career,
        slug=f"beekeeper-{number}",
        title=f"Table {number}",
        subtitle=rest[0],
        topic=rest[1][:60],
        source_name=rest[2],
        period=rest[3][:100],
        headline_label=rest[4][:100],
        headline_row=f"5 {rest[5]}",
        headline_column="number",
        data={"columns": columns, "rows": rows},
    )


def outline_of_missing(client, words):
    response = client.get(f"/articles/{words}/")
    assert response.status_code == 404
    assert has_clear_page(response)
    return Outline(response.content.decode())
