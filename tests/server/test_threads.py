"""Test that idle threads end, many at once, and the worker lives on."""

import http.client
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from careerguide.server.granian import THREADS
from tests.server.conftest import SECONDS
from tools.testbed.machine import find_postgres
from tools.testbed.postgres import temporary_postgres
from tools.testbed.servers import free_port

from . import conftest

pytestmark = [
    pytest.mark.one_database,
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc"),
]
ROUNDS, PROCESSES = 2, 2
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def asked(port, number, marker):
    """One request of each kind in turn; those that ask the database, above all."""
    kinds = [
        ("GET", f"/admin/?q={marker}", None, {"Cookie": f"sessionid=made-{marker}"}),
        ("GET", f"/articles/none-{marker}/", None, {}),
        ("GET", "/admin/login/", None, {}),
        ("GET", f"/articles/?q={marker}", None, {"Cookie": f"sessionid={marker}"}),
        ("GET", "/readyz", None, {}),
        ("GET", "/statistics.json", None, {}),
        ("POST", "/feedback/", f"kind=problem&text={marker}&page=/", FORM),
        ("POST", "/admin/login/", "username=a&password=b", FORM),
    ]
    method, path, body, headers = kinds[number % len(kinds)]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    with closing(connection):
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status


def threads_of(process):
    return len(os.listdir(f"/proc/{process}/task"))


def workers_of(process):
    """The processes that serve: those of its children which are no helper."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return {
        child
        for child in children
        if b"resource_tracker" not in Path(f"/proc/{child}/cmdline").read_bytes()
    }


@pytest.fixture
def databases(prepared, environ, migrated):
    """The URL of one of each kind that is here."""
    with ExitStack() as stack:
        urls = [environ["DATABASE_URL"]]
        if find_postgres() is not None:
            urls.append(stack.enter_context(temporary_postgres()))
            migrated(urls[-1])
        yield urls


@pytest.fixture
def servers(launch, databases, environ, tmp_path, monkeypatch):
    """One on each database; each has its port and its folder of state."""
    monkeypatch.setattr(conftest, "SERVER", conftest.QUICK_THREADS)
    started = []
    for number, url in enumerate(databases):
        port, state = str(free_port()), tmp_path / f"state-{number}"
        state.mkdir()
        named = {"DATABASE_URL": url, "STATE_DIR": str(state), "PORT": port}
        named |= {"SITE_URL": f"http://127.0.0.1:{port}", "PROCESSES": str(PROCESSES)}
        started.append(launch(**named))
    for server in started:
        server.wait_until_answers()
        server.wait_until(lambda s=server: len(workers_of(s.process.pid)) == PROCESSES)
    return started


def burst(server, number):
    """Forty readers at once; the threads of the busiest worker after them."""
    with ThreadPoolExecutor(40) as readers:
        statuses = readers.map(
            lambda i: asked(server.port, i, f"{number}-{i}"), range(160)
        )
        assert {*statuses} <= {200, 302, 303, 400, 403, 404, 429}, server.log
    return max((threads_of(w), w) for w in workers_of(server.process.pid))


@pytest.mark.long
def test_no_worker_ends_with_its_threads(servers):
    """On either database: all wait at once for the seconds until idle threads end."""
    workers = [workers_of(server.process.pid) for server in servers]
    for number in range(ROUNDS):
        busiest = [burst(server, number) for server in servers]
        for server, (threads, worker) in zip(servers, busiest, strict=True):
            idle = threads - (THREADS - 2)
            server.wait_until(lambda w=worker, most=idle: threads_of(w) <= most)
        assert [workers_of(s.process.pid) for s in servers] == workers
    for server in servers:
        assert server.end() == 0
        assert "ended after" not in server.log
