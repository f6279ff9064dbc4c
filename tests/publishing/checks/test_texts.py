"""Test checks of texts with what they link to, in few queries, drafts and live."""

import re
from html import unescape
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from careerguide.caching.memory import memory_cache
from careerguide.library.models import Image
from careerguide.media.filenames import main_name, renditions
from careerguide.models import Career
from careerguide.publishing.checks.anchors import is_place
from careerguide.publishing.checks.assumptions import published_together
from careerguide.publishing.checks.texts import surveyed, text_faults
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from careerguide.publishing.models.texts import markdown_fields
from faq.models import FAQEntry
from tests import factories
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.forms import filled_in, form_errors
from tests.publishing.admin.test_base import change_url

pytestmark = pytest.mark.django_db

FACTORIES = {
    factory._meta.model: factory
    for factory in vars(factories).values()
    if getattr(factory, "_meta", None) and factory._meta.model in content_models()
}
MARKDOWN = [(m, field.name) for m in content_models() for field in markdown_fields(m)]


def faults(text, **values):
    """(whether it blocks, the sentence) of each fault of an article's body."""
    article = ArticleFactory.build(career=CareerFactory(), body=text, **values)
    return [(f.blocks, f.sentence) for f in text_faults(article).get("body", [])]


def send(client, item, publish=False, **changed):
    url = change_url(item)
    sent = filled_in(client.get(url), **changed) | ({"_publish": ""} if publish else {})
    return client.post(url, sent)


@pytest.mark.parametrize(("model", "field"), MARKDOWN)
class TestEveryMarkdownText:
    TEXT = "Read [this](/articles/no-such/).\n\n[[Table pay]]\n"

    def test_may_say_anything_as_a_draft_which_warns(self, admin_client, model, field):
        item = FACTORIES[model](status="draft")
        assert send(admin_client, item, **{field: self.TEXT}).status_code == 302
        page = admin_client.get(change_url(item)).content.decode()
        assert "<li>Line 1: “/articles/no-such/” leads nowhere" in page
        assert "<li>Line 3: “[[Table pay]]” is no table" in page

    def test_is_not_published_with_what_leads_nowhere(self, admin_client, model, field):
        item = FACTORIES[model](status="draft")
        answer = send(admin_client, item, publish=True, **{field: self.TEXT})
        assert "“/articles/no-such/” leads nowhere" in str(form_errors(answer)[field])
        assert not model.objects.get().is_live

    def test_is_said_once_where_it_is_refused(self, admin_client, model, field):
        item = FACTORIES[model](status="draft")
        text = f"{self.TEXT}\n[b](/no-such/)\n\n<!-- only a warning -->\n"
        answer = send(admin_client, item, publish=True, **{field: text})
        page = unescape(answer.content.decode())
        refused = form_errors(answer)[field]
        assert len(refused) == 3
        for sentence in refused:
            assert page.count(sentence) == 1
        assert page.count("Readers do not see the comment “<!-- only") == 1
        shown = text_faults(apply_snapshot(item, {field: text}))[field]
        assert len(shown) == 4

    def test_what_is_refused_beyond_what_is_named_is_counted(
        self, admin_client, model, field
    ):
        item = FACTORIES[model](status="draft")
        text = "\n".join(f"- [a](/no-such-{n}/)" for n in range(40))
        page = send(admin_client, item, publish=True, **{field: text}).content.decode()
        for number in range(40):
            assert page.count(f"“/no-such-{number}/” leads nowhere") == 1

    def test_warns_in_the_preview_of_the_editor(self, admin_client, model, field):
        sent = {"text": self.TEXT, "model": model._meta.label_lower, "field": field}
        answer = admin_client.post("/admin/editor/preview/", sent).json()
        assert len(answer["warnings"]) == 2
        assert answer["warnings"][0].startswith("Line 1: “/articles/no-such/”")


