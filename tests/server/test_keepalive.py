"""Test that accepted connections use TCP keep-alive."""

import socket

import pytest

from careerguide.server import keepalive


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


def test_accepted_connections_are_asked_whether_somebody_is_there(listener):
    keepalive.drop_lost_clients(listener)
    with (
        socket.create_connection(listener.getsockname()),
        listener.accept()[0] as accepted,
    ):
        assert accepted.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        idle = getattr(socket, "TCP_KEEPIDLE", getattr(socket, "TCP_KEEPALIVE", 0))
        assert accepted.getsockopt(socket.IPPROTO_TCP, idle) == keepalive.SILENT
