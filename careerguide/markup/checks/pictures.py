"""Find pictures without a description for people who cannot see them."""

from django.utils.translation import gettext as _

from careerguide.markup.characters import has_something

from .findings import Fault, shortened


def undescribed(outline):
    """Yield a fault for each picture whose description is empty; `what` is its address.

    One that the library has as decorative needs none: only the library knows.
    """
    for link in outline.links:
        if link.is_picture and not has_something(link.text):
            problem = _(
                "The picture “%s” has no description: write what it shows between the "
                "brackets, ![like this](…)."
            )
            what = shortened(link.address)
            yield Fault("picture-description", link.address, link.line, problem % what)
