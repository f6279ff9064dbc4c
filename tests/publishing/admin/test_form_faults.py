"""Test that old faults of a live text warn, and block no other field."""

import re

import pytest
from django.db.models import CharField, TextField

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.snapshots import content_fields
from statistics.models import StatTable
from tests import factories
from tests.factories import ArticleFactory, StatTableFactory
from tests.forms import filled_in, form_errors

from .test_base import change_url, draft_of

pytestmark = pytest.mark.django_db

OLDER = ("Bees.Of.Old", "bienen-für-alle", "a b")
SUMMARY = "Bees work. \n" * 40  # 400 characters are taken


def limited_fields(model):
    """The names of its text fields that have a longest length."""
    for field in content_fields(model):
        is_text = isinstance(field, CharField | TextField)
        # The cells name what a quick fact is made of.
        is_free = not field.choices and not field.name.startswith("headline")
        if is_text and field.max_length and is_free:
            yield field.name


def live(model, **stored):
    """A live item, with values that no form would have taken."""
    item = getattr(factories, f"{model.__name__}Factory")()
    model.objects.filter(pk=item.pk).update(**stored)
    item.refresh_from_db()
    return item


def other_field(model, *names):
    """Another text field, in which something can be corrected."""
    fields = [f.name for f in content_fields(model) if isinstance(f, TextField)]
    return next(n for n in [*reversed(fields), model.title_field] if n not in names)


def sent(client, item, button="_publish", **values):
    url = change_url(item)
    form = filled_in(client.get(url))
    lines = {
        name: "\r\n".join(value.splitlines()) if isinstance(value, str) else value
        for name, value in form.items()
    }  # as browsers send them
    return client.post(url, lines | values | {button: ""})


def stored(item, name):
    return type(item).objects.values_list(name, flat=True).get(pk=item.pk)


def too_long(model, without=""):
    """A text for each field that has a longest length, by its name."""
    names = [name for name in limited_fields(model) if name != without]
    starts = {"slug": "beekeeper-"}
    lengths = {name: model._meta.get_field(name).max_length for name in names}
    return {name: starts.get(name, "x") + "y" * lengths[name] for name in names}


def corrected_fields():
    """Every (model, field to correct), so that each of the others is one that stays."""
    for model in content_models():
        names = [*limited_fields(model)]
        if model is Career:  # all of its texts have a longest length
            yield from ((model, "name"), (model, "summary"))
        else:
            yield model, other_field(model, *names)


CORRECTED = list(corrected_fields())


@pytest.mark.one_database  # the other cannot hold such values
class TestEveryTextOfEveryKind:
    """All fields of a type at once: the form names each by itself."""

    def item(self, model, without=""):
        item = live(model, **too_long(model, without))
        if hasattr(item, "career"):
            type(item.career).objects.update(slug="beekeeper")
        return item

    @pytest.mark.parametrize("button", ["_save", "_publish"])
    @pytest.mark.parametrize(("model", "other"), CORRECTED)
    def test_lets_another_field_be_corrected(self, admin_client, model, other, button):
        item, old = self.item(model, other), too_long(model, other)
        answer = sent(admin_client, item, button, **{other: "Bees sing."})
        assert answer.status_code == 302, form_errors(answer)
        now = draft_of(item)
        assert getattr(now, other) == "Bees sing."
        assert {name: getattr(now, name) for name in old} == old
        if button == "_publish":
            assert stored(item, other) == "Bees sing."

    @pytest.mark.parametrize("model", content_models())
    def test_is_named_where_the_item_is_edited(self, admin_client, model):
        item = self.item(model)
        page = admin_client.get(change_url(item)).content.decode()
        sentences = re.findall(r'<p class="status-panel-problem">(.*?)</p>', page)
        assert len({one.partition(":")[0] for one in sentences}) == len(too_long(model))
        said = ("valid URL", "at most", "no language tag")
        assert all(any(words in one for words in said) for one in sentences)

    @pytest.mark.parametrize("model", content_models())
    def test_blocks_at_its_field_when_it_is_new(self, admin_client, model):
        answer = sent(admin_client, live(model), **too_long(model))
        assert form_errors(answer).keys() == too_long(model).keys()

    @pytest.mark.parametrize(("model", "other"), CORRECTED)
    def test_blocks_of_what_readers_do_not_see(self, admin_client, model, other):
        item = self.item(model, other)
        actions.unpublish(item, None)
        answer = sent(admin_client, item, **{other: "Bees sing."})
        assert form_errors(answer).keys() == too_long(model, other).keys()


