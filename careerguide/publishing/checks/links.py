"""Check the links of an item: where they lead, and who sees it."""

from dataclasses import dataclass
from difflib import get_close_matches
from urllib.parse import unquote

from django.conf import settings
from django.utils.translation import gettext as _

from careerguide.markup.checks.findings import Fault, shortened

from . import page_places
from .anchors import ids_in, ids_of, is_place
from .assumptions import is_published_together
from .link_targets import Target, Targets, full_path, page_path


def prepare(surveys):
    """Find what all links of some items lead to at once, before each is judged.

    `surveys` are pairs of an item and what `faults_of_links` gets for it.
    """
    wanted, asked = set(), set()
    for item, of_item in surveys:
        own, _links, paths, places = _links_of(item, of_item)
        wanted |= {*paths.values()} - {own}
        asked |= places
    linked = Linked.found(wanted, asked)
    for item, _of_item in surveys:
        item.linked = linked


@dataclass
class Linked:
    """Targets of some addresses of this site, and the ids on those asked for."""

    targets: Targets
    ids: dict
    places: dict  # on pages of many items, by route and fragment

    @classmethod
    def found(cls, paths, asked):
        targets = Targets(paths)
        texts = targets.texts_of({path for path, _fragment in asked})
        ids = {path: ids_of(row) for path, row in texts}
        on_pages = {(targets[path].route, fragment) for path, fragment in asked}
        return cls(targets, ids, page_places.find(on_pages))

    def fault_of_place(self, link, path, item):
        """Return what is wrong with what a link names on a page of many items."""
        target = self.targets[path]
        named = self.places.get((target.route, link.target.fragment), True)
        if named is None:
            return _no_place(link)
        if named is True or _is_public(Target(path, item=named), item):
            return None
        return _not_public(link, named)


def _links_of(item, surveys):
    """The path of its page, its links, their paths, and those whose ids are asked."""
    links = [(name, link) for name, found in surveys.items() for link in found.links]
    own = unquote(page_path(item)) if links else ""
    paths, asked = {}, set()
    for name, link in links:
        if link.target.path:
            path = paths[name, link] = full_path(item, link.target.path)
            if link.target.fragment and path != own:
                asked.add((path, link.target.fragment))
    return own, links, paths, asked


def faults_of_links(item, surveys):
    """Faults by field, of links to this site and its pictures, found in few queries."""
    own, links, paths, asked = _links_of(item, surveys)
    if not links:
        return {}
    wanted = {*paths.values()} - {own}
    linked = getattr(item, "linked", None)
    if linked is None or not wanted <= linked.targets.found.keys():
        linked = Linked.found(wanted, asked)
    found, ids = {}, {}
    for name, link in links:
        path = paths.get((name, link), own)
        if path == own:
            text = getattr(item, name)
            if link.target.fragment and name not in ids:
                ids[name] = ids_of(item) if link.target.path else ids_in(text)
            fault = _fault_of_place(link, ids.get(name, ()), item)
        else:
            target = linked.targets[path]
            fault = _fault_of_link(link, target, item, linked.ids.get(path))
            fault = fault or linked.fault_of_place(link, path, item)
        if fault:
            found.setdefault(name, []).append(fault)
    return {
        name: list({fault.key: fault for fault in reversed(faults)}.values())[::-1]
        for name, faults in found.items()
    }


def _fault(link, kind, problem, blocks=False, **named):
    named = {"address": shortened(unquote(link.written))} | named
    return Fault(kind, unquote(link.written), link.line, problem % named, blocks)


def _fault_of_place(link, ids, item):
    if link.is_picture:
        return _no_picture(link)
    if is_place(link.target.fragment, ids):
        return None
    wanted = unquote(link.target.fragment)
    if close := get_close_matches(wanted.lower(), sorted(ids)[:500], 1, 0.6):
        problem = _(
            "“%(address)s” leads nowhere: no heading has this name. Is it “#%(close)s”?"
        )
        return _fault(link, "place", problem, True, close=close[0])
    problem = _(
        "“%(address)s” leads nowhere: no heading has this name. Write the words of a "
        "heading in small letters, with hyphens for blanks."
    )
    return _fault(link, "place", problem, True)


