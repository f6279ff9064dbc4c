"""Test that texts of which readers see nothing are refused where needed."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from careerguide.markup.characters import has_something
from careerguide.publishing.drafts import actions
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
)
from tests.forms import filled_in, form_errors

EVERYTHING = [
    *(ArticleFactory, FAQEntryFactory, StatTableFactory),
    *(CareerFactory, PageFactory),
]
NOTHING = [
    *("\u200b", "\u200b \u2060", "\xad", "\u3164", "\u2800", "\ufe0f", "\u200e\u200f"),
    *("\u0301", "\U000e0061", "\xa0"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_seen_of(text):
    assert not has_something(text)


@pytest.mark.parametrize("text", ["a", "क्ष", "🧑‍🔬", "​x", "שָׁ", "5", "-", "\ue000"])
def test_something_is_seen_of(text):
    assert has_something(text)


@pytest.mark.django_db
@pytest.mark.parametrize("factory", EVERYTHING)
@pytest.mark.parametrize("text", ["\u200b", "\u3164 \u2060"])
class TestTitles:
    def test_draft_is_refused_at_the_field(self, admin_client, factory, text):
        item = factory(status="draft")
        opts = item._meta
        url = reverse(
            f"admin:{opts.app_label}_{opts.model_name}_change", args=[item.pk]
        )
        sent = filled_in(admin_client.get(url), **{item.title_field: text})
        page = admin_client.post(url, sent | {"_save": ""})
        assert form_errors(page)[item.title_field] == [
            "This has only characters that nobody sees: write words."
        ]

    def test_is_not_published(self, factory, text):
        item = factory(status="draft")
        type(item)._base_manager.filter(pk=item.pk).update(**{item.title_field: text})
        with pytest.raises(ValidationError) as caught:
            actions.publish(item, None)
        assert item.title_field in caught.value.message_dict


@pytest.mark.django_db
def test_summary_is_needed_to_publish():
    article = ArticleFactory(status="draft", summary="\u200b")
    with pytest.raises(ValidationError, match="needed before it can be published"):
        actions.publish(article, None)
