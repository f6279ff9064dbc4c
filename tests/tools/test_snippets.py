"""Test the programs that tools and tests keep in texts: what they import is there."""

import ast
import importlib

import pytest
from django.conf import settings

PACKAGES = ("articles", "careerguide", "faq", "statistics", "tests", "tools")
FILES = [
    path
    for folder in ("tools", "tests")
    for path in sorted((settings.BASE_DIR / folder).rglob("*.py"))
]


def imports(path):
    """(module, name) of each line `from module import name` in a text of a file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        for line in node.value.replace(";", "\n").splitlines():
            words = line.split("#")[0].replace(",", " ").split()
            if len(words) > 3 and words[0] == "from" and words[2] == "import":
                module, names = words[1], words[3:]
                if module.split(".")[0] in PACKAGES:
                    names = names[: names.index("as")] if "as" in names else names
                    yield from ((module, name.strip("()")) for name in names)


NAMED = sorted({(m, name) for path in FILES for m, name in imports(path) if name})


def test_some_are_found():
    assert len(NAMED) > 10


@pytest.mark.parametrize(("module", "name"), NAMED)
def test_name_is_there(module, name):
    found = importlib.import_module(module)
    if not hasattr(found, name):
        importlib.import_module(f"{module}.{name}")
