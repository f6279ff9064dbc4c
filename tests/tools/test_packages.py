"""Test how packages are installed in var/venv."""

import errno
import subprocess
import sys

import pytest

from tools.make import venv as packages
from tools.make.problems import DISK_FULL, Problem


@pytest.fixture
def venv(tmp_path, monkeypatch):
    """A virtual environment that looks finished, with every command recorded."""
    monkeypatch.delenv("PYTHON", raising=False)
    monkeypatch.setattr(packages, "ROOT", tmp_path)
    monkeypatch.setattr(packages, "VAR", tmp_path / "var")
    monkeypatch.setattr(packages, "VENV", tmp_path / "var/venv")
    monkeypatch.setattr(packages, "PYTHON", tmp_path / "var/venv/bin/python")
    monkeypatch.setattr(packages, "PIP_LOG", tmp_path / "var/pip.log")
    monkeypatch.setattr(packages, "UNFINISHED", tmp_path / "var/venv/unfinished")
    (tmp_path / "requirements.txt").write_text("one==1\n")
    major, minor = sys.version_info[:2]
    site = tmp_path / f"var/venv/lib/python{major}.{minor}/site-packages/pip"
    site.mkdir(parents=True)
    packages.PYTHON.parent.mkdir()
    packages.PYTHON.symlink_to(sys.executable)
    return packages.VENV


@pytest.fixture
def commands(monkeypatch):
    run = []
    monkeypatch.setattr(packages, "run_quietly", lambda c, env=None: run.append(c[2]))
    return run


class TestInstall:
    def test_happens_once(self, venv, commands):
        packages.prepare(packages.SITE)
        packages.prepare(packages.SITE)
        assert commands == ["pip"]

    def test_happens_again_when_the_list_changed(self, venv, commands):
        packages.prepare(packages.SITE)
        (packages.ROOT / "requirements.txt").write_text("one==2\n")
        packages.prepare(packages.SITE)
        assert commands == ["pip", "pip"]

    def test_cut_short_makes_a_new_environment(self, venv, commands, monkeypatch):
        packages.prepare(packages.SITE)
        packages.UNFINISHED.touch()
        packages.prepare(packages.SITE)
        assert commands == ["pip", "venv", "pip"]
        assert not packages.UNFINISHED.exists()

    def test_interrupt_leaves_the_mark(self, venv, monkeypatch):
        def interrupted(command, env=None):
            raise KeyboardInterrupt

        monkeypatch.setattr(packages, "run_quietly", interrupted)
        with pytest.raises(KeyboardInterrupt):
            packages.prepare(packages.SITE)
        assert packages.UNFINISHED.exists()

    @pytest.mark.parametrize(("reason", "marked"), [(DISK_FULL, True), ("x", False)])
    def test_failure_leaves_the_mark_only_on_a_full_disk(
        self, venv, monkeypatch, reason, marked
    ):
        def failing(command, env=None):
            raise Problem(reason)

        monkeypatch.setattr(packages, "run_quietly", failing)
        with pytest.raises(Problem):
            packages.prepare(packages.SITE)
        assert packages.UNFINISHED.exists() == marked


class TestUsable:
    def test_finished_one_is(self, venv):
        assert packages.is_usable()

    def test_one_whose_python_is_gone_is_not(self, venv):
        packages.PYTHON.unlink()
        packages.PYTHON.symlink_to("/no/such/python3.11")
        assert not packages.is_usable()

    def test_one_whose_python_became_another_version_is_not(self, venv):
        packages.PYTHON.unlink()
        packages.PYTHON.write_text("#!/bin/sh\necho 3.99\n")
        packages.PYTHON.chmod(0o755)
        assert not packages.is_usable()

    def test_another_python_is_used_when_asked_for(self, venv, monkeypatch):
        monkeypatch.setenv("PYTHON", "python3.13")
        monkeypatch.setattr(packages, "version_of", lambda path: (3, 11))
        monkeypatch.setattr(sys, "version_info", (3, 13, 0))
        assert not packages.is_usable()


def test_missing_module_names_the_package_to_install(monkeypatch):
    find = packages.importlib.util.find_spec
    monkeypatch.setattr(
        packages.importlib.util,
        "find_spec",
        lambda name: None if name == "ensurepip" else find(name),
    )
    with pytest.raises(Problem, match=r"ensurepip .* sudo apt install python3\.\d+-v"):
        packages.check_modules()


class TestRunQuietly:
    def fail(self, words):
        code = f"print({words!r}); raise SystemExit(1)"
        with pytest.raises(Problem) as caught:
            packages.run_quietly([sys.executable, "-c", code])
        return str(caught.value)

    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            ("ERROR: [Errno 28] No space left on device", "disk is full"),
            ("NewConnectionError('... Name or service not known')", "network"),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "checked with"),
            ("PermissionError: [Errno 13] Permission denied", "may write"),
            ("ERROR: Failed building wheel for x", "released Python"),
        ],
    )
    def test_known_failure_is_said_in_a_sentence(self, venv, words, sentence):
        assert sentence in self.fail(words)

    def test_unknown_failure_is_kept(self, venv):
        assert "(boom): the whole report is in var/pip.log" in self.fail("x\nboom")
        assert packages.PIP_LOG.read_text() == "x\nboom\n"


def test_full_disk_is_one_sentence(tmp_path):
    """The whole word, where even the folder cannot be made."""
    code = (
        "import errno, pathlib, sys\n"
        "from tools.make import targets, venv\n"
        "def full(*args, **options): raise OSError(errno.ENOSPC, 'full')\n"
        "venv.Path.mkdir = full\n"
        "sys.exit(targets.do('lint'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=packages.ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (1, DISK_FULL + "\n")


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES])
def test_folder_that_cannot_be_written_is_named(monkeypatch, code):
    from tools.make import targets as words

    def refuse(lists):
        raise OSError(code, "no", "/x/var")

    monkeypatch.setattr(packages, "prepare", refuse)
    assert words.do("lint") == (
        "/x/var cannot be written: make sure that you may write there."
    )
