"""Tell which address a request comes from, and which addresses are one client."""

import ipaddress

from django.conf import settings

SAME_CLIENT = 64  # bits: one IPv6 customer gets that much, and can use any of it


def address_of(request):
    """Return the client's address as text, IPv4 or IPv6, or "" where it is not known.

    Anybody can send X-Forwarded-For. Each proxy of ours appends the address that it was
    asked from, so with `TRUSTED_PROXIES` of them the entry that many from the right is
    true, and all before it may be invented. Where there are fewer, the request came
    past a proxy, and only the connection itself is believed.
    """
    direct = request.META.get("REMOTE_ADDR", "")
    entries = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < settings.TRUSTED_PROXIES <= len(entries):
        return _plain(entries[-settings.TRUSTED_PROXIES]) or _plain(direct)
    return _plain(direct)


def client_of(request):
    """Return the address, or of IPv6 its network: what a limit on one client counts."""
    address = address_of(request)
    if ":" not in address:
        return address
    return str(ipaddress.ip_network((address, SAME_CLIENT), strict=False))


def _plain(text):
    """The one way to write an address; without the port that some proxies add."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(address, "ipv4_mapped", None) or address)
