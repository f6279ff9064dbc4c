"""Ask for what stands around every page of the site: its menu and its foot."""

from dataclasses import dataclass

from django.db.models import Subquery

from careerguide.caching.dependencies import depends_on
from careerguide.models import Career, Page
from careerguide.publishing.models.tags import of_guide, of_kind


@dataclass(frozen=True)
class SiteFrame:
    """`pages` are (title, address) of pages about the site, for the foot."""

    pages: tuple = ()
    has_career_list: bool = False  # in the menu, once there are two careers


def read_frame():
    """Ask for the SiteFrame, in one query where there is any page about the site."""
    keys = Career.objects.published().order_by("pk").values("pk")
    one, other = Subquery(keys[:1]), Subquery(keys[1:2])
    pages = Page.objects.published().only("title", "slug", "language")
    pages = list(pages.annotate(one_career=one, other_career=other))
    if pages:
        found = {pages[0].one_career, pages[0].other_career} - {None}
    else:
        found = {key for (key,) in keys.values_list("pk")[:2]}
    shown = tuple((page.title, page.get_absolute_url()) for page in pages)
    return SiteFrame(shown, _are_two(found))


def _are_two(keys):
    """Whether there are two careers, by the keys of two: as long as these stay, it
    does not depend on any other.
    """
    if len(keys) < 2:
        depends_on(of_kind(Career))
        return False
    depends_on(*(of_guide(Career, key) for key in keys))
    return True
