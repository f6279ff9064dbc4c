"""Ask an address on the internet for its status, and never one of a private network.

The threat: who writes a text names an address that our server can reach and they
cannot, at once, after a redirect, or by a name that resolves to it. So a name is
resolved here, each of its addresses is checked, and the connection goes to the one that
was checked: nobody resolves the name a second time. The environment's proxies are not
used.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import closing, suppress
from urllib.parse import quote, urljoin, urlsplit

TIMEOUT = 10  # seconds, for each step
MOST_SECONDS = 30  # of one request, however slowly it is answered
MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# To HEAD; some servers know GET alone, or forbid what is not a browser's.
ASK_AGAIN = frozenset({400, 403, 404, 405, 406, 410, 501})
_INTERNET = ipaddress.ip_network("2000::/3")  # all of IPv6 that is given out
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(Exception):
    """An address that is not asked, or that leads to one that is not."""


class NotFound(Exception):
    """A name that stands for no address."""


def status_of(url, agent):
    """Return the status that `url` answers with in the end, after redirects.

    Raises Refused, NotFound, OSError or http.client.HTTPException.
    """
    for _step in range(MOST_REDIRECTS + 1):
        status, location = _ask("HEAD", url, agent)
        if status in ASK_AGAIN:
            status, location = _ask("GET", url, agent)
        if status not in REDIRECTS or not location:
            return status
        url = urljoin(url, location)
    raise Refused("redirects")


def is_public(address):
    """Return whether an IP address is one of the internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if ip.version == 6:
        inner = ip.ipv4_mapped or ip.sixtofour
        if ip in _NAT64:
            inner = ipaddress.ip_address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        # Others hold an IPv4 address in ways of their own: ::127.0.0.1.
        if ip.teredo or ip not in _INTERNET:
            return False
    return ip.is_global and not ip.is_multicast


def _public_address(host, port):
    """The first address of a host; none of them may be private."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise NotFound(host) from error
    addresses = [one[4][0] for one in found]
    if not addresses or not all(map(is_public, addresses)):
        raise Refused("private")
    return addresses[0]


def _ask(method, url, agent):
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Refused("address") from error
    if parts.scheme not in ("http", "https") or not host:
        raise Refused("scheme")
    is_secure = parts.scheme == "https"
    port = port or (443 if is_secure else 80)
    try:
        ascii_host = host if ":" in host else host.encode("idna").decode()
    except UnicodeError as error:
        raise NotFound(host) from error
    address = _public_address(ascii_host, port)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    if parts.query:
        path += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    sock = socket.create_connection((address, port), TIMEOUT)
    if is_secure:
        context = ssl.create_default_context()
        sock = context.wrap_socket(
            sock, server_hostname=ascii_host, do_handshake_on_connect=False
        )
    stop = threading.Timer(MOST_SECONDS, _shut, [sock])
    stop.daemon = True
    stop.start()
    try:
        with closing(sock):
            if is_secure:
                sock.do_handshake()
            connection = http.client.HTTPConnection(ascii_host, port)
            connection.sock = sock
            headers = {"User-Agent": agent, "Accept": "*/*", "Connection": "close"}
            if port in (80, 443):
                headers["Host"] = f"[{host}]" if ":" in host else ascii_host
            connection.request(method, path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location", "")
    finally:
        stop.cancel()


def _shut(sock):
    """End a request that is answered too slowly; whoever waits gets an OSError."""
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)
