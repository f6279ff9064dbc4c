"""Test HOST and PORT, and whether the address is free."""

import errno
import socket

import pytest

from careerguide.server import address
from careerguide.server.address import AddressError
from tests.each import each


@pytest.fixture
def taken():
    """A port that another program listens on."""
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # As Granian does, so that trying to bind is not enough to notice it.
        if hasattr(socket, "SO_REUSEPORT"):
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


class TestReadAddress:
    @pytest.mark.parametrize(
        ("environ", "found"),
        [
            ({}, ("127.0.0.1", 8000)),
            ({"HOST": "", "PORT": ""}, ("127.0.0.1", 8000)),
            ({"HOST": "0.0.0.0", "PORT": "80"}, ("0.0.0.0", 80)),
            ({"HOST": "[::1]", "PORT": " 8001 "}, ("::1", 8001)),
        ],
    )
    def test_reads_host_and_port(self, environ, found):
        assert address.read_address(environ) == found

    @each("port", ["abc", "0", "-1", "65536", "70000", "8000.5", "٨٠٠٠", "9" * 5000])
    def test_bad_port_says_what_a_port_is(self, port):
        with pytest.raises(AddressError, match="is not a port: give a number from 1"):
            address.read_address({"PORT": port})


@pytest.mark.parametrize(
    ("host", "port", "url"),
    [
        ("127.0.0.1", 8000, "http://127.0.0.1:8000"),
        ("localhost", 80, "http://localhost"),
        ("::1", 8000, "http://[::1]:8000"),
        ("0.0.0.0", 8000, "http://127.0.0.1:8000"),
        ("::", 8000, "http://[::1]:8000"),
    ],
)
def test_url_works_in_a_browser_on_this_machine(host, port, url):
    assert address.http_url(host, port) == url


class TestCheckFree:
    def test_free_port_is_fine(self, taken):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            free = probe.getsockname()[1]
        address.check_free("127.0.0.1", free)

    @pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0"])
    def test_port_in_use_names_another(self, taken, host):
        with pytest.raises(AddressError, match=rf"Port {taken} .* is in use.*PORT=\d+"):
            address.check_free(host, taken)

    @pytest.mark.parametrize(
        ("host", "sentence"),
        [
            ("192.0.2.1", "HOST=192.0.2.1 is not an address of this machine"),
            ("no.such.invalid", "is no address or name this machine knows"),
            ("a" * 70, "is no address or name this machine knows"),
        ],
    )
    def test_host_that_is_not_ours(self, taken, host, sentence):
        with pytest.raises(AddressError, match=sentence):
            address.check_free(host, taken)

    def test_port_of_the_administrator(self, monkeypatch):
        class Refusing(socket.socket):
            def connect_ex(self, address):
                return errno.ECONNREFUSED

            def bind(self, address):
                raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(socket, "socket", Refusing)
        with pytest.raises(AddressError, match="Port 80 is kept for the administrator"):
            address.check_free("127.0.0.1", 80)
