"""Test that texts of every content type are stored with plain marks, by any way in."""

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db.models import TextField

from careerguide.exchange import guide_yaml
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from careerguide.publishing.models.texts import (
    is_markdown,
    is_plain,
    markdown_fields,
    plain,
    text_fields,
)
from tests import factories
from tests.factories import ArticleFactory, CareerFactory
from tests.forms import filled_in, form_errors
from tests.publishing.admin.test_base import change_url, send

pytestmark = pytest.mark.django_db

FACTORIES = {
    factory._meta.model: factory
    for factory in vars(factories).values()
    if getattr(factory, "_meta", None) and factory._meta.model in content_models()
}
MARKED = "##\xa0Pay\x0band\u2028more\x07\n\n-\u202fone"
PLAIN = "## Pay\nand\nmore\n\n- one"
LINE, PLAIN_LINE = "Pay\x0band\u2028more\x07", "Pay and more"
TEXTS = [
    (model, field.name)
    for model in content_models()
    for field in text_fields(model)
    if isinstance(field, TextField)
]
MARKDOWN = [(m, field.name) for m in content_models() for field in markdown_fields(m)]
WORDS = [
    (model, field.name)
    for model in content_models()
    for field in text_fields(model)
    if is_plain(field) or is_markdown(field)
]
LIMITED = [(m, f) for m, f in TEXTS if m._meta.get_field(f).max_length]


def test_every_content_type_has_a_factory():
    assert {*FACTORIES} == {*content_models()}


def test_markdown_is_known():
    assert {f"{model._meta.model_name}.{field}" for model, field in MARKDOWN} == {
        *("article.takeaways", "article.body", "faqentry.answer"),
        *("stattable.note", "page.body"),
    }


@pytest.mark.parametrize(("model", "field"), TEXTS)
class TestText:
    def test_of_a_form_is_plain(self, admin_client, model, field):
        item = FACTORIES[model](status="draft")
        url = change_url(item)
        marked = MARKED.replace("\n", "\r\n")
        sent = filled_in(admin_client.get(url), **{field: marked})
        assert admin_client.post(url, sent).status_code == 302
        assert getattr(model.objects.get(), field) == PLAIN

    def test_of_a_draft_of_a_live_item_is_plain(self, admin_client, model, field):
        item = FACTORIES[model]()
        url = change_url(item)
        sent = filled_in(admin_client.get(url), **{field: MARKED})
        assert admin_client.post(url, sent).status_code == 302
        assert actions.working_copy(item).values[field] == PLAIN

    def test_of_a_fixture_is_plain(self, model, field, tmp_path):
        item = FACTORIES[model](**{field: "@@"})
        text = serializers.serialize("json", [item]).replace(
            "@@", "##\\u00a0Pay\\u000b"
        )
        model.objects.all().delete()
        path = tmp_path / "guide.json"
        path.write_text(text, encoding="utf-8")
        call_command("loaddata", str(path), verbosity=0)
        assert getattr(model.objects.get(), field).rstrip() == "## Pay"

    def test_stored_before_makes_no_draft_by_itself(self, admin_client, model, field):
        item = FACTORIES[model]()
        model.objects.update(**{field: MARKED})
        url = change_url(item)
        admin_client.post(url, filled_in(admin_client.get(url)))
        assert actions.working_copy(item) is None

    def test_stored_before_can_be_published_plain(self, model, field):
        item = FACTORIES[model]()
        model.objects.update(**{field: MARKED})
        item.refresh_from_db()
        draft = apply_snapshot(
            item, snapshot(item) | {model.title_field: "Bees at night"}
        )
        actions.save_draft(item, draft, None)
        actions.publish(item, None)
        assert getattr(model.objects.get(), field) == PLAIN


@pytest.mark.parametrize(("model", "field"), WORDS)
class TestBlanksAround:
    """A form sends back what it showed, and the second of two editors is told of
    nothing that nobody changed."""

    @pytest.mark.parametrize("text", ["{}\n", "{}  ", "\n\n{}\n", "  {}\xa0"])
    def test_make_no_draft_by_themselves(self, admin_client, model, field, text):
        item = FACTORIES[model]()
        words = getattr(item, field) or "- Bees"
        setattr(item, field, text.format(words))
        item.save()
        send(admin_client, change_url(item))
        assert actions.working_copy(item) is None


@pytest.mark.parametrize("field", ["takeaways", "summary"])
def test_blanks_alone_are_no_text(admin_client, field):
    item = ArticleFactory(status="draft", **{field: "- Bees"})
    send(admin_client, change_url(item), **{field: " \r\n "})
    item.refresh_from_db()
    assert getattr(item, field) == ""


