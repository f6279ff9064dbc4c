"""Test that old faults of a live text warn, and keep nobody from correcting it."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article
from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from faq.models import FAQEntry
from tests.factories import ArticleFactory, FAQEntryFactory, StatTableFactory
from tests.forms import filled_in, form_errors
from tests.publishing.admin.test_base import change_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    """Live, and shows a table that was taken away since."""
    table = StatTableFactory(slug="pay")
    article = ArticleFactory(body="[[table: pay]]\n\nBees dnace.", career=table.career)
    actions.unpublish(table, None)
    return article


def publish(client, item, **changed):
    url = change_url(item)
    return client.post(url, filled_in(client.get(url), **changed) | {"_publish": ""})


class TestOldFault:
    def test_of_a_text_does_not_keep_a_correction_from_readers(
        self, admin_client, article
    ):
        sent = publish(admin_client, article, body="[[table: pay]]\n\nBees dance.")
        assert sent.status_code == 302
        article.refresh_from_db()
        assert "Bees dance." in article.body

    def test_is_named_where_the_item_is_edited(self, admin_client, article):
        page = admin_client.get(change_url(article)).content.decode()
        assert "Body: Line 1: The table “pay” is not published yet." in page

    def test_of_a_target_that_is_nowhere_does_not_either(self, admin_client, article):
        Article.objects.update(body="[[table: gone]]\n\nBees dnace.")
        sent = publish(admin_client, article, body="[[table: gone]]\n\nBees dance.")
        assert sent.status_code == 302

    def test_of_an_address_does_not_while_it_stays(self, admin_client):
        entry = FAQEntryFactory()
        Career.objects.update(slug="apiarist")
        entry.refresh_from_db()
        assert publish(admin_client, entry, answer="Seldom.").status_code == 302
        assert FAQEntry.objects.get().answer == "Seldom."

    def test_control_a_sound_text_has_no_warning(self, admin_client):
        page = admin_client.get(change_url(ArticleFactory())).content.decode()
        assert "status-panel-problem" not in page


class TestNewFault:
    def test_beside_an_old_one_is_refused(self, admin_client, article):
        body = "[[table: pay]]\n\n[[table: wages]]"
        sent = publish(admin_client, article, body=body)
        [sentence] = form_errors(sent)["body"]
        assert "There is no table “wages”" in sentence

    def test_of_another_address_is_refused(self, admin_client):
        entry = FAQEntryFactory()
        Career.objects.update(slug="apiarist")
        entry.refresh_from_db()
        sent = publish(admin_client, entry, slug="bees-sting")
        assert "Begin it with “apiarist-”" in str(form_errors(sent)["slug"])

    def test_of_what_readers_do_not_see_is_refused(self, article):
        actions.unpublish(article, None)
        article.refresh_from_db()
        draft = apply_snapshot(article, snapshot(article) | {"title": "Bees at night"})
        actions.save_draft(article, draft, None)
        with pytest.raises(ValidationError):
            actions.publish(article, None)
