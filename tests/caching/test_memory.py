"""Test the LRU cache in memory."""

import pytest
from django.utils import translation

from careerguide.caching.memory import OVERHEAD, MemoryCache, digest


class TestKept:
    def test_thing_is_made_once(self):
        things, made = MemoryCache(), []
        for _ in range(3):
            assert things.get("a", lambda: made.append(1) or "aaa") == "aaa"
        assert made == [1]

    def test_thing_takes_the_place_of_another(self):
        things = MemoryCache()
        things.put("a", "first", weigh=len)
        things.put("a", "second", weigh=len)
        assert things.find("a") == "second"
        assert things.bytes == len("second") + OVERHEAD

    def test_memory_is_bounded_and_the_last_used_stay(self):
        things = MemoryCache(most_bytes=10 * OVERHEAD)
        for number in range(100):
            things.get(number, lambda: "1234", weigh=len)
            things.get(0, lambda: "1234")
        assert things.bytes <= 10 * OVERHEAD
        assert list(things.things) == [*range(92, 100), 0]

    def test_huge_thing_is_given_and_pushes_out_no_other(self):
        things = MemoryCache(most_bytes=10 * OVERHEAD)
        things.get("a", lambda: "small")
        assert things.get("b", lambda: "1" * 2_000) == "1" * 2_000
        assert list(things.things) == ["a"]

    def test_quarter_of_the_memory_is_the_most_for_one_thing(self):
        things = MemoryCache(most_bytes=8 * OVERHEAD)
        things.put("a", "1" * OVERHEAD, weigh=len)
        things.put("b", "1" * (OVERHEAD + 1), weigh=len)
        assert list(things.things) == ["a"]

    def test_all_of_the_memory_is_used(self):
        things = MemoryCache(most_bytes=8 * OVERHEAD)
        for name in "abcd":
            things.put(name, "1" * OVERHEAD, weigh=len)
        assert list(things.things) == ["a", "b", "c", "d"]
        things.put("e", "", weigh=len)
        assert list(things.things) == ["b", "c", "d", "e"]
        assert things.bytes == 7 * OVERHEAD

    def test_what_is_read_goes_last(self):
        things = MemoryCache(most_bytes=8 * OVERHEAD)
        for name in "abcd":
            things.put(name, "1" * OVERHEAD, weigh=len)
        assert things.find("a")
        things.put("e", "1", weigh=len)
        assert "a" in things.things and "b" not in things.things

    def test_made_meanwhile_by_another_it_stays_that_one(self):
        things = MemoryCache()
        made = things.get("a", lambda: things.put("a", "other") or "mine")
        assert (made, things.find("a")) == ("mine", "other")

    def test_cleared_holds_nothing(self):
        things = MemoryCache()
        things.put("a", "1")
        things.clear()
        assert (things.find("a"), things.bytes) == (None, 0)


class TestDigest:
    def test_same_content_same_key(self):
        assert digest("a", {"b": 1}) == digest("a", {"b": 1}) != digest("a", {"b": 2})

    @pytest.mark.parametrize("text", ["\ud800", "\x00", "é"])
    def test_any_text_has_one(self, text):
        assert digest(text) == digest(text) != digest(text + "a")

    def test_each_language_has_its_own(self):
        first = digest("a")
        with translation.override("de"):
            assert digest("a") != first
