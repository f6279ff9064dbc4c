"""Threads that have nothing to do end, many at once, and the worker lives on."""

import http.client
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from careerguide.management.server import THREADS
from tests.server.conftest import SECONDS
from tools.machine import find_postgres
from tools.postgres import temporary_postgres

from . import conftest

pytestmark = [
    pytest.mark.one_database,
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc"),
]
ROUNDS = 3
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


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, prepared, environ, migrated):
    if request.param == "sqlite":
        yield environ["DATABASE_URL"]
        return
    if find_postgres() is None:
        pytest.skip("PostgreSQL is not here")
    with temporary_postgres() as url:
        migrated(url)
        yield url


@pytest.mark.parametrize("processes", [2])
def test_no_worker_ends_with_its_threads(launch, database, processes, monkeypatch):
    monkeypatch.setattr(conftest, "SERVER", conftest.QUICK_THREADS)
    server = launch(DATABASE_URL=database, PROCESSES=str(processes))
    server.wait_until_answers()
    server.wait_until(lambda: len(workers_of(server.process.pid)) == processes)
    workers = workers_of(server.process.pid)
    for number in range(ROUNDS):
        with ThreadPoolExecutor(40) as readers:
            statuses = readers.map(
                lambda i, number=number: asked(server.port, i, f"{number}-{i}"),
                range(160),
            )
            assert {*statuses} <= {200, 302, 303, 400, 403, 404, 429}
        [busy, *_] = sorted((threads_of(w), w) for w in workers)[::-1]
        idle = busy[0] - (THREADS - 2)
        server.wait_until(lambda busy=busy, idle=idle: threads_of(busy[1]) <= idle)
        assert workers_of(server.process.pid) == workers, server.log
    assert server.end() == 0
    assert "ended after" not in server.log
