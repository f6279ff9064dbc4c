"""Find what keeps an address of another site from working for readers."""

import ipaddress
import re
from html import escape

from django.utils.translation import gettext as _

from careerguide.markup.sanitise import CLEANER

# Names that only one network knows, of RFC 6761, RFC 6762 and RFC 8375.
_NEAR = re.compile(
    r"(?:.+\.)?(?:localhost|local|localdomain|internal|home\.arpa|lan)\.?"
)
_HOST = re.compile(r"[\w.-]+")


def survives_sanitising(address: str) -> bool:
    """Return whether a link keeps its address: nh3 reads one as browsers do."""
    whole = f"https:{address}" if address[:2] == "//" else address
    return "href=" in CLEANER.clean(f'<a href="{escape(whole)}">')


def fault_of_host(parts, host: str) -> str:
    """Return what is wrong with where an address leads, "" if nothing is.

    `parts` are its own.

    The sentence has a place for the address, as %(address)s.
    """
    if _is_near(host):
        return _(
            "“%(address)s” leads to a computer of your own network: readers cannot "
            "open it. Write the address that others use."
        )
    if parts.username is not None:
        return _(
            "“%(address)s” has the name of a user before its site, which all readers "
            "would see: write it without what stands before the @."
        )
    is_host = ":" in host or "." in host.strip(".") and _HOST.fullmatch(host)
    if not is_host or ".." in host:
        return _("“%(address)s” names no site: write https://example.org/…")
    return ""


def _is_near(host):
    if _NEAR.fullmatch(host):
        return True
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not number.is_global
