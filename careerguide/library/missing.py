"""Find live items that show a picture the library no longer has."""

from django.db.models import TextField
from django.utils.translation import ngettext

from careerguide.publishing.models.snapshots import content_fields

from .models import FormerFile, Image
from .pointers import hashes_in, pointers


def missing_pictures(model, items):
    """A sentence for each of the live items that points at or names such a picture."""
    fields = content_fields(model)
    texts = [field.attname for field in fields if isinstance(field, TextField)]
    columns = pointers(model)
    named = {item: hashes_in(getattr(item, text) for text in texts) for item in items}
    chosen = {item: {getattr(item, c) for c in columns} - {None} for item in items}
    hashes, keys = set().union(*named.values()), set().union(*chosen.values())
    images = Image.objects.all()
    if hashes:
        for kind in (Image, FormerFile):
            known = kind.objects.filter(sha256__in=hashes)
            hashes -= {*known.values_list("sha256", flat=True)}
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
