"""Test that no page says another number than the table that it is of."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.content import GuideContent, content_models
from careerguide.search.search import search
from statistics.models import StatTable
from tests.factories import (
    FACTORIES,
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    StatTableFactory,
)

pytestmark = pytest.mark.django_db

NUMBER = "[[number: pay; Mid-Level; Average]]"
BEFORE, AFTER = "$120,000", "$121,357"


def data(average):
    return {
        "columns": [
            {"key": "level", "label": "Level", "type": "text"},
            {"key": "average", "label": "Average", "type": "money", "currency": "USD"},
        ],
        "rows": [
            {"cells": ["Mid-Level", average]},
            {"cells": ["Senior", "170000"]},
        ],
    }


@pytest.fixture
def career():
    return CareerFactory(slug="beekeeper", summary=f"They earn {NUMBER}.")


@pytest.fixture
def table(career):
    return StatTableFactory(slug="pay", career=career, data=data("120000"))


def with_number_everywhere(model, career):
    """An item whose every text that may hold a number has it."""
    fields = dict.fromkeys(model.reference_fields(), f"It pays {NUMBER} now.")
    if issubclass(model, GuideContent):
        fields["career"] = career
    if issubclass(model, Career):
        return career
    return FACTORIES[model](**fields)


def change(table, average):
    draft = StatTable.objects.get(pk=table.pk)
    draft.data = data(average)
    actions.save_draft(draft, draft, by=None)
    actions.publish(draft, by=None)


@pytest.mark.parametrize("is_new", [True, False])
def test_table_whose_note_names_its_own_number_is_published(table, is_new):
    note = f"Half of them earn {NUMBER}."
    if is_new:
        StatTable.objects.filter(pk=table.pk).update(
            note=note, status="draft", first_published_at=None
        )
    else:
        StatTable.objects.filter(pk=table.pk).update(note=note)
        actions.unpublish(StatTable.objects.get(), by=None)
    actions.publish(StatTable.objects.get(), by=None)
    assert StatTable.objects.published().get().note == note


@pytest.mark.parametrize("model", content_models(), ids=lambda m: m.__name__)
def test_every_face_of_every_type_follows_its_table(client, model, career, table):
    item = with_number_everywhere(model, career)
    paths = ["/", career.get_absolute_url(), f"{career.get_absolute_url()}all/"]
    paths.append(item.get_absolute_url())
    if issubclass(model, GuideContent):
        paths.append(model.guide.list_url)
    if model is StatTable:
        paths += [f"{item.get_absolute_url()[:-1]}.json", "/statistics.json"]

    def pages():
        found = {path: client.get(path) for path in paths}
        assert {page.status_code for page in found.values()} == {200}
        return {path: page.content.decode() for path, page in found.items()}

    before = {path for path, page in pages().items() if BEFORE in page}
    assert item.get_absolute_url() in before
    assert f"{career.get_absolute_url()}all/" in before
    change(table, "121357")
    after = pages()
    assert not [path for path, page in after.items() if BEFORE in page]
    assert before <= {path for path, page in after.items() if AFTER in page}
    assert not [path for path, page in after.items() if "[[" in page]


def test_searches_find_the_number_that_is_true(career, table):
    ArticleFactory(career=career, body=f"It pays {NUMBER} now.")
    actions.publish(table, by=None)
    change(table, "121357")
    assert not search("120000").documents
    assert len(search("121357").documents) >= 2


def test_item_is_not_changed_by_its_table(career, table):
    article = ArticleFactory(career=career, body=f"It pays {NUMBER} now.")
    article.refresh_from_db()
    before = article.version, article.content_updated_on, article.modified_at
    change(table, "121357")
    article.refresh_from_db()
    assert (article.version, article.content_updated_on, article.modified_at) == before


def test_number_leads_to_its_row_and_says_its_source(client, career, table):
    article = ArticleFactory(career=career, body=f"It pays {NUMBER} now.")
    page = client.get(article.get_absolute_url()).content.decode()
    link = '<a class="live-number" href="/statistics/pay/#row-1">$120,000</a>'
    assert page.count(link) == 1
    own = client.get("/statistics/pay/").content.decode()
    assert '<tr id="row-1"><th scope="row">Mid-Level</th>' in own
    assert "Numbers in this text" in page
    assert "Source: none is known" in page.partition("Numbers in this text")[2]


def test_whole_guide_leads_to_the_table_on_the_same_page(client, career, table):
    ArticleFactory(career=career, body=f"It pays {NUMBER} now.")
    page = client.get(f"{career.get_absolute_url()}all/").content.decode()
    assert f'<a class="live-number" href="#{table.print_id}">$120,000</a>' in page


def test_list_of_many_asks_once(client, career, table, django_assert_max_num_queries):
    for _ in range(12):
        ArticleFactory(career=career, summary=f"It pays {NUMBER}.")
    client.get("/articles/")
    with django_assert_max_num_queries(7):
        page = client.get("/articles/").content.decode()
    assert page.count("$120,000") == 12


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("a [[number: pay; Nobody; Average]]", "has no row “Nobody”"),
        ("a\n\nb [[number: wages; Senior; Average]]", "Line 3: There is no table"),
        ("a [[ratio: pay; Senior; Level;; Senior; Average]]", "is no number"),
    ],
)
def test_broken_number_is_not_published(career, table, body, part):
    article = ArticleFactory(career=career, status="draft", body=body)
    with pytest.raises(ValidationError) as caught:
        actions.publish(article, by=None)
    assert part in str(caught.value.message_dict["body"])


def test_broken_number_of_a_summary_is_named_at_its_field(career, table):
    article = ArticleFactory(
        career=career, status="draft", summary="a [[number: pay; x; Average]]"
    )
    with pytest.raises(ValidationError) as caught:
        actions.publish(article, by=None)
    assert "summary" in caught.value.message_dict


def test_readers_never_see_notation_of_what_went(client, career, table):
    article = ArticleFactory(career=career, body=f"It pays {NUMBER} now.")
    StatTable.objects.filter(pk=table.pk).update(status="draft")
    page = client.get(article.get_absolute_url()).content.decode()
    assert "[[" not in page and "It pays no data now." in page


@pytest.mark.parametrize("answer", [NUMBER, f"**{NUMBER}**", f"- {NUMBER}"])
def test_text_of_a_number_alone_is_something(career, table, answer):
    FAQEntryFactory(career=career, answer=answer).full_clean()


def found(text):
    return {page[0].hit.title for page in search(text).documents}


def test_search_knows_no_number_of_a_guide_that_is_hidden(career, table):
    other = CareerFactory()
    article = ArticleFactory(
        career=other, title="Elsewhere", summary=NUMBER, body=f"It pays {NUMBER} now."
    )
    for item in (article, table):
        actions.publish(item, by=None)
    change(table, "121357")
    assert "Elsewhere" in found("121357")
    actions.unpublish(career, by=None)
    assert not found("121357")
    actions.publish(Career.objects.get(pk=career.pk), by=None)
    assert "Elsewhere" in found("121357")


@pytest.mark.parametrize("is_of_career", [False, True])
def test_search_has_no_number_that_the_clock_takes(career, table, is_of_career):
    article = ArticleFactory(
        career=CareerFactory(), title="Elsewhere", body=f"It pays {NUMBER} now."
    )
    ends = career if is_of_career else table
    ends.unpublish_at = timezone.now() + datetime.timedelta(days=1)
    ends.save()
    change(table, "121357")
    actions.publish(article, by=None)
    assert "Elsewhere" not in found("121357")
    assert "Elsewhere" in found("pays now")


@pytest.mark.parametrize("model", content_models(), ids=lambda m: m.__name__)
def test_number_of_a_hidden_guide_is_judged_for_every_type(model, career, table):
    """Beside a table of its own guide it may be published; elsewhere it may not."""
    item = with_number_everywhere(model, career)
    actions.unpublish(Career.objects.get(pk=career.pk), by=None)
    item = model.objects.get(pk=item.pk)
    if career.pk in item.career_keys():
        assert actions.publish(item, by=None).status == "published"
    else:
        copy = FACTORIES[model](
            status="draft", **dict.fromkeys(model.reference_fields(), NUMBER)
        )
        with pytest.raises(ValidationError) as caught:
            actions.publish(copy, by=None)
        assert "not published yet" in str(caught.value)
