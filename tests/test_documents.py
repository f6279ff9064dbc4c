"""Test that the files which documents for engineers name are there."""

import re
from pathlib import Path

from tests.each import each

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
# `drafts/actions.py`, of whatever folder; not an address, nor a template to write.
NAMED = re.compile(
    r"`((?!_term_|our-guide/)[\w-][\w/-]*\.(?:py|css|js|html|md|toml|in)|\w[\w/]*/)`"
)


def paths():
    """Yield each file and folder, with a slash before it and one after a folder."""
    for path in ROOT.iterdir():
        if not path.name.startswith(".") and path.name != "var":
            for found in (path, *path.rglob("*")):
                yield f"/{found.relative_to(ROOT)}" + "/" * found.is_dir()


PATHS = "\n".join(paths()) + "\n"


@each(
    ("document", "name"),
    sorted(
        {
            (document.name, name)
            for document in DOCUMENTS
            for name in NAMED.findall(document.read_text(encoding="utf-8"))
        }
    ),
)
def test_files_that_documents_name_are_there(document, name):
    assert f"/{name}\n" in PATHS, f"{document} names {name}"