class TestText:
    def test_may_get_shorter_and_not_longer(self, admin_client):
        item = live(ArticleFactory._meta.model, summary=SUMMARY)
        answer = sent(admin_client, item, summary=SUMMARY + "And dance.")
        assert "at most 400" in str(form_errors(answer)["summary"])
        assert sent(admin_client, item, summary=SUMMARY[:-30]).status_code == 302
        assert stored(item, "summary") == SUMMARY[:-30].strip()

    def test_other_fault_beside_an_old_one_is_refused(self, admin_client):
        item = live(ArticleFactory._meta.model, summary=SUMMARY)
        answer = sent(admin_client, item, title="x" * 201)
        assert form_errors(answer).keys() == {"title"}

    def test_control_a_sound_text_has_no_warning(self, admin_client):
        for model in content_models():
            page = admin_client.get(change_url(live(model))).content.decode()
            assert "status-panel-problem" not in page


@pytest.mark.one_database
class TestValue:
    @pytest.mark.parametrize("name", ["chart_form", "row_order"])
    def test_choice_that_is_no_more_stays(self, admin_client, monkeypatch, name):
        field = StatTable._meta.get_field(name)
        item = live(StatTable)
        gone, *others = field.choices
        StatTable.objects.update(**{name: gone[0]})
        monkeypatch.setattr(field, "choices", others)
        page = admin_client.get(change_url(item)).content.decode()
        assert "is not a valid choice" in page
        assert f'<option value="{gone[0]}" selected>' in page
        assert sent(admin_client, item, subtitle="Bees sing.").status_code == 302
        assert stored(item, name) == gone[0]
        assert name in form_errors(sent(admin_client, item, **{name: "nonsense"}))

    def test_address_of_a_source_that_is_none_stays(self, admin_client):
        item = live(StatTable, source_url="not an address")
        assert sent(admin_client, item, subtitle="Bees sing.").status_code == 302
        answer = sent(admin_client, item, source_url="neither is this")
        assert "source_url" in form_errors(answer)

    @pytest.mark.parametrize(
        ("model", "slug"),
        [
            *((Article, slug) for slug in OLDER),
            *((model, OLDER[0]) for model in content_models() if model is not Article),
        ],
    )
    def test_slug_of_an_older_form_stays(self, admin_client, model, slug):
        item = live(model, slug=slug)
        other = other_field(model, "slug")
        answer = sent(admin_client, item, **{other: "Bees sing."})
        assert answer.status_code == 302, form_errors(answer)
        assert stored(item, "slug") == slug
        assert admin_client.get(change_url(item)).status_code == 200
        assert "slug" in form_errors(sent(admin_client, item, slug="c d"))


class TestCells:
    BAD = [
        *([1, 2], "x", 5, {"columns": 3}, {"columns": [], "rows": {"a": 1}}),
        {"columns": [{"key": "a"}], "rows": []},
        {
            "columns": [{"key": "a", "label": "A", "type": "integer"}],
            "rows": [{"cells": ["many"]}],
        },
    ]

    @pytest.mark.parametrize("data", BAD, ids=str)
    @pytest.mark.parametrize("button", ["_save", "_publish"])
    def test_that_cannot_be_read_stay_as_they_are(self, admin_client, data, button):
        item = live(StatTable, data=data)
        answer = sent(admin_client, item, button, title="Bees sing")
        assert answer.status_code == 302, form_errors(answer)
        assert stored(item, "data") == draft_of(item).data == data
        for page in ("change", "history"):
            url = change_url(item).replace("change", page)
            assert admin_client.get(url).status_code == 200
        entry = item.history.first()
        url = change_url(item).replace("change", f"history/{entry.pk}")
        assert admin_client.get(url).status_code == 200

    def test_can_be_replaced(self, admin_client):
        item = live(StatTable, data="x")
        cells = "Level\tPay\nSenior\t7"
        assert sent(admin_client, item, numbers=cells).status_code == 302
        assert stored(item, "data")["rows"] == [{"cells": ["Senior", "7"]}]

    def test_new_ones_are_checked(self, admin_client):
        item = live(StatTable, data="x")
        answer = sent(admin_client, item, numbers="Pay\tPay\n1\t2")
        assert "numbers" in form_errors(answer)

    def test_of_a_sound_table_that_stay_are_the_same(self, admin_client):
        item = StatTableFactory()
        before = stored(item, "data")
        assert sent(admin_client, item, subtitle="Bees").status_code == 302
        assert stored(item, "data") == before