@pytest.mark.parametrize(("model", "field"), MARKDOWN)
def test_blanks_that_begin_markdown_stay(admin_client, model, field):
    item = FACTORIES[model](status="draft")
    text = "  - one\n  - two"
    send(admin_client, change_url(item), **{field: text})
    assert getattr(model.objects.get(), field) == text


ALL_OVERRIDES = "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


@pytest.mark.parametrize(("model", "field"), WORDS)
def test_nothing_turns_the_direction_of_other_words(model, field):
    found = model._meta.get_field(field)
    turned = f"a\u202egpj.exe{ALL_OVERRIDES} b"
    stored = turned if is_markdown(found) else "agpj.exe b"
    assert plain(found, turned) == stored


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c"])
def test_marks_of_languages_from_right_to_left_stay(mark):
    title = f"شغل C++{mark} وRust"
    assert ArticleFactory(title=title).title == title


def test_title_of_a_form_is_stored_without_what_turns_it(admin_client):
    item = ArticleFactory(status="draft")
    sent = filled_in(admin_client.get(change_url(item)), title="Bees \u202eyenoH")
    assert admin_client.post(change_url(item), sent).status_code == 302
    assert type(item).objects.get().title == "Bees yenoH"


def test_title_that_only_turns_text_is_none(admin_client):
    with pytest.raises(ValidationError):
        ArticleFactory.build(career=CareerFactory(), title="\u202e\u2066").full_clean()


@pytest.mark.parametrize("model", content_models())
def test_title_is_one_line_without_controls(model):
    item = FACTORIES[model](**{model.title_field: LINE})
    item.refresh_from_db()
    assert getattr(item, model.title_field) == PLAIN_LINE


@pytest.mark.parametrize(("model", "field"), LIMITED)
class TestLength:
    def test_line_break_counts_once(self, admin_client, model, field):
        item = FACTORIES[model](status="draft")
        most = model._meta.get_field(field).max_length
        lines = "a\r\n" * 9
        text = lines + "a" * (most - 18)
        url = change_url(item)
        sent = filled_in(admin_client.get(url), **{field: text})
        assert admin_client.post(url, sent).status_code == 302
        sent = filled_in(admin_client.get(url), **{field: text + "a"})
        assert (
            f"(it has {most + 1})"
            in form_errors(admin_client.post(url, sent))[field][0]
        )

    def test_emoji_is_counted_as_the_browser_does(self, admin_client, model, field):
        item = FACTORIES[model](status="draft")
        most = model._meta.get_field(field).max_length
        url = change_url(item)
        sent = filled_in(admin_client.get(url), **{field: "😀" * (most // 2)})
        assert admin_client.post(url, sent).status_code == 302
        sent = filled_in(admin_client.get(url), **{field: "😀" * (most // 2) + "a"})
        assert "emoji" in form_errors(admin_client.post(url, sent))[field][0]


def test_texts_of_the_founding_guide_are_plain_already(seeded):
    for item in guide_yaml.items_of("machine-learning-engineer"):
        for field in text_fields(type(item)):
            text = getattr(item, field.name)
            assert plain(field, text) == text


def test_items_of_the_founding_guide_make_no_draft(seeded, admin_client):
    for model in content_models():
        for item in model.objects.all():
            send(admin_client, change_url(item))
            assert actions.working_copy(item) is None, item


UNSEEN_TEXTS = ["<!-- a -->", "##", "---", "&nbsp;", "[x]: /y", "\u200b\xa0"]


class TestTextWithoutAWord:
    @pytest.mark.parametrize("text", [*UNSEEN_TEXTS, "<br>", "<details></details>"])
    def test_is_not_published(self, text):
        article = ArticleFactory.build(
            career=CareerFactory(), body=text, status="published"
        )
        with pytest.raises(ValidationError) as refused:
            article.clean()
        assert "see nothing" in str(refused.value.message_dict["body"])

    @pytest.mark.parametrize(
        "title", ["\u200b", "\xad\u2060", "\u3164", "\u2800 \u2800", "\u0301", "\u202e"]
    )
    def test_neither_is_such_a_title(self, title):
        article = ArticleFactory.build(
            career=CareerFactory(), title=title, status="published"
        )
        with pytest.raises(ValidationError) as refused:
            article.clean()
        assert "see nothing" in str(refused.value.message_dict["title"])

    def test_may_be_a_draft(self):
        ArticleFactory.build(career=CareerFactory(), body="---", status="draft").clean()

    @pytest.mark.parametrize(
        "text", ["a", "1", "!", "🐝", "&copy;", "`a`", "<b>a</b>", "का"]
    )
    def test_control_others_are_published(self, text):
        ArticleFactory.build(
            career=CareerFactory(), body=text, title=text, status="published"
        ).clean()
