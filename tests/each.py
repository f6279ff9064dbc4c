"""Many cases of one behaviour in one test."""

import functools
import inspect

import pytest


def each(names, cases, ids=None):
    """Try every case, as `pytest.mark.parametrize` does, in a single test.

    What pytest does before and after a test takes longer than most cases of a pure
    function. So this is for behaviour without state: nothing is set up anew between two
    cases. All are tried, and those that fail are named.
    """
    names = (
        [name.strip() for name in names.split(",")] if isinstance(names, str) else names
    )
    cases = [*cases]
    assert cases, "There is nothing to try."

    def of(case):
        values = [case] if len(names) == 1 else case
        return dict(zip(names, values, strict=True))

    def name_of(number, case):
        if ids is None:
            return ", ".join(
                f"{name}={repr(value):.200}" for name, value in of(case).items()
            )
        return str(ids(case) if callable(ids) else [*ids][number])

    def decorate(test):
        @functools.wraps(test)
        def try_all(*args, **fixtures):
            failures = []
            for number, case in enumerate(cases):
                try:
                    test(*args, **fixtures, **of(case))
                except (Exception, pytest.fail.Exception) as failure:
                    failure.add_note(f"Case: {name_of(number, case)}")
                    failures.append(failure)
            if failures:
                named = "\n".join(failure.__notes__[-1] for failure in failures)
                message = f"{len(failures)} of {len(cases)} cases failed\n{named}"
                raise BaseExceptionGroup(message, failures)

        signature = inspect.signature(test)
        left = [one for one in signature.parameters.values() if one.name not in names]
        try_all.__signature__ = signature.replace(parameters=left)
        return try_all

    return decorate
