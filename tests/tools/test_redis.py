"""Test the temporary Redis server."""

import pytest

from tools.make.problems import Problem
from tools.testbed.machine import find_redis
from tools.testbed.redis import temporary_redis

pytestmark = pytest.mark.skipif(not find_redis(), reason="Redis is not on this machine")


def test_server_answers_and_is_gone_afterwards():
    with temporary_redis() as server, server.client() as client:
        assert client.ping()
    assert not server.socket.parent.exists()


def test_server_comes_back_empty():
    with temporary_redis() as server, server.client() as client:
        client.set("bees", 7)
        server.stop()
        server.start()
        assert client.get("bees") is None


def test_paused_server_is_gone_afterwards():
    with temporary_redis() as server:
        server.pause()
    assert not server.socket.parent.exists()


def test_setting_that_redis_does_not_know_is_a_sentence():
    with pytest.raises(Problem, match="Redis did not start"), temporary_redis(bees=7):
        pass
