"""Test what an import does in the very moment in which somebody else goes on."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from articles.models import Article
from careerguide.importing import creation, services
from careerguide.importing.making import undoing
from careerguide.importing.models import State
from careerguide.importing.refusals import NotReady, Refused
from careerguide.publishing.drafts import actions
from careerguide.publishing.drafts.rows import draft_of
from tests.publishing.drafts.test_shown_locks import LONGEST, wait_until_blocked

from .baker import edit

pytestmark = [
    pytest.mark.every_database,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite writes one after the other"
    ),
]


def outcome(function):
    try:
        return function()
    except (NotReady, Refused, ValidationError) as refused:
        return refused
    finally:
        connections.close_all()


@pytest.fixture
def at_once(monkeypatch):
    """Does `one` up to a place in a module, then `other`, then the rest of `one`."""

    def do(module, name, one, other):
        is_there, may_go_on = Event(), Event()
        function = getattr(module, name)

        def stopped(*args, **kwargs):
            found = function(*args, **kwargs)
            found = [*found] if name == "obstacles_to_undo" else found
            if not is_there.is_set():
                is_there.set()
                assert may_go_on.wait(LONGEST)
            return found

        monkeypatch.setattr(module, name, stopped)
        with ThreadPoolExecutor(2) as pool:
            ours = pool.submit(outcome, one)
            try:
                assert is_there.wait(LONGEST)
                theirs = pool.submit(outcome, other)
                wait_until_blocked(theirs)
            finally:
                may_go_on.set()
            return ours.result(LONGEST), theirs.result(LONGEST)

    return do


def test_draft_is_saved_while_an_import_is_undone(at_once, newer):
    newer.create()
    article = Article.objects.get()
    undone, _saved = at_once(
        undoing,
        "obstacles_to_undo",
        lambda: services.undo_import(newer.pk, newer.by),
        lambda: edit(article, newer.by, body="Mine.\n"),
    )
    assert undone.state == State.UNDONE
    assert draft_of(Article.objects.get()).body == "Mine.\n"


def test_draft_is_saved_while_it_is_brought_up_to_date(at_once, newer):
    article = Article.objects.get()
    made, _saved = at_once(
        creation,
        "merged",
        newer.create,
        lambda: edit(article, newer.by, body="Mine.\n"),
    )
    assert made.state == State.CREATED
    assert draft_of(Article.objects.get()).body == "Mine.\n"
    before = article.history.order_by("-pk")[1]
    assert "brick" in before.content["body"]  # nothing went without a trace


def test_two_people_undo_at_once(at_once, first):
    undone, other = at_once(
        undoing,
        "obstacles_to_undo",
        lambda: services.undo_import(first.pk, first.by),
        lambda: services.undo_import(first.pk, first.by),
    )
    assert undone.state == State.UNDONE and isinstance(other, Refused)
    assert Article.objects.get().history.filter(event="trashed").count() == 1


def test_published_while_an_import_is_undone(at_once, first):
    """Whoever comes second finds it in the trash, where nothing is published."""
    article = Article.objects.get()
    edit(article, first.by, body="Mine.\n", summary="They bake.")
    undone, published = at_once(
        undoing,
        "obstacles_to_undo",
        lambda: services.undo_import(first.pk, first.by),
        lambda: actions.publish(article, first.by),
    )
    assert undone.state == State.UNDONE and "in the trash" in str(published)
    article.refresh_from_db()
    assert article.trashed_at and not article.is_published
