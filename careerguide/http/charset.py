"""Refuse request bodies in a charset that would crash Django.

Django makes the charset of a request's Content-Type, of a GET as well, the encoding it
reads the query with; some of Python's (punycode, idna, zlib) then raise where no error
page can be made.
"""

import codecs

from django.utils.http import parse_header_parameters

UNREAD = "application/octet-stream"


class Utf8Only:
    """WSGI middleware: what is not in UTF-8 is no form, and nobody reads it."""

    def __init__(self, app):
        self.app = app

    def __call__(self, environ, start_response):
        if not is_ours(environ.get("CONTENT_TYPE") or ""):
            environ = environ | {"CONTENT_TYPE": UNREAD}
        return self.app(environ, start_response)


def is_ours(content_type):
    """Return whether Django can read the header, and takes it for UTF-8."""
    try:
        _kind, options = parse_header_parameters(content_type)
        return codecs.lookup(options.get("charset", "utf-8")).name == "utf-8"
    except (LookupError, ValueError):
        return False
