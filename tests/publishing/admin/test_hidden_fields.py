"""Test hidden fields of the edit form that come back garbled."""

import pytest

from careerguide.publishing.admin.forms import UNSEEN_FIELDS
from careerguide.publishing.drafts import actions
from tests import factories
from tests.forms import filled_in
from tests.publishing.two_types import TWO_TYPES

from .test_base import EVERYTHING, admin_url, change_url, name

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

GARBLED = "Something that this page sends along was damaged on its way"
NUMBERS = ("base_version", "base_entry", "base_side_values")
NO_NUMBERS = ("x", "-1", "9" * 20, "1.5", "\x00")
NO_WORDS = ("x" * 300, "x\x00")


def values_for(field):
    return NO_NUMBERS if field in NUMBERS else NO_WORDS


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


@pytest.mark.parametrize("factory", EVERYTHING, ids=name)
def test_every_hidden_field_is_tried(admin_client, factory):
    form = admin_client.get(change_url(factory())).context["adminform"].form
    assert {field.name for field in form.hidden_fields()} == {*UNSEEN_FIELDS}


@pytest.mark.parametrize(
    ("factory", "button"),
    [*zip(TWO_TYPES, ("_save", "_publish"), strict=True)],
)
def test_brings_the_form_back_with_a_sentence_and_all_text(
    admin_client, factory, button
):
    item = factory()
    url, title = change_url(item), item.title_field
    sent = filled_in(admin_client.get(url), **{title: "Typed for an hour"})
    for field in UNSEEN_FIELDS:
        for value in values_for(field):
            answer = admin_client.post(url, sent | {field: value, button: ""})
            assert answer.status_code == 200, (field, value)
            text = answer.content.decode()
            assert GARBLED in text, (field, value)
            assert "Typed for an hour" in text
            again = filled_in(answer)
            assert again[field] in ("", None), (field, value)
            seen = sent.keys() - UNSEEN_FIELDS
            assert {k: str(again.get(k)) for k in seen} == {
                k: str(sent[k]) for k in seen
            }
    assert getattr(actions.draft_of(stored(item)), title) != "Typed for an hour"


@pytest.mark.parametrize("field", UNSEEN_FIELDS)
def test_then_saves_what_was_typed(admin_client, field):
    item = factories.PageFactory()
    url = change_url(item)
    sent = filled_in(admin_client.get(url), title="Typed", _save="")
    answer = admin_client.post(url, sent | {field: values_for(field)[0]})
    for _ in range(2):  # where the version is not known, it asks with both texts
        answer = admin_client.post(url, filled_in(answer) | {"_save": ""})
        if answer.status_code == 302:
            break
    assert answer.status_code == 302
    assert actions.draft_of(stored(item)).title == "Typed"


def test_with_another_editors_text_loses_neither(admin_client):
    item = factories.PageFactory(body="Old.")
    url = change_url(item)
    sent = filled_in(admin_client.get(url), body="Mine.", _save="")
    actions.save_draft(item, type(item)(**{**_fields(item), "body": "Theirs."}), None)
    answer = admin_client.post(url, sent | {"base_version": "x"})
    answer = admin_client.post(url, filled_in(answer) | {"_save": ""})
    text = answer.content.decode()
    assert "Somebody else" in text or answer.context["conflict"]
    assert "Theirs." in text and "Mine." in text
    assert actions.draft_of(stored(item)).body == "Theirs."


def _fields(item):
    return {f.attname: getattr(item, f.attname) for f in item._meta.concrete_fields}


@pytest.mark.parametrize("factory", TWO_TYPES, ids=name)
def test_of_a_new_item_brings_the_form_back(admin_client, factory):
    model = factory._meta.model
    url, title = admin_url(model, "add"), model.title_field
    sent = filled_in(admin_client.get(url), **{title: "Typed for an hour"})
    for field in UNSEEN_FIELDS:
        for value in values_for(field):
            answer = admin_client.post(url, sent | {field: value, "_save": ""})
            text = answer.content.decode()
            assert GARBLED in text and "Typed for an hour" in text, (field, value)
    assert not model.objects.filter(**{title: "Typed for an hour"}).exists()
