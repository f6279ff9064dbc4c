"""Set the variables of each target, but keep those of the environment and `.env`."""

import os
import secrets
import shutil
import socket
from pathlib import Path

from careerguide.env_file import EnvFileError, env_file_values
from careerguide.http import forwarded
from careerguide.server import address
from tools.make.problems import Problem
from tools.make.venv import ROOT

LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]

# Less than this and a database may stop in the middle of a sentence.
LEAST_FREE_BYTES = 20_000_000


def for_the_site(dev=False):
    """Return what `make run` and its like set, where nobody else has."""
    try:
        from_file = env_file_values(ROOT / ".env")
        named = {**from_file, **os.environ}
        named = {name: value for name, value in named.items() if value}
        host, port = address.read_address(named)
    except (EnvFileError, address.AddressError) as error:
        raise Problem(str(error)) from error
    state = ROOT / named.get("STATE_DIR", "var")
    make_state_folder(state)
    defaults = {
        "HOST": host,
        "PORT": str(port),
        "DEBUG": "false",
        "SITE_URL": site_url(host, port),
        "ALLOWED_HOSTS": ",".join(allowed_hosts(host)),
    }
    if dev:
        # A .env made for production must not send `make dev` to https.
        named = {name: value for name, value in os.environ.items() if value}
        defaults["DEBUG"] = "true"
        if "SECRET_KEY" in from_file:
            named["SECRET_KEY"] = from_file["SECRET_KEY"]
    if "SECRET_KEY" not in named:
        defaults["SECRET_KEY"] = secret_key(state / "secret-key")
    return {name: value for name, value in defaults.items() if name not in named}


def unexpected_proxy():
    """Return the unnamed proxy that requests to this site have shown, or None.

    `make check` checks settings of its own otherwise, in a state folder of its own.
    """
    try:
        named = {**env_file_values(ROOT / ".env"), **os.environ}
    except EnvFileError as error:
        raise Problem(str(error)) from error
    named = {name: value for name, value in named.items() if value.strip()}
    return forwarded.remembered(ROOT / named.get("STATE_DIR", "var"), named)


def for_a_trial(state, **more):
    """A production-like site that touches nothing of this one: no .env, own state."""
    return {
        "ENV_FILE": os.devnull,
        "STATE_DIR": str(state),
        "MEDIA_ROOT": str(Path(state, "media")),
        "STATIC_ROOT": str(Path(state, "static")),
        "DATABASE_URL": f"sqlite:///{state}/guide.sqlite3",
        "REDIS_URL": "",
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": "https://guide.example",
        "ALLOWED_HOSTS": "guide.example",
        **more,
    }


def make_state_folder(folder):
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise Problem(
            f"STATE_DIR leads to {folder}, where there is a file in the way: name a "
            "folder that you may write."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Problem(f"{folder} cannot be written: make sure that you may write it.")
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_BYTES:
        raise Problem(
            f"The disk that holds {folder} is full ({free // 1_000_000} MB free): "
            "free some space and run this again."
        )


def secret_key(path):
    """Return the site's own key, made once; whoever reads it can forge a session."""
    if path.exists() and (key := path.read_text().strip()):
        return key
    key = secrets.token_urlsafe(50)
    # Written aside and then renamed, so that no run ever reads half a key.
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with open(fresh, "w", opener=lambda name, flags: os.open(name, flags, 0o600)) as f:
        f.write(key + "\n")
    fresh.replace(path)
    return key


def site_url(host, port):
    """Return where others reach the site: this machine's address if it serves all."""
    if host in address.WILDCARDS:
        host = next(iter(own_addresses()), host)
    return address.http_url(host, port)


def allowed_hosts(host):
    hosts = [*LOOPBACK]
    if host in address.WILDCARDS:
        names = [socket.gethostname(), socket.getfqdn()]
        hosts += [address.bracketed(name) for name in [*own_addresses(), *names]]
    else:
        hosts.append(address.bracketed(host))
    return list(dict.fromkeys(host.lower() for host in hosts if host))


def own_addresses():
    """Return this machine's addresses towards its networks; asking sends nothing."""
    found = []
    # Addresses kept for documentation: only the way out to them is looked up.
    for family, far in (
        (socket.AF_INET, "192.0.2.1"),
        (socket.AF_INET6, "2001:db8::1"),
    ):
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as probe:
                probe.connect((far, 9))
                found.append(probe.getsockname()[0])
        except OSError:
            continue
    return found
