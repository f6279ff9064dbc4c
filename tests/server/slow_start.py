"""Slow the site's start tenfold, and count how many files that opens."""

import os
import time

POLLS = 12
POLL = 0.5  # seconds: as often as a worker looks whether its server lives


def opened():
    return len(os.listdir("/dev/fd"))


before = opened()
for _ in range(POLLS):
    time.sleep(POLL)
OPENED = opened() - before

from careerguide.wsgi import application as site  # noqa: E402


def application(environ, start_response):
    if environ["PATH_INFO"] != "/opened":
        return site(environ, start_response)
    body = str(OPENED).encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]
