"""Check that a backup under load comes back whole, and that damage is found."""

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

from tools.make.problems import Problem
from tools.make.venv import ROOT
from tools.testbed.readers import Readers
from tools.testbed.small_disk import filled, small_disk
from tools.testbed.trial import Server
from tools.testbed.visitors import Editor

from .publishing import integrity, state_of, text

GUIDES = 30
SECONDS_TO_RESTORE = 600
SECONDS_TO_SHOW = 5  # of which a command takes some, that asks what there is to show
TITLE = "from articles.models import Article as A; print(A.objects.get(pk=1).title)"
FLIPS, CUTS, KILLS = 60, 20, 8
FORM = "/admin/articles/article/1/change/"
PATHS = ["/", "/articles/", "/statistics/", "/faq/", "/faq/?q=degree"]
DISK_MEGABYTES = 8
MADE_OLD = "from articles.models import Article as A; A.objects.update(title='Old')"
COUNTED = (
    "from articles.models import Article as A;"
    "print(A.objects.filter(title='Old').count(), A.objects.count())"
)


def backup_under_load(environ, postgres=None):
    """A backup while 20 read and one publishes, restored on an empty place"""
    state = Path(environ["STATE_DIR"])
    file = state / "backups" / "under-load.tar"
    with Server(environ) as server:
        server.manage("make_sample_guides", str(GUIDES), "--beside-real-guides")
        editor = Editor(server)
        editor.sign_in()
        publisher = Publisher(editor)
        with Readers([server], PATHS, readers=20) as readers, publisher:
            time.sleep(1)
            before, started = publisher.acknowledged, time.monotonic()
            server.manage("backup", "--output", str(file))
            took, after = time.monotonic() - started, publisher.acknowledged
        published = publisher.acknowledged
        shown = shown_after_restore(server, file)
    fine = readers.share(200) == 1 and not publisher.failed and after > before
    yield (
        fine,
        "readers read and an editor publishes on",
        (f"{readers.summary()}; {after - before} publishes in {took:.1f} s"),
    )
    yield (
        shown <= SECONDS_TO_SHOW,
        "a running server shows what was restored",
        (f"{shown:.1f} s after the restore"),
    )
    yield from restored(environ, postgres, file, before, published)
    yield from harmed(environ, file)
    yield from killed_while_restoring(environ, postgres, file)


def shown_after_restore(server, file):
    """Return seconds after a restore over a running site until its pages are those."""
    server.manage("restore", str(file), "--replace", "--without-backup")
    began = time.monotonic()
    title = server.manage("shell", "-v", "0", "-c", TITLE)
    while time.monotonic() - began < 30:
        with urllib.request.urlopen(f"{server.url}/articles/") as page:
            if f">{title}<" in page.read().decode():
                break
        time.sleep(0.05)
    return time.monotonic() - began


class Publisher(threading.Thread):
    """Publishes one article again and again for as long as a block runs."""

    def __init__(self, editor):
        super().__init__(daemon=True)
        self.editor, self.acknowledged, self.failed = editor, 0, 0
        self.stopped = threading.Event()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exception):
        self.stopped.set()
        self.join()

    def run(self):
        number = 0
        while not self.stopped.is_set():
            number += 1
            words = {"title": f"Text {number}", "body": text(number)}
            if self.editor.publish(FORM, **words):
                self.acknowledged = number
            else:
                self.failed += 1


def restored(environ, postgres, file, before, published):
    """Restore on a machine that has nothing, with a database of its own."""
    with elsewhere(environ, postgres) as other:
        started = time.monotonic()
        done = manage(other, "restore", str(file))
        took = time.monotonic() - started
        yield (
            done.returncode == 0 and took <= SECONDS_TO_RESTORE,
            "it is restored within 10 min",
            f"{took:.1f} s, of {file.stat().st_size / 1e6:.1f} MB {done.stderr[-200:]}",
        )
        number, half_done = state_of(Of(other), other)
        yield (
            before <= number <= published and not half_done,
            "it holds what was acknowledged, and nothing half done",
            f"{before} were acknowledged before it, {published} in all, {number} in it "
            f"{half_done}",
        )
        there, here = hashes(environ), hashes(other)
        yield there == here, "hashes of uploads are equal", f"{len(here)} files"
        if not postgres:
            verdict = integrity(other)
            yield (
                verdict == "ok",
                "the database is whole",
                f"integrity_check: {verdict}",
            )


