"""Test docs/operating.md word by word, on a real PostgreSQL and Redis.

Only places differ: the folders are of the test, and so is the port. `make rehearse`
runs the same page on a bare Debian with nothing replaced but systemd itself.
"""

import importlib.util
import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import threading
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from tools.rehearsal.operating import PAGE, RELEASED, STAND_INS, blocks
from tools.testbed.machine import find_postgres, find_redis
from tools.testbed.postgres import temporary_postgres
from tools.testbed.redis import temporary_redis
from tools.testbed.servers import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = PAGE.read_text(encoding="utf-8")
CAN_BE_REPLACED = importlib.util.find_spec("careerguide.server") is not None
NEEDS = {"", "root", "network", "nginx", "beside", "untried"}


class Machine:
    """A folder that looks like a machine's root to the commands of the page."""

    PLACES = (
        *("/opt/careerguide", "/etc/careerguide", "/var/lib/careerguide"),
        *("/var/backups/careerguide", "/etc/systemd/system", "/usr/local/bin"),
    )

    def __init__(self, root, database, redis):
        self.root, self.port = root, free_port()
        self.replaced = {place: f"{root}{place}" for place in self.PLACES}
        self.replaced["127.0.0.1:8000"] = f"127.0.0.1:{self.port}"
        self.replaced["postgres:///careerguide"] = database
        self.replaced["redis://127.0.0.1:6379/0"] = redis
        if not CAN_BE_REPLACED:
            self.replaced[" --beside"] = ""
        for place in self.PLACES:
            Path(f"{root}{place}").mkdir(parents=True)
        path = [self.at("/usr/local/bin"), STAND_INS, os.environ["PATH"]]
        self.environ = {
            "PATH": ":".join(map(str, path)),
            "HOME": str(root),
            "LANG": "C.UTF-8",
            "PORT": str(self.port),
            "UNITS": str(self.at("/etc/systemd/system")),
            "STAND_IN_RUN": str(root / "run"),
            "STAND_IN_AS_ME": "1",
        }

    def at(self, place):
        return Path(f"{self.root}{place}")

    def here(self, text):
        for there, here in self.replaced.items():
            text = text.replace(there, here)
        return text

    def bring(self, version):
        """The archive of a release, whose files name the places of this machine."""
        tree = self.root / f"tree-{version}"
        tree.mkdir()
        for name in RELEASED:
            source, target = ROOT / name, tree / name
            if source.is_dir():
                unwanted = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, target, ignore=unwanted)
            else:
                shutil.copy(source, target)
        for file in (tree / "deploy").rglob("*"):
            if file.is_file():
                file.write_text(self.here(file.read_text()))
        with tarfile.open(self.root / f"careerguide-{version}.tar.gz", "w:gz") as tar:
            tar.add(tree, arcname=".")
        shutil.rmtree(tree)

    def run(self, block):
        text = self.here(block.text)
        if block.needs == "network":
            # The packages are those of this test.
            venv = re.search(r"venv (\S+/venv)\n", text)[1]
            return os.symlink(sys.prefix, venv)
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", text],
            cwd=self.root,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, f"{block.text}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def end(self):
        for file in self.root.glob("run/*.pid"):
            with suppress(ProcessLookupError):
                os.kill(int(file.read_text()), signal.SIGTERM)


