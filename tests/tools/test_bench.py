"""Test that each part of `make bench` is a program."""

from importlib.util import find_spec

from tests.each import each
from tools.bench.__main__ import PARTS, module_of


@each("name", PARTS)
def test_each_part_can_be_run(name):
    found = find_spec(module_of(name))
    assert found, f"`make bench ARGS={name}` has no module"
    if found.submodule_search_locations:
        assert find_spec(f"{module_of(name)}.__main__")
