"""Find places on pages of many items, which links name after a #: /faq/#nurse-pay.

An app registers what has an id on its pages. Of pages that nobody registers nothing is
known, and nothing is said.
"""

from dataclasses import dataclass
from urllib.parse import unquote

from careerguide.markup import RESERVED_IDS

from .anchors import is_always_there

MOST_PARTS = 40  # of a fragment, between hyphens
_FEEDBACK = "feedback."  # the form below a page
_pages = {}  # by the name of a route


@dataclass(frozen=True)
class PagePlaces:
    """`ids` of a template, and (start, model) of ids that begin with items' slugs."""

    ids: frozenset = frozenset()
    items: tuple = ()

    def find(self, fragments):
        """By fragment, what it names: an item, or True for a part of the template."""
        known = self.ids | RESERVED_IDS
        found = {f: True for f in fragments if f in known or f.startswith(_FEEDBACK)}
        for start, model in self.items:
            wanted = {f: _slugs(f.removeprefix(start)) for f in fragments}
            wanted = {f: slugs for f, slugs in wanted.items() if f.startswith(start)}
            slugs = {slug for slugs in wanted.values() for slug in slugs}
            items = model.objects.not_trashed().filter(slug__in=slugs)
            by_slug = {item.slug: item for item in items} if slugs else {}
            for fragment, slugs in wanted.items():
                if named := [by_slug[slug] for slug in slugs if slug in by_slug]:
                    found.setdefault(fragment, named[-1])
        return found


def register(route, *items, ids=()):
    _pages[route] = PagePlaces(frozenset(ids), items)


def find(asked):
    """Return what is at some places, of (route, fragment); None for what is not there.

    Routes that nobody registered are left out, and what is on each page.
    """
    by_route = {}
    for route, fragment in asked:
        if route in _pages and not is_always_there(unquote(fragment)):
            by_route.setdefault(route, {})[fragment] = unquote(fragment)
    found = {}
    for route, fragments in by_route.items():
        there = _pages[route].find({*fragments.values()})
        found |= {(route, f): there.get(name) for f, name in fragments.items()}
    return found


def _slugs(text):
    """What the slug may be that an id begins with, the shortest first."""
    parts = text.split("-")[:MOST_PARTS]
    return ["-".join(parts[:n]) for n in range(1, len(parts) + 1)]
