"""Normalise texts before they are stored: plain characters where Markdown needs them.

Every way in passes here: forms and `actions` by `full_clean`, fixtures and code by a
signal before a row is written.
"""

from html import unescape

from django.core.validators import URLValidator
from django.db.models import CharField, SlugField, TextField
from django.utils.html import strip_tags

from careerguide import markup
from careerguide.markup.characters import (
    has_something,
    normalise_line,
    without_overrides,
)
from careerguide.markup.normalise import normalise

from .languages import LanguageField


def text_fields(model):
    """Return the fields that hold words: one line of them, or many."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, (CharField, TextField)) and field.editable
    ]


def is_markdown(field):
    """Return whether a field holds Markdown, limited to what a page may cost."""
    return markup.validate_length in field.validators


def is_plain(field):
    """Return whether a field holds words that are shown as they were typed."""
    is_address = isinstance(field, (SlugField, LanguageField)) or any(
        isinstance(validator, URLValidator) for validator in field.validators
    )
    is_words = isinstance(field, (CharField, TextField)) and not field.choices
    return is_words and not is_address and not is_markdown(field)


def markdown_fields(model):
    return [field for field in text_fields(model) if is_markdown(field)]


def plain(field, value):
    """Return the value of a field as it is stored; only a text is ever another.

    Blanks around words go, as forms drop them: what a fixture or code has stored with
    them is no change when a form sends it back. So do unseen characters that turn the
    direction of text: a title stands beside other words, in lists, files and mail,
    where nothing ends what they begin. In Markdown both stay: blanks may be of a list
    or code, and each block is for itself.
    """
    if not isinstance(value, str):
        return value
    if isinstance(field, TextField):
        value = normalise(value)
    elif isinstance(field, CharField):
        value = normalise_line(value)
    else:
        return value
    return value if is_markdown(field) else without_overrides(value).strip()


def normalise_texts(item):
    for field in text_fields(type(item)):
        text = item.__dict__.get(field.attname)  # none that is deferred
        if text and (better := plain(field, text)) != text:
            setattr(item, field.attname, better)


def is_seen(item, name):
    """Return whether readers see anything of a text: a letter, a picture, a number."""
    text, field = getattr(item, name), item._meta.get_field(name)
    if not has_something(text) or not is_markdown(field):
        return has_something(text)
    document = markup.render(text)
    if document.references or "<img" in document.html:
        return True
    return has_something(unescape(strip_tags(document.html)))
