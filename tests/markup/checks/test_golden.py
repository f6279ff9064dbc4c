"""Test what is said of all texts of these tests against what was read in review.

Each text stands by itself, and then further down: in a quote, in a list, in HTML. A
test of one kind says that it is named; here are its line, its sentence and all others.
`UPDATE_GOLDEN=1 pytest tests/markup/checks` writes it anew.
"""

import os
from importlib import import_module
from pathlib import Path

from careerguide.markup.checks.survey import survey
from tests.each import each

HERE = Path(__file__).parent
NAMES = [
    path.stem.removeprefix("test_")
    for path in sorted(HERE.glob("test_*.py"))
    if path.name != Path(__file__).name
]


def texts_of(name):
    """Every text that a test module lists, in its constants or for a test, in order."""
    module = import_module(f"{__package__}.test_{name}")
    found = [value for key, value in vars(module).items() if key.isupper()]
    for one in vars(module).values():
        tests = vars(one).values() if isinstance(one, type) else [one]
        found += [
            mark.args[1]
            for test in tests
            for mark in getattr(test, "pytestmark", ())
            if mark.name == "parametrize" and isinstance(mark.args[1], list)
        ]
    return list(dict.fromkeys(text for value in found for text in _texts(value)))


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple | set):
        for one in sorted(value) if isinstance(value, set) else value:
            yield from _texts(one)


def said(text):
    """All faults of a text, and where they are when it stands in something else."""
    found = survey(text, site="a.example").faults
    lines = [f"  {f.kind}{' (blocks)' * f.blocks}: {f.sentence}" for f in found]
    lines += [f"  {how}: {places(inside)}" for how, inside in within(text).items()]
    return "\n".join([f"# {text!r}", *lines])


def within(text):
    lines = text.split("\n")
    return {
        "quoted": "\n".join(["One.", "", *(f"> {line}" for line in lines)]),
        "listed": "\n".join(["- one", f"- {lines[0]}", *(f"  {x}" for x in lines[1:])]),
        "html": "\n".join(["<div>", *lines, "</div>", "", "Last."]),
    }


def places(text):
    """The kinds of faults of a text and their lines, in short."""
    found = survey(text, site="a.example", shows_tables=True).faults
    return ", ".join(f"{fault.kind} {fault.line}" for fault in found) or "-"


@each("name", NAMES)
def test_is_said_as_reviewed(name):
    text = "\n\n".join(map(said, texts_of(name))) + "\n"
    path = HERE / "golden" / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
