"""Store the language of an item, as a tag such as de-ch; empty is that of the site."""

from functools import wraps

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from careerguide.languages.speaking import speaking
from careerguide.languages.tags import LONGEST_TAG, language_tag


class LanguageField(models.CharField):
    """A language tag in small letters; a form says at the field what is none."""

    def __init__(self, *args, **options):
        super().__init__(*args, **{"max_length": LONGEST_TAG} | options)

    def deconstruct(self):
        """Be a CharField to migrations: the database knows no more of it."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", args, options

    def clean(self, value, model_instance):
        if value:
            try:
                value = language_tag(value)
            except ValueError:
                sentence = _(
                    "“%s” is no language tag: write the two or three letters of the "
                    "language, and where you like its country: en, de-ch."
                )
                raise ValidationError(sentence % value, code="no_language") from None
        return super().clean(value, model_instance)


def language_of(item):
    """Return an item's language; "" of one in the site's, or of which it is not loaded.

    `item` may also be a dict of its values.
    """
    values = item if isinstance(item, dict) else getattr(item, "__dict__", {})
    return values.get("language") or ""


def in_own_language(method):
    """Have a method of an item write numbers and words in the item's language."""

    @wraps(method)
    def spoken(item, *args, **options):
        with speaking(language_of(item)):
            return method(item, *args, **options)

    return spoken
