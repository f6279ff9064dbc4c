"""Test how `make` finds a Python."""

import ast
import os
import subprocess
import sys

import pytest

from tools.make.venv import ROOT

AS_OLD_PYTHON = """
import runpy, sys
sys.version_info = (3, 9, 1)
sys.argv = ["tools/bootstrap.py", "run"]
runpy.run_path("tools/bootstrap.py", run_name="__main__")
"""


def run_as_old_python(path):
    return subprocess.run(
        [sys.executable, "-c", AS_OLD_PYTHON],
        cwd=ROOT,
        env={**os.environ, "PATH": str(path)},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    "name", ["bootstrap", "make/pythons", "make/__init__", "__init__"]
)
def test_parses_on_an_old_python(name):
    ast.parse((ROOT / f"tools/{name}.py").read_text(), feature_version=(3, 6))


def test_old_python_alone_gets_one_sentence(tmp_path):
    done = run_as_old_python(tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("Career Guide needs Python 3.11 or newer, and this")
    assert len(done.stderr.splitlines()) == 1


def test_old_python_hands_over_to_a_newer_one(tmp_path):
    newer = tmp_path / "python3.13"
    newer.write_text('#!/bin/sh\n[ "$1" = -c ] && echo 3.13 || echo "got $2"\n')
    newer.chmod(0o755)
    assert run_as_old_python(tmp_path).stdout == "got run\n"


def test_a_name_that_starts_nothing_is_passed_over(tmp_path):
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\necho 'command not found' >&2; exit 127\n")
    shim.chmod(0o755)
    assert "needs Python 3.11" in run_as_old_python(tmp_path).stderr
