"""Test that no field shows readers the notation of a number or a table."""

import pytest
from django.core.exceptions import ValidationError

from careerguide.publishing.checks.texts import blocking
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import content_models
from careerguide.publishing.models.texts import is_plain, text_fields
from tests.factories import FACTORIES, ArticleFactory, StatTableFactory

pytestmark = pytest.mark.django_db

NUMBER = "[[number: pay; Entry; Salary]]"
FIELDS = [
    (model, field.name)
    for model in content_models()
    for field in text_fields(model)
    if is_plain(field)
]


@pytest.fixture
def table():
    return StatTableFactory(slug="pay")


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=str)
def test_number_is_shown_or_refused_at_its_field(table, model, name):
    item = FACTORIES[model](status="draft", **{name: f"Pays {NUMBER}"})
    found = blocking(item).get(name, [])
    if name in item.own_number_fields:
        with pytest.raises(ValidationError) as caught:
            item.clean()
        assert "of its own table alone" in str(caught.value.message_dict[name])
    elif name in item.reference_fields():
        assert not found and item.plain(name) == "Pays $85,000"
    else:
        [error] = found
        assert NUMBER in str(error) and "takes no numbers" in str(error)


@pytest.mark.parametrize("name", ["title", "summary"])
@pytest.mark.parametrize(
    "notation",
    [
        "[[number: pay; Entry; Salary]",
        "[[ Growth  per year: pay; Entry; Salary",
        "[[table: pay]]",
        "[[number： pay; Entry; Salary]]",
    ],
)
def test_what_only_looks_like_one_is_refused(table, name, notation):
    article = ArticleFactory(status="draft", **{name: f"a {notation}"})
    with pytest.raises(ValidationError) as caught:
        actions.publish(article, by=None)
    assert [*caught.value.message_dict] == [name]


def test_brackets_of_other_kinds_are_words(table):
    title = "What [[they]] say: [number] [[figure: a]]"
    ArticleFactory(title=title, summary=title).full_clean()
