"""Test who answers for the numbers of a guide, and where nobody does."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.models import Article
from careerguide.models import Career
from statistics.references.claims import overview
from statistics.references.claims.overview import claims

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide():
    call_command("seed", verbosity=0)
    return Career.objects.get(slug="machine-learning-engineer")


def counts(found):
    return found.tied, found.sourced, found.own, found.open


def test_somebody_answers_for_each_number_of_the_founding_guide(guide):
    assert counts(claims(guide)) == (9, 2, 0, 0)
    assert counts(claims(None)) == (7, 1, 2, 0)


def test_open_number_is_listed_with_its_field_and_line(guide):
    article = Article.objects.first()
    article.body = "It pays.\n\nMore than half of them get 12% more."
    article.summary = "They earn $5."
    article.save()
    [one] = [one for one in claims(guide).items if one.open]
    assert one.item == article
    assert [(name, claim.written, claim.line) for name, claim in one.open] == [
        ("summary", "$5", 0),
        ("body", "half", 3),
        ("body", "12%", 3),
    ]


def test_texts_are_read_once(guide, monkeypatch):
    claims(guide)
    monkeypatch.setattr(overview, "claims_in", None)
    assert claims(guide).open == 0


def test_page_lists_open_numbers_with_links_to_their_forms(guide, admin_client):
    article = Article.objects.first()
    article.body = "They get <b>12%</b> more."
    article.save()
    address = reverse("admin:statistics_stattable_claims")
    page = admin_client.get(address, {"guide": guide.slug}).content.decode()
    form = reverse("admin:articles_article_change", args=[article.pk])
    assert f'href="{form}#id_body"' in page and "12%" in page
    assert admin_client.get(address, {"guide": "-"}).status_code == 200
    assert admin_client.get(address, {"guide": "no such"}).status_code == 200


def test_page_is_for_editors(client):
    address = reverse("admin:statistics_stattable_claims")
    assert client.get(address).status_code == 302


def test_command_counts_and_names(guide):
    article = Article.objects.first()
    article.body = "They get 12% more."
    article.save()
    out = StringIO()
    call_command("claims", guide.slug, stdout=out)
    assert "1 open" in out.getvalue() and "(body, line 1): 12%" in out.getvalue()
