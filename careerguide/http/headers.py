"""Set the security headers of every response, whatever made it.

One WSGI layer around everything, because a header set by Django misses what Django does
not answer: static files, cached pages, errors. A view that needs another value sets the
header itself; this layer fills in what is not there.
"""

import base64
import hashlib
import re
from functools import cache

from django.conf import settings
from django.template import loader

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",  # and the one line in every page: _head_script
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
FEATURES_OFF = (
    "camera",
    "microphone",
    "geolocation",
    "payment",
    "usb",
    "browsing-topics",
)
# What an embedded figure loads, from inside a frame that may have no origin, and the
# script for the page around it; with or without the hash in the name.
USED_BY_EMBEDS = re.compile(
    r"/static/(careerguide/(css/site|js/embed-host)|statistics/embed)"
    r"(\.[0-9a-f]{12})?\.(css|js)"
)
FRAMED = re.compile(r"(^|;)\s*frame-ancestors\s+(?!'none')")


def content_security_policy(https, **changes):
    """Return the policy as a header's value.

    `changes` replaces directives, `frame_src=…`.
    """
    policy = POLICY | {"script-src": f"'self' '{_head_script()}'"}
    policy |= {name.replace("_", "-"): value for name, value in changes.items()}
    directives = [f"{name} {value}" for name, value in policy.items()]
    return "; ".join(directives + ["upgrade-insecure-requests"] * https)


@cache
def _head_script():
    """The hash of the script that sets the colours before anything is drawn.

    In the page, as a file of its own keeps a reader on a slow line from all text for a
    fifth of a second. The hash lets these bytes run and no others.
    """
    script = loader.get_template("_head.js").render()
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def default_headers(https):
    headers = {
        "Content-Security-Policy": content_security_policy(https),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in FEATURES_OFF),
    }
    if https:
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return headers


class SecurityHeaders:
    """WSGI middleware: add each default header that the response does not have."""

    def __init__(self, app):
        self.app = app
        self.defaults = default_headers(settings.HTTPS)

    def __call__(self, environ, start_response):
        def start(status, headers, exc_info=None):
            present = {name.lower(): value for name, value in headers}
            missing = [
                (name, value)
                for name, value in self._defaults_for(environ, present).items()
                if name.lower() not in present and not self._is_debug_page(name, status)
            ]
            return start_response(status, headers + missing, exc_info)

        return self.app(environ, start)

    def _defaults_for(self, environ, present):
        defaults = self.defaults
        if USED_BY_EMBEDS.fullmatch(environ.get("PATH_INFO", "")):
            defaults = defaults | {"Cross-Origin-Resource-Policy": "cross-origin"}
        if FRAMED.search(present.get("content-security-policy", "")):
            # The older header has no word for "anywhere", and would forbid it again.
            defaults = {k: v for k, v in defaults.items() if k != "X-Frame-Options"}
        return defaults

    @staticmethod
    def _is_debug_page(name, status):
        """Django's debug pages style themselves inline."""
        return (
            settings.DEBUG and name == "Content-Security-Policy" and status[0] in "45"
        )