class TestTarget:
    @pytest.mark.parametrize(
        "address",
        [
            *("/", "/articles/", "/statistics/", "/faq/?q=pay", "/sitemap.xml"),
            *("/articles/hive/", "/articles/hive", "/articles/hive/?print=1"),
            *(
                "http://127.0.0.1:8000/articles/hive/",
                "//127.0.0.1:8000/articles/hive/",
            ),
            *("/statistics/pay/", "/statistics/pay.csv", "/statistics/pay/embed/"),
            *("/careers/beekeeper/", "/careers/beekeeper/all/", "/contact/"),
            *("/faq/beekeeper-stings/", "/static/careerguide/css/site.css"),
            *("https://example.org/no-such", "mailto:a@example.org", "tel:+441"),
            *("/articles/hive/#spring", "/articles/hive/#takeaways", "#content"),
        ],
    )
    def test_that_readers_see_is_no_fault(self, address):
        career = CareerFactory(slug="beekeeper")
        ArticleFactory(slug="hive", career=career)
        StatTableFactory(slug="pay", career=career)
        FAQEntryFactory(slug="beekeeper-stings", career=career)
        PageFactory(slug="contact")
        assert faults(f"[a]({address})") == []

    @pytest.mark.parametrize(
        "address",
        [
            *("/articles/no-such/", "/articles/no-such", "/no-such/", "/a/b/c/"),
            *(
                "/statistics/no-such.csv",
                "/statistics/no-such/embed/",
                "/careers/x/all/",
            ),
            *("/faq/no-such/#a", "http://127.0.0.1:8000/articles/no-such/?a=b"),
            *("/articles/%20/", "/media/images/none.webp", "no-such/", "file.pdf"),
            *("#nowhere", "/articles/hive/#nowhere", "/Articles/hive/"),
        ],
    )
    def test_that_is_nowhere_blocks(self, address):
        ArticleFactory(slug="hive")
        [(blocks, sentence)] = faults(f"Text.\n\n[a]({address})")
        assert blocks
        assert sentence.startswith("Line 3: ")

    @pytest.mark.parametrize(
        "address",
        [
            *("/faq/#beekeeper-stings", "/faq/?q=a#topic-beekeeper-stings", "/faq/#q"),
            *("/faq/#beekeeper-stings-a-heading", "/faq/#career-beekeeper", "/faq/#"),
            *(
                "/faq/#content",
                "/faq/#top",
                "/faq/#:~:text=bees",
                "/faq#q",
            ),
            *("/statistics/#figure-pay", "/statistics/#figure-pay-topic", "/#changes"),
            *("/articles/#career-beekeeper", "/#in-numbers", "/#career-beekeeper"),
            *("/careers/beekeeper/#articles", "/careers/beekeeper/all/#article-hive"),
            *("/careers/beekeeper/all/#stattable-pay", "/sitemap.xml#anything"),
            *(
                "/careers/beekeeper/all/#faqentry-beekeeper-stings",
                "/statistics/pay.csv#row=2",
            ),
            *("/statistics.json#anything", "/static/careerguide/img/mark.svg#part"),
            *(
                "/statistics/pay/embed/#anything",
                "/careers/beekeeper/all/#article-hive-body-a",
            ),
        ],
    )
    def test_place_on_a_page_of_many_items_is_no_fault(self, address):
        career = CareerFactory(slug="beekeeper")
        ArticleFactory(slug="hive", career=career)
        StatTableFactory(slug="pay", career=career)
        FAQEntryFactory(slug="beekeeper-stings", career=career)
        assert faults(f"[a]({address})") == []

    @pytest.mark.parametrize(
        "address",
        [
            *("/faq/#nope", "/faq/?q=a#nope", "/faq/#beekeeper", "/statistics/#pay"),
            *("/statistics/#figure-no", "/articles/#hive", "/articles/#career-no"),
            *("/#nope", "/careers/beekeeper/#nope", "/careers/beekeeper/all/#nope"),
            *("/faq/#takeaways", "http://127.0.0.1:8000/faq/#nope", "/faq/#trashed"),
        ],
    )
    def test_place_that_no_page_of_many_items_has_blocks(self, address):
        career = CareerFactory(slug="beekeeper")
        ArticleFactory(slug="hive", career=career)
        FAQEntryFactory(slug="beekeeper-stings", career=career)
        FAQEntryFactory(slug="trashed", status="draft", trashed_at=timezone.now())
        [(blocks, sentence)] = faults(f"[a]({address})")
        assert blocks
        assert "has no place “" in sentence or "has no heading “" in sentence

    def test_place_of_an_item_that_readers_do_not_see_yet_warns(self):
        FAQEntryFactory(slug="beekeeper-stings", question="Do they?", status="draft")
        [(blocks, sentence)] = faults("[a](/faq/#beekeeper-stings)")
        assert not blocks
        assert "“Do they?”, which readers do not see yet" in sentence

    @pytest.mark.parametrize(
        "path",
        ["/", "/faq/", "/statistics/", "/articles/", "/careers/beekeeper/"],
    )
    def test_each_place_on_a_page_of_many_items_is_known(self, client, path):
        career = CareerFactory(slug="beekeeper")
        ArticleFactory(slug="hive", career=career)
        StatTableFactory(slug="pay", career=career, topic="Pay")
        answer = "## Why\n\nThey do.[^1]\n\n[^1]: Often."
        FAQEntryFactory(
            slug="beekeeper-stings", career=career, topic="Bees", answer=answer
        )
        ids = re.findall(' id="([^"]+)"', client.get(path).content.decode())
        assert "content" in ids
        assert faults(" ".join(f"[a]({path}#{id})" for id in ids)) == []

    @pytest.mark.parametrize("hidden", ["draft", "archived"])
    def test_that_readers_do_not_see_yet_warns(self, hidden):
        ArticleFactory(slug="hive", title="In the hive", status=hidden)
        [(blocks, sentence)] = faults("[a](/articles/hive/)")
        assert not blocks
        assert "leads to “In the hive”, which readers do not see yet" in sentence

    def test_of_a_hidden_guide_warns_outside_it_only(self):
        career = CareerFactory(status="draft")
        ArticleFactory(slug="hive", career=career)
        inside = ArticleFactory.build(career=career, body="[a](/articles/hive/)")
        assert text_faults(inside) == {}
        [(blocks, _)] = faults("[a](/articles/hive/)")
        assert not blocks

    def test_in_the_trash_blocks(self):
        article = ArticleFactory(slug="hive", title="In the hive")
        actions.trash(article, None)
        [(blocks, sentence)] = faults("[a](/articles/hive/)")
        assert blocks
        assert "“In the hive”, which is in the trash" in sentence

    def test_by_an_old_address_is_told_the_new_one(self):
        article = ArticleFactory(slug="hive", title="In the hive")
        moved = apply_snapshot(article, snapshot(article) | {"slug": "comb"})
        actions.save_draft(article, moved, None)
        [(blocks, sentence)] = faults("[a](/articles/comb/)")  # of its draft
        assert (blocks, "do not see yet" in sentence) == (False, True)
        actions.publish(article, None)
        assert faults("[a](/articles/comb/)") == []
        [(blocks, sentence)] = faults("[a](/articles/hive/)")
        assert not blocks
        assert "is an old address of “In the hive”. Write /articles/comb/" in sentence

    def test_relative_to_the_page_is_told_whole(self):
        ArticleFactory(slug="hive")
        [(blocks, sentence)] = faults("[a](../hive/)", slug="comb")
        assert not blocks
        assert "Write /articles/hive/" in sentence

    def test_is_the_page_itself(self):
        text = (
            "## Spring\n\n[a](/articles/comb/) [b](/articles/comb/#spring) [c](#spring)"
        )
        assert faults(text, slug="comb") == []
        [(blocks, sentence)] = faults("## Spring\n\n[c](#sprin)", slug="comb")
        assert blocks
        assert "Is it “#spring”?" in sentence

    def test_of_letters_with_marks_is_found(self):
        assert faults("## हिन्दी में\n\n[a](#हिन्दी-में)") == []

    def test_may_be_a_picture_of_the_library(self):
        sha256 = "0123456789abcdef" * 4
        name = main_name(sha256, 1600, 1000)
        image = Image(file=name, sha256=sha256, alt="A hive", width=1600, height=1000)
        image.size = 100
        image.save()
        smaller = renditions(name)[480]
        text = f"![a](/media/{name}) ![b](/media/{smaller})"
        assert faults(text) == []
        for gone in (name.replace("0123", "3210"), name.replace("1600x", "1500x")):
            [(blocks, sentence)] = faults(f"![a](/media/{gone})")
            assert blocks
            assert "is not in the library" in sentence

    @pytest.mark.parametrize("path", ["/admin/articles/article/", "/styleguide/"])
    def test_page_for_editors_warns(self, path):
        [(blocks, sentence)] = faults(f"[a]({path})")
        assert not blocks
        assert "for editors" in sentence

    def test_ids_of_our_templates_are_known(self):
        found = set()
        for folder in ("articles", "faq", "statistics"):
            for path in Path("templates", folder).glob("*.html"):
                found |= {*re.findall(r' id="([\w-]+)"', path.read_text("utf-8"))}
        readers = {id for id in found if not id.startswith("grid-")}
        assert [id for id in readers if not is_place(id, ())] == []


