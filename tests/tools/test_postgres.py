"""Test the temporary PostgreSQL server."""

import socket
from pathlib import Path

import pytest

from tools.testbed.machine import find_postgres
from tools.testbed.postgres import temporary_postgres


@pytest.mark.skipif(not find_postgres(), reason="PostgreSQL is not on this machine")
def test_server_answers_and_is_gone_afterwards():
    with temporary_postgres() as url:
        folder = Path(url.removeprefix("postgres://guide@/")).parent
        with socket.socket(socket.AF_UNIX) as caller:
            caller.connect(str(folder / ".s.PGSQL.5432"))
    assert not folder.exists()
