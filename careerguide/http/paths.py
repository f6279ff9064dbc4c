"""Give the paths of routes: a page names its own a dozen times, and many others."""

from functools import lru_cache

from django.urls import get_resolver, get_script_prefix, get_urlconf, reverse


def path_of(route, *args):
    """Return what `reverse` does, from memory where it is, as long as routes stay."""
    return _path_of(get_resolver(get_urlconf()), get_script_prefix(), route, args)


@lru_cache(maxsize=5_000)
def _path_of(_routes, _prefix, route, args):
    return reverse(route, args=args)
