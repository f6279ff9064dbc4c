"""Test that the app `statistics` hides nothing of the standard module."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SET_UP = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "careerguide.settings"
import django
django.setup()
"""
STANDARD_FIRST = f"import statistics, careerguide\n{SET_UP}"
PROJECT_FIRST = f"import careerguide, statistics\n{SET_UP}"
# pytest-benchmark takes names out of the module before Django is even imported.
NAMES_TAKEN_FIRST = f"from statistics import fmean, pstdev\n{SET_UP}"
SQLITE_FIRST = f"import careerguide, django.db.backends.sqlite3.base\n{SET_UP}"


def run(code):
    """What code prints in a new process that has imported nothing yet."""
    command = [sys.executable, "-W", "error", "-c", code]
    environ = {**os.environ, "DEBUG": "true"}
    done = subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    "start",
    [STANDARD_FIRST, PROJECT_FIRST, NAMES_TAKEN_FIRST, SQLITE_FIRST],
    ids=["standard first", "project first", "names taken first", "sqlite first"],
)
def test_module_and_app_work_in_any_order(start):
    printed = run(
        start + "import statistics, statistics.models\n"
        "import django.db.backends.sqlite3.base\n"
        "from django.apps import apps\n"
        "print(statistics.fmean([1, 2]), statistics.models.StatTable.__name__,"
        " apps.get_app_config('statistics').path)"
    )
    assert printed == f"1.5 StatTable {ROOT / 'statistics'}"


def test_import_finds_the_standard_module():
    printed = run(f"{SET_UP}import statistics; print(statistics.__file__)")
    assert Path(printed) == Path(sysconfig.get_path("stdlib"), "statistics.py")


def test_folder_is_no_package_of_its_own():
    assert not (ROOT / "statistics" / "__init__.py").exists()
