"""Search the index: from what was typed to pages, in the order they are shown."""

from dataclasses import dataclass
from itertools import chain

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from . import candidates
from .backends.shapes import Filters
from .documents import searchable_models
from .plan import make_plan
from .query import parse
from .ranking import by_document, in_order, rank
from .stored import texts_of
from .tokens import tokens_by_piece


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
    plan = make_plan(query, correct, widely=correct)
    filters = Filters(timezone.now(), tuple(content_types), tuple(careers))
    ranked, has_all = _ranked(plan, filters, language, content_weights)
    if ranked and not plan.is_settled:
        plan = plan.settle(_all_tokens(ranked[0].hit, language))
        ranked, has_all = _ranked(plan, filters, language, content_weights)
    has_more = len(ranked) >= candidates.CANDIDATES
    return Results(tuple(by_document(ranked)), plan, has_all, has_more)


def content_weights():
    """{content type: how much more its items count}, by what models declare."""
    types = ContentType.objects.get_for_models(*searchable_models())
    return {found.pk: model.search.weight for model, found in types.items()}


def _ranked(plan, filters, language, content_weights):
    """`Ranked`s, best first, and whether they have all words."""
    found, sections = [], set()
    for hits, asked in candidates.Candidates(plan, filters).hits():
        new = [hit for hit in hits if hit.section not in sections]
        sections.update(hit.section for hit in new)
        found.append((rank(new, plan, asked, language, content_weights), asked))
    has_all = any(len(asked) >= len(plan.required) for _ranked, asked in found)
    if len(found) == 1:
        return found[0][0], has_all
    ranked = in_order(chain.from_iterable(ranked for ranked, _ in found))
    return ranked, has_all or not found


def _all_tokens(hit, language):
    """Every token of a section, and of what it belongs to."""
    found = {*hit.heading_words.split(), *hit.title_words.split()}
    for text in (*texts_of([hit])[hit.section], hit.context):
        found.update(*tokens_by_piece(text, language).values())
    return found
