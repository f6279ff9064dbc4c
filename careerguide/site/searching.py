"""Find where a search leads: through all of the site, or through its careers."""

from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse


def search_path():
    """Return the address that takes `?q=`."""
    try:
        return reverse("search")
    except NoReverseMatch:  # nothing searches all content here
        return reverse("career_list")


def search_address(words):
    return f"{search_path()}?{urlencode({'q': words})}"
