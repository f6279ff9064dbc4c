"""Test that an app that is installed by two lines is whole.

In a run of their own, as no other test expects a glossary.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

pytestmark = [pytest.mark.long, pytest.mark.django_db]

OWN = ("tests/glossary/surfaces.py", "tests/glossary/editing.py")
# Where tests ask the registry which content types there are: those of terms are run.
SHARED = (
    "tests/accounts/test_group_permissions.py",
    "tests/publishing",
    "tests/site/test_views.py",
)
MOST_FILES = 12


def pytest_with_glossary(*arguments):
    command = (sys.executable, "-m", "pytest", "-q", "--ds=tests.glossary.settings")
    second = () if connection.vendor == "sqlite" else ("--database-only",)
    return subprocess.run(
        [*command, *second, *arguments],
        cwd=settings.BASE_DIR,
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")},
        capture_output=True,
        text=True,
    )


def test_every_surface_and_every_shared_rule():
    run = pytest_with_glossary(*OWN, *SHARED, "-k", "glossary or Term")
    assert run.returncode == 0, run.stdout[-5_000:] + run.stderr[-2_000:]


def test_takes_few_files():
    folder = Path(__file__).parent
    files = [
        file
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    ]
    assert len([file for file in files if file.stat().st_size]) <= MOST_FILES
