"""Ask for what stands around every page: its menu, its foot, and who the site is."""

from contextlib import suppress
from dataclasses import dataclass

from django.db.models import DateTimeField, Subquery, Value
from django.urls import NoReverseMatch
from django.utils import timezone

from careerguide.caching.dependencies import depends_on, recorded
from careerguide.db.prepared import prepared
from careerguide.identity import current
from careerguide.models import Career, Page, Site
from careerguide.publishing.models.tags import of_guide, of_kind

from .site_record import OfSite


@dataclass(frozen=True)
class SiteFrame:
    """`pages` are (title, address) of pages about the site, for the foot.

    `as_they_came` are addresses of those that nobody here has saved yet.
    """

    pages: tuple = ()
    has_career_list: bool = False  # in the menu, once there are two careers
    as_they_came: tuple = ()


def read_frame():
    """Return the SiteFrame of this request, and record what it depends on."""
    frame, tags = current.reading().beside
    depends_on(*tags)
    return frame


def connect():
    """Have the site's record asked for with its frame, which nearly all pages need."""
    current.register(_read)


def _read():
    """Ask for both in one query, where there is any page about the site.

    The record concerns every page, so nothing has to depend on it.
    """
    with recorded(apart=True) as tags:
        now = timezone.now()
        if pages := list(_pages(now=now)):
            found = {pages[0].one_career, pages[0].other_career} - {None}
            values = pages[0].site
        else:
            rows = list(_careers(now=now))
            rows = rows or list(Site.objects.values_list(Value(0), OfSite()))
            found = {key for key, _ in rows} - {0}
            values = rows[0][1] if rows else None
        links = [*_links(pages)]
        shown = tuple((title, url) for title, url, _by in links)
        came = tuple(url for _title, url, by in links if by is None)
        frame = SiteFrame(shown, _are_two(found), came)
    return current.Reading(values or "", (frame, frozenset(tags)))


@prepared(now=DateTimeField())
def _pages(now):
    keys = Career.objects.published(now).order_by("pk").values("pk")
    one, other = Subquery(keys[:1]), Subquery(keys[1:2])
    pages = Page.objects.published(now).only("title", "slug", "language", "modified_by")
    return pages.annotate(one_career=one, other_career=other, site=OfSite())


@prepared(now=DateTimeField())
def _careers(now):
    keys = Career.objects.published(now).order_by("pk")
    return keys.values_list("pk", OfSite())[:2]


def _links(pages):
    """Yield title, address and who saved each; a fixture may leave it no address."""
    for page in pages:
        with suppress(NoReverseMatch):
            yield page.title, page.get_absolute_url(), page.modified_by_id


def _are_two(keys):
    """Whether there are two careers, by the keys of two: as long as these stay, it
    does not depend on any other.
    """
    if len(keys) < 2:
        depends_on(of_kind(Career))
        return False
    depends_on(*(of_guide(Career, key) for key in keys))
    return True
