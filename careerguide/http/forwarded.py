"""Detect a reverse proxy in front of the site that the settings do not name.

All readers and editors then count as one client, and who guesses passwords keeps every
editor out. No setting can be wrong by itself, so requests are looked at: the first one
with such a header is told to the log, and to a file that `manage.py check` reads.
"""

import json
import logging
import threading
import time
from pathlib import Path

logger = logging.getLogger(__name__)

FILE = "forwarded-header.json"
# As WSGI names them, and as people do.
OF_ADDRESS = {
    "HTTP_X_FORWARDED_FOR": "X-Forwarded-For",
    "HTTP_FORWARDED": "Forwarded",
    "HTTP_X_REAL_IP": "X-Real-IP",
    "HTTP_X_FORWARDED_HOST": "X-Forwarded-Host",
    "HTTP_X_FORWARDED_PORT": "X-Forwarded-Port",
    "HTTP_X_FORWARDED_SERVER": "X-Forwarded-Server",
    "HTTP_X_CLIENT_IP": "X-Client-IP",
    "HTTP_TRUE_CLIENT_IP": "True-Client-IP",
    "HTTP_CF_CONNECTING_IP": "CF-Connecting-IP",
}
OF_SCHEME = {"HTTP_X_FORWARDED_PROTO": "X-Forwarded-Proto"}
WHAT_TO_SET = {
    "TRUSTED_PROXIES": (
        "Set TRUSTED_PROXIES to the number of proxies of yours that a request passes, "
        "or all count as one client: who guesses passwords keeps every editor out. "
        "Without a proxy, set it to 0."
    ),
    "BEHIND_TLS_PROXY": (
        "Set BEHIND_TLS_PROXY=true if a proxy of yours ends TLS and sets the header, "
        "or the site takes every request for one without TLS. Without such a proxy, "
        "set it to false."
    ),
}


class NoticeForwarded:
    """WSGI middleware: tell of the first forwarded header that no setting expects.

    `unnamed` are those of `WHAT_TO_SET` that nobody has decided on.
    """

    def __init__(self, app, unnamed):
        self.app, self.unnamed = app, unnamed
        self.looked_for = {}
        if "TRUSTED_PROXIES" in unnamed:
            self.looked_for |= OF_ADDRESS
        if "BEHIND_TLS_PROXY" in unnamed:
            self.looked_for |= OF_SCHEME
        self.telling = threading.Lock()

    def __call__(self, environ, start_response):
        if self.looked_for and not environ.keys().isdisjoint(self.looked_for):
            self._look(environ)
        return self.app(environ, start_response)

    def _look(self, environ):
        wanted = [name for name in WHAT_TO_SET if name in self.unnamed]
        if not environ.get("HTTP_X_FORWARDED_PROTO", "").startswith("https"):
            wanted = [name for name in wanted if name != "BEHIND_TLS_PROXY"]
        with self.telling:
            header = next((h for n, h in self.looked_for.items() if n in environ), None)
            if not wanted or header is None:
                return
            self.looked_for = {}  # once in each process
        logger.warning(_sentence(header, wanted))
        from django.conf import settings  # not for `make check`, which has no Django

        told = {"header": header, "settings": wanted, "on": time.strftime("%Y-%m-%d")}
        try:
            Path(settings.STATE_DIR, FILE).write_text(json.dumps(told))
        except OSError as error:
            logger.info("%s cannot be written: %s", FILE, error)


def remembered(state_dir, named):
    """Return what `check` says of a header that came unexpected, or None.

    `named` are the settings that somebody has decided on since.
    """
    try:
        told = json.loads((Path(state_dir) / FILE).read_text())
        header, wanted, day = told["header"], told["settings"], told["on"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    wanted = [name for name in WHAT_TO_SET if name in wanted and name not in named]
    return f"{_sentence(header, wanted)} Last seen on {day}." if wanted else None


def _sentence(header, wanted):
    what = " ".join(WHAT_TO_SET[name] for name in wanted)
    return f"A request came with {header}, as a proxy sends it. {what}"
