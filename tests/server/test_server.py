"""Test `python -m careerguide.management.server` as those who run the site know it."""

import contextlib
import http.client
import json
import os
import signal
import socket
import threading
from pathlib import Path

import pytest

from careerguide import __version__

from .conftest import APP, SECONDS

pytestmark = pytest.mark.one_database


class TestStart:
    def test_env_file_is_read_before_host_port_and_processes(
        self, launch, prepared, environ, tmp_path
    ):
        """With the mark that some editors write before a text."""
        file = tmp_path / "env"
        key = "kept-to-itself" * 4
        file.write_text(
            f"\ufeffHOST=127.0.0.1\nPORT={environ['PORT']} # ours\nPROCESSES='2'\n"
            f"SECRET_KEY={key}\n"
        )
        names = ("HOST", "PORT", "PROCESSES", "SECRET_KEY")
        started = launch(ENV_FILE=str(file), **dict.fromkeys(names))
        started.wait_until_answers()
        [line] = [line for line in started.log.splitlines() if '"Serving ' in line]
        message = json.loads(line)["message"]
        database = f"SQLite at {tmp_path}/guide.sqlite3"
        assert message == (
            f"Serving {environ['SITE_URL']} with 2 processes, {database}, "
            f"version {__version__}"
        )
        assert key not in started.log

    def test_forwarded_header_is_told_once(self, launch, prepared, tmp_path):
        """Also where all that is asked for comes from memory."""
        server = launch(TRUSTED_PROXIES=None).wait_until_answers()
        for _ in range(5):
            sent = {"X-Forwarded-For": "203.0.113.9"}
            assert server.get("/robots.txt", **sent)[0] == 200
        server.wait_until_says("TRUSTED_PROXIES")
        assert server.end() == 0
        assert server.log.count("A request came with X-Forwarded-For") == 1
        assert (tmp_path / "forwarded-header.json").exists()

    def test_database_that_is_away_is_told_and_waited_for(self, launch):
        away = "postgres://me:secret@127.0.0.1:1/guide"
        server = launch(DATABASE_URL=away).wait_until_answers()
        assert "correct DATABASE_URL" in server.log and "secret" not in server.log
        assert [server.get("/readyz")[0] for _ in range(5)] == [503] * 5
        assert server.end() == 0
        assert server.log.count("Not ready: ") == 1


class TestSecondServer:
    def test_on_a_port_in_use_is_refused(self, launch, refused):
        first = launch(APP).wait_until_answers()
        message = refused(APP)
        assert f"Port {first.port} on 127.0.0.1 is in use" in message
        assert "--beside" in message
        assert first.get()[0] == 200

    def test_of_another_program_is_refused_beside_it_too(self, refused, environ):
        with socket.socket() as other:
            if hasattr(socket, "SO_REUSEPORT"):
                other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            other.bind(("127.0.0.1", int(environ["PORT"])))
            other.listen()
            assert "No server of this site has it" in refused(APP, "--beside")

    def test_beside_nobody_starts_as_ever(self, launch):
        assert launch(APP, "--beside").wait_until_answers().get()[0] == 200

    def test_starts_again_at_once_where_one_was_killed(self, launch):
        first = launch(APP).wait_until_answers()
        first.end(signal.SIGKILL)
        assert launch(APP).wait_until_answers().get()[0] == 200


class Asking(threading.Thread):
    """Asks without pause, each time on a new connection, until it is told to stop."""

    def __init__(self, server):
        super().__init__()
        self.server, self.stopping = server, threading.Event()
        self.answers, self.errors = [], []

    def run(self):
        while not self.stopping.is_set():
            try:
                self.answers.append(self.server.get())
            except (OSError, http.client.HTTPException) as error:
                self.errors.append(repr(error))


@pytest.fixture
def ask():
    """Have several ask a server; what they heard, once they are stopped."""
    asking = []

    def start(server):
        asking.extend(Asking(server) for _ in range(4))
        for each in asking:
            each.start()

    def stop():
        for each in asking:
            each.stopping.set()
        for each in asking:
            each.join()
        return [a for each in asking for a in each.answers], [
            e for each in asking for e in each.errors
        ]

    yield start, stop
    stop()


class TestBeside:
    @pytest.mark.parametrize(("processes", "changes"), [("1", 1), ("2", 1)])
    def test_no_request_is_lost(self, launch, ask, processes, changes):
        start, stop = ask
        old = launch(APP, PROCESSES=processes).wait_until_answers()
        start(old)
        for _ in range(changes):
            new = launch(APP, "--beside", PROCESSES=processes)
            mine = str(new.process.pid)
            new.wait_until(lambda mine=mine, new=new: new.get()[1].startswith(mine))
            assert old.end() == 0
            old = new
        answers, errors = stop()
        assert errors == []
        assert {status for status, _ in answers} == {200}
        assert len({who.split()[0] for _, who in answers}) == changes + 1

    def test_what_was_begun_is_finished(self, launch, environ):
        old = launch(APP).wait_until_answers()
        heard = []
        asking = threading.Thread(target=lambda: heard.append(old.get("/slow")))
        asking.start()
        begun = Path(environ["GO"]).with_suffix(".begun")
        old.wait_until(begun.exists)
        new = launch(APP, "--beside")
        new.wait_until(lambda: new.get()[1].startswith(str(new.process.pid)))
        old.process.send_signal(signal.SIGTERM)
        Path(environ["GO"]).touch()
        asking.join()
        assert [status for status, _ in heard] == [200]
        assert heard[0][1].startswith(str(old.process.pid))
        assert old.process.wait(timeout=SECONDS) == 0


