"""Read the number of an edition from an address."""

from django.urls import register_converter


class EditionNumber:
    """A number in the one way to write it, small enough for any database."""

    regex = "[1-9][0-9]{0,5}"
    to_python, to_url = int, str


register_converter(EditionNumber, "edition")
