"""Check what the site talks to: readers by way of a proxy, mail, and the cache."""

import os
import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import get_connection
from django.http.request import validate_host

from careerguide.env_values import Env
from careerguide.operations.findings import error, ok, warning

NOWHERE = {
    "console": "are written to standard output",
    "dummy": "are thrown away",
    "locmem": "are kept in memory",
    "filebased": "are written to files",
}
PATIENCE = 5  # seconds for the mail server


def hosts():
    host = urlsplit(settings.SITE_URL).hostname
    if settings.DEBUG:
        yield error(
            "DEBUG is on: every error shows the code.",
            "Set SECRET_KEY and DEBUG=false.",
        )
    if not validate_host(host, settings.ALLOWED_HOSTS):
        yield error(
            f"ALLOWED_HOSTS lacks {host}, the host of SITE_URL.",
            "Add it, or leave ALLOWED_HOSTS empty.",
        )
    elif "*" in settings.ALLOWED_HOSTS:
        yield warning(
            "ALLOWED_HOSTS allows every name.", "Name the hosts of this site."
        )
    else:
        yield ok(f"The site answers to {host}.")


def processes():
    try:
        number = Env().int("PROCESSES", default=1, least=1, most=64)
    except ImproperlyConfigured as problem:
        yield error(
            str(problem), "Correct it, or leave it out: the server does not start."
        )
        return
    yield ok(f"Processes that serve: {number}.")


def proxy():
    behind = getattr(settings, "SECURE_PROXY_SSL_HEADER", None)
    if settings.HTTPS and not behind:
        yield error(
            "SITE_URL is https, and no proxy is named that ends TLS: every page would "
            "redirect to itself.",
            "Set BEHIND_TLS_PROXY=true where a proxy sets X-Forwarded-Proto.",
        )
    elif not settings.HTTPS and not settings.DEBUG and not _is_local():
        yield warning(
            "SITE_URL is http: passwords pass the network as they are.",
            "Put a proxy with TLS in front, and set SITE_URL=https://….",
        )
    if behind and not settings.TRUSTED_PROXIES:
        yield error(
            "TRUSTED_PROXIES is 0 behind a proxy: all readers count as one, and who "
            "guesses passwords keeps every editor out.",
            "Set it to the number of your proxies, mostly 1.",
        )
    elif not settings.HTTPS or behind:
        yield ok(f"Proxies in front: {settings.TRUSTED_PROXIES}.")


def production():
    """Check what `manage.py check --deploy` checks, and headers of unknown proxies."""
    found = [
        m for m in run_checks(include_deployment_checks=True) if not m.is_silenced()
    ]
    for message in found:
        level = error if message.is_serious() else warning
        yield level(f"{message.msg} ({message.id})", message.hint or "Correct it.")
    if not found:
        yield ok("Django's checks for production find nothing.")


def _is_local():
    host = urlsplit(settings.SITE_URL).hostname
    return host in ("localhost", "::1") or host.startswith("127.")


def mail():
    kind = settings.EMAIL_BACKEND.removeprefix("django.core.mail.backends.")
    kind = kind.partition(".")[0]
    if kind in NOWHERE:
        yield warning(
            f"Mail goes nowhere: letters {NOWHERE[kind]}.",
            "Name a mail server, as .env.example says, if anybody is to get any.",
        )
        return
    try:
        connection = get_connection(timeout=PATIENCE)
        connection.open()
        connection.close()
    except Exception as problem:
        server = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
        yield warning(
            f"The mail server {server} takes no mail ({type(problem).__name__}).",
            "Correct the mail settings, or start it.",
        )
        return
    yield ok(f"The mail server {settings.EMAIL_HOST} answers.")


def redis():
    if not settings.REDIS_URL:
        if os.environ.get("PROCESSES", "1").strip() not in ("", "1"):
            yield warning(
                "Several processes serve, and each counts requests alone.",
                "Set REDIS_URL, or take their number into account.",
            )
        else:
            yield ok("Counted in this process: no REDIS_URL is set.")
        return
    from redis import Redis
    from redis.exceptions import RedisError

    try:
        with Redis.from_url(settings.REDIS_URL, socket_timeout=2) as client:
            # Not by way of the cache, which counts in this process where Redis fails;
            # under its names, as an account of Redis may be allowed no others.
            key = cache.make_key(f"doctor-{secrets.token_hex(8)}")
            client.set(key, 1, ex=10)
            works = client.get(key) in (b"1", "1")
            client.delete(key)
    except (RedisError, OSError, ValueError) as problem:
        works = type(problem).__name__
    if works is True:
        yield ok("Redis answers, and keeps what it is given.")
    else:
        yield warning(
            f"Redis does not work ({works or 'it keeps nothing'}): each process "
            "counts alone.",
            "Start it, free its memory, or correct REDIS_URL.",
        )
