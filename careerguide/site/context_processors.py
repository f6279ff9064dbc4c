"""Add what every page shows of the site to the context of templates."""

from functools import partial

from django.conf import settings

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

    Functions, which templates call: what says none of it asks for none of it.
    """
    return {
        "SITE_URL": settings.SITE_URL,
        **{name: partial(_of_site, field) for name, field in NAMES.items()},
    }


def site_values():
    """Return the same as values, for what is kept by them."""
    identity = current()
    return {
        "SITE_URL": settings.SITE_URL,
        **{name: getattr(identity, field) for name, field in NAMES.items()},
    }


def _of_site(field):
    return getattr(current(), field)
