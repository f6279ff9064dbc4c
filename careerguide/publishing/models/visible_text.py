"""Detect texts of which readers would see nothing, though they are not empty."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from careerguide.markup.characters import has_something

from .texts import text_fields


def faults_of_unseen(item, exclude=()):
    """Return ValidationErrors by field: of what is needed and says nothing."""
    found = {}
    for field in text_fields(type(item)):
        if field.blank or field.name in exclude:
            continue
        text = item.__dict__.get(field.attname)  # none that is deferred
        if isinstance(text, str) and text and not has_something(text):
            sentence = _("This has only characters that nobody sees: write words.")
            found[field.name] = [ValidationError(sentence, code="unseen")]
    return found
