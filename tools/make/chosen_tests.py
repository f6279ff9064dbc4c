"""Choose the tests of each run of `make test`, where files or folders are named."""

import os
from pathlib import Path

TESTS, BROWSER = Path("tests"), Path("tests/browser")


def for_units(arguments):
    """Return the arguments of a run without browsers.

    None where it has nothing to run.
    """
    named, others = _sorted(arguments)
    kept = [one for one, path in named.items() if not _is_within(path, BROWSER)]
    if named and not kept:
        return None
    return [f"--ignore={BROWSER}", *others, *kept]


def for_browsers(arguments):
    """Return the arguments of a run in browsers; None where it has nothing to run."""
    named, others = _sorted(arguments)
    kept = [one for one, path in named.items() if _is_within(path, BROWSER)]
    # A folder above has all of them.
    if not named or TESTS in named.values():
        kept = [str(BROWSER)]
    return [*others, *kept] if kept else None


def _sorted(arguments):
    """The paths of tests that are named, by how they are written, and all the rest.

    The rest may be words that are folders elsewhere: `-k statistics`.
    """
    named = {}
    for argument in arguments:
        written = argument.partition("::")[0]
        path = Path(os.path.relpath(written)) if written else Path()
        if _is_within(path, TESTS) and path.exists():
            named[argument] = path
    return named, [one for one in arguments if one not in named]


def _is_within(path, folder):
    return folder in (path, *path.parents)
