"""Test that old faults of a live text warn, and keep nobody from correcting it."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article
from careerguide.markup.checks.findings import Fault
from careerguide.models import Career
from careerguide.publishing.checks.live_faults import error_text, judge
from careerguide.publishing.checks.texts import TextFault
from careerguide.publishing.drafts import actions
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from faq.models import FAQEntry
from tests.each import each
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


class TestJudge:
    """Whether a fault of a value is one that the value before had."""

    def is_old(self, name, now, before, problem, *old):
        field = Article._meta.get_field(name)
        return bool(judge(field, now, before, [*old])(problem))

    @each(
        ("now", "sentence", "is_old"),
        [
            ("bees", "Taken.", True),
            ("wasps", "Taken.", False),
            ("bees", "Too short.", False),
        ],
    )
    def test_of_a_name_it_is_while_the_value_stays(self, now, sentence, is_old):
        problem = ValidationError(sentence, "taken")
        old = ValidationError("Taken.", "taken")
        assert self.is_old("slug", now, "bees", problem, old) is is_old

    @each(
        ("now", "sentence", "code", "is_old"),
        [
            ("12345", "Too much.", "much", True),
            ("1234", "Much too much.", "much", True),
            ("12345", "Much too much.", "much", True),
            ("123456", "Much too much.", "much", False),
            ("123456", "Too much.", "other", True),
            ("1", "Much too much.", "other", False),
            ("1", "Much too much.", None, False),
        ],
    )
    def test_of_a_text_it_is_by_its_sentence_or_while_the_text_is_no_longer(
        self, now, sentence, code, is_old
    ):
        problem = ValidationError(sentence, code)
        old = ValidationError("Too much.", "much"), ValidationError("And more.")
        assert self.is_old("body", now, "12345", problem, *old) is is_old

    def test_of_a_text_it_may_stand_in_another_line(self):
        old, moved = (Fault("link", "/a/", n, "Nowhere.") for n in (1, 3))
        other = Fault("link", "/b/", 3, "Nowhere.")
        known = TextFault(old)
        assert self.is_old("body", "longer", "long", TextFault(moved), known)
        assert not self.is_old("body", "longer", "long", TextFault(other), known)

    def test_without_one_before_it_is_none(self):
        assert not self.is_old("body", "a", "a", ValidationError("Too much.", "much"))


def test_error_names_its_fields():
    item = ArticleFactory.build()
    by_field = ValidationError({"title": ["Too long."], "__all__": ["Not so."]})
    assert error_text(item, by_field) == "Title: Too long. Not so."
    assert error_text(item, ValidationError(["One.", "Two."])) == "One. Two."
