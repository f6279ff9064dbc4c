"""Send and read a byte a second, while nobody else may wait."""

import resource
import secrets
import socket
import threading
import time
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from tools.testbed.readers import Readers
from tools.testbed.trial import Server
from tools.testbed.visitors import Editor

SECONDS = 20
SECONDS_AWAY = 5
FORM = "/admin/articles/article/1/change/"
WARM = ["/", "/articles/", "/statistics/", "/faq/"]
COLD = ["/articles/?q=model"]  # no page of a search is kept
POST = (
    "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: {url}\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nb="
)
GET = "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
# The largest that we store: of 1600 to 3200 pixels that are all different.
PICTURE = f"images/{secrets.token_hex(32)}-1600x3200.webp"
PICTURE_BYTES = 3_600_000
# What they send first, and how many of them do.
SLOW = {
    GET.format(path="/") + "Cookie: ": 150,
    POST.replace("{path}", "/feedback/"): 100,
    POST.replace("{path}", "/admin/login/"): 100,
    GET.format(path="/") + "\r\n": 50,
    GET.format(path="/articles/?q=a") + "\r\n": 50,
    GET.format(path=f"/media/{PICTURE}") + "\r\n": 50,
}


def slow_clients(environ):
    """500 connections that send and read a byte a second, for 20 s"""
    picture = Path(environ["MEDIA_ROOT"]) / PICTURE
    with Server(environ) as server:
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(secrets.token_bytes(PICTURE_BYTES))
        editor = Editor(server)
        editor.sign_in()
        time.sleep(3)  # the pages that are read most are made ready
        before = server.memory()
        with (
            crowd_of(server),
            Readers([server], WARM, readers=20) as warm,
            Readers([server], COLD, readers=2) as cold,
        ):
            until = time.monotonic() + SECONDS
            saves = []
            while time.monotonic() < until:
                saves.append(editor.publish(FORM, title=f"Text {len(saves)}"))
                time.sleep(1)
            meanwhile = server.memory()
        took = time.monotonic()
        again = Editor(server).try_to_sign_in()
        took = time.monotonic() - took
    for readers, name in ((warm, "a page"), (cold, "a search")):
        done = f"{sum(SLOW.values())} slow clients for {SECONDS} s"
        figure = f"{done}: {readers.summary()}"
        yield readers.share(200) >= 0.99, f"99 % of readers get {name}", figure
    p99 = warm.told["p99"]
    yield p99 <= 1, "99 % of them a page within 1 s", f"{p99 * 1000:.0f} ms"
    saved = f"{sum(saves)} of {len(saves)} saves"
    yield all(saves), "who is signed in goes on editing", saved
    yield again == 302, "all is well once they have gone", f"{again} in {took:.2f} s"
    print(f"        memory {before:.0f} MB before, {meanwhile:.0f} MB meanwhile")


@contextmanager
def crowd_of(server):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    is_over = threading.Event()
    slow = [
        Slow(server, first.replace("{url}", server.url))
        for first, count in SLOW.items()
        for _ in range(count)
    ]

    def go_on():
        for client in cycle(slow):
            if is_over.wait(1 / len(slow)):
                return
            client.step()

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
        for client in slow:
            client.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


class Slow:
    """One client; turned out, it comes back after some seconds."""

    def __init__(self, server, first):
        self.port, self.first = int(server.environ["PORT"]), first.encode()
        self.socket, self.begins_at = None, 0

    def step(self):
        try:
            if self.socket is None:
                if time.monotonic() >= self.begins_at:
                    self._begin()
            elif self.first.endswith(b"\r\n\r\n"):
                if not self.socket.recv(1):
                    self.close()
            else:
                self.socket.send(b"b")
        except BlockingIOError:
            pass
        except OSError:
            self.close()

    def _begin(self):
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        self.socket.settimeout(5)
        self.socket.connect(("127.0.0.1", self.port))
        self.socket.send(self.first)
        self.socket.setblocking(False)

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket, self.begins_at = None, time.monotonic() + SECONDS_AWAY
