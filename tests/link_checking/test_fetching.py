"""Test what is asked of other sites, and what never is."""

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from careerguide.link_checking import fetching
from tests.each import each

PRIVATE = """
127.0.0.1 10.0.0.1 192.168.1.1 172.16.0.1 169.254.169.254 100.64.0.1 0.0.0.0
224.0.0.1 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fc00::1 ff02::1 fec0::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1::1 2002:a00:1::
2001:0:7f00:1:: ::127.0.0.1 ::7f00:1 ::10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b:1::7f00:1
100::1 4000::1
"""


@each("address", PRIVATE.split())
def test_private_addresses(address):
    assert not fetching.is_public(address)


@each("address", ["93.184.215.14", "2606:2800:220::1", "::ffff:93.184.215.14"])
def test_public_addresses(address):
    assert fetching.is_public(address)


class Handler(BaseHTTPRequestHandler):
    asked = ()

    def do_GET(self):
        type(self).asked += ((self.command, self.path, self.headers["User-Agent"]),)
        status, location = {
            "/": (200, ""),
            "/moved": (301, "/"),
            "/loop": (302, "/loop"),
            "/inside": (302, "http://private.example/"),
            "/file": (302, "file:///etc/passwd"),
            "/head": (405 if self.command == "HEAD" else 200, ""),
        }.get(self.path, (404, ""))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *args):
        pass


@pytest.fixture
def site(monkeypatch):
    """The address of a server of our own, which stands for one of the internet."""
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    Handler.asked = ()
    real = socket.getaddrinfo

    def resolve(host, *args, **options):
        where = "10.0.0.7" if host == "private.example" else "127.0.0.1"
        return real(where, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(fetching, "is_public", lambda ip: ip == "127.0.0.1")
    yield f"http://bees.example:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status"), [("/", 200), ("/moved", 200), ("/none", 404), ("/head", 200)]
)
def test_status(site, path, status):
    assert fetching.status_of(site + path, "us") == status


def test_head_comes_first_and_says_who_asks(site):
    fetching.status_of(f"{site}/head", "us")
    assert Handler.asked == (("HEAD", "/head", "us"), ("GET", "/head", "us"))


@pytest.mark.parametrize("path", ["/loop", "/inside", "/file"])
def test_where_a_redirect_may_not_lead(site, path):
    with pytest.raises(fetching.Refused):
        fetching.status_of(site + path, "us")


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://localhost/",
            "http://127.0.0.1:8000/",
            "http://[::1]/",
            "http://2130706433/",
        ),
        *("http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://0/"),
        *(
            "http://①②⑦.⓪.⓪.①/",
            "http://user@[::ffff:127.0.0.1]:80/",
            "http://[::7f00:1]",
        ),
        *("ftp://example.org/", "http:///", "http://example.org:99999/"),
    ],
)
def test_nothing_private_is_asked(url, monkeypatch):
    @contextmanager
    def no(*args):
        raise AssertionError("connected")

    monkeypatch.setattr(socket, "create_connection", no)
    with pytest.raises((fetching.Refused, fetching.NotFound)):
        fetching.status_of(url, "us")


def test_a_name_with_one_private_address_is_refused(monkeypatch):
    found = [(0, 0, 0, "", (ip, 80)) for ip in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: found)
    with pytest.raises(fetching.Refused):
        fetching.status_of("http://both.example/", "us")


def test_an_answer_that_never_ends_is_cut(site, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises((OSError, fetching.http.client.HTTPException)):
            fetching.status_of(f"http://bees.example:{port}/", "us")
