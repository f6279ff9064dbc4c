"""Ask for what stands around every page of the site: its menu and its foot."""

from dataclasses import dataclass

from django.db.models import Subquery

from careerguide.models import Career, Page


@dataclass(frozen=True)
class SiteFrame:
    """`pages` are (title, address) of pages about the site, for the foot."""

    pages: tuple = ()
    has_career_list: bool = False  # in the menu, once there are two careers


def read_frame():
    """Ask for the SiteFrame, in one query where there is any page about the site."""
    second = Career.objects.published().order_by().values("pk")[1:2]
    pages = Page.objects.published().only("title", "slug")
    pages = list(pages.annotate(second_career=Subquery(second)))
    if not pages:
        return SiteFrame(has_career_list=second.exists())
    shown = tuple((page.title, page.get_absolute_url()) for page in pages)
    return SiteFrame(shown, pages[0].second_career is not None)
