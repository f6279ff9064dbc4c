"""Test notes of change: written with a publication, planned, corrected, taken back."""

import datetime

import pytest
from django.utils import timezone

from careerguide.publishing.drafts import actions, due, notes, publication, schedule
from careerguide.publishing.drafts.versions import ShownVersion
from careerguide.publishing.models.change_notes import ChangeNote
from careerguide.publishing.models.history import Event
from careerguide.publishing.models.note_text import NOT_TOLD, WrittenNote
from careerguide.publishing.models.related import ContentVersion, Plan, WorkingCopy
from careerguide.publishing.models.snapshots import apply_snapshot, snapshot
from tests.factories import (
    EVERYTHING,
    SALARIES,
    ArticleFactory,
    StatTableFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)
WRONG = WrittenNote("correction", "It said 3 bees; there are 4.")
NEW = WrittenNote("update", "There are 4 bees now.")


def stored(item):
    return type(item)._base_manager.get(pk=item.pk)


def write(item, note=None, **values):
    draft = actions.draft_of(stored(item))
    content = apply_snapshot(draft, snapshot(draft) | values)
    actions.save_draft(item, content, None, note=note)


def told(item):
    return [(note.kind, note.text) for note in stored(item).told_notes]


def entries(item):
    return list(item.history.values_list("event", "reason"))


@pytest.fixture
def article():
    return ArticleFactory(title="Bees", body="Of 3 bees.")


@pytest.fixture
def maria(db):
    return UserFactory(username="maria")


def plan(item, note=None, **values):
    write(item, **values)
    at = timezone.now() + HOUR
    schedule.schedule(item, None, publish_at=at, note=note)


def its_hour_comes(item):
    Plan.objects.of(item).update(publish_at=timezone.now())
    return due.publish_due()


@pytest.mark.parametrize("factory", EVERYTHING, ids=lambda f: f._meta.model.__name__)
def test_every_kind_of_content_has_notes(factory):
    item = factory()
    actions.publish(item, None, note=NEW)
    assert told(item) == [("update", NEW.text)]


def test_note_is_of_its_publication_and_in_the_history(article, maria):
    write(article, body="Of 4 bees.")
    actions.publish(article, maria, note=WRONG)
    [note] = article.change_notes.all()
    assert (note.kind, note.text, note.author) == (WRONG.kind, WRONG.text, maria)
    assert (Event.NOTED, f"Correction: {WRONG.text}") in entries(article)
    assert entries(article)[0][0] == Event.PUBLISHED


def test_failed_publication_leaves_no_note(article, monkeypatch):
    def fail(row, by):
        raise RuntimeError

    monkeypatch.setattr(publication, "hold_what_shows", fail)
    with pytest.raises(RuntimeError):
        actions.publish(article, None, note=WRONG)
    assert not ChangeNote.objects.exists()


def test_reason_for_telling_nobody_is_in_the_history(article):
    actions.publish(article, None, note=WrittenNote(NOT_TOLD, reason="A typing error"))
    assert not ChangeNote.objects.exists()
    assert (Event.NOTED, "Readers were not told: A typing error") in entries(article)


def test_form_that_is_sent_twice_tells_it_once(article):
    for _click in range(2):
        write(article, WRONG, body="Of 4 bees.")
        actions.publish(article, None, note=WRONG)
    assert told(article) == [("correction", WRONG.text)]


def test_same_words_on_another_day_are_told_again(article, clock):
    notes.add(article, NEW, None)
    clock(timezone.now() + datetime.timedelta(days=1))
    notes.add(article, NEW, None)
    assert len(told(article)) == 2


