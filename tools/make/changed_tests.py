"""Choose the tests of what was changed: of its room, which tests mirror."""

import subprocess
from pathlib import Path

TESTS = Path("tests")
MIRRORED = ("careerguide", "templates")  # by the folders in them
# What any change may break, whatever its room: a rule of the house, or of every type.
ALWAYS = (
    "tests/test_layers.py",
    "tests/test_docstrings.py",
    "tests/test_documents.py",
    "tests/publishing/test_every_type.py",
    "tests/languages/test_po_files.py",
)
BASES = ("origin/main", "main", "HEAD")
UNTRACKED = ("git", "ls-files", "--others", "--exclude-standard")


def changed_files(run=subprocess.run):
    """Return the paths of what differs from the main branch, or is new here.

    None where there is no Git to ask.
    """
    for base in BASES:
        since = _lines(run, "git", "merge-base", base, "HEAD")
        if since:
            changed = _lines(run, "git", "diff", "--name-only", since[0])
            return [*changed, *_lines(run, *UNTRACKED)]
    return None


def chosen_for(files):
    """Return the files and folders of tests for changed files, each path once."""
    found = {path for file in files if (path := _chosen_for(Path(file)))}
    found |= {Path(path) for path in ALWAYS}
    return sorted(
        str(path) for path in found if not any(p in found for p in path.parents)
    )


def _chosen_for(file):
    """The test itself, or the deepest folder of tests that mirrors a file's folder."""
    if file.parts[0] == TESTS.name:
        if file.name.startswith("test_"):
            return file if file.exists() else None
        room = file.parent
    else:
        inner = file.parts[1:] if file.parts[0] in MIRRORED else file.parts
        alone = TESTS / f"test_{file.stem.lower()}.py"
        if len(inner) == 1:
            return alone if alone.exists() else None
        room = TESTS.joinpath(*inner[:-1])
    while not any(room.glob("test_*.py")):
        room = room.parent
    return room if room != TESTS else None


def _lines(run, *command):
    try:
        done = run(command, capture_output=True, text=True)
    except OSError:
        return []
    return done.stdout.splitlines() if done.returncode == 0 else []
