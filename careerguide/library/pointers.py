"""Find how content shows pictures: by a field, or by a file in a text."""

import re

from careerguide.media import filenames

from .models import Image

_NAMED = re.compile(rf"/{filenames.FOLDER}/([0-9a-f]{{64}})-")


def pointers(model):
    """Return the columns of a model that hold keys of pictures."""
    fields = model._meta.concrete_fields
    return [field.attname for field in fields if field.related_model is Image]


def hashes_in(texts):
    """Return the hashes of the pictures whose files some texts name."""
    return {found for text in texts for found in _NAMED.findall(text)}
