"""Test taking back an import after people went on with what it made."""

import pytest

from articles.models import Article
from careerguide.importing import services
from careerguide.importing.models import State
from careerguide.importing.refusals import NotReady, Refused
from careerguide.models import Career
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.rows import draft_of, working_copy
from careerguide.publishing.models.history import Revision
from faq.models import FAQEntry
from tests.factories import UserFactory

from .baker import (
    counts,
    edit,
    publish_all,
)

pytestmark = pytest.mark.django_db
SHIFT_SLUG = "baker-when-does-a-shift-begin"


def undo(reviewer):
    return services.undo_import(reviewer.pk, reviewer.by)


def events(item):
    return [*Revision.objects.of(item).order_by("pk").values_list("event", flat=True)]


class TestOfNewItems:
    def test_what_was_edited_is_named_before(self, first):
        edit(FAQEntry.objects.get(slug=SHIFT_SLUG), answer="At one.\n")
        edited = [str(one.item) for one in services.items(first.pk) if one.is_edited]
        assert edited == ["When does a shift begin?"]

    def test_what_was_edited_comes_back_as_it_was_edited(self, first):
        edit(FAQEntry.objects.get(slug=SHIFT_SLUG), answer="At one.\n")
        undo(first)
        services.reopen(first.pk, first.by)
        first.create()
        assert FAQEntry.objects.get(slug=SHIFT_SLUG).answer == "At one.\n"
        assert counts() == [1, 1, 1, 2]

    def test_what_was_edited_on_both_sides_can_be_chosen(self, first, admin_client):
        edit(Article.objects.get(), body="Mine.\n")
        undo(first)
        services.reopen(first.pk, first.by)
        first.do("place", block=first.block("They bake").id, role="left out")
        with pytest.raises(NotReady, match="choose"):
            first.create()
        page = admin_client.get(f"/admin/importing/import/{first.pk}/versions/")
        assert "choice-article-1" in page.content.decode()
        first.do("version", item="article-1", choice="draft")
        first.create()
        assert Article.objects.get().body == "Mine.\n"

    def test_what_somebody_trashed_before_is_trashed_once(self, first):
        entry = FAQEntry.objects.get(slug=SHIFT_SLUG)
        actions.trash(entry, first.by)
        undo(first)
        assert counts() == [0, 0, 0, 0]
        assert events(entry).count("trashed") == 1

    def test_another_address_stays(self, first):
        edit(FAQEntry.objects.get(slug=SHIFT_SLUG), slug="baker-first-shift")
        undo(first)
        services.reopen(first.pk, first.by)
        first.create()
        assert FAQEntry.objects.filter(slug="baker-first-shift").exists()
        assert FAQEntry.objects.count() == 2

    def test_what_was_taken_out_of_the_trash_is_not_made_twice(self, first):
        undo(first)
        actions.recover(Career.objects.get(), first.by)
        actions.recover(FAQEntry.objects.get(slug=SHIFT_SLUG), first.by)
        services.reopen(first.pk, first.by)
        first.create()
        assert counts() == [1, 1, 1, 2] and FAQEntry.objects.count() == 2

    def test_second_of_two_is_told_that_it_is_done(self, first):
        undo(first)
        with pytest.raises(Refused, match="“undone”"):
            services.undo_import(first.pk, UserFactory(is_superuser=True))
        services.reopen(first.pk, first.by)
        with pytest.raises(Refused, match="“to review”"):
            services.reopen(first.pk, first.by)


class TestOfNewerVersions:
    def test_draft_is_as_it_was(self, newer):
        newer.create()
        assert "brick" in draft_of(Article.objects.get()).body
        undo(newer)
        assert "stone" in draft_of(Article.objects.get()).body
        assert counts() == [1, 1, 1, 2]

    def test_leaves_alone_what_it_left_alone(self, newer):
        newer.create()
        entry = FAQEntry.objects.get(slug=SHIFT_SLUG)
        edit(entry, answer="At one.\n")
        assert undo(newer).state == State.UNDONE
        assert draft_of(FAQEntry.objects.get(pk=entry.pk)).answer == "At one.\n"
        assert "stone" in draft_of(Article.objects.get()).body

    def test_not_once_it_was_published(self, first, newer):
        publish_all(first.by)
        newer.create()
        article = Article.objects.get()
        assert "stone" in article.body and working_copy(article)
        actions.publish(article, first.by)
        with pytest.raises(Refused, match="published since"):
            undo(newer)
        assert working_copy(Article.objects.get()) is None

    def test_of_published_items_their_drafts_go(self, first, newer):
        publish_all(first.by)
        newer.create()
        undo(newer)
        assert working_copy(Article.objects.get()) is None
        assert "stone" in Article.objects.get().body

    def test_not_once_its_draft_was_edited(self, newer):
        newer.create()
        edit(Article.objects.get(), body="Mine.\n")
        with pytest.raises(Refused, match="changed or published since"):
            undo(newer)
        assert draft_of(Article.objects.get()).body == "Mine.\n"

    def test_what_lies_in_the_trash_is_put_back_there(self, newer):
        newer.create()
        article = Article.objects.get()
        actions.trash(article, newer.by)
        undo(newer)
        article.refresh_from_db()
        assert article.trashed_at and "stone" in draft_of(article).body

    def test_the_older_one_can_be_undone_only_after_it(self, first, newer):
        newer.create()
        with pytest.raises(Refused, match="newer"):
            undo(first)
        undo(newer)
        undo(first)
        assert counts() == [0, 0, 0, 0]