class TestDraft:
    def test_keeps_its_note_for_who_publishes_it(self, article):
        write(article, WRONG, body="Of 4 bees.")
        assert told(article) == []
        actions.publish(article, None)
        assert told(article) == [(WRONG.kind, WRONG.text)]

    def test_later_save_without_one_keeps_it(self, article):
        write(article, WRONG, body="Of 4 bees.")
        write(article, body="Of 4 bees in all.")
        assert WrittenNote.stored(WorkingCopy.objects.get()) == WRONG

    def test_publication_with_another_has_that(self, article):
        write(article, WRONG, body="Of 4 bees.")
        actions.publish(article, None, note=NEW)
        assert told(article) == [(NEW.kind, NEW.text)]
        write(article, body="Of 5 bees.")
        actions.publish(article, None)
        assert len(told(article)) == 1

    def test_note_alone_is_a_change_and_no_version(self, article):
        write(article, body="Of 4 bees.")
        version = stored(article).version
        draft = actions.draft_of(stored(article))
        assert actions.save_draft(article, draft, None, note=WRONG)
        assert not actions.save_draft(article, draft, None, note=WRONG)
        assert stored(article).version == version


class TestPlan:
    def test_note_is_told_at_its_hour(self, article, maria):
        plan(article, WRONG, body="Of 4 bees.")
        assert told(article) == []
        assert its_hour_comes(article)
        assert told(article) == [(WRONG.kind, WRONG.text)]
        assert not WorkingCopy.objects.exists()

    def test_takes_that_of_the_draft(self, article):
        write(article, WRONG, body="Of 4 bees.")
        schedule.schedule(article, None, publish_at=timezone.now() + HOUR)
        its_hour_comes(article)
        assert told(article) == [(WRONG.kind, WRONG.text)]

    def test_keeps_it_when_its_hour_moves(self, article):
        plan(article, WRONG, body="Of 4 bees.")
        schedule.schedule(article, None, publish_at=timezone.now() + 2 * HOUR)
        assert WrittenNote.stored(Plan.objects.get()) == WRONG

    def test_is_another_with_another_note(self, article):
        plan(article, WRONG, body="Of 4 bees.")
        at = Plan.objects.get().publish_at
        schedule.schedule(article, None, publish_at=at, note=NEW)
        assert WrittenNote.stored(Plan.objects.get()) == NEW

    def test_keeps_it_when_a_correction_is_published_before(self, article):
        plan(article, NEW, body="Of 4 bees.")
        actions.discard_draft(article, None)
        write(article, title="Of bees")
        actions.publish(article, None, note=WRONG)
        its_hour_comes(article)
        assert told(article) == [(NEW.kind, NEW.text), (WRONG.kind, WRONG.text)]

    def test_that_is_dropped_gives_it_to_the_draft(self, article):
        plan(article, WRONG, body="Of 4 bees.")
        actions.discard_draft(article, None)
        schedule.schedule(article, None)
        assert WrittenNote.stored(WorkingCopy.objects.get()) == WRONG

    def test_that_is_taken_to_be_edited_gives_it_to_the_draft(self, article):
        plan(article, WRONG, body="Of 4 bees.")
        actions.discard_draft(article, None)
        actions.take_plan(article, None)
        assert WrittenNote.stored(WorkingCopy.objects.get()) == WRONG

    def test_later_draft_is_not_told_of_again(self, article):
        plan(article, WRONG, body="Of 4 bees.")
        write(article, summary="Of all bees.")
        its_hour_comes(article)
        assert WorkingCopy.objects.get().note == {}


class TestHiddenItem:
    """It shows by its row at its hour, and so does its note."""

    @pytest.fixture
    def planned(self, article):
        actions.unpublish(article, None)
        plan(article, WRONG, body="Of 4 bees.")
        return article

    def test_note_waits_for_the_hour(self, planned):
        [note] = planned.change_notes.all()
        assert note.made_at == stored(planned).publish_at
        assert told(planned) == []

    def test_note_moves_with_the_hour(self, planned):
        at = timezone.now() + 3 * HOUR
        schedule.schedule(planned, None, publish_at=at)
        assert [note.made_at for note in planned.change_notes.all()] == [at]

    def test_note_is_told_at_once_if_it_is_published_now(self, planned):
        actions.publish(planned, None)
        assert told(planned) == [(WRONG.kind, WRONG.text)]

    def test_note_goes_with_the_plan_and_stays_in_the_history(self, planned):
        schedule.schedule(planned, None)
        assert not planned.change_notes.exists()
        assert (Event.NOTED, f"Correction: {WRONG.text}") in entries(planned)


