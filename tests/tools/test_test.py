import os
import subprocess
import sys

import pytest

from tools.test import compile_once


@pytest.fixture(autouse=True)
def _environ(monkeypatch):
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"):
        monkeypatch.setenv(name, "")  # so that it is as before in the end
        monkeypatch.delenv(name)


class TestCompileOnce:
    def compiled(self, folder):
        """The modules that a Python started now has compiled for the next one."""
        subprocess.run([sys.executable, "-c", "import tools.problems"], check=True)
        return [path.name.partition(".")[0] for path in folder.rglob("problems.*.pyc")]

    def test_keeps_bytecode_apart_where_none_may_be_written(
        self, tmp_path, monkeypatch
    ):
        monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        assert self.compiled(tmp_path) == []
        compile_once(tmp_path)
        assert self.compiled(tmp_path) == ["problems"]

    def test_changes_nothing_elsewhere(self, tmp_path):
        compile_once(tmp_path)
        assert "PYTHONPYCACHEPREFIX" not in os.environ
