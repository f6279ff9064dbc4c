"""Test that what nobody finds is counted by day, and nothing says who asked."""

import datetime

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from careerguide.search.missed import EVERY, MissedSearches, presentable, prune
from careerguide.search.models import MissedSearch

pytestmark = pytest.mark.django_db


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def hands():
    return Clock()


@pytest.fixture
def missed(hands):
    return MissedSearches(hands)


def rows():
    return dict(MissedSearch.objects.values_list("words", "times"))


def test_nothing_is_written_within_a_minute(missed, hands, django_assert_num_queries):
    with django_assert_num_queries(0):
        for _ in range(50):
            hands.now += (EVERY - 1) / 50
            missed.note("beekeeping")


def test_counted_and_written_after_a_minute(missed, hands):
    missed.note("Beekeeping")
    missed.note("beekeeping ")
    hands.now = EVERY
    missed.note("falconry")
    assert rows() == {"beekeeping": 2, "falconry": 1}


def test_added_to_what_the_day_has(missed, hands):
    for minute in (1, 2):
        hands.now = minute * EVERY
        missed.note("falconry")
    assert rows() == {"falconry": 2}


def test_each_day_has_its_own(missed, clock):
    for day in (1, 2):
        clock(datetime.datetime(2026, 5, day, 12, tzinfo=datetime.UTC))
        missed.note("falconry")
        missed.flush()
    assert MissedSearch.objects.count() == 2


@pytest.mark.parametrize(
    "text",
    [
        "maria@example.org",
        "call 0151 2345678",
        "DE89 3704 0044 0532 0130 00",
        "123-45-6789",
        "x" * 101,
        "",
        " \0 ",
        "😀",
    ],
)
def test_not_kept(missed, text):
    missed.note(text)
    missed.flush()
    assert rows() == {}


@pytest.mark.parametrize(
    "text",
    [
        *("+49·170·123·45·67", "1_2_3_4_5_6_7", "12:34:56:78", "4,111,111,111,111,111"),
        *("0170 – 12 34 567", "12|34|56|78", "(0)170*1234567", "123…456…7"),
    ],
)
def test_long_number_is_left_out_however_it_is_parted(text):
    assert not presentable(text)


@pytest.mark.parametrize(
    "text", ["salary 2026", "120 000", "$120,000", "c++", "24/7", "b2b 3d 4g 5g"]
)
def test_kept(text):
    assert presentable(text)


def test_flood_of_different_words_is_left_out(missed, monkeypatch):
    monkeypatch.setattr("careerguide.search.missed.MOST_WAITING", 3)
    monkeypatch.setattr("careerguide.search.missed.MOST_A_DAY", 4)
    for batch in ("abc", "de"):
        for word in batch * 2:
            missed.note(word)
        missed.flush()
    assert rows() == dict.fromkeys("abcd", 2)


def test_what_cannot_be_written_waits_on(missed, hands, monkeypatch):
    def refuse(*_arguments):
        raise DatabaseError("read only")

    with monkeypatch.context() as broken:
        broken.setattr(MissedSearch.objects, "add", refuse)
        for minute in (1, 2):
            hands.now = minute * EVERY
            missed.note("falconry")
        assert rows() == {}
    hands.now = 3 * EVERY
    missed.note("falconry")
    assert rows() == {"falconry": 3}


def test_no_more_waits_on_than_may_wait(missed, hands, monkeypatch):
    def refuse(*_arguments):
        raise DatabaseError("read only")

    monkeypatch.setattr("careerguide.search.missed.MOST_WAITING", 3)
    monkeypatch.setattr(MissedSearch.objects, "add", refuse)
    for minute, words in enumerate(("one", "two", "two", "three", "four"), 1):
        hands.now = minute * EVERY
        missed.note(words)
    assert len(missed.waiting) == 3 and missed.waiting["two"] == 2


@pytest.mark.every_database
def test_reader_does_not_wait_for_who_writes_much(missed, hands, monkeypatch):
    """As for an index that is made anew, which takes minutes."""
    waits = []

    def patience(*_arguments):
        of = {"sqlite": "PRAGMA busy_timeout", "postgresql": "SHOW lock_timeout"}
        with connection.cursor() as cursor:
            cursor.execute(of[connection.vendor])
            waits.append(int(str(cursor.fetchone()[0]).removesuffix("ms")))

    patience()
    monkeypatch.setattr(MissedSearch.objects, "add", patience)
    hands.now = EVERY
    with transaction.atomic():
        missed.note("falconry")
    before, while_writing = waits
    assert while_writing == 200 != before
    if connection.vendor == "sqlite":
        patience()
        assert waits[-1] == before


def test_pruned_after_ninety_days():
    today = timezone.localdate()
    for age in (89, 90, 91, 200):
        day = today - datetime.timedelta(days=age)
        MissedSearch.objects.create(day=day, words=f"word {age}")
    assert prune() == 2
    assert {*rows()} == {"word 89", "word 90"}
