"""Measure one address by persistent connections, and print the result as JSON.

    python -m tools.bench.client rate PORT PATH SECONDS [ETAG]   ->  answers a second
    python -m tools.bench.client wait PORT PATH SECONDS [ETAG]   ->  p50 and p99, ms

A process of its own, so that it shares no interpreter with what it measures. For the
rate each connection sends a batch of requests at once and counts the bytes that come
back, which costs the client so little that it is the server that is measured. For the
wait each connection sends one request and waits for its answer, as a browser does.
"""

import json
import selectors
import socket
import sys
import time

CONNECTIONS = 16
BATCH = 16
STUCK = 10  # seconds without a byte


def main(kind, port, path, seconds, etag=""):
    known = f"If-None-Match: {etag}\r\n" if etag else ""
    request = (
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{known}"
        "Accept-Encoding: gzip, deflate, br, zstd\r\nUser-Agent: bench\r\n\r\n"
    ).encode()
    ask = {"rate": rate, "wait": wait}[kind]
    print(json.dumps(ask(int(port), request, float(seconds))))


def rate(port, request, seconds):
    length, status = length_of_answer(port, request)
    batch, wanted = request * BATCH, length * BATCH
    answers, missing = 0, {}
    started = time.perf_counter()
    for place, received in conversation(port, batch, started + seconds):
        missing[place] = missing.get(place, wanted) - received
        if missing[place] == 0:
            answers += BATCH
            del missing[place]
            place.sendall(batch)
    return {"rate": answers / (time.perf_counter() - started), "status": status}


def wait(port, request, seconds):
    length, status = length_of_answer(port, request)
    waits, missing, sent = [], {}, {}
    started = time.perf_counter()
    for place, received in conversation(port, request, started + seconds):
        missing[place] = missing.get(place, length) - received
        if missing[place] == 0:
            now = time.perf_counter()
            waits.append(now - sent.get(place, started))
            del missing[place]
            sent[place] = now
            place.sendall(request)
    waits.sort()
    at = {share: 1000 * waits[int(len(waits) * share)] for share in (0.5, 0.99)}
    return {"p50": at[0.5], "p99": at[0.99], "status": status}


def conversation(port, first, until):
    """Send `first` on each connection; yield each, and how many bytes it received."""
    with selectors.DefaultSelector() as selector:
        for _ in range(CONNECTIONS):
            place = socket.create_connection(("127.0.0.1", port))
            place.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(place, selectors.EVENT_READ)
            place.sendall(first)
        while time.perf_counter() < until:
            ready = selector.select(timeout=STUCK)
            if not ready:
                sys.exit("An answer has not the length of the first: nothing measured.")
            for key, _ in ready:
                received = len(key.fileobj.recv(1 << 20))
                if not received:
                    sys.exit("The server closed the connection.")
                yield key.fileobj, received
        for key in list(selector.get_map().values()):
            key.fileobj.close()


def length_of_answer(port, request):
    """Return how many bytes an answer has, its head included, and its status."""
    with socket.create_connection(("127.0.0.1", port)) as place:
        place.sendall(request)
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += place.recv(65536)
        head, _, _ = answer.partition(b"\r\n\r\n")
        status = int(head.split()[1])
        body = 0
        if status != 304:
            body = head.lower().split(b"content-length:")[1].split(b"\r\n")[0]
        if status not in (200, 304):
            sys.exit(f"Not a page: {head.splitlines()[0].decode()}")
        return len(head) + 4 + int(body), status


if __name__ == "__main__":
    main(*sys.argv[1:])
