"""Search the index: from what was typed to pages, in the order they are shown."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from . import candidates
from .backends.shapes import Filters
from .documents import searchable_models
from .pieces import Pieces
from .plain_text import tokens_by_piece
from .plan import make_plan
from .query import parse
from .ranking import by_document, rank
from .stored import texts_of
from .wanted import Wanted


@dataclass(frozen=True)
class Results:
    """`documents` are lists of `Ranked` sections, a list for each page, best first.

    `plan` is what was looked for, and says which words were taken for others.
    `has_all` is False where no section has all the words, and these have most of them;
    `has_more` is True where only the best of many were looked at. `pieces` are what was
    seen of their texts.
    """

    documents: tuple
    plan: object
    has_all: bool = True
    has_more: bool = False
    pieces: Pieces | None = None


def search(text, correct=True, content_types=(), careers=(), content_weights=None):
    """`Results` for a text of any kind; `correct=False` takes every word as it is."""
    language = settings.LANGUAGE_CODE
    query = parse(text, language)
    plan = make_plan(query, correct, widely=correct)
    filters = Filters(timezone.now(), tuple(content_types), tuple(careers))
    ranked, wanted, has_all = _ranked(plan, filters, language, content_weights)
    if not ranked and any(group.is_of_words for group in plan.groups):
        plan = make_plan(query, correct, widely=correct, apart=True)
        ranked, wanted, has_all = _ranked(plan, filters, language, content_weights)
    if ranked and not plan.is_settled:
        plan = plan.settle(_all_tokens(ranked[0].hit, language))
        ranked, wanted, has_all = _ranked(plan, filters, language, content_weights)
    has_more = len(ranked) >= candidates.CANDIDATES
    documents = tuple(by_document(ranked))
    return Results(documents, plan, has_all, has_more, wanted.pieces)


def content_weights():
    """{content type: how much more its items count}, by what models declare."""
    models = [model for model in searchable_models() if model.search.weight]
    types = ContentType.objects.get_for_models(*models)
    return {found.pk: model.search.weight for model, found in types.items()}


def _ranked(plan, filters, language, content_weights):
    """`Ranked`s, best first, what was `Wanted`, and whether they have all words."""
    found, sections, has_all = [], set(), False
    for hits, asked, less in candidates.Candidates(plan, filters).hits():
        new = [hit for hit in hits if hit.section not in sections]
        sections.update(hit.section for hit in new)
        found.append((new, asked, less))
        has_all = has_all or len(asked) >= len(plan.required)
    wanted = Wanted(plan, language)
    return rank(found, wanted, content_weights), wanted, has_all or not found


def _all_tokens(hit, language):
    """Every token of a section, and of what it belongs to."""
    found = {*hit.heading_words.split(), *hit.title_words.split()}
    for text in (*texts_of([hit])[hit.section], hit.context):
        found.update(*tokens_by_piece(text, language).values())
    return found
