"""Fetch a page of our own site, as a reader of whom nothing is known."""

import io
import sys
from contextlib import ExitStack, closing
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

PRIVATE = {"private", "no-store", "no-cache"}
# Whatever the session is read for, it is nobody's: we send none.
VARIES_BY = {"", "cookie", "accept-encoding"}


@dataclass(frozen=True)
class Answer:
    """The status as a number, the headers as WSGI has them, and the body's bytes."""

    status: int
    headers: list
    body: bytes

    @property
    def is_cacheable(self):
        headers = {name.lower(): value.lower() for name, value in self.headers}
        return (
            self.status == 200
            and "set-cookie" not in headers
            and PRIVATE.isdisjoint(header_values(headers.get("cache-control", "")))
            and header_values(headers.get("vary", "")) <= VARIES_BY
        )


def header_values(header):
    return {word.strip() for word in header.split(",")}


def fetch(app, path, query):
    """The answer to a GET of a path and query, in the forms that WSGI has them in."""
    started = []
    with ExitStack() as stack:
        environ = request_of_nobody(path, query)
        chunks = app(environ, lambda *arguments: started.append(arguments))
        if hasattr(chunks, "close"):
            stack.enter_context(closing(chunks))
        body = b"".join(chunks)
    status, headers, *_ = started[-1]
    return Answer(int(status[:3]), headers, body)


def request_of_nobody(path, query):
    """Return a WSGI environment that says no more than which page is wanted."""
    site = urlsplit(settings.SITE_URL)
    default_port = 443 if settings.HTTPS else 80
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": site.netloc,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or default_port),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    if settings.HTTPS and settings.SECURE_PROXY_SSL_HEADER:
        name, value = settings.SECURE_PROXY_SSL_HEADER
        environ[name] = value
    return environ


def is_secure(environ):
    """Return whether the request came by https, as Django decides it."""
    if settings.SECURE_PROXY_SSL_HEADER:
        name, secure = settings.SECURE_PROXY_SSL_HEADER
        if name in environ:
            return environ[name].split(",")[0].strip() == secure
    return environ["wsgi.url_scheme"] == "https"