class TestManyLinks:
    def test_take_no_more_queries(self):
        def queries(count):
            for number in range(count):
                ArticleFactory(slug=f"a-{count}-{number}")
                PageFactory(slug=f"p-{count}-{number}")
            links = [
                f"[a](/articles/{kind}-{count}-{n}/#x) [b](/{kind}-{count}-{n}/)"
                for n in range(count)
                for kind in ("a", "p", "none")
            ]
            item = ArticleFactory.build(career=career, body="\n\n".join(links))
            with CaptureQueriesContext(
                connection,
            ) as asked:
                assert len(text_faults(item)["body"]) >= count
            return len(asked)

        career = CareerFactory()
        queries(1)
        assert queries(2) == queries(30) <= 12


class TestTogether:
    def test_published_items_count_for_one_another(self):
        article = ArticleFactory(slug="hive", status="draft")
        other = ArticleFactory.build(
            career=CareerFactory(), body="[a](/articles/hive/)"
        )
        assert text_faults(other)
        with published_together([article]):
            assert text_faults(other) == {}

    def test_tables_too(self):
        table = StatTableFactory(slug="pay", status="draft")
        other = ArticleFactory.build(career=CareerFactory(), body="[[table: pay]]")
        assert text_faults(other)["body"][0].blocks
        with published_together([table]):
            assert text_faults(other) == {}

    def test_bulk_page_judges_its_items_together(self, admin_client):
        one = ArticleFactory(slug="one", status="draft", body="[a](/articles/two/)")
        two = ArticleFactory(slug="two", status="draft", body="[a](/articles/three/)")
        ArticleFactory(slug="three", status="draft", title="Third")
        sent = {"action": "publish_selected", "_selected_action": [one.pk, two.pk]}
        page = admin_client.post("/admin/articles/article/", sent).content.decode()
        assert page.count("which readers do not see yet") == 1
        assert "“/articles/three/” leads to “Third”" in page

    def test_one_that_cannot_be_published_counts_for_no_other(self, admin_client):
        one = ArticleFactory(slug="one", status="draft", body="[a](/articles/two/)")
        two = ArticleFactory(slug="two", status="draft", body="[a](/articles/none/)")
        sent = {"action": "publish_selected", "_selected_action": [one.pk, two.pk]}
        page = admin_client.post("/admin/articles/article/", sent).content.decode()
        assert "It cannot be published" in page
        assert f"“/articles/two/” leads to “{two.title}”, which readers do not" in page


