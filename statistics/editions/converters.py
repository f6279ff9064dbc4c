"""Read the number of an edition from an address."""

import re

from django.urls import register_converter


class EditionNumber:
    """A number in the one way to write it, small enough for any database."""

    regex = "[1-9][0-9]{0,5}"
    to_python, to_url = int, str


class AnyNumber(EditionNumber):
    """The same, and 0 of anything else: no edition has it, and a view can say so."""

    regex = "[^/]+"

    def to_python(self, text):
        return int(text) if re.fullmatch(EditionNumber.regex, text) else 0


register_converter(EditionNumber, "edition")
register_converter(AnyNumber, "any_edition")
