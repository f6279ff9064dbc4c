"""Test how `make test` runs pytest."""

import os
import subprocess
import sys

import pytest

from tools.make.test import Run, compile_once


@pytest.fixture(autouse=True)
def _environ(monkeypatch):
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"):
        monkeypatch.setenv(name, "")  # so that it is as before in the end
        monkeypatch.delenv(name)


class TestCompileOnce:
    def compiled(self, folder):
        """The modules that a Python started now has compiled for the next one."""
        subprocess.run([sys.executable, "-c", "import tools.make.problems"], check=True)
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


class TestRun:
    @pytest.fixture
    def run(self, monkeypatch):
        """Run a program in the place of pytest: ``run("print(1)", file=…)``."""
        monkeypatch.setattr("tools.make.test.PYTEST", (sys.executable, "-c"))
        return lambda code, **kept: Run([code], {**os.environ}, **kept)

    def test_shows_what_was_kept_when_it_is_waited_for(self, run, tmp_path, capfd):
        beside = run("print(1 + 1)", file=tmp_path / "output")
        assert run("print(2 + 2)").passed()
        beside.timing.join()
        assert capfd.readouterr().out.rpartition("\n---")[2].split()[-1:] == ["4"]
        assert beside.passed()
        assert capfd.readouterr().out.split()[-1:] == ["2"]

    def test_shows_what_comes_while_it_is_waited_for(self, run, tmp_path, capfd):
        gate = tmp_path / "gate"
        wait = (
            f"import os, time\nwhile not os.path.exists({str(gate)!r}): time.sleep(0)"
        )
        beside = run(f"{wait}\nprint(1 + 1)", file=tmp_path / "output")
        gate.touch()
        assert beside.passed()
        assert capfd.readouterr().out.split()[-1:] == ["2"]

    @pytest.mark.parametrize("code", [1, 2, 5])
    def test_that_fails_has_not_passed(self, run, monkeypatch, code):
        monkeypatch.setattr(sys, "argv", ["make test"])
        assert not run(f"raise SystemExit({code})").passed()

    def test_of_a_part_may_have_nothing_of_it(self, run, monkeypatch):
        monkeypatch.setattr(sys, "argv", ["make test", "-k", "bees"])
        assert run("raise SystemExit(5)").passed()
        assert not run("raise SystemExit(1)").passed()
