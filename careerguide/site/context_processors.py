"""Add what every page shows of the site to the context of templates."""

from django.conf import settings


def site(request):
    """Return what every template may say about the site itself."""
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "CONTENT_LICENCE": settings.CONTENT_LICENCE,
        "CONTENT_LICENCE_URL": settings.CONTENT_LICENCE_URL,
    }
