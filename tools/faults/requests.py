"""Send requests that no browser sends, and bodies of a gigabyte."""

import select
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

from tools.testbed.raw_requests import CHUNKED, FORM, HARMLESS, OURS, REQUESTS, get
from tools.testbed.trial import Server

PATIENCE = 12  # seconds; the server waits 10 for a head
GIGABYTE = 1_000_000_000
FLAT = 50  # MB more
PIECE = 65_536
PATHS = ("/feedback/", "/admin/login/", "/static/admin/css/base.css", "/")


def strange_requests(environ):
    """Malformed requests, byte by byte as scanners send them"""
    with Server(environ) as server:
        time.sleep(3)  # the pages that are read most are made ready
        with ThreadPoolExecutor(
            24
        ) as pool:  # as some wait for the end of their request
            answered_with = pool.map(partial(answered, server), REQUESTS.values())
            answers = dict(zip(REQUESTS, answered_with, strict=True))
        ready = server.ask("/readyz")[0]
    wrong = {
        name: status
        for name, status in answers.items()
        if not (400 <= status < 500 or (name in HARMLESS and status < 400))
    }
    refused = sum(400 <= status < 500 for status in answers.values())
    figure = f"{len(answers)} requests, {refused} of them refused; wrong: {wrong or 0}"
    yield not wrong, "malformed requests are answered with 4xx", figure
    yield ready == 200, "the server goes on", f"/readyz says {ready}"


def huge_bodies(environ):
    """Bodies of 1 GB, with their length and in chunks"""
    with Server(environ) as server:
        time.sleep(3)
        before, most, told = server.memory(), 0, []
        for path in PATHS:
            for method in ("POST", "GET") if path == "/" else ("POST",):
                for header in (b"Content-Length: %d" % GIGABYTE, CHUNKED):
                    line = f"{method} {path} HTTP/1.1".encode()
                    head = get(line, OURS, FORM, header)
                    told.append(streamed(server, head, header == CHUNKED))
                    most = max(most, told[-1][2])
        ready = server.ask("/readyz")[0]
    statuses = sorted({status for status, _, _ in told})
    sent = max(sent for _, sent, _ in told) / 1_000_000
    yield (
        all(status < 500 for status in statuses) and sent < 100,
        "a body of 1 GB is not taken",
        f"{len(told)} bodies, answered {statuses} after {sent:.0f} MB at most",
    )
    figure = f"{before:.0f} MB before, {most:.0f} MB at most"
    yield most - before <= FLAT, "with flat memory", figure
    yield ready == 200, "the server goes on", f"/readyz says {ready}"


def answered(server, sent):
    """Return the status.

    499 where the connection is closed without one, 599 if nothing.
    """
    with connected(server) as caller:
        with suppress(OSError):  # it may be answered before it has come whole
            caller.sendall(sent)
        try:
            return status_of(caller.recv(PIECE)) or 499
        except TimeoutError:
            return 599
        except OSError:
            return 499


def streamed(server, head, in_chunks):
    """Send the body until the server wants no more: status, bytes sent, most memory."""
    piece = b"a" * PIECE
    if in_chunks:
        piece = b"%x\r\n%s\r\n" % (PIECE, piece)
    sent, answered_with, memory = 0, b"", server.memory()
    with connected(server) as caller:
        try:
            caller.sendall(head)
            while sent < GIGABYTE:
                readable, writable, _ = select.select([caller], [caller], [], PATIENCE)
                if readable:
                    if not (more := caller.recv(PIECE)):
                        break
                    answered_with += more
                if writable:
                    sent += caller.send(piece)
                if sent % (100 * PIECE) < PIECE:
                    memory = max(memory, server.memory())
        except OSError:
            pass  # it was hung up on
    return status_of(answered_with) or 499, sent, max(memory, server.memory())


def connected(server):
    address = ("127.0.0.1", int(server.environ["PORT"]))
    return socket.create_connection(address, timeout=PATIENCE)


def status_of(answer):
    words = answer[:20].split()
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else None
