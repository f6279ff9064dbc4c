"""Texts of which readers would see nothing, though they are not empty."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .texts import text_fields

# Controls, formats, spaces, and marks that stand on a letter.
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"}
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"


def is_seen(text):
    return any(
        unicodedata.category(letter) not in _UNSEEN and letter not in _BLANK_LETTERS
        for letter in text
    )


def faults_of_unseen(item, exclude=()):
    """ValidationErrors by field: of what is needed and says nothing."""
    found = {}
    for field in text_fields(type(item)):
        if field.blank or field.name in exclude:
            continue
        text = item.__dict__.get(field.attname)  # none that is deferred
        if isinstance(text, str) and text and not is_seen(text):
            sentence = _("This has only characters that nobody sees: write words.")
            found[field.name] = [ValidationError(sentence, code="unseen")]
    return found
