"""Add what every page shows of the site to the context of templates."""

from django.conf import settings
from django.utils.functional import lazy

from careerguide.identity.current import current

NAMES = {
    "SITE_NAME": "name",
    "SITE_MARK": "mark",
    "SITE_LOOK": "look",
    "PUBLISHER": "publisher",
    "CONTACT": "contact",
    "CONTACT_URL": "contact_url",
    "CONTENT_LICENCE": "licence",
    "CONTENT_LICENCE_URL": "licence_url",
}


def site(request):
    """Return what every template may say about the site itself.

    Lazily: a page that says none of it asks for none of it.
    """
    return {
        "SITE_URL": settings.SITE_URL,
        **{name: _of_site(field) for name, field in NAMES.items()},
    }


def site_values():
    """Return the same as values, for what is kept by them."""
    identity = current()
    return {
        "SITE_URL": settings.SITE_URL,
        **{name: getattr(identity, field) for name, field in NAMES.items()},
    }


_of_site = lazy(lambda field: getattr(current(), field), str)
