"""Serve constant bytes by WSGI: the most that the server can do."""

import os

BODY = os.urandom(int(os.environ.get("CONSTANT_BYTES", "10000")))
HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Content-Length", str(len(BODY))),
]


def application(environ, start_response):
    start_response("200 OK", HEADERS)
    return [BODY]
