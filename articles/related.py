"""Find the other content of the guide that belongs to an article."""

import re
from itertools import islice

from careerguide.publishing.models.querysets import refer_together
from statistics.models import StatTable

_LINK = re.compile(r"/(articles|statistics)/([-\w]+)/", re.A)


def _linked(text, section):
    return {slug for name, slug in _LINK.findall(text) if name == section}


def related_articles(article, siblings, limit=4):
    """Return those of its siblings that it links to, or that link to it."""
    linked = _linked(article.body, "articles")
    others = (other for other in siblings if other != article)
    found = (other for other in others if other.links_here or other.slug in linked)
    found = list(islice(found, limit))
    refer_together(found)  # of the others nothing is shown that may name a number
    return found


def related_tables(article, shown, limit=5):
    """Tables that the text links to, then those of the topics of the ones it shows.

    `shown` are the slugs of the tables that stand in the text.
    """
    linked = _linked(article.body, "statistics")
    tables = StatTable.objects.links_in_guide(article.career_id)
    topics = {t.topic for t in tables if t.slug in shown and t.topic}
    found = [t for t in tables if t.slug in linked]
    found += [t for t in tables if t.topic in topics and t not in found]
    return [table for table in found if table.slug not in shown][:limit]
