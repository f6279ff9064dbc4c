"""Send requests through the real WSGI application, headers and static files too."""

import io
from contextlib import contextmanager
from dataclasses import dataclass
from wsgiref.util import setup_testing_defaults

from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from careerguide.wsgi import application as site


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode()


def call(path, method="GET", body=b"", query="", application=site, **environ):
    """Send one request, as a server hands it on; return what would go over the wire.

    `path` is the decoded path; `environ` adds to the WSGI environment.
    """
    sent = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "HTTP_HOST": "localhost",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
        "REMOTE_ADDR": "127.0.0.1",
    } | environ
    setup_testing_defaults(sent)
    started = []
    with connections_left_open():
        chunks = application(sent, lambda *arguments: started.append(arguments))
        try:
            content = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
    [(status, headers, *_)] = started
    names = [name.lower() for name, _ in headers if name.lower() != "set-cookie"]
    assert len(names) == len(set(names)), "a header was sent twice"
    return Answer(int(status.split()[0]), {k.lower(): v for k, v in headers}, content)


@contextmanager
def connections_left_open():
    """As Django's test client does: the connection holds the test's transaction."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def cookie_of(client):
    """The session of a test client, as a browser's header."""
    [cookie] = [c for name, c in client.cookies.items() if "sessionid" in name]
    return f"{cookie.key}={cookie.value}"
