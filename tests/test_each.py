"""Test that cases in one test fail as tests of their own would."""

import inspect

import pytest

from tests.each import each


def test_every_case_is_tried_and_those_that_fail_are_named():
    tried = []

    @each(("n", "half"), [(1, 0), (2, 1), (3, 5), (4, 9)])
    def test(n, half):
        tried.append(n)
        assert n // 2 == half

    with pytest.raises(BaseExceptionGroup) as failed:
        test()
    assert tried == [1, 2, 3, 4]
    assert failed.value.message.splitlines() == [
        "2 of 4 cases failed",
        "Case: n=3, half=5",
        "Case: n=4, half=9",
    ]


@pytest.mark.parametrize(
    "raised", [AssertionError, KeyError("x"), pytest.fail.Exception]
)
def test_whatever_is_raised_is_a_failure(raised):
    @each("n", "ab")
    def test(n):
        raise raised

    with pytest.raises(BaseExceptionGroup, match="2 of 2"):
        test()


@pytest.mark.parametrize("ids", [["one", "two"], lambda n: {1: "one", 2: "two"}[n]])
def test_cases_have_the_names_that_are_given(ids):
    @each("n", [1, 2], ids=ids)
    def test(n):
        assert n == 1

    with pytest.raises(BaseExceptionGroup, match="Case: two$"):
        test()


def test_nothing_to_try_is_a_mistake():
    with pytest.raises(AssertionError, match="nothing to try"):
        each("n", [])


def test_others_are_fixtures():
    @each("n", [1])
    def test(self, tmp_path, n):
        pass

    assert [*inspect.signature(test).parameters] == ["self", "tmp_path"]


@each("n", [1, 2])
@each("m", [3, 4])
def test_can_be_stacked(n, m):
    assert n * m in (3, 4, 6, 8)
