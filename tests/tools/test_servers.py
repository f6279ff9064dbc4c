"""Test that log lines of measured servers are not among the figures."""

import os
import sys

import pytest

from tools.testbed.servers import free_port, running

SERVER = """
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(204)
        self.end_headers()

print("I log a line", file=sys.stderr, flush=True)
HTTPServer(("127.0.0.1", int(sys.argv[1])), Page).serve_forever()
"""


def start(code):
    port = free_port()
    command = [sys.executable, "-c", code, str(port)]
    return running(command, f"http://127.0.0.1:{port}", {**os.environ})


def test_what_a_server_logs_is_not_shown(capfd):
    with start(SERVER):
        print("a figure")
    shown = capfd.readouterr()
    assert (shown.out, shown.err) == ("a figure\n", "")


def test_of_one_that_does_not_start_it_is(capfd):
    server = start("import sys; sys.exit('There is no database')")
    with pytest.raises(SystemExit, match="what it said is above"), server:
        raise AssertionError
    assert "There is no database" in capfd.readouterr().err


def test_of_one_that_ends_meanwhile_it_is(capfd):
    with start(SERVER) as server:
        server.kill()
        server.wait()
    assert "I log a line" in capfd.readouterr().err
