"""Define the field in which editors name a language: any tag, with names to choose."""

from functools import cache

from django.conf import settings
from django.forms import TextInput

from careerguide.languages.tags import own_name


class LanguageInput(TextInput):
    """A line of text that proposes languages by what they call themselves."""

    template_name = "admin/publishing/language_input.html"

    def get_context(self, name, value, attrs):
        attrs = {"list": f"{name}-list", "autocomplete": "off", "dir": "ltr"} | attrs
        context = super().get_context(name, value, attrs)
        return context | {"language_list": _languages()}


@cache
def _languages():
    return [(tag, own_name(tag)) for tag, _name in settings.LANGUAGES]
