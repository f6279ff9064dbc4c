"""Search the index: from what was typed to pages, in the order they are shown."""

from dataclasses import dataclass
from itertools import product

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from .backends import backend
from .backends.shapes import Filters
from .documents import searchable_models
from .models import Section
from .plan import make_plan
from .query import parse
from .ranking import by_document, rank
from .stored import texts_of
from .tokens import tokens_by_piece

CANDIDATES = 200  # sections that the database gives
LEAST_ASKED = 0.4  # of the weight of a query, where not all of it has to match
MOST_CHOSEN_FROM = 6  # of its words, where it has more than any section
MOST_TRIES = 16


@dataclass(frozen=True)
class Results:
    """`documents` are lists of `Ranked` sections, a list for each page, best first.

    `plan` is what was looked for, and says which words were taken for others.
    `has_all` is False where no section has all the words, and these have most of them;
    `has_more` is True where only the best of many were looked at.
    """

    documents: tuple
    plan: object
    has_all: bool = True
    has_more: bool = False


def search(text, correct=True, content_types=(), careers=(), content_weights=None):
    """`Results` for a text of any kind; `correct=False` takes every word as it is."""
    language = settings.LANGUAGE_CODE
    query = parse(text, language)
    plan = make_plan(query, correct)
    filters = Filters(timezone.now(), tuple(content_types), tuple(careers))
    ranked, has_all = _ranked(plan, filters, language, content_weights)
    if ranked and not plan.is_settled:
        plan = plan.settle(_all_tokens(ranked[0].hit, language))
        ranked, has_all = _ranked(plan, filters, language, content_weights)
    has_more = len(ranked) == CANDIDATES
    return Results(tuple(by_document(ranked)), plan, has_all, has_more)


def content_weights():
    """{content type: how much more its items count}, by what models declare."""
    types = ContentType.objects.get_for_models(*searchable_models())
    return {found.pk: model.search.weight for model, found in types.items()}


def sections_of(documents):
    """Return {key: `Section`} of documents of `Results`, such as those of one page."""
    keys = [ranked.hit.section for document in documents for ranked in document]
    return Section.objects.in_bulk(keys)


def _ranked(plan, filters, language, content_weights):
    hits, asked = _hits(plan, filters)
    ranked = rank(hits, plan, asked, language, content_weights)
    return ranked, len(asked) == len(plan.required)


def _hits(plan, filters):
    """Candidates, and the groups that each of them has.

    Where none has all, those of the words that say most together are asked for: which
    these are is the same on both databases.
    """
    engine, required = backend(), plan.required
    for asked in _choices([group for group in required if group.is_known], required):
        phrases = [group.phrases for group in asked]
        if hits := engine.find(phrases, filters, CANDIDATES):
            return hits, asked
    return [], required


def _choices(known, required):
    """Lists of groups to ask for in turn, those of the most weight first."""
    if not known:
        return []
    least = LEAST_ASKED * sum(group.weight for group in required)
    some = sorted(known, key=lambda group: -group.weight)[:MOST_CHOSEN_FROM]
    choices = [
        [group for group, is_kept in zip(some, kept, strict=True) if is_kept]
        for kept in product((True, False), repeat=len(some))
    ]
    if len(known) > len(some):
        choices.append(known)
    weights = [sum(group.weight for group in choice) for choice in choices]
    found = [(w, c) for w, c in zip(weights, choices, strict=True) if w >= least]
    found.sort(key=lambda pair: -pair[0])
    return [choice for _weight, choice in found][:MOST_TRIES]


def _all_tokens(hit, language):
    """Every token of a section, and of what it belongs to."""
    found = {*hit.heading_words.split(), *hit.title_words.split()}
    for text in (*texts_of([hit])[hit.section], hit.context):
        found.update(*tokens_by_piece(text, language).values())
    return found