class TestLater:
    @pytest.fixture
    def note(self, article):
        actions.publish(article, None, note=WRONG)
        return article.change_notes.get()

    def test_correction_is_an_entry_and_new_to_readers(self, article, note, maria):
        version = ContentVersion.current()
        notes.correct(note, NEW, maria, seen=WRONG, reason="No fault of ours")
        assert told(article) == [(NEW.kind, NEW.text)]
        event, reason = entries(article)[0]
        assert event == Event.NOTED
        assert WRONG.text in reason and NEW.text in reason
        assert reason.endswith("No fault of ours")
        assert ContentVersion.current() > version

    def test_day_stays(self, note, maria):
        notes.correct(note, NEW, maria, seen=WRONG)
        assert ChangeNote.objects.get().made_at == note.made_at

    def test_taken_back_is_an_entry_and_gone_for_readers(self, article, note, maria):
        version = ContentVersion.current()
        notes.take_back(note, maria, seen=WRONG)
        assert told(article) == []
        assert entries(article)[0] == (
            Event.NOTED,
            f"taken back: “Correction: {WRONG.text}”",
        )
        assert ContentVersion.current() > version

    def test_of_two_who_change_it_the_second_is_told(self, note, maria):
        notes.correct(note, NEW, maria, seen=WRONG)
        with pytest.raises(notes.StaleNote):
            notes.take_back(note, maria, seen=WRONG)
        notes.take_back(note, maria, seen=NEW)
        with pytest.raises(notes.StaleNote):
            notes.correct(note, NEW, maria, seen=NEW)

    def test_is_no_conflict_with_who_is_about_to_publish(self, article, note, maria):
        shown = ShownVersion.of(stored(article))
        notes.correct(note, NEW, maria, seen=WRONG)
        actions.publish(article, maria, shown=shown)

    def test_longest_note_that_is_corrected_is_whole_in_the_history(self, article):
        long = WrittenNote("update", "b" * 500)
        actions.publish(article, None, note=long)
        notes.take_back(article.change_notes.get(), None, seen=long)
        assert long.text in entries(article)[0][1]


class TestTable:
    """Its note stands on the pages, too, that say another number by it."""

    @pytest.fixture
    def table(self):
        return StatTableFactory(slug="pay", title="Pay")

    @pytest.fixture
    def saying(self, table):
        return ArticleFactory(body="They earn [[number: pay; Entry; Salary]].")

    @pytest.fixture
    def other(self, table):
        return ArticleFactory(body="They earn [[number: pay; Senior; Salary]].")

    @pytest.fixture
    def publish(self, table, saying, other):
        rows = [{"cells": ["Entry", "86000"]}, SALARIES["rows"][1]]
        write(table, data=SALARIES | {"rows": rows})
        actions.publish(table, None, note=WRONG)

    def test_pages_whose_sentences_change_have_it(self, publish, table, saying, other):
        assert told(table) == [(WRONG.kind, WRONG.text)]
        assert told(saying) == [(WRONG.kind, f"“Pay”: {WRONG.text}")]
        assert told(other) == []
        assert entries(saying)[0] == (Event.NOTED, f"Correction: {WRONG.text}")
        assert stored(saying).version == saying.version

    def test_what_becomes_of_it_becomes_of_theirs(self, publish, table, saying):
        notes.correct(table.change_notes.get(), NEW, None, seen=WRONG)
        assert told(saying) == [(NEW.kind, f"“Pay”: {NEW.text}")]
        notes.take_back(table.change_notes.get(), None, seen=NEW)
        assert told(saying) == []
        assert "taken back" in entries(saying)[0][1]

    def test_theirs_alone_cannot_be_changed(self, publish, saying):
        copy = saying.change_notes.get()
        with pytest.raises(notes.StaleNote):
            notes.take_back(copy, None, seen=WrittenNote(copy.kind, copy.text))
