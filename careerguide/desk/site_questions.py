"""Ask what only the publisher of a site can answer, until it is answered."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from careerguide.identity.current import current
from careerguide.models import Page
from careerguide.publishing.models.history import Event, Revision

PRIVACY = "privacy"  # the slug of the page that comes with us


class Question(NamedTuple):
    text: str
    link: str
    url: str


def site_questions(user):
    """Return the Questions that this user may answer."""
    found = []
    if user.has_perm("careerguide.change_site"):
        found += [*_of_record()]
    if user.has_perm("careerguide.change_page"):
        found += [*_of_privacy()]
    return found


def _of_record():
    url = reverse("admin:careerguide_site_changelist")
    if not current().licence:
        yield Question(
            _("Readers are told of no licence of the content."),
            _("State under which terms they may use it"),
            url,
        )
    if not (current().publisher and current().contact):
        yield Question(
            _("Nothing says who publishes this site, or how to reach them."),
            _("Say who answers for it"),
            url,
        )


def _of_privacy():
    """Ask to read our page on privacy, as long as nobody here has published it."""
    published = Revision.objects.of_model(Page).filter(
        object_id=OuterRef("pk"), event=Event.PUBLISHED
    )
    pages = Page.objects.published().filter(slug=PRIVACY).exclude(Exists(published))
    for key in pages.values_list("pk", flat=True):
        yield Question(
            _("The page on privacy is as it came: nobody here has checked it yet."),
            _("Read it, write what your server keeps, and publish it"),
            reverse("admin:careerguide_page_change", args=[key]),
        )
