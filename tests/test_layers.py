"""Test the floors of the code: imports lead down, or along the listed arrows."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from django.conf import settings

from careerguide.publishing.models.sections import guide_sections

ROOT = Path(settings.BASE_DIR)
APPS = tuple(sorted(section.namespace for section in guide_sections()))
PACKAGES = ("careerguide", *APPS, "tools")
STARTING = {"management", "templatetags"}  # of whatever folder: they stand at the top

# From the ground up. A folder stands for all that is in it but what is named itself.
FLOORS = (
    (
        "careerguide/__init__.py",
        "careerguide/caching",
        "careerguide/db",
        "careerguide/env_file.py",
        "careerguide/env_values.py",
        "careerguide/http",
        "careerguide/identity",
        "careerguide/languages",
        "careerguide/media",
        "careerguide/server",
        "careerguide/site_folder.py",
    ),
    ("careerguide/settings.py", "careerguide/accounts", "careerguide/markup"),
    ("careerguide/publishing",),
    (
        "careerguide/admin_site",
        "careerguide/editor",
        "careerguide/feedback",
        "careerguide/library",
        "careerguide/link_checking",
        "careerguide/models",
        "careerguide/page_cache",
        "careerguide/readership",
        "careerguide/search",
    ),
    APPS,
    (
        "careerguide/comparison",
        "careerguide/desk",
        "careerguide/exchange",
        "careerguide/faces",
        "careerguide/importing",
        "careerguide/offline",
        "careerguide/operations",
        "careerguide/site",
    ),
    (
        "careerguide/admin",
        "careerguide/apps.py",
        "careerguide/formats",
        "careerguide/urls.py",
        "careerguide/wsgi.py",
        "tools",
    ),
)

# Between folders of one floor: what those of the left may import.
ARROWS = {
    "articles": ("statistics",),
    "careerguide": ("careerguide/identity", "careerguide/languages"),
    "careerguide/comparison": ("careerguide/site",),
    "careerguide/desk": ("careerguide/site",),
    "careerguide/db": (
        "careerguide/db/sqlite3",
        "careerguide/languages",
    ),
    "careerguide/db/sqlite3": ("careerguide/languages",),
    "careerguide/editor": ("careerguide/library",),
    "careerguide/http": (
        "careerguide",
        "careerguide/db",
        "careerguide/identity",
        "careerguide/server",
    ),
    "careerguide/faces": (
        "careerguide/importing",
        "careerguide/importing/readers",
        "careerguide/site",
    ),
    "careerguide/faces/structured": ("careerguide/faces",),
    "careerguide/importing": (
        "careerguide/importing/making",
        "careerguide/importing/readers",
        "careerguide/importing/recognition",
        "careerguide/importing/review",
        "careerguide/importing/screens",
        "careerguide/importing/tables",
    ),
    "careerguide/importing/making": (
        "careerguide/importing",
        "careerguide/importing/review",
    ),
    "careerguide/importing/readers": ("careerguide/importing",),
    "careerguide/importing/recognition": (
        "careerguide/importing",
        "careerguide/importing/tables",
    ),
    "careerguide/importing/review": (
        "careerguide/importing",
        "careerguide/importing/making",
        "careerguide/importing/recognition",
        "careerguide/importing/tables",
    ),
    "careerguide/importing/screens": ("careerguide/importing",),
    "careerguide/importing/tables": ("careerguide/importing",),
    "careerguide/markup": (
        "careerguide/markup/checks",
        "careerguide/markup/references",
    ),
    "careerguide/markup/checks": (
        "careerguide/markup",
        "careerguide/markup/references",
    ),
    "careerguide/markup/references": ("careerguide/markup",),
    "careerguide/offline": ("careerguide/site",),
    "careerguide/operations": (
        "careerguide/desk",
        "careerguide/importing",
        "careerguide/operations/checks",
    ),
    "careerguide/operations/backups": ("careerguide/operations",),
    "careerguide/operations/checks": (
        "careerguide/operations",
        "careerguide/operations/backups",
    ),
    "careerguide/publishing": (
        "careerguide/publishing/admin",
        "careerguide/publishing/models",
    ),
    "careerguide/publishing/admin": (
        "careerguide/publishing",
        "careerguide/publishing/checks",
        "careerguide/publishing/drafts",
        "careerguide/publishing/impact",
        "careerguide/publishing/models",
        "careerguide/publishing/preview",
        "careerguide/publishing/public",
    ),
    "careerguide/publishing/checks": ("careerguide/publishing/models",),
    "careerguide/publishing/drafts": (
        "careerguide/publishing",
        "careerguide/publishing/checks",
        "careerguide/publishing/impact",
        "careerguide/publishing/models",
    ),
    "careerguide/publishing/impact": (
        "careerguide/publishing/drafts",
        "careerguide/publishing/models",
    ),
    "careerguide/publishing/models": ("careerguide/publishing/checks",),
    "careerguide/publishing/preview": (
        "careerguide/publishing",
        "careerguide/publishing/drafts",
        "careerguide/publishing/models",
    ),
    "careerguide/publishing/public": ("careerguide/publishing/models",),
    "careerguide/search": (
        "careerguide/page_cache",
        "careerguide/search/backends",
    ),
    "careerguide/server": (
        "careerguide",
        "careerguide/db",
    ),
    "statistics": (
        "statistics/charts",
        "statistics/downloads",
        "statistics/editing",
        "statistics/editions",
        "statistics/frames",
        "statistics/importing",
        "statistics/importing/layout",
        "statistics/measures",
        "statistics/references",
        "statistics/references/claims",
        "statistics/table",
    ),
    "statistics/charts": ("statistics/table",),
    "statistics/downloads": (
        "statistics",
        "statistics/charts",
        "statistics/measures",
        "statistics/table",
    ),
    "statistics/downloads/package": (
        "statistics",
        "statistics/downloads",
    ),
    "statistics/editing": (
        "statistics",
        "statistics/charts",
        "statistics/importing",
        "statistics/importing/layout",
        "statistics/importing/values",
        "statistics/table",
    ),
    "statistics/editions": (
        "statistics",
        "statistics/downloads",
        "statistics/measures",
        "statistics/table",
    ),
    "statistics/frames": (
        "statistics",
        "statistics/charts",
        "statistics/downloads",
        "statistics/editions",
    ),
    "statistics/importing": (
        "statistics/importing/layout",
        "statistics/importing/values",
        "statistics/importing/workbooks",
        "statistics/table",
    ),
    "statistics/importing/layout": (
        "statistics/importing/values",
        "statistics/table",
    ),
    "statistics/importing/values": (
        "statistics/importing/workbooks",
        "statistics/table",
    ),
    "statistics/measures": (
        "statistics",
        "statistics/table",
    ),
    "statistics/references": (
        "statistics",
        "statistics/references/claims",
        "statistics/table",
    ),
    "statistics/references/claims": (
        "statistics",
        "statistics/importing/values",
        "statistics/references",
    ),
    "statistics/importing/workbooks": (
        "statistics/importing/layout",
        "statistics/importing/values",
        "statistics/table",
    ),
}


def sources():
    """Every Python file of the product, as a path from the root, but migrations."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(ROOT).as_posix()


