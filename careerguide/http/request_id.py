"""Give each request an id, under which all that was logged of it is found."""

import re
import secrets
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings
from django.core.handlers.wsgi import get_path_info

# What proxies send: 32 hexadecimal digits, or a UUID.
FORM = re.compile(r"[0-9A-Za-z-]{16,64}")


@dataclass(frozen=True)
class Asked:
    """One request: its id, its method, and its path without the query."""

    id: str
    method: str
    path: str


_asked = ContextVar("asked", default=None)


def current():
    """Return what is being answered, as `Asked`.

    None in a thread that answers nobody.
    """
    return _asked.get()


class RequestIds:
    """WSGI middleware: names the request while it is answered, and says the name."""

    def __init__(self, app):
        self.app = app

    def __call__(self, environ, start_response):
        method = environ["REQUEST_METHOD"]
        asked = Asked(_id_for(environ), method, get_path_info(environ))

        def start(status, headers, exc_info=None):
            headers = [*headers, ("X-Request-ID", asked.id)]
            return start_response(status, headers, exc_info)

        token = _asked.set(asked)
        try:
            return self.app(environ, start)
        finally:
            _asked.reset(token)


def _id_for(environ):
    """Our own, or that of a proxy of ours: anybody can send the header."""
    sent = environ.get("HTTP_X_REQUEST_ID", "")
    if settings.TRUSTED_PROXIES > 0 and FORM.fullmatch(sent):
        return sent
    return secrets.token_hex(16)
