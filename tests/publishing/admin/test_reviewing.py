"""Test “still correct” in the admin: in the form, in bulk, and what lists filter."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from careerguide.publishing.drafts import review
from tests.factories import ArticleFactory
from tests.forms import filled_in

pytestmark = pytest.mark.django_db

OLD = date(2026, 1, 31)
LIST = "/admin/articles/article/"


@pytest.fixture
def article(db):
    return ArticleFactory(review_by=OLD)


def day_of(article):
    article.refresh_from_db()
    return article.review_by


def form_of(article):
    return {"base_version": article.version, "base_entry": 0, "base_live": "True"}


class TestButton:
    def test_is_one_click(self, client, publisher, article):
        page = client.get(f"{LIST}{article.pk}/change/").content.decode()
        assert f'action="{LIST}{article.pk}/review/"' in page
        answer = client.post(
            f"{LIST}{article.pk}/review/", form_of(article), follow=True
        )
        assert f"“{article}” is still correct." in answer.content.decode()
        assert day_of(article) == Article.next_review()

    def test_twice_is_said(self, client, publisher, article):
        sent = form_of(article)
        client.post(f"{LIST}{article.pk}/review/", sent)
        answer = client.post(f"{LIST}{article.pk}/review/", sent, follow=True)
        assert "was changed while you were looking" in answer.content.decode()
        assert article.history.filter(event="reviewed").count() == 1

    @pytest.mark.parametrize("after", ["https://evil.example/", "//evil.example/"])
    def test_leads_to_no_other_site(self, client, publisher, article, after):
        sent = form_of(article) | {"next": after}
        answer = client.post(f"{LIST}{article.pk}/review/", sent)
        assert answer.url == f"{LIST}{article.pk}/change/"

    def test_is_for_those_who_publish(self, client, sign_in, article):
        sign_in("Editor")
        page = client.get(f"{LIST}{article.pk}/change/").content.decode()
        assert "/review/" not in page
        answer = client.post(f"{LIST}{article.pk}/review/", form_of(article))
        assert answer.status_code == 403


def test_form_that_was_open_has_no_conflict_and_keeps_the_new_day(
    client, publisher, article
):
    page = f"{LIST}{article.pk}/change/"
    sent = filled_in(client.get(page), title="Better bees", _save="1")
    review.confirm(article, publisher)
    answer = client.post(page, sent, follow=True)
    assert "Draft saved" in answer.content.decode()
    copy = article.working_copies.get()
    assert copy.values["title"] == "Better bees"
    assert copy.values["review_by"] == Article.next_review().isoformat()


class TestInBulk:
    def test_names_each_and_confirms_the_chosen(self, client, publisher, article):
        other = ArticleFactory(review_by=OLD, title="Other bees")
        sent = {"action": "review_selected", "index": 0}
        sent["_selected_action"] = [article.pk, other.pk]
        page = client.post(LIST, sent).content.decode()
        assert "Other bees" in page
        sent |= {"_still_correct": "1", "_selected_action": [article.pk]}
        sent |= {f"{article.pk}-{name}": v for name, v in form_of(article).items()}
        client.post(LIST, sent)
        assert (day_of(article), day_of(other)) == (Article.next_review(), OLD)

    def test_what_was_saved_since_is_not_covered(self, client, publisher, article):
        sent = {"action": "review_selected", "index": 0, "_still_correct": "1"}
        sent["_selected_action"] = [article.pk]
        sent |= {f"{article.pk}-{name}": v for name, v in form_of(article).items()}
        Article.objects.filter(pk=article.pk).update(version=9)
        client.post(LIST, sent)
        assert day_of(article) == OLD


@pytest.mark.parametrize(
    ("due", "days"), [("overdue", -1), ("soon", 3), ("none", None)]
)
def test_list_filters(client, publisher, due, days):
    today = timezone.localdate()
    for one in (-1, 3, None):
        day = None if one is None else today + timedelta(days=one)
        ArticleFactory(title=f"Bees {one}", review_by=day)
    page = client.get(LIST, {"review": due}).content.decode()
    assert [one for one in (-1, 3, None) if f">Bees {one}<" in page] == [days]


def test_a_new_item_proposes_a_day(client, publisher):
    form = client.get(reverse("admin:articles_article_add")).context["adminform"].form
    assert form.get_initial_for_field(form.fields["review_by"], "review_by") == (
        Article.next_review()
    )
