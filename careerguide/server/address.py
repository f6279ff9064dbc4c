"""Read where the site is served (HOST and PORT), and whether the address is free.

Standard library only: ``make`` asks these questions before Django is there.
"""

import errno
import os
import socket

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
# "Every address of this machine", and the one to type into a browser on it.
WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}


class AddressError(ValueError):
    """The site cannot be served there; the message says why and what to do."""


class InUseError(AddressError):
    """Another program has the port."""


def read_address(environ=os.environ):
    """Return the (host, port) that HOST and PORT ask for; empty means the default."""
    host = environ.get("HOST", "").strip().removeprefix("[").removesuffix("]")
    return host or DEFAULT_HOST, _port(environ.get("PORT", "").strip())


def _port(text):
    if not text:
        return DEFAULT_PORT
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= 65535):
        raise AddressError(
            f"PORT={text} is not a port: give a number from 1 to 65535, "
            "such as PORT=8001."
        )
    return int(text)


def bracketed(host):
    """Return an IPv6 address as addresses and host lists write it."""
    return f"[{host}]" if ":" in host else host


def http_url(host, port):
    """``http://host:port`` as a browser on this machine would be given it."""
    name = bracketed(WILDCARDS.get(host, host))
    return f"http://{name}" if port == 80 else f"http://{name}:{port}"


def resolve(host, port):
    """Return (family, numeric address) of ``host``: Granian takes no names."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressError(
            f"HOST={host} is no address or name this machine knows: "
            "give one of its own, such as HOST=127.0.0.1."
        ) from error
    # "localhost" is often both; the printed address is the IPv4 one.
    family, *_, sockaddr = min(found, key=lambda info: info[0] != socket.AF_INET)
    return family, sockaddr[0]


def check_free(host, port):
    """Raise AddressError unless a server could start there now.

    Both questions, as a port can be shared (SO_REUSEPORT) and a name can stand for
    several addresses: may we bind without sharing, and does someone answer?
    """
    family, address = resolve(host, port)
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        # Only lets connections that are closing be; a listening server still refuses.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((address, port))
        except OSError as error:
            raise refused(error, host, port) from error
    # Only now, when the address is known to be ours.
    with socket.socket(family, socket.SOCK_STREAM) as caller:
        caller.settimeout(1)
        if caller.connect_ex((WILDCARDS.get(address, address), port)) == 0:
            raise _in_use(host, port)


def _in_use(host, port):
    other = port + 1 if port < 65535 else port - 1
    return InUseError(
        f"Port {port} on {host} is in use: stop the program that has it, "
        f"or take another one, as with PORT={other}."
    )


def refused(error, host, port):
    """The AddressError for the OSError that came of asking for `host` and `port`."""
    if error.errno == errno.EADDRINUSE:
        return _in_use(host, port)
    if error.errno in (errno.EACCES, errno.EPERM):
        return AddressError(
            f"Port {port} is kept for the administrator: "
            "take one from 1024 up, such as PORT=8000."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return AddressError(
            f"HOST={host} is not an address of this machine: "
            "give one of its own, or HOST=0.0.0.0 for all of them."
        )
    return AddressError(f"Port {port} on {host} cannot be opened: {error.strerror}.")