class TestOldFault:
    """Of a live text: it warns, and what this change did not bring blocks nothing."""

    @pytest.fixture
    def article(self):
        return ArticleFactory(body="[a](/articles/no-such/)\n\nBees dnace.")

    def test_in_another_line_blocks_nothing(self, admin_client, article):
        body = "Bees dance, and so they do in the dark of the hive.\n\n" + article.body
        assert send(admin_client, article, publish=True, body=body).status_code == 302
        article.refresh_from_db()
        assert article.body == body

    def test_is_named_on_the_form(self, admin_client, article):
        page = admin_client.get(change_url(article)).content.decode()
        assert "Body: Line 1: “/articles/no-such/” leads nowhere" in page

    def test_beside_a_new_one_is_not_what_blocks(self, admin_client, article):
        body = article.body + "\n\n[b](/articles/nor-this/)"
        answer = send(admin_client, article, publish=True, body=body)
        [sentence] = form_errors(answer)["body"]
        assert "“/articles/nor-this/”" in sentence

    def test_of_a_target_that_went_since_blocks_nothing(self, admin_client):
        target = ArticleFactory(slug="hive")
        article = ArticleFactory(body="[a](/articles/hive/)")
        actions.trash(target, None)
        body = "[a](/articles/hive/) and more."
        assert send(admin_client, article, publish=True, body=body).status_code == 302


