"""Fetch the published tables that texts name, with what texts show of them."""

from django.utils import timezone

from careerguide.db.compiled import MOST_TEXTS, CompiledQuery
from statistics import figures
from statistics.models import StatTable

from .embeds import tables_by_slug, with_moved

# What a figure, a number and the list of numbers show of a table, and when.
SHOWN = {"slug", "title", "data", "source_name", "source_url", "period", "status"}
SHOWN |= {"publish_at", "unpublish_at"}


def published_tables(slugs):
    """Return by slug the tables that readers see and that have, or had, one of them."""
    slugs, now = sorted(slugs), timezone.now()
    if len(slugs) > MOST_TEXTS:
        return tables_by_slug(slugs, _shown(now))
    found = {table.slug: table for table in _by_slug.ask(now, slugs)} if slugs else {}
    if len(found) == len(slugs):
        return found
    return with_moved(found, slugs, _shown(now))


@CompiledQuery
def _by_slug(now, slugs):
    return _shown(now).filter(slug__in=slugs).order_by()


def _shown(now):
    return StatTable.objects.published(now).only(*figures.SHOWN, *SHOWN)
