"""Test that saving what somebody else has taken away loses no text."""

import pytest
from django.urls import reverse

from careerguide.publishing.drafts import actions
from tests.factories import ArticleFactory, UserFactory
from tests.forms import filled_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticleFactory()


@pytest.fixture
def sent(admin_client, article):
    """The form, filled in before the item went."""
    url = reverse("admin:articles_article_change", args=[article.pk])
    form = filled_in(admin_client.get(url), body="An hour's <b>work</b>.", _save="")
    return lambda: admin_client.post(url, form)


def test_item_in_the_trash_is_said_to_be_there(article, sent):
    actions.trash(article, UserFactory(username="maria"))
    answer = sent()
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "maria moved it to the trash while you were writing" in page
    assert "An hour&#x27;s &lt;b&gt;work&lt;/b&gt;.</textarea>" in page
    assert "csrfmiddlewaretoken</label>" not in page


def test_deleted_item_is_said_to_be_deleted(article, sent):
    article.delete()
    page = sent().content.decode()
    assert "It was deleted while you were writing" in page
    assert "An hour&#x27;s" in page


@pytest.mark.parametrize(("key", "status"), [("0", 409), ("x", 302), ("9" * 30, 302)])
def test_item_that_never_was_is_no_error(admin_client, key, status):
    url = reverse("admin:articles_article_change", args=[key])
    assert admin_client.post(url, {"title": "A"}).status_code == status


def test_stranger_is_shown_nothing(client, article):
    url = reverse("admin:articles_article_change", args=[article.pk])
    actions.trash(article, None)
    assert client.post(url, {"title": "A"}).status_code == 302
