"""Test addresses that are wanted twice, and other things only a form can say."""

import pytest
from django.urls import reverse

from articles.models import Article
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.related import OldSlug
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import ArticleFactory, CareerFactory
from tests.forms import filled_in, form_errors

pytestmark = pytest.mark.django_db


def save(client, article, button="_save", **changed):
    page = "add" if article is None else "change"
    args = [] if article is None else [article.pk]
    url = reverse(f"admin:articles_article_{page}", args=args)
    return client.post(url, filled_in(client.get(url), **changed) | {button: ""})


def renamed(article, slug):
    content = apply_snapshot(article, snapshot(article) | {"slug": slug})
    actions.save_draft(article, content, None)
    actions.publish(article, None)


class TestSlug:
    def test_that_the_draft_of_another_wants_is_refused(self, admin_client):
        first, second = ArticleFactory(title="First"), ArticleFactory()
        assert save(admin_client, first, slug="bees").status_code == 302
        errors = form_errors(save(admin_client, second, slug="bees"))
        assert errors == {
            "slug": ["The draft of “First” has this address: choose another."]
        }

    def test_filled_in_for_a_new_item_avoids_drafts_and_old_addresses(
        self, admin_client
    ):
        renamed(ArticleFactory(slug="bees"), "wasps")
        save(admin_client, ArticleFactory(), slug="bees-2")
        career = CareerFactory().pk
        save(admin_client, None, title="Bees", career=career, slug="")
        assert Article.objects.latest("pk").slug == "bees-3"

    def test_that_leads_elsewhere_is_taken_over_knowingly(self, admin_client):
        renamed(ArticleFactory(slug="bees", title="Wasps"), "wasps")
        new = {"title": "Bees", "career": CareerFactory().pk, "slug": "bees"}
        answer = save(admin_client, None, **new)
        [error] = form_errors(answer)["slug"]
        assert "once the address of “Wasps”" in error
        assert not Article.objects.filter(slug="bees").exists()
        url = reverse("admin:articles_article_add")
        again = filled_in(answer) | {"_save": "", "take_over": "bees"}
        assert admin_client.post(url, again).status_code == 302
        assert Article.objects.get(slug="bees").title == "Bees"
        assert OldSlug.objects.exists()  # until it is public, the old link still leads

    def test_taken_over_is_the_one_that_was_told_and_no_other(self, admin_client):
        renamed(ArticleFactory(slug="bees"), "wasps")
        renamed(ArticleFactory(slug="hives"), "combs")
        article = ArticleFactory()
        answer = save(admin_client, article, slug="hives", take_over="bees")
        assert list(form_errors(answer)) == ["slug"]

    def test_of_its_own_past_needs_no_asking(self, admin_client):
        article = ArticleFactory(slug="bees")
        renamed(article, "wasps")
        assert save(admin_client, article, slug="bees").status_code == 302
