"""Live items that show a picture the library no longer has."""

import re

from django.db.models import TextField
from django.utils.translation import ngettext

from careerguide.publishing.values import content_fields

from . import names
from .models import Image

NAMED = re.compile(rf"/{names.FOLDER}/([0-9a-f]{{64}})-")


def missing_pictures(model, items):
    """A sentence for each of the live items that points at or names such a picture."""
    fields = content_fields(model)
    texts = [field.attname for field in fields if isinstance(field, TextField)]
    pointers = [field.attname for field in fields if field.related_model is Image]
    named = {
        item: {s for text in texts for s in NAMED.findall(getattr(item, text))}
        for item in items
    }
    chosen = {item: {getattr(item, p) for p in pointers} - {None} for item in items}
    hashes, keys = set().union(*named.values()), set().union(*chosen.values())
    images = Image.objects.all()
    if hashes:
        hashes -= {*images.filter(sha256__in=hashes).values_list("sha256", flat=True)}
    if keys:
        keys -= {*images.filter(pk__in=keys).values_list("pk", flat=True)}
    found = {}
    for item in items:
        if count := len(named[item] & hashes) + len(chosen[item] & keys):
            sentence = ngettext(
                "Shows a picture that is no longer in the library.",
                "Shows %(count)d pictures that are no longer in the library.",
                count,
            )
            found[item] = sentence % {"count": count}
    return found
