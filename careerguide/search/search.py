"""Search the index: from what was typed to pages, in the order they are shown."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from .backends import backend
from .backends.base import Filters
from .plan import make_plan
from .query import parse
from .ranking import all_tokens, by_document, rank

CANDIDATES = 200  # sections that the database gives


@dataclass(frozen=True)
class Results:
    """`documents` are lists of `Ranked` sections, a list for each page, best first.

    `plan` is what was looked for, and says which words were taken for others.
    `has_all` is False where no page has all the words, and these have most of them.
    """

    documents: tuple
    plan: object
    has_all: bool = True


def search(text, correct=True, content_types=(), careers=(), content_weights=None):
    """`Results` for a text of any kind; `correct=False` takes every word as it is."""
    language = settings.LANGUAGE_CODE
    query = parse(text, language)
    plan = make_plan(query, correct)
    filters = Filters(timezone.now(), tuple(content_types), tuple(careers))
    ranked, has_all = _ranked(plan, filters, language, content_weights)
    if ranked and not plan.is_settled:
        plan = plan.settle(all_tokens(ranked[0].section, ranked[0].hit, language))
        ranked, has_all = _ranked(plan, filters, language, content_weights)
    return Results(tuple(by_document(ranked)), plan, has_all)


def _ranked(plan, filters, language, content_weights):
    hits, has_all = _hits(plan, filters)
    return rank(hits, plan, language, content_weights, has_all), has_all


def _hits(plan, filters):
    """Candidates, and whether each has all that was asked for.

    Where none has, the words that say least are given up, a few at a time: which these
    are is the same on both databases.
    """
    if not plan.groups:
        return [], True
    engine, required = backend(), plan.required
    known = sorted((g for g in required if g.is_known), key=lambda g: -g.weight)
    for count in _fewer(len(known)):
        phrases = [group.phrases for group in known[:count]]
        if hits := engine.find(phrases, filters, CANDIDATES):
            return hits, count == len(required)
    return [], len(known) == len(required)


def _fewer(count):
    """How many words to ask for, from all of them down to the one that says most."""
    steps = (count, count - 1, count - 2, count - 3, count // 2, 1)
    return [n for n in dict.fromkeys(steps) if n > 0]
