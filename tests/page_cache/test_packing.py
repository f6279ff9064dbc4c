"""Test which pages are packed as well as can be, and when."""

import time

import pytest

from careerguide.page_cache import packing

from .caching import Process
from .test_cache import Stub


@pytest.fixture
def process():
    process = Process(Stub(b"Bees sleep at night. " * 200))
    for path in ("/", "/articles/", "/faq/"):
        process.ask(path)
    return process


def wanted(process):
    return [path for (path, _), _page in packing.pages_to_pack(process.cache)]


def test_wants_what_has_stood_for_a_while_and_is_read(process):
    assert wanted(process) == []
    for page in process.cache.pages.values():
        page.made_at -= packing.STOOD
    process.cache.pages["/", ""].read_at -= packing.READ
    assert wanted(process) == ["/faq/", "/articles/"]


def test_counts_the_bytes_that_it_saves(process, monkeypatch):
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    cache = process.cache
    packing.pack(cache, list(cache.pages.items()))
    assert all(page.is_packed for page in cache.pages.values())
    assert cache.bytes == sum(page.bytes for page in cache.pages.values())
    assert wanted(process) == []
