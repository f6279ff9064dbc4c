"""Search the index: from what was typed to pages, in the order they are shown."""

from dataclasses import dataclass
from itertools import chain, product

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from .backends import backend
from .backends.shapes import Filters
from .documents import searchable_models
from .plan import make_plan
from .query import parse
from .ranking import by_document, in_order, rank
from .stored import texts_of
from .tokens import tokens_by_piece

CANDIDATES = 60  # sections that the database gives
LEAST_ASKED = 1 / 3  # of the words of a query, where not all of them have to match
MOST_CHOSEN_FROM = 6  # of its words, where it has more than any section
MOST_TRIES = 16
ENOUGH = 3  # pages, of those that have most of the words


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
    has_more = len(ranked) >= CANDIDATES
    return Results(tuple(by_document(ranked)), plan, has_all, has_more)


def content_weights():
    """{content type: how much more its items count}, by what models declare."""
    types = ContentType.objects.get_for_models(*searchable_models())
    return {found.pk: model.search.weight for model, found in types.items()}


def _ranked(plan, filters, language, content_weights):
    """`Ranked`s, best first, and whether they have all words."""
    found, sections = [], set()
    for hits, asked in _hits(plan, filters):
        new = [hit for hit in hits if hit.section not in sections]
        sections.update(hit.section for hit in new)
        found.append((rank(new, plan, asked, language, content_weights), asked))
    if len(found) == 1:
        [(ranked, asked)] = found
        return ranked, len(asked) == len(plan.required)
    return in_order(chain.from_iterable(ranked for ranked, _ in found)), not found


def _hits(plan, filters):
    """Yield candidates, and the groups that each of them has.

    Where none has all, those that have most of the words are asked for, until there are
    `ENOUGH` pages: which these are is the same on both databases.
    """
    engine, required = backend(), plan.required
    documents, failed, tries = set(), [], MOST_TRIES

    def find(asked):
        nonlocal tries
        keys = {*map(id, asked)}
        if tries < 1 or any(keys >= one for one in failed):
            return []
        tries -= 1
        hits = engine.find([group.phrases for group in asked], filters, CANDIDATES)
        if not hits:
            failed.append(keys)
        return hits

    known = [group for group in required if group.is_known]
    for place, asked in enumerate(_choices(known, required)):
        if hits := find(asked):
            yield hits, asked
            documents.update(hit.document for hit in hits)
            if len(asked) == len(required) or len(documents) >= ENOUGH:
                return
        if place == 0:
            for pair in _pairs(known):
                find(pair)


def _choices(known, required):
    """Lists of groups to ask for in turn: most of them first, then of most weight."""
    least = max(1, LEAST_ASKED * len(required))
    some = sorted(known, key=_telling)[:MOST_CHOSEN_FROM]
    choices = [
        [group for group, is_kept in zip(some, kept, strict=True) if is_kept]
        for kept in product((True, False), repeat=len(some))
    ]
    choices = [choice for choice in choices if len(choice) >= least]
    choices.sort(
        key=lambda choice: (
            -len(choice),
            -sum(group.is_name for group in choice),
            sum(map(_rarest, choice)),
        )
    )
    if len(known) > len(some):
        choices.insert(0, known)
    return choices


def _pairs(known):
    """The rarest group with each other one: what it never stands with.

    Where several words are too many, it is most likely one of them.
    """
    rarest, *others = sorted(known, key=_rarest)[:MOST_CHOSEN_FROM]
    return [[rarest, other] for other in others] if len(others) > 2 else []


def _telling(group):
    """Words of names first: they say whose guide is asked for."""
    return not group.is_name, -group.weight


def _rarest(group):
    return -group.weight


def _all_tokens(hit, language):
    """Every token of a section, and of what it belongs to."""
    found = {*hit.heading_words.split(), *hit.title_words.split()}
    for text in (*texts_of([hit])[hit.section], hit.context):
        found.update(*tokens_by_piece(text, language).values())
    return found
