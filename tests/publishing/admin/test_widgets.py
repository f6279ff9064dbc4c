"""Test the widgets of Markdown texts."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from markdownx.widgets import MarkdownxWidget

from articles.models import Article
from careerguide.publishing.admin.widgets import (
    MarkdownEditorWidget,
    plain_number_widget,
)
from tests.factories import ArticleFactory

SCRIPTS = Path(finders.find("careerguide/admin/editor.js")).parent


@pytest.fixture
def widget():
    return MarkdownEditorWidget(Article._meta.get_field("body"))


@pytest.fixture
def html(widget):
    return widget.render("body", "## Hi & <b>", {"id": "id_body"})


class TestWidget:
    def test_is_a_textarea_when_there_is_no_script(self, html):
        assert re.search(r'<textarea name="body"[^>]* id="id_body"', html)
        assert "## Hi &amp; &lt;b&gt;</textarea>" in html
        for improvement in (r'role="toolbar"', "iframe"):
            tag = re.search(rf"<[^>]*{improvement}[^>]*>", html)[0]
            assert tag.endswith(" hidden>")

    def test_has_the_class_and_the_height_of_an_editor_unless_told_otherwise(self):
        def textarea(**attrs):
            return MarkdownEditorWidget(attrs=attrs).render("body", "", {})

        assert 'class="markdown-editor-text"' in textarea()
        assert 'rows="20"' in textarea()
        assert 'rows="5"' in textarea(rows=5)
        assert 'data-model=""' in textarea()

    def test_loads_our_files_and_none_of_markdownx(self, widget):
        assert isinstance(widget, MarkdownxWidget)
        media = str(widget.media)
        assert re.search(
            r'<script src="[^"]*/admin/editor[^"]*\.js" type="module">', media
        )
        assert "markdownx" not in media

    def test_addresses_come_from_the_routes(self, html):
        for attribute, route in (
            ("preview", "markdownx_markdownify"),
            ("upload", "markdownx_upload"),
            ("images", "markdown_images"),
            ("tables", "markdown_tables"),
        ):
            assert f'data-{attribute}-url="{reverse(route)}"' in html
        assert "data-markdownx" not in html

    def test_names_the_text_it_edits(self, html):
        assert 'data-model="articles.article"' in html
        assert 'data-field="body"' in html

    def test_has_no_inline_script_or_style(self, html):
        assert "<script" not in html
        assert not re.search(r"\s(style|on\w+)=", html)

    def test_frame_never_runs_scripts(self, html):
        assert re.findall(r'sandbox="([^"]*)"', html) == ["allow-same-origin"]

    def test_renders_without_attributes(self, widget):
        assert "<textarea" in widget.render("body", None)


class TestInTheAdmin:
    @pytest.mark.parametrize("page", ["add", "change"])
    def test_article_has_the_editor(self, admin_client, page):
        args = [ArticleFactory().pk] if page == "change" else []
        address = reverse(f"admin:articles_article_{page}", args=args)
        html = admin_client.get(address).content.decode()
        assert 'data-model="articles.article" data-field="body"' in html
        assert "markdownx/" not in html


class TestScript:
    """What must not come back; browser tests drive the rest."""

    @pytest.fixture
    def sources(self):
        found = [SCRIPTS / "editor.js", *(SCRIPTS / "editor").rglob("*.js")]
        return {path.name: path.read_text() for path in found}

    def test_tab_is_not_taken_from_the_text(self, sources):
        """It must leave the field: what listens to keys names those that it takes."""
        listening = {name for name, js in sources.items() if "keydown" in js}
        assert listening == {
            *("toolbar.js", "picker.js", "options.js", "keys.js", "paste.js"),
            *("claims.js", "pages.js"),
        }
        for js in sources.values():
            assert not re.search(r"""["']Tab["']|keyCode""", js)

    def test_no_html_is_written_into_the_page(self, sources):
        for js in sources.values():
            assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|eval\(", js)

    def test_no_address_is_written_down(self, sources):
        for js in sources.values():
            assert "/admin/" not in js

    def test_rows_added_later_are_wired(self, sources):
        assert "formset:added" in sources["editor.js"]

    def test_drop_is_taken_from_the_editor_only(self, sources):
        assert re.findall(r'(\w+)\.addEventListener\("drop"', sources["editor.js"]) == [
            "editor"
        ]


@pytest.mark.parametrize(
    ("summary", "is_warned"),
    [("It pays [[number: pay; a; b]].", False), ("It *pays* [[number: a]].", True)],
)
def test_notation_of_a_number_is_no_mark_that_readers_see(summary, is_warned):
    widget = plain_number_widget(Article._meta.get_field("summary"))
    assert bool(widget.get_context("summary", summary)["warnings"]) == is_warned