def module_name(path):
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported(path, modules):
    """The files of the product that a file imports, wherever in it that stands."""
    package = module_name(path).split(".")
    if not path.endswith("/__init__.py"):
        package = package[:-1]
    for node in ast.walk(ast.parse((ROOT / path).read_text())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join(start + ([node.module] if node.module else []))
            names = [f"{base}.{alias.name}" for alias in node.names]
            names = [name if name in modules else base for name in names]
        else:
            continue
        yield from (modules[name] for name in names if name in modules)


@pytest.fixture(scope="module")
def graph():
    modules = {module_name(path): path for path in sources()}
    return {path: {*imported(path, modules)} - {path} for path in modules.values()}


def floor(path):
    """The number of a file's floor, from the ground up; None where it has none."""
    if STARTING & {*Path(path).parts}:
        return len(FLOORS) - 1
    for place in (path, *map(str, Path(path).parents)):
        for number, places in enumerate(FLOORS):
            if place in places:
                return number
    return None


def folder(path):
    return str(Path(path).parent)


def test_every_file_has_a_floor(graph):
    assert [path for path in graph if floor(path) is None] == []


def test_the_lists_name_what_is_there(graph):
    places = {*graph, *(str(up) for path in graph for up in Path(path).parents)}
    assert [
        place for places_ in FLOORS for place in places_ if place not in places
    ] == []


def test_no_import_leads_up(graph):
    up = [
        f"{path} imports {other}"
        for path, others in graph.items()
        for other in others
        if floor(other) > floor(path)
    ]
    assert up == []


def test_between_folders_of_a_floor(graph):
    """Each arrow that is there is in the list, and each of the list is there."""
    top = len(FLOORS) - 1
    arrows = {
        (folder(path), folder(other))
        for path, others in graph.items()
        for other in others
        if folder(path) != folder(other) and floor(path) == floor(other) != top
    }
    written = {(left, right) for left, rights in ARROWS.items() for right in rights}
    assert sorted(arrows - written) == []
    assert sorted(written - arrows) == []


def test_no_loop_of_files(graph):
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))
