"""Write addresses of other sites as files with a strict grammar take them."""

import re
from urllib.parse import quote

# What stands in no URI but as an escape, though browsers follow it.
ALIEN = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f]|%(?![0-9a-fA-F]{2})')
BRACKETS = re.compile(r"[\[\]]")
HOST = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*")


def strict_uri(address):
    """Return an address as RFC 3986 and 3987 have it, leading where it leads.

    Letters beyond ASCII stay: books, feeds and JSON-LD may have them.
    """
    host = HOST.match(address)
    start = host.end() if host else 0
    before, rest = address[:start], address[start:]
    path, mark, fragment = rest.partition("#")
    rest = path + mark + fragment.replace("#", "%23")
    return _escaped(ALIEN, before) + _escaped(BRACKETS, _escaped(ALIEN, rest))


def _escaped(pattern, text):
    return pattern.sub(lambda found: quote(found[0], safe=""), text)
