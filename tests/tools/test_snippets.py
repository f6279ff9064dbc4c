"""Test the programs that tools and tests keep in texts: what they import is there."""

import ast
import importlib

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
        if " import " not in node.value:
            continue
        for line in node.value.replace(";", "\n").splitlines():
            words = line.split("#")[0].replace(",", " ").split()
            if len(words) > 3 and words[0] == "from" and words[2] == "import":
                module, names = words[1], words[3:]
                if module.split(".")[0] in PACKAGES:
                    names = names[: names.index("as")] if "as" in names else names
                    yield from ((module, name.strip("()")) for name in names)


def is_there(module, name):
    try:
        found = importlib.import_module(module)
        return hasattr(found, name) or importlib.import_module(f"{module}.{name}")
    except ImportError:
        return False


def test_each_name_is_there():
    # Looked for here: each process that runs other tests would have to read all files.
    named = sorted({(m, name) for path in FILES for m, name in imports(path) if name})
    assert len(named) > 10
    assert [one for one in named if not is_there(*one)] == []
