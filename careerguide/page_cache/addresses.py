"""Tell which requests are for a page that everybody sees, and which page that is."""

from urllib.parse import urlsplit

from django.conf import settings

from .decorators import name_of


def key_of(path, query):
    """Return the one key of the public page at an address, as WSGI has it, or None."""
    try:
        query = name_of(path.encode("latin-1").decode(), query)
    except UnicodeError:
        return None
    return None if query is None else (path, query)


def known_hosts():
    """Return the Host headers whose answers we keep: of names that are spelt out."""
    site = urlsplit(settings.SITE_URL).netloc.lower()
    port = site.removeprefix(site.rpartition(":")[0]) if ":" in site else ""
    names = {name.lower() for name in settings.ALLOWED_HOSTS}
    names = {name for name in names if not name.startswith((".", "*"))}
    return {site, *names, *(name + port for name in names)}
