"""Ask for what stands around every page of the site: its menu and its foot."""

from dataclasses import dataclass

from django.db.models import Subquery
from django.utils import timezone

from careerguide.db.compiled import CompiledQuery
from careerguide.models import Career, Page


@dataclass(frozen=True)
class SiteFrame:
    """`pages` are (title, address) of pages about the site, for the foot."""

    pages: tuple = ()
    has_career_list: bool = False  # in the menu, once there are two careers


def read_frame():
    """Ask for the SiteFrame, in one query where there is any page about the site."""
    now = timezone.now()
    pages = list(_pages_and_second_career.ask(now))
    if not pages:
        return SiteFrame(has_career_list=_second_career(now).exists())
    shown = tuple((page.title, page.get_absolute_url()) for page in pages)
    return SiteFrame(shown, pages[0].second_career is not None)


@CompiledQuery
def _pages_and_second_career(now, _texts):
    pages = Page.objects.published(now).only("title", "slug")
    return pages.annotate(second_career=Subquery(_second_career(now)))


def _second_career(now):
    return Career.objects.published(now).order_by().values("pk")[1:2]
