"""Test that each part of `make bench` is a program, and the longest one runs."""

import subprocess
import sys
from importlib.util import find_spec

from tests.each import each
from tools.bench.__main__ import PARTS, module_of
from tools.make.venv import ROOT


@each("name", PARTS)
def test_each_part_can_be_run(name):
    found = find_spec(module_of(name))
    assert found, f"`make bench ARGS={name}` has no module"
    if found.submodule_search_locations:
        assert find_spec(f"{module_of(name)}.__main__")


def test_publishing_is_measured():
    """Its site is made by commands that change, and it runs too long for a look."""
    smallest = ("--guides", "2", "--read", "1", "--seconds", "2")
    command = [sys.executable, "-m", "tools.bench.publishing", *smallest]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert "requests a second" in run.stdout
    assert "pages remade a publish" in run.stdout
