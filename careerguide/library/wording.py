"""The words and the crop of a picture, where readers see them: who may change them.

They are not drafted: a change shows at once wherever the picture does. So it takes the
right to publish what shows it, and stands in the history of all that does.
"""

from django.contrib.auth import get_permission_codename
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.publishing import changes
from careerguide.publishing.history import Event, record
from careerguide.publishing.models import Publishable

from .usage import approved_uses, uses


def refusal(user, image):
    """Why `user` may not change the words of `image`; "" if they may."""
    if all(may_publish(user, type(use.item)) for use in approved_uses(image)):
        return ""
    return _(
        "Readers see this picture, or will at an hour that is planned: only who may "
        "publish changes what is said of it. Ask one of them."
    )


def may_publish(user, model):
    opts = model._meta
    codename = get_permission_codename("publish", opts)
    return user.has_perm(f"{opts.app_label}.{codename}")


def change_lines(form):
    """A sentence for each field that a form of a picture changed: before and after."""
    return [
        f"{capfirst(field.label)}: “{field.initial}” → “{form.cleaned_data[name]}”"
        for name in form.changed_data
        if (field := form[name])
    ]


def note_change(image, lines, by):
    """Enter a change in the history of all content that shows the picture.

    A page that was shown before is then past: nobody publishes other words than they
    read.
    """
    reason = " ".join(lines)
    for use in uses(image):
        if isinstance(use.item, Publishable):
            row = changes.lock(use.item)
            changes.record_what_was(row)
            record(changes.draft_of(row), Event.PICTURE, by, reason)
