"""Make URIs that name an item or the site for good, whatever their addresses: `tag:`.

They are as RFC 4151 has them: ours and no one else's, by a host and a day on which it
was ours.
"""

from datetime import UTC
from urllib.parse import urlsplit

from django.conf import settings

SINCE = "2026"  # when there was a first site: of what has no day of its own


def item_id(item):
    """Return the URI of an item that was published, made of its key."""
    # By the same clock wherever the site is moved to.
    day = item.first_published_at.astimezone(UTC).date().isoformat()
    return _tag(day, f"{item._meta.label_lower}/{item.pk}")


def site_id(name):
    """Return the URI of a thing of the whole site, of which there is one."""
    return _tag(SINCE, name)


def _tag(day, name):
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{day}:{name}"
