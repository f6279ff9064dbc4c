"""Find the other content of the guide that belongs to an article."""

import re

from django.db.models import Q

from statistics.models import StatTable

_LINK = re.compile(r"/(articles|statistics)/([-\w]+)/", re.A)


def _linked(text, section):
    return {slug for name, slug in _LINK.findall(text) if name == section}


def related_articles(article, limit=4):
    """Return articles of the same guide that it links to, or that link to it."""
    links = Q(slug__in=_linked(article.body, "articles"))
    links |= Q(body__contains=article.get_absolute_url())
    others = (
        type(article).objects.published().for_career(article.career).only_list_fields()
    )
    return others.filter(links).exclude(pk=article.pk).in_reading_order()[:limit]


def related_tables(article, shown, limit=5):
    """Tables that the text links to, then those of the topics of the ones it shows.

    `shown` are the slugs of the tables that stand in the text.
    """
    linked = _linked(article.body, "statistics")
    tables = list(
        StatTable.objects.published()
        .for_career(article.career)
        .in_reading_order()
        .titled()
    )
    topics = {t.topic for t in tables if t.slug in shown and t.topic}
    found = [t for t in tables if t.slug in linked]
    found += [t for t in tables if t.topic in topics and t not in found]
    return [table for table in found if table.slug not in shown][:limit]
