"""Test which tests `make test` runs where files or folders are named."""

import pytest

from tools.make.chosen_tests import for_browsers, for_units

NONE = "--ignore=tests/browser"


@pytest.mark.parametrize(
    ("arguments", "units", "browsers"),
    [
        ([], [NONE], ["tests/browser"]),
        (["-k", "trash"], [NONE, "-k", "trash"], ["-k", "trash", "tests/browser"]),
        # A word that is a folder, too, and a path that is none.
        (
            ["-k", "statistics", "-x"],
            [NONE, "-k", "statistics", "-x"],
            ["-k", "statistics", "-x", "tests/browser"],
        ),
        (["tests/faq"], [NONE, "tests/faq"], None),
        (["./tests/faq/", "-x"], [NONE, "-x", "./tests/faq/"], None),
        (
            ["tests/site/test_views.py::TestSurfaces"],
            [NONE, "tests/site/test_views.py::TestSurfaces"],
            None,
        ),
        (["tests/browser"], None, ["tests/browser"]),
        (
            ["-x", "tests/browser/test_print.py::test_a", "tests/browser/test_grid.py"],
            None,
            ["-x", "tests/browser/test_print.py::test_a", "tests/browser/test_grid.py"],
        ),
        (
            ["tests/faq", "tests/browser/test_print.py"],
            [NONE, "tests/faq"],
            ["tests/browser/test_print.py"],
        ),
        (["tests"], [NONE, "tests"], ["tests/browser"]),
        (
            ["tests/no-such"],
            [NONE, "tests/no-such"],
            ["tests/no-such", "tests/browser"],
        ),
    ],
    ids=lambda value: " ".join(value or ["none"]),
)
def test_each_run_has_what_is_its_own(arguments, units, browsers):
    assert for_units(arguments) == units
    assert for_browsers(arguments) == browsers
