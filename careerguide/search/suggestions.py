"""Suggest titles and headings while somebody types."""

from django.conf import settings
from django.utils import timezone
from django.utils.text import capfirst

from .backends import backend
from .backends.base import Filters
from .models import Section
from .plan import make_plan
from .query import parse
from .ranking import by_document, rank
from .search import CANDIDATES, content_weights
from .shown import items_of

MOST = 8


def suggestions(text):
    """Return a list of {"title", "detail", "url"}, best first; the last word may be
    unfinished."""
    language = settings.LANGUAGE_CODE
    query = parse(text, language)
    plan = make_plan(query, while_typing=True)
    groups = [group.phrases for group in plan.required if group.is_known]
    if len(groups) < len(plan.required):
        return []
    filters = Filters(timezone.now())
    hits = backend().find(groups, filters, CANDIDATES, in_headings=True)
    ranked = rank(hits, plan, plan.required, language, content_weights())
    documents = by_document(ranked, sections_of_each=1)[:MOST]
    items = items_of(documents)
    sections = Section.objects.in_bulk([d[0].hit.section for d in documents])
    return [
        _suggestion(items[key], sections[document[0].hit.section])
        for document in documents
        if (key := (document[0].hit.content_type, document[0].hit.document)) in items
    ]


def _suggestion(item, section):
    kind, career = capfirst(item._meta.verbose_name), getattr(item, "career", None)
    title = section.heading if section.anchor else str(item)
    parts = [kind, *([career.name] if career else [])]
    if section.anchor:
        parts.insert(0, str(item))
    anchor = f"#{section.anchor}" if section.anchor else ""
    return {
        "title": title,
        "detail": " · ".join(map(str, parts)),
        "url": item.get_absolute_url() + anchor,
    }
