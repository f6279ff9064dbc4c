"""Ask what only the publisher of a site can answer, until it is answered."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from careerguide.identity.current import current
from careerguide.site.frame import read_frame

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
    """Ask to read our page on privacy, as long as nobody here has saved it."""
    address = reverse("page_detail", args=[PRIVACY])
    if address in read_frame().as_they_came:
        listed = reverse("admin:careerguide_page_changelist")
        yield Question(
            _("The page on privacy is as it came: nobody here has checked it yet."),
            _("Read it, write what your server keeps, and publish it"),
            f"{listed}?q={PRIVACY}",
        )
