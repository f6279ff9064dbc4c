"""Test what `make rehearse` would run, by reading the page only."""

import subprocess
import tarfile

from tools.rehearsal import __main__
from tools.rehearsal.operating import blocks


def test_runs_every_block_as_it_stands():
    script = __main__.script_of_page()
    for block in blocks():
        lines = block.text.splitlines()
        is_run = block.needs not in ("beside", "untried")
        assert not is_run or all(line in script for line in lines)


def test_script_can_be_read_by_bash(tmp_path):
    (tmp_path / "script").write_text(__main__.script_of_page())
    command = ["bash", "-n", tmp_path / "script"]
    assert subprocess.run(command, capture_output=True).stderr == b""


def test_release_has_nothing_compiled():
    assert __main__.tidy(tarfile.TarInfo("careerguide/__pycache__/a.pyc")) is None
    assert __main__.tidy(tarfile.TarInfo("careerguide/urls.py"))


def test_quotes_what_a_shell_would_read():
    text = "it's $HOME `x`"
    done = subprocess.run(
        ["bash", "-c", f"printf %s {__main__.quoted(text)}"], capture_output=True
    )
    assert done.stdout.decode() == text
