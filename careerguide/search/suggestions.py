"""Suggest titles and headings while somebody types."""

from django.conf import settings
from django.utils import timezone

from .backends import backend
from .plan import make_plan
from .query import parse
from .ranking import by_document, rank
from .search import content_weights
from .shown import kinds_of, url_of
from .wanted import Wanted

MOST = 8
CANDIDATES = 20  # sections, of which the best are suggested


def suggestions(text):
    """Return a list of {"title", "detail", "url"}, best first; the last word may be
    unfinished."""
    language = settings.LANGUAGE_CODE
    query = parse(text, language)
    plan = make_plan(query, while_typing=True)
    groups = [group.phrases for group in plan.required if group.is_known]
    if len(groups) < len(plan.required):
        return []
    hits = backend().find_headings(groups, timezone.now(), CANDIDATES)
    found = [(hits, plan.required, 0)]
    ranked = rank(found, Wanted(plan, language), content_weights(), looked_at=0)
    best = [d[0].hit for d in by_document(ranked, sections_of_each=1)[:MOST]]
    kinds = kinds_of(best)
    return [_suggestion(hit, kinds) for hit in best if hit.content_type in kinds]


def _suggestion(hit, kinds):
    of = hit.title if hit.anchor else ""
    parts = (of, kinds[hit.content_type], hit.career_name)
    return {
        "title": hit.heading if hit.anchor else hit.title,
        "detail": " · ".join(filter(None, parts)),
        "url": url_of(hit),
    }
