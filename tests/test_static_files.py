"""Test that the static files that templates and scripts name are there."""

import posixpath
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from careerguide.http.stylesheets import JoiningFinder

NAMED = re.compile(r"{% static '([^']+)'")
# Modules are asked for under these very names: nothing rewrites them.
IMPORTED = re.compile(r'(?:from|import\()\s*"(\.[^"]+)"')


def scripts():
    for app, storage in JoiningFinder().storages.items():
        if not app.startswith("django"):
            for path in Path(storage.location).rglob("*.js"):
                yield path.relative_to(storage.location).as_posix(), path


@pytest.mark.parametrize(
    "template",
    sorted(settings.TEMPLATES[0]["DIRS"][0].rglob("*.html")),
    ids=lambda path: path.name,
)
def test_that_a_template_names(template):
    named = NAMED.findall(template.read_text())
    assert [name for name in named if not finders.find(name)] == []


def test_that_modules_import():
    missing, found = [], 0
    for name, path in scripts():
        for target in IMPORTED.findall(path.read_text()):
            other = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
            found += 1
            if not finders.find(other):
                missing.append(f"{name} imports {target}")
    assert missing == []
    assert found > 100


def test_shared_scripts_import_none_of_an_app():
    """As in Python: what is built for all content knows none of its apps."""
    shared = ("careerguide/", "publishing/")
    apps = [
        f"{name} imports {target}"
        for name, path in scripts()
        if name.startswith(shared)
        for target in IMPORTED.findall(path.read_text())
        if "statistics/" in target or "articles/" in target or "faq/" in target
    ]
    assert apps == []