class TestSuccessorThatFails:
    """Whatever becomes of a newer server, the older serves on, and can be replaced."""

    @pytest.fixture
    def old(self, launch):
        return launch(APP).wait_until_answers()

    @pytest.fixture
    def loading(self, launch, old, tmp_path):
        """A newer one that loads until the file of `load` is there."""
        newer = launch(APP, "--beside", LOAD=str(tmp_path / "load"))
        newer.wait_until((tmp_path / "load.loading").exists)
        return newer

    @pytest.fixture
    def ready(self, launch, old):
        newer = launch(APP, "--beside")
        newer.wait_until_says("still serves beside it")
        return newer

    def is_replaced(self, old, launch):
        third = launch(APP, "--beside")
        third.wait_until_says(f"process {old.process.pid}, still serves")
        assert old.end() == 0
        assert third.get()[1].startswith(str(third.process.pid))

    def serves(self, server):
        """Alone: each of some answers is its own, once a killed one's workers ended.

        Until then these may take a connection with them when they end.
        """

        def answers():
            with contextlib.suppress(ConnectionError):
                return {server.get()[1].split()[0] for _ in range(20)}

        server.wait_until(lambda: answers() == {str(server.process.pid)})

    @pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
    @pytest.mark.parametrize("stage", ["loading", "ready"])
    def test_it_is_ended(self, old, launch, request, stage, sign):
        request.getfixturevalue(stage).end(sign)
        self.is_replaced(old, launch)

    def test_it_cannot_be_loaded(self, old, launch):
        newer = launch("tests.server.no_such_module:application", "--beside")
        assert newer.process.wait(timeout=SECONDS) == 1
        self.serves(old)
        self.is_replaced(old, launch)

    def test_it_fails_again_and_again(self, old, launch):
        for _ in range(3):
            newer = launch("tests.server.no_such_module:application", "--beside")
            assert newer.process.wait(timeout=SECONDS) == 1
            assert "No server of this site" not in newer.log
        self.is_replaced(old, launch)

    def test_of_two_the_last_is_killed(self, old, ready, launch):
        last = launch(APP, "--beside")
        last.wait_until_says("still serves beside it")
        assert old.end() == 0
        last.end(signal.SIGKILL)
        self.is_replaced(ready, launch)

    def test_older_one_that_was_told_to_end_waits_until_it_is_ready(
        self, old, loading, tmp_path
    ):
        old.process.send_signal(signal.SIGTERM)
        old.wait_until_says("Told to end")
        self.serves(old)
        (tmp_path / "load").touch()
        assert old.process.wait(timeout=SECONDS) == 0
        self.serves(loading)

    def test_older_one_that_was_told_to_end_serves_on(self, old, loading, launch):
        old.process.send_signal(signal.SIGTERM)
        old.wait_until_says("Told to end")
        loading.end(signal.SIGKILL)
        old.wait_until_says("serves on")
        self.serves(old)
        self.is_replaced(old, launch)

    @pytest.mark.parametrize("processes", ["1", "2"])
    def test_older_one_that_accepts_no_more_accepts_again(
        self, launch, environ, processes
    ):
        """Where it has not ended yet; and what it has begun is finished."""
        old = launch(APP, PROCESSES=processes).wait_until_answers()
        heard = []
        asking = threading.Thread(target=lambda: heard.append(old.get("/slow")))
        asking.start()
        old.wait_until(Path(environ["GO"]).with_suffix(".begun").exists)
        newer = launch(APP, "--beside")
        newer.wait_until_says("still serves beside it")
        old.process.send_signal(signal.SIGTERM)
        old.wait_until_says("accepts no more")
        newer.end(signal.SIGKILL)
        old.wait_until_says("serves on")
        Path(environ["GO"]).touch()
        asking.join()
        assert heard[0][0] == 200
        self.serves(old)
        self.is_replaced(old, launch)

    def test_who_is_told_twice_ends(self, old, loading):
        old.process.send_signal(signal.SIGTERM)
        old.wait_until_says("Told to end")
        assert old.end() == 0

    def test_both_that_are_told_to_end_do(self, old, ready):
        old.process.send_signal(signal.SIGTERM)
        assert ready.end() == 0
        assert old.process.wait(timeout=SECONDS) == 0


class TestWorker:
    def test_that_is_killed_again_and_again_comes_back(self, launch):
        server = launch(APP).wait_until_answers()
        seen = set()
        for _ in range(4):
            worker = int(server.get()[1].split()[1])
            assert worker not in seen
            seen.add(worker)
            os.kill(worker, signal.SIGKILL)
            server.wait_until(lambda worker=worker: not is_alive(worker))
        assert server.get()[0] == 200
        assert server.end() == 0

    def test_that_never_loads_the_site_ends_the_server(self, launch):
        server = launch("tests.server.no_such_module:application")
        assert server.process.wait(timeout=SECONDS) == 1
        assert "no_such_module" in server.log


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class TestOpenFiles:
    def test_slow_start_opens_none_and_serves(self, launch, prepared):
        server = launch("tests.server.slow_start:application", open_files=256)
        server.wait_until_answers()
        assert server.get("/opened") == (200, "0")
        assert server.get("/")[0] == 200

    def test_idle_clients_beyond_what_the_system_allows_wait(self, launch):
        server = launch(APP, open_files=256).wait_until_answers()
        assert "256 open files" in server.log
        with contextlib.ExitStack() as idle:
            for _ in range(100):
                place = ("127.0.0.1", server.port)
                idle.enter_context(socket.create_connection(place))
            assert server.get()[0] == 200
