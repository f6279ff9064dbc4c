"""Test `readers_see_change`: sent once, in the transaction, for what readers see."""

import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from careerguide.exchange import samples
from careerguide.models import Page
from careerguide.publishing.drafts import actions, ordering, schedule
from careerguide.publishing.models.change_log import ChangeEntry
from careerguide.publishing.models.related import ContentVersion
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from careerguide.publishing.signals import Change, announce, readers_see_change
from tests.factories import (
    ArticleFactory,
    CareerFactory,
    FAQEntryFactory,
    PageFactory,
    StatTableFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

CONTENT = (
    *(ArticleFactory, FAQEntryFactory, StatTableFactory),
    *(CareerFactory, PageFactory),
)
LATER = datetime.datetime(2999, 6, 1, tzinfo=datetime.UTC)


@pytest.fixture(params=CONTENT, ids=lambda made: made._meta.model._meta.model_name)
def item(request):
    return request.param()


@pytest.fixture
def maria():
    return UserFactory()


@pytest.fixture
def told():
    """What was announced: (change, items, careers), in order."""
    found = []

    def receive(sender, change, items, careers, **kwargs):
        assert transaction.get_connection().in_atomic_block
        assert sender is (type(items[0]) if items else None)
        stored = [type(one)._base_manager.get(pk=one.pk) for one in items]
        assert [one.status for one in items] == [one.status for one in stored]
        found.append((change, [*items], careers))

    readers_see_change.connect(receive)
    yield found
    readers_see_change.disconnect(receive)


def careers_of(item):
    if item._meta.model_name == "career":
        return {item.pk}
    return {item.career_id} if hasattr(item, "career_id") else set()


def retitle(item, by):
    content = apply_snapshot(item, snapshot(item) | {item.title_field: "Other words"})
    actions.save_draft(item, content, by)


class TestOfEachType:
    @pytest.mark.parametrize(
        ("act", "change"),
        [
            (actions.publish, Change.PUBLISHED),
            (actions.unpublish, Change.HIDDEN),
            (actions.archive, Change.HIDDEN),
            (actions.trash, Change.HIDDEN),
            (
                lambda item, by: schedule.schedule(item, by, unpublish_at=LATER),
                Change.SCHEDULED,
            ),
        ],
        ids=["publish", "unpublish", "archive", "trash", "schedule"],
    )
    def test_is_announced_once(self, item, maria, told, act, change):
        retitle(item, maria)
        version = ContentVersion.current()
        act(item, maria)
        assert told == [(change, [item], careers_of(item))]
        assert ContentVersion.current() == version + 1

    def test_order_is_announced_once_for_all_that_moved(self, item, maria, told):
        other = type(item).objects.get(pk=item.pk)
        other.pk, other.slug, other._state.adding = None, f"{item.slug}-two", True
        other.order = 9
        if item.title_field == "name":
            other.name = "Another name"
        other.save()
        ordering.set_order([other, item], maria)
        assert [change for change, *_ in told] == [Change.ORDERED]
        assert other in told[0][1] and told[0][2] >= careers_of(item)

    def test_what_only_editors_see_is_not_announced(self, item, maria, told):
        retitle(item, maria)
        actions.discard_draft(item, maria)
        actions.trash(item, maria)
        told.clear()
        actions.recover(item, maria)
        assert told == []

    def test_receiver_that_fails_undoes_the_change(self, item, maria):
        def fail(**kwargs):
            raise RuntimeError("the index is broken")

        retitle(item, maria)
        before, version = item.history.count(), ContentVersion.current()
        readers_see_change.connect(fail)
        try:
            with pytest.raises(RuntimeError, match="broken"), transaction.atomic():
                actions.publish(item, maria)
        finally:
            readers_see_change.disconnect(fail)
        stored = type(item).objects.get(pk=item.pk)
        assert getattr(stored, item.title_field) != "Other words"
        assert (item.history.count(), ContentVersion.current()) == (before, version)


def test_move_into_another_career_concerns_both(maria, told):
    article, other = ArticleFactory(), CareerFactory()
    left = article.career_id
    content = apply_snapshot(article, snapshot(article) | {"career_id": other.pk})
    actions.save_draft(article, content, maria)
    actions.publish(article, maria)
    assert told[-1][2] == {left, other.pk}


def test_what_is_held_as_a_table_goes_is_announced_too(maria, told):
    table = StatTableFactory(slug="pay")
    values = {"body": "[[table: pay]]", "career": table.career, "status": "draft"}
    article = ArticleFactory(**values)
    schedule.schedule(article, maria, publish_at=LATER)
    told.clear()
    actions.unpublish(table, maria)
    found = [(change, items) for change, items, _careers in told]
    assert found == [(Change.HIDDEN, [table]), (Change.HIDDEN, [article])]


def test_first_showing_at_an_hour_is_scheduled(maria, told):
    article = ArticleFactory(status="draft")
    schedule.schedule(article, maria, publish_at=timezone.now() + datetime.timedelta(1))
    assert [change for change, *_ in told] == [Change.SCHEDULED]


def test_guides_that_are_loaded_may_be_any(told):
    samples.make(1)
    samples.remove()
    call_command("loaddata", "fixtures/site.yaml", verbosity=0)
    pages = list(Page.objects.order_by("pk"))
    assert pages and told == [
        (Change.LOADED, [], None),
        (Change.DELETED, [], None),
        (Change.LOADED, pages, None),
    ]
    entries = ChangeEntry.objects.order_by("-pk")
    assert entries.first().tags is None


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_outside_a_transaction_it_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        announce(Change.LOADED)


@pytest.mark.one_database
def test_nothing_else_raises_the_number():
    """Or a cache would hear of what a search index, say, would not."""
    root = Path(settings.BASE_DIR)
    found = [
        path.relative_to(root).as_posix()
        for package in ("articles", "careerguide", "faq", "statistics")
        for path in (root / package).rglob("*.py")
        if ".bump(" in path.read_text()
    ]
    assert found == ["careerguide/publishing/signals.py"]
