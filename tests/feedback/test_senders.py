"""Test the hash that is stored in place of an address."""

import datetime
from types import SimpleNamespace

import pytest
from django.conf import settings

from careerguide.feedback.senders import sender_of

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def request(address="192.0.2.1"):
    return SimpleNamespace(META={"REMOTE_ADDR": address})


@pytest.fixture
def noon(clock):
    clock(NOON)
    return sender_of(request())


def test_is_the_same_all_day(clock, noon):
    clock(NOON + datetime.timedelta(hours=11))
    assert sender_of(request()) == noon


def test_is_another_for_another_address(noon):
    assert sender_of(request("192.0.2.2")) != noon


def test_is_another_on_another_day(clock, noon):
    clock(NOON + datetime.timedelta(days=1))
    assert sender_of(request()) != noon


def test_needs_the_secret_key(noon, monkeypatch):
    monkeypatch.setattr(settings, "SECRET_KEY", "another")
    assert sender_of(request()) != noon


def test_holds_nothing_of_the_address(noon):
    assert len(noon) == 64 and set(noon) <= set("0123456789abcdef")
