"""Decide who may change a live picture's texts and crop, and record that they did.

They are not drafted: a change shows at once wherever the picture does. So it takes the
right to publish what shows it, and stands in the history of all that does.
"""

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from careerguide.publishing.drafts import rows
from careerguide.publishing.drafts.plans import may_publish
from careerguide.publishing.models.content import Publishable
from careerguide.publishing.models.history import Event, add_revision

from .models import Image
from .pointers import hashes_in, pointers
from .usage import approved_uses, uses


def refusal(user, image):
    """Return why `user` may not change the words of `image`; "" if they may."""
    if all(may_publish(user, use.item) for use in approved_uses(image)):
        return ""
    return _(
        "Readers see this picture, or will at an hour that is planned: only who may "
        "publish changes what is said of it. Ask one of them."
    )


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
    items = [use.item for use in uses(image) if isinstance(use.item, Publishable)]
    # In one order, as whoever else locks several.
    for item in sorted(items, key=lambda item: (item._meta.label, item.pk)):
        row = rows.lock(item)
        rows.add_first_revision(row)
        add_revision(rows.draft_of(row), Event.PICTURE, by, reason)


def changes_since(model, before, after, number):
    """Return the changed texts of pictures that come to show: see `side_values`."""
    log = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Image),
        action_flag=CHANGE,
        pk__gt=number,
    )
    if not log.exists():
        return []
    keys, hashes = (
        a - b for a, b in zip(_shown(model, after), _shown(model, before), strict=True)
    )
    shown = Image.objects.filter(Q(pk__in=keys) | Q(sha256__in=hashes))
    entries = log.filter(object_id__in=[str(image.pk) for image in shown])
    messages = entries.order_by("pk").values_list("change_message", flat=True)
    return [text for text in messages if "→" in text]


def _shown(model, values):
    """The keys and the hashes of the pictures that a `snapshot` shows."""
    keys = {values.get(column) for column in pointers(model)}
    texts = (text for text in values.values() if isinstance(text, str))
    return keys - {None}, hashes_in(texts)