def harmed(environ, file):
    """Yield what a bad disk or a broken copy does to the file."""
    chance = random.Random(7)
    whole = file.read_bytes()
    bad, found = file.with_name("harmed.tar"), 0
    code = (
        "import sys; from careerguide.operations.backups.archive import Archive;"
        "from careerguide.operations.errors import OperationError;"
        "from pathlib import Path\n"
        "try: Archive(Path(sys.argv[1])); print('whole')\n"
        "except OperationError as error: print(error)\n"
    )
    places = [chance.randrange(len(whole)) for _ in range(FLIPS)]
    cuts = [chance.randrange(len(whole)) for _ in range(CUTS)]
    versions = [
        *(whole[:p] + bytes([whole[p] ^ 1 << p % 8]) + whole[p + 1 :] for p in places),
        *(whole[:cut] for cut in cuts),
    ]
    for content in versions:
        bad.write_bytes(content)
        command = [sys.executable, "-c", code, bad]
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout
        found += "damaged" in told or "no backup" in told
    bad.unlink()
    yield (
        found == len(versions),
        "a flipped bit and a cut are found",
        f"{found} of {FLIPS} flips and {CUTS} cuts",
    )


def killed_while_restoring(environ, postgres, file):
    """`kill -9` of a restore over a site: it is the one site or the other."""
    chance = random.Random(7)
    with elsewhere(environ, postgres) as other:
        manage(other, "restore", str(file))
        started = time.monotonic()
        manage(other, "restore", str(file), "--as-copy")
        lasts = time.monotonic() - started
        states, torn = [], []
        for _ in range(KILLS):
            manage(other, "shell", "-v", "0", "-c", MADE_OLD)
            process = start(
                other, "restore", str(file), "--replace", "--without-backup"
            )
            time.sleep(chance.uniform(0.3, 1.1) * lasts)
            process.kill()
            process.communicate()
            told = manage(other, "shell", "-v", "0", "-c", COUNTED).stdout
            old, count = map(int, told.split() or (1, 0))
            states.append(old)
            if old not in (0, count) or not count:
                torn.append(told)
        old = sum(old > 0 for old in states)
        yield (
            not torn,
            "a restore that is killed leaves one site or the other",
            (f"{KILLS} kills: {old} times the old, {KILLS - old} the new one {torn}"),
        )


def backup_disk_full(environ):
    """The disk that backups are written to is full"""
    folder = Path(environ["STATE_DIR"]) / "backups"
    folder.mkdir(parents=True)
    manage(environ, "migrate", "--verbosity=0")
    manage(environ, "seed")
    try:
        with small_disk(folder, DISK_MEGABYTES):
            first = manage(environ, "backup")
            kept = {path.name for path in folder.iterdir()}
            with filled(folder):
                done = manage(environ, "backup", "--keep", "1")
                left = {path.name for path in folder.iterdir()} - {"ballast"}
            yield (
                done.returncode == 1 and "The disk is full" in done.stderr,
                "a backup says that the disk is full",
                done.stderr.strip()[-80:],
            )
            yield (
                first.returncode == 0 and left == kept,
                "and leaves nothing, and what was there",
                f"{len(left - kept)} files left, {len(kept - left)} gone",
            )
    except Problem as problem:
        print(problem)


class Of:
    """Offer of a server what `state_of` asks: only its commands."""

    def __init__(self, environ):
        self.environ = environ

    def manage(self, *arguments):
        return manage(self.environ, *arguments).stdout.strip()


class elsewhere:
    """The environment of a site that has nothing yet, for as long as a block runs."""

    def __init__(self, environ, postgres):
        self.environ, self.postgres = environ, postgres

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="guide-elsewhere-")
        place = Path(self.folder.name)
        url = f"sqlite:///{place}/guide.sqlite3"
        if self.postgres:
            connect = ["--host", self.postgres.folder, "--username", "guide"]
            self.postgres.run("dropdb", *connect, "--if-exists", "elsewhere")
            self.postgres.run("createdb", *connect, "elsewhere")
            url = self.postgres.url.removesuffix("guide") + "elsewhere"
        return self.environ | {
            "STATE_DIR": str(place),
            "MEDIA_ROOT": str(place / "media"),
            "DATABASE_URL": url,
        }

    def __exit__(self, *exception):
        self.folder.cleanup()


def start(environ, *arguments):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ | environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def manage(environ, *arguments):
    process = start(environ, *arguments)
    output, errors = process.communicate()
    return subprocess.CompletedProcess(arguments, process.returncode, output, errors)


def hashes(environ):
    folder = Path(environ["MEDIA_ROOT"])
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
