"""Choose between what a newer document says and what its draft says by now."""

from dataclasses import replace

from django.utils.translation import gettext as _

from careerguide.importing.merging import CHOICES
from careerguide.importing.refusals import Refused


def version(opened, item="", choice=""):
    if choice not in CHOICES or item not in {one.key for one in opened.plan.items}:
        raise Refused(_("Choose the document’s version or the draft’s."))
    opened.plan = replace(opened.plan, choices=opened.plan.choices | {item: choice})
