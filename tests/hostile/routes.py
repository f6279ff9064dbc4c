"""List every address the site answers, read from its URL conf."""

import re
from dataclasses import dataclass

from django.urls import URLResolver, get_resolver
from django.urls.resolvers import RegexPattern

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# Of routes that are written as regular expressions: Django's admin has two.
REGEXES = {
    "(?P<app_label>": "articles/",
    "(?P<url>.*)": "nowhere",
    r"\.card\.png$": "articles/<slug:slug>.card.png",
    r"\.md$": "articles/<slug:slug>.md",
}


@dataclass(frozen=True)
class Route:
    name: str  # with its namespaces
    path: str  # "/articles/<slug:slug>/"
    csrf_exempt: bool
    is_cacheable: bool = False  # by the page cache

    @property
    def is_public(self):
        return not self.path.startswith("/admin/")

    @property
    def section(self):
        return self.path.split("/")[1]

    @property
    def parameters(self):
        return PARAMETER.findall(self.path)

    def fill(self, value, **others):
        """Its address with `value` for every parameter that has none of its own."""
        return PARAMETER.sub(lambda match: others.get(match[1], value), self.path)

    def __str__(self):
        return self.path


def all_routes():
    return list(_walk(get_resolver().url_patterns, "/", ""))


def public_routes():
    return [route for route in all_routes() if route.is_public]


def _walk(patterns, prefix, namespace):
    for pattern in patterns:
        path = prefix + _text(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (
                f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            )
            yield from _walk(pattern.url_patterns, path, inner)
        else:
            exempt = getattr(pattern.callback, "csrf_exempt", False)
            cacheable = hasattr(pattern.callback, "cacheable")
            yield Route(f"{namespace}{pattern.name}", path, exempt, cacheable)


def _text(pattern):
    if not isinstance(pattern, RegexPattern):
        return str(pattern)
    return next(path for start, path in REGEXES.items() if start in str(pattern))