class TestTableLine:
    def test_of_an_unknown_table_warns_in_a_draft(self, admin_client):
        article = ArticleFactory(status="draft")
        body = "[[table: no-such]]"
        assert send(admin_client, article, body=body).status_code == 302
        page = admin_client.get(change_url(article)).content.decode()
        assert "There is no table “no-such”" in page

    def test_of_an_unknown_table_blocks_publishing(self):
        article = ArticleFactory(status="draft", body="[[table: no-such]]")
        with pytest.raises(ValidationError, match="There is no table"):
            actions.publish(article, None)

    def test_of_a_table_of_a_hidden_guide_is_shown_with_it(self):
        table = StatTableFactory(slug="pay", career=CareerFactory(status="draft"))
        article = ArticleFactory(
            status="draft", body="[[table: pay]]", career=table.career
        )
        actions.publish(article, None)
        assert Article.objects.get().is_live

    def test_in_an_answer_is_said_to_show_nothing(self):
        StatTableFactory(slug="pay")
        entry = FAQEntryFactory.build(career=CareerFactory(), answer="[[table: pay]]")
        [fault] = text_faults(entry)["answer"]
        assert "shows nothing here" in fault.sentence


def test_founding_guide_has_no_fault(seeded):
    for model in content_models():
        for item in model.objects.all():
            assert text_faults(item) == {}, item


def test_careers_have_no_markdown():
    assert markdown_fields(Career) == []
    assert [f.name for f in markdown_fields(FAQEntry)] == ["answer"]


class TestPoints:
    def sentences(self, text):
        article = ArticleFactory.build(career=CareerFactory(), takeaways=text)
        return [f.sentence for f in text_faults(article).get("takeaways", [])]

    @pytest.mark.parametrize("text", ["Pay rises.\nWork falls.", "**Pay**.\n_Work_."])
    def test_that_run_together_are_named(self, text):
        [sentence] = self.sentences(f"- One\n\nText.\n\n{text}")
        assert sentence.startswith("Line 5: “Pay")
        assert "hyphen" in sentence

    @pytest.mark.parametrize(
        "text",
        [
            "- One\n- Two\n  goes on",
            "One.\n\nTwo.",
            "One  \nTwo",
            "1. One\n2. Two",
            "One",
        ],
    )
    def test_control_of_their_own_are_not(self, text):
        assert self.sentences(text) == []

    def test_control_lines_of_a_body_may_run_together(self):
        assert faults("One.\nTwo.") == []


class TestStaticFiles:
    @pytest.mark.parametrize("name", ["nope.css", "", "careerguide/", "../settings.py"])
    def test_that_are_not_there_are_named(self, name):
        [(blocks, sentence)] = faults(f"[a](/static/{name})")
        assert blocks
        assert "leads nowhere" in sentence


class TestWayOut:
    @pytest.mark.parametrize(
        "text", ["f[x](y)", "[Ag(NH3)2](OH)", "[Smith v. Jones](2010) 3 WLR"]
    )
    def test_of_what_reads_as_a_link_is_named(self, text):
        [(blocks, sentence)] = faults(text)
        assert blocks
        assert "write \\[ for [ if no link is meant" in sentence

    @pytest.mark.parametrize("written", ["#HEADING-ONE", "#Heading-One", "#heading-on"])
    def test_of_a_heading_in_other_letters_is_named(self, written):
        [(blocks, sentence)] = faults(f"## Heading one\n\n[a]({written})")
        assert blocks
        assert "Is it “#heading-one”?" in sentence

    def test_of_a_file_is_not_that_of_a_picture(self):
        [(blocks, sentence)] = faults("[a](/media/file.pdf)")
        assert blocks
        assert "leads to a file that is not there" in sentence
        [(_, sentence)] = faults("![a](/media/file.webp)")
        assert "“Picture…”" in sentence


@pytest.mark.parametrize("more", ["[[Table %d]]\n\n", "[a](/articles/b%d/)\n\n"])
def test_what_is_found_in_a_text_counts_towards_the_memory_it_takes(more):
    sizes = []
    for count in (1, 20):
        memory_cache.clear()
        surveyed(Article, "body", "".join(more % number for number in range(count)))
        sizes.append(memory_cache.bytes)
    assert 0 < sizes[0] * 2 < sizes[1]
