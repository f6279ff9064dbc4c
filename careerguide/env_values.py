"""Parse values of the environment, or refuse them with a sentence.

django-environ takes every word but a few for false, and lets a number that is none end
in a traceback. The sentences name the variable, what is wrong and what to write.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from django.core.exceptions import ImproperlyConfigured

from .identity.mark import LONGEST, is_mark
from .languages import tags

TRUE = ("true", "yes", "on", "1", "y", "ok")
FALSE = ("false", "no", "off", "0", "n")
MOST_DAYS = 36_500
HOST = r"[^/?#@\[\]\s:,*\\]+|\[[0-9a-fA-F:.]+\]"
SITE_URL = re.compile(rf"https?://(?:{HOST})(?::(?P<port>\d{{1,5}}))?")
ALLOWED_HOST = re.compile(rf"\*|\.?(?:{HOST})")


class Env(environ.Env):
    """`env.text("NAME", default=…)` and its like; an empty value is the default."""

    def text(self, name, default=""):
        # As it stands: django-environ takes a value that begins with $ for the name
        # of another variable.
        return self.ENVIRON.get(name, "").strip() or default

    def bool(self, name, default):
        text = self.text(name).lower()
        if not text:
            return default
        if text not in TRUE + FALSE:
            raise ImproperlyConfigured(
                f"{name} is {text!r}: it is true or false, and nothing else."
            )
        return text in TRUE

    def int(self, name, default, least=0, most=1_000_000):
        text = self.text(name)
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and least <= int(text[:9]) <= most):
            raise ImproperlyConfigured(
                f"{name} is {text!r}: it needs a whole number from {least} to {most}."
            )
        return int(text)

    def path(self, name, default):
        text = self.text(name)
        return Path(text) if text else Path(default)

    def hosts(self, name, default):
        """Names of hosts, separated by commas, as Django's ALLOWED_HOSTS has them."""
        hosts = [host.strip() for host in self.text(name).split(",")]
        hosts = [host for host in hosts if host]
        for host in hosts:
            if not ALLOWED_HOST.fullmatch(host):
                raise ImproperlyConfigured(
                    f"{name} holds {host!r}: it needs names of hosts without https://, "
                    "port or path, separated by commas, such as careers.example.org."
                )
        return hosts or default


def colour(name, text):
    """Return a colour in lower case, or "" for none."""
    if text and not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise ImproperlyConfigured(
            f"{name} is {text!r}: it needs a colour as # and six digits from 0 to f, "
            "such as #1d6996."
        )
    return text.lower()


def mark(name, text):
    """Return the letters of a site's mark, or "" for none."""
    if len(text) > LONGEST or not is_mark(text):
        raise ImproperlyConfigured(
            f"{name} is {text!r}: it needs letters or digits, {LONGEST} at most."
        )
    return text


def guides(text):
    """Return the names of guides to load: None for all that there are."""
    if text == "all":
        return None
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if not re.fullmatch(r"[\w-]+", name):
            raise ImproperlyConfigured(
                f"SEED holds {name!r}: it is all, none, or names of guides in the "
                "fixtures, separated by commas."
            )
    return [] if names == ["none"] else names


def site_url(url):
    """Return the site's address without its last slash, once it is one."""
    url = url.rstrip("/")
    found = SITE_URL.fullmatch(url)
    if not found or not 0 < int(found["port"] or 80) <= 65535:
        raise ImproperlyConfigured(
            f"SITE_URL is {url!r}: it needs the whole address, from https:// to the "
            "host and its port, if it has one of its own, without a path, such as "
            "https://careers.example.org."
        )
    return url


def redis_url(url):
    """Return the address of Redis, or "" for none.

    It is not repeated, for its password.
    """
    if not url:
        return url
    wrong = None
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("redis", "rediss", "unix") or "://" not in url:
            wrong = "needs the whole address"
        elif re.search(r"\s", url):
            wrong = "holds a space"
        elif parts.scheme == "unix" and (parts.hostname or len(parts.path) < 2):
            wrong = "names no socket"
        elif parts.scheme != "unix" and not parts.hostname:
            wrong = "names no host"
        elif parts.scheme != "unix" and not re.fullmatch(r"/?\d*/?", parts.path):
            wrong = "has no number of a database after the host"
        elif parts.port == 0:
            wrong = "has a port that is none"
    except ValueError:
        wrong = "has a port that is none, or a password whose / ? # @ are not encoded"
    if wrong:
        raise ImproperlyConfigured(
            f"REDIS_URL {wrong}: write it such as redis://host:6379/0, or "
            "unix:///run/redis.sock. It is not repeated here, as it may hold a "
            "password."
        )
    return url


def language(text):
    """Return the tag of a language, such as de-ch, in small letters."""
    try:
        return tags.language_tag(text)
    except ValueError as error:
        raise ImproperlyConfigured(
            f"LANGUAGE_CODE is {text!r}, which is no language tag: write a language, "
            "and where you like a script or a country, as in de, de-ch or zh-hant-tw."
        ) from error


def time_zone(name):
    """Return the name of a zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, ZoneInfoNotFoundError) as error:
        raise ImproperlyConfigured(
            f"TIME_ZONE is {name!r}, which is no zone this machine knows: write it "
            "such as Europe/London."
        ) from error
    return name