def _no_picture(link):
    problem = _(
        "The picture “%(address)s” is not in the library, so readers get its "
        "description only. Put it there with “Picture…”."
    )
    return _fault(link, "picture", problem, True)


def _no_file(link):
    problem = _(
        "“%(address)s” leads to a file that is not there: this site keeps pictures of "
        "its library only."
    )
    return _fault(link, "no file", problem, True)


def _fault_of_link(link, target, item, ids):
    if link.is_picture and (target.item or not _is_picture(target)):
        return _no_picture(link)
    if not target.is_there or target.item and target.item.trashed_at:
        return _nowhere(link, target)
    if target.is_for_editors:
        problem = _("“%(address)s” is a page for editors: readers cannot open it.")
        return _fault(link, "editors", problem)
    if target.item is None:
        return _relative(link, target)
    named = {"item": shortened(str(target.item))}
    if ids is not None and not is_place(link.target.fragment, ids):
        place = unquote(link.target.fragment)
        problem = _(
            "“%(address)s” leads to “%(item)s”, which has no heading “%(place)s”."
        )
        return _fault(link, "place", problem, True, place=shortened(place), **named)
    if not _is_public(target, item):
        return _not_public(link, target.item)
    if target.is_old:
        problem = _("“%(address)s” is an old address of “%(item)s”. Write %(new)s.")
        return _fault(link, "old", problem, new=target.item.get_absolute_url(), **named)
    return _relative(link, target)


def _no_place(link):
    problem = _(
        "“%(address)s” leads to a page of this site that has no place “%(place)s”. "
        "Correct it, or take out what follows the page’s address."
    )
    place = shortened(unquote(link.target.fragment))
    return _fault(link, "place", problem, True, place=place)


def _not_public(link, item):
    problem = _(
        "“%(address)s” leads to “%(item)s”, which readers do not see yet: publish it, "
        "too."
    )
    return _fault(link, "not public", problem, item=shortened(str(item)))


def _is_picture(target):
    return target.is_there and target.path.startswith(settings.MEDIA_URL)


def _nowhere(link, target):
    if target.item and target.item.trashed_at:
        problem = _("“%(address)s” leads to “%(item)s”, which is in the trash.")
        name = shortened(str(target.item))
        return _fault(link, "trash", problem, True, item=name)
    if target.path.startswith(settings.MEDIA_URL):
        return _no_picture(link) if link.is_picture else _no_file(link)
    if not link.target.path.startswith("/"):
        problem = _(
            "“%(address)s” leads to %(path)s on this site, where nothing is. Begin it "
            "with / for a page of this site, or with https:// for another site; write "
            "\\[ for [ if no link is meant."
        )
        return _fault(link, "nowhere", problem, True, path=shortened(target.path))
    problem = _("“%(address)s” leads nowhere: no page of this site has this address.")
    return _fault(link, "nowhere", problem, True)


def _relative(link, target):
    if link.target.path.startswith("/"):
        return None
    problem = _(
        "“%(address)s” leads to %(path)s only from the page of this text, and it is "
        "shown elsewhere, too. Write %(path)s."
    )
    return _fault(link, "relative", problem, path=target.path)


def _is_public(target, item):
    """Whether readers see it, or will with `item` itself."""
    other = target.item
    if is_published_together(other):
        return True
    if target.is_to_be:
        return False
    if other.is_published:
        return True
    # A guide whose career is still hidden is shown as a whole.
    career = getattr(item, "career_id", None)
    if career is None:
        return False
    if getattr(other, "career_id", None) == career:
        return other.is_live
    is_its_career = type(other) is item._meta.get_field("career").related_model
    return is_its_career and other.pk == career