class Reader(threading.Thread):
    """Asks for a page again and again until it is stopped."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.url = f"http://127.0.0.1:{port}/healthz"
        self.answered, self.lost, self.stopped = 0, [], threading.Event()

    def run(self):
        while not self.stopped.is_set():
            try:
                with urllib.request.urlopen(self.url, timeout=30) as answer:
                    self.answered += answer.status == 200
            except OSError as error:
                self.lost.append(error)


@pytest.fixture
def machine(tmp_path):
    for missing, name in (
        (not find_postgres(), "PostgreSQL"),
        (not find_redis(), "Redis"),
    ):
        if missing:
            pytest.skip(f"{name} is not on this machine")
    with temporary_postgres() as database, temporary_redis() as redis:
        machine = Machine(tmp_path / "root", database, redis.url)
        yield machine
        machine.end()


@pytest.mark.long
def test_page_can_be_followed(machine):
    machine.bring("0.1.0"), machine.bring("0.2.0")
    outputs, reader = {}, None
    for block in blocks():
        if block.needs in ("root", "nginx", "untried"):
            continue
        if block.needs == "beside" and not CAN_BE_REPLACED:
            continue
        if block.needs == "beside" and reader is None:
            reader = Reader(machine.port)
            reader.start()
        outputs.setdefault(block.topic, []).append(machine.run(block))
    if reader:
        reader.stopped.set()
        reader.join(60)
        assert reader.answered and not reader.lost
    assert re.search(r"password.*: [a-z0-9-]{19}$", outputs["First start"][3], re.M)
    assert "no issues" in outputs["First start"][3]
    assert outputs["Start and stop"][1] == "ok\n"
    assert "MB, in " in outputs["Back up"][0]
    assert "Look at it with, as the account " in outputs["Restore"][0]
    assert "What was here is in" in outputs["Restore"][1]


class TestReleaseThatIsNeverReady:
    @pytest.mark.parametrize("topic", ["Upgrade", "Go back"])
    def test_leaves_the_old_one_serving(self, tmp_path, topic):
        """Pasted into a shell, where a command that fails stops no other."""
        [block] = [b for b in blocks() if b.topic == topic and b.needs == "beside"]
        text = block.text[block.text.index("since=") :].replace("curl", "true")
        assert "timeout 120 " in text
        for name in ("systemctl", "journalctl"):
            program = tmp_path / name
            program.write_text(f'#!/bin/sh\necho {name} "$@" >> {tmp_path}/called\n')
            program.chmod(0o755)
        subprocess.run(
            ["sh", "-c", text.replace("timeout 120 ", "timeout 2 ")],
            env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
            timeout=300,
        )
        called = (tmp_path / "called").read_text()
        assert "journalctl" in called and "systemctl enable --now" in called
        assert "disable" not in called


class TestPage:
    def test_every_block_says_what_it_needs(self):
        assert {block.needs for block in blocks()} <= NEEDS
        fences = re.findall(r"^```(\S+)", TEXT, re.M)
        assert {*fences} == {"sh"} and len(fences) == len(list(blocks()))

    def test_untried_commands_are_said_to_be(self):
        """Each stands below words that say so, and names what there is."""
        parts = TEXT.split("```sh untried\n")
        for before, after in itertools.pairwise(parts):
            words = before.rpartition("```")[2]
            assert "untried" in words or "Neither was ever built or run" in words
            named = re.findall(r"(?:current/)?(deploy/\S+)", after.partition("```")[0])
            names = {name for name in named if not name.endswith("/env")}
            assert all((ROOT / name).exists() for name in names)

    def test_every_topic_fits_a_screen(self):
        for topic in re.split(r"^## ", TEXT, flags=re.M)[1:]:
            most = 75 if topic.startswith("First start") else 45
            assert len(topic.splitlines()) <= most, topic.splitlines()[0]

    def test_every_topic_is_in_its_contents(self):
        slugs = {
            re.sub(r"[^a-z -]", "", name.lower()).replace(" ", "-")
            for name in re.findall(r"^## (.+)$", TEXT, re.M)
        }
        assert slugs == {*re.findall(r"\]\(#([a-z-]+)\)", TEXT)}

    @pytest.mark.parametrize(
        "path", sorted({*re.findall(r"`((?:deploy|tests|docs)/[^`]+)`", TEXT)})
    )
    def test_files_it_names_are_there(self, path):
        assert (ROOT / path).exists()

    def test_every_file_of_deploy_is_named(self):
        for folder in (ROOT / "deploy").iterdir():
            assert folder.name in TEXT
