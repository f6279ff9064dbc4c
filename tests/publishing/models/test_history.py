"""Test revisions: what each holds, whose it is, and the queries of their list."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.batch import Batch
from careerguide.publishing.drafts.retention import prune_history
from careerguide.publishing.drafts.versions import ShownVersion
from careerguide.publishing.models import history
from careerguide.publishing.models.history import Event, Revision, add_revision
from careerguide.publishing.models.related import WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import (
    EVERYTHING,
    ArticleFactory,
    FAQEntryFactory,
    StatTableFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]


def kind(factory):
    return factory._meta.model._meta.model_name


def write(item, by=None, **values):
    actions.save_draft(item, apply_snapshot(item, values), by)
    return item.history.first()


class TestContent:
    @pytest.mark.parametrize("factory", EVERYTHING, ids=kind)
    def test_is_that_of_the_item_in_the_form_of_a_draft(self, factory):
        item = factory()
        add_revision(item, Event.SAVED, None)
        entry = item.history.get()
        assert entry.content == entry.values == snapshot(item)
        assert (entry.version, entry.status) == (item.version, item.status)

    def test_has_the_default_of_a_field_that_is_newer(self):
        table = StatTableFactory(row_order="given", period="2024")
        entry = write(table, title="Pay of beekeepers")
        del entry.values["row_order"], entry.values["period"]
        assert entry.content["row_order"] == "auto"
        assert entry.content["period"] == ""

    def test_is_without_what_the_model_no_longer_has_or_takes(self):
        entry = write(ArticleFactory(), body="Else")
        entry.values |= {"colour": "red", "review_by": "soon", "title": None}
        assert "colour" not in entry.content
        assert entry.content["review_by"] is None
        assert entry.content["title"] == ""

    def test_is_as_texts_are_stored_now(self):
        """Of what an older release stored, no difference is shown that is none."""
        entry = write(ArticleFactory(), body="Bees  dance\n")
        entry.values["body"] = "Bees  dance\r\n"
        assert entry.content["body"] == "Bees  dance\n"

    def test_without_a_newer_field_is_brought_back(self):
        item = ArticleFactory(status="draft", first_published_at=None)
        write(item, body="Else", summary="Short")
        oldest = item.history.last()
        del oldest.values["summary"]
        oldest.save()
        actions.restore(item, oldest, None)
        item.refresh_from_db()
        assert (item.body, item.summary) == (oldest.values["body"], "")


class TestOwner:
    """An item of another kind may have the same key."""

    @pytest.fixture
    def twins(self):
        return ArticleFactory(pk=7001), FAQEntryFactory(pk=7001)

    def test_has_a_history_of_its_own(self, twins):
        article, answer = twins
        write(article, body="Else")
        assert article.history.count() == 2
        assert not answer.history.exists()
        assert ShownVersion.of(answer).entry == 0
        shown = [Batch.of(type(item), [item]).shown(item).entry for item in twins]
        assert shown == [article.history.first().pk, 0]

    def test_takes_it_along_and_no_other(self, twins):
        article, answer = twins
        write(article, body="Else"), write(answer, answer="Else")
        answer.delete()
        assert {entry.item for entry in Revision.objects.all()} == {article}
        assert {copy.item for copy in WorkingCopy.objects.all()} == {article}

    def test_keeps_what_is_newest_of_each(self, twins):
        article, answer = twins
        write(article, body="Else"), write(answer, answer="Else")
        actions.publish(article, None), actions.publish(answer, None)
        Revision.objects.update(created_at="2001-01-01T00:00Z")
        prune_history(10)
        assert [item.history.get().event for item in twins] == ["published"] * 2

    def test_finds_what_its_form_has_made(self, admin_client, twins):
        """The second click on a form of one kind changes nothing of another kind."""
        article, answer = twins
        user = UserFactory(is_superuser=True)
        admin_client.force_login(user)
        add_revision(article, Event.CREATED, user, form_key="k")
        sent = {"form_key": "k", "answer": "Else"}
        page = admin_client.post("/admin/faq/faqentry/add/", sent)
        assert page.status_code == 200 and page.context["original"] is None


def test_author_who_is_deleted_leaves_what_happened():
    maria = UserFactory(username="maria")
    item = ArticleFactory()
    write(item, maria, body="Else")
    maria.delete()
    assert item.history.first().author is None
    assert item.history.count() == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda item: write(item, body="Else"),
        lambda item: actions.publish(item, None),
        lambda item: actions.unpublish(item, None),
        lambda item: actions.trash(item, None),
    ],
    ids=["save", "publish", "unpublish", "trash"],
)
def test_what_cannot_be_entered_is_not_done(monkeypatch, change):
    item = ArticleFactory()
    write(item, body="A draft")
    rows = item.__class__._base_manager.filter(pk=item.pk).values()
    before = rows.get(), WorkingCopy.objects.get().values, item.history.count()

    def fail(**columns):
        raise OSError("disk is full")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="disk"):
        patch.setattr(history.Revision.objects, "create", fail)
        change(item)
    assert before == (
        *(rows.all().get(), WorkingCopy.objects.get().values),
        item.history.count(),
    )


class TestCost:
    @pytest.mark.parametrize("page", ["change", "history", "unpublish"])
    def test_lists_leave_the_content_in_the_database(self, admin_client, page):
        """A table of 10,000 cells takes 100 kB a version."""
        item = ArticleFactory()
        for number in range(3):
            write(item, body=f"Version {number}")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            url = f"/admin/articles/article/{item.pk}/{page}/"
            assert admin_client.get(url).status_code == 200
        asked = [q["sql"] for q in queries if 'FROM "publishing_revision"' in q["sql"]]
        assert asked
        answered = [sql.partition(" FROM ")[0] for sql in asked]
        assert not [names for names in answered if '"values"' in names]

    @pytest.mark.one_database
    def test_page_of_an_item_is_read_from_the_index_in_its_order(self):
        """On SQLite, which always uses an index that fits."""
        plan = ArticleFactory().history.listed()[:25].explain()
        assert "revisions_of_item" in plan
        assert "TEMP B-TREE" not in plan

    @pytest.mark.one_database
    def test_form_that_was_sent_twice_is_found_by_an_index(self):
        made = Revision.objects.of_model(ArticleFactory._meta.model)
        plan = made.filter(event=Event.CREATED, form_key="k", author=1).explain()
        assert "USING INDEX" in plan and "TEMP B-TREE" not in plan
