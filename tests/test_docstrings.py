"""Test that each module begins with a line that says, verb first, what it does."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
FOLDERS = sorted({path.parent.name for path in ROOT.glob("*/*.py")})
# First words of noun phrases and riddles; no English imperative is one of them.
NO_VERB = re.compile(
    r"an?|all|any|as|at|by|each|every|for|from|half|how|if|in|its?|no|not|nothing|of|on|"
    r"one|only|our|some|the|their|there|these|this|those|to|two|what|when|where|whether|"
    r"which|who|whoever|whom|whose|why|with|without|\w{3,}ing|\w*[^s]s",
    re.IGNORECASE,
)


def modules():
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts and path.stat().st_size:
                yield path


def problem(docstring):
    first, _, rest = docstring.partition("\n")
    word = first.split(" ")[0].rstrip(",")
    if not re.fullmatch(r"[A-Z][a-z]+", word):
        return f"begins with {word!r}, which is no verb"
    if NO_VERB.fullmatch(word):
        return f"begins with {word!r}: say what the module does, as in “Read …”"
    if not first.endswith("."):
        return "is not one sentence on the first line"
    if rest and not rest.startswith("\n"):
        return "needs an empty line after the first"
    return None


def test_every_module_says_verb_first_what_it_does():
    wrong = {}
    for path in modules():
        docstring = ast.get_docstring(ast.parse(path.read_text()))
        found = problem(docstring) if docstring else "is missing"
        if found:
            wrong[str(path.relative_to(ROOT))] = found
    assert not wrong


@pytest.mark.parametrize(
    "docstring",
    [
        "What somebody sends, waited for by a few threads only.",
        "Charts as HTML.",
        "Closing the connections of threads.",
        "CSV: one header line.",
        "`make test`: everything that has to pass.",
        "Read lines",
        "Read lines of cells\nin order.",
    ],
)
def test_riddle_is_found(docstring):
    assert problem(docstring)


@pytest.mark.parametrize("docstring", ["Read lines.", "Compress pages.\n\nOnly ours."])
def test_sentence_passes(docstring):
    assert problem(docstring) is None
