"""Stop the database for a minute: pages from memory go on, the rest says so."""

import signal
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path

from tools.testbed.readers import Readers
from tools.testbed.trial import Server
from tools.testbed.visitors import Editor, form_fields

SECONDS = 60
SECONDS_TO_RETURN = 5.0
SECONDS_TO_TELL = 4.0  # one asks a database that hangs, for 3 s
ARTICLE = "/articles/what-a-machine-learning-engineer-does/"
WARM = ["/", "/articles/", ARTICLE, "/statistics/", "/faq/"]
# No page of a search is kept, and of an address that leads nowhere none either.
COLD = [
    "/articles/?q=model",
    "/statistics/?q=salary",
    "/faq/?q=degree",
    "/articles/no/",
]
FORM = "/admin/articles/article/1/change/"


def database_file_gone(environ):
    """SQLite's file, -wal and -shm are moved away for 60 s"""
    away = moved_away(Path(environ["STATE_DIR"]))
    with Server(environ) as server:
        yield from without_database(server, away, SECONDS)


def database_server_gone(environ, postgres):
    """PostgreSQL crashes, and is gone for 60 s"""
    with Server(environ) as server:
        yield from without_database(server, crashed(postgres), SECONDS)


def database_server_hangs(environ, postgres):
    """PostgreSQL stands still for 20 s: it takes connections and answers nothing"""
    with Server(environ) as server:
        yield from without_database(server, paused(postgres), SECONDS / 3)


@contextmanager
def moved_away(folder):
    names = [f"guide.sqlite3{ending}" for ending in ("", "-wal", "-shm")]
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    moved = [name for name in names if (folder / name).exists()]
    for name in moved:
        (folder / name).rename(elsewhere / name)
    yield
    # The database itself last: whoever finds it finds what belongs to it.
    for name in reversed(moved):
        (elsewhere / name).rename(folder / name)


@contextmanager
def crashed(postgres):
    postgres.stop(signal.SIGQUIT)
    yield
    postgres.start()


@contextmanager
def paused(postgres):
    postgres.pause()
    yield
    postgres.go_on()


def without_database(server, away, seconds):
    editor = Editor(server)
    editor.sign_in()
    form = form_fields(editor.get(FORM))
    time.sleep(3)  # the pages that are read most are made ready
    found = Probes(server, editor, form)
    with (
        away,
        Readers([server], WARM, readers=20) as warm,
        Readers([server], COLD, readers=4, pause=1) as cold,
    ):
        began = time.monotonic()
        while time.monotonic() - began < seconds:
            found.ask()
            time.sleep(1)
    took, shown = returned(server, editor)
    yield warm.share(200) == 1, "what is in memory is read on", warm.summary()
    yield cold.share(503) == 1, "other pages say 503", cold.summary()
    yield from found.told()
    figure = f"{took:.1f} s until all is well, {shown:.1f} s until a change shows"
    yield took <= SECONDS_TO_RETURN, "it returns in 5 s by itself", figure


class Probes:
    """Ask once a second, for several people, and compare the answers."""

    WANTED = {
        "/healthz": 200,
        "/readyz": 503,
        "sign-in": 503,
        "feedback": 503,
        "a save": 503,
    }

    def __init__(self, server, editor, form):
        self.server, self.editor, self.form = server, editor, form
        self.statuses, self.slowest = defaultdict(set), defaultdict(float)
        self.count, self.reported_at = 0, []

    def ask(self):
        self.count += 1
        vote = {"page": ARTICLE, "helpful": "yes"}
        save = self.form | {"title": "Lost", "_publish": ""}
        for name, asked in (
            ("/healthz", lambda: self.server.ask("/healthz")[0]),
            ("/readyz", lambda: self.server.ask("/readyz")[0]),
            ("sign-in", Editor(self.server).try_to_sign_in),
            ("feedback", lambda: self.editor.post("/feedback/", vote)),
            ("a save", lambda: self.editor.post(FORM, save)),
        ):
            started = time.monotonic()
            self.statuses[name].add(asked())
            took = time.monotonic() - started
            self.slowest[name] = max(self.slowest[name], took)
        status, headers = self.server.ask(COLD[0])
        self.reported_at.append(status == 503 and "Retry-After" in headers)

    def told(self):
        reported = self.reported_at
        yield (
            all(reported),
            "with Retry-After",
            f"{sum(reported)} of {len(reported)} answers",
        )
        for name, wanted in self.WANTED.items():
            slowest, statuses = self.slowest[name], self.statuses[name]
            yield (
                statuses == {wanted} and slowest <= SECONDS_TO_TELL,
                f"{name} says {wanted}",
                f"{self.count} times {statuses}, the slowest in {slowest:.2f} s",
            )


def returned(server, editor):
    """Seconds until all answers again, and from there until a change is shown."""
    began = time.monotonic()
    while time.monotonic() - began < 30:
        answers = [server.ask("/readyz")[0], server.ask(COLD[0])[0]]
        if answers == [200, 200] and Editor(server).try_to_sign_in() == 302:
            break
        time.sleep(0.05)
    took = time.monotonic() - began
    text = f"Back after {took}"
    began = time.monotonic()
    if not editor.publish(FORM, title=text):
        return took, float("inf")
    while text not in editor.get(ARTICLE) and time.monotonic() - began < 30:
        time.sleep(0.05)
    return took, time.monotonic() - began
