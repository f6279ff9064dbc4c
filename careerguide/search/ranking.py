"""Put what either database has found in one order.

The databases give a few hundred hits in no order; the order that readers see is made
here, from where the words of the query stand.
"""

from collections import Counter
from itertools import pairwise, product
from typing import NamedTuple

from .backends.shapes import Hit
from .stored import Texts, texts_of
from .tokens import tokens_of_piece, words_of_context

# How much a word counts by where it stands.
HEADING, CONTEXT, TITLE, KEY, TEXT = 1.0, 1.0, 0.8, 0.65, 0.4
WHOLE_HEADING = 0.35  # for a heading of which every word was asked for
IN_ORDER = 0.2  # for one that has the words of the query in their order
OF_HALF = 0.5  # of two neighbours of which one is a stop word
FIRST_SECTION = 0.06  # for the begin of a page
IN_TEXT = 0.15  # for a text that has them in their order
READ = 10  # hits whose text is read for that
AGAIN_IN_KEY = 0.05  # for each time that a word stands there again, up to
MOST_AGAIN = 3
OTHER_NAME = 0.6  # less for each word of a career's name that is missing
LOOKED_AT = 30  # hits of which we read what sums them up


class Ranked(NamedTuple):
    """`texts` of the `hit` are `Texts`, where they were read."""

    score: float
    hit: Hit
    texts: Texts | None = None


def rank(hits, plan, asked, language, content_weights=None, looked_at=LOOKED_AT):
    """`Ranked`s, best first; those that were looked at before all others.

    `asked` are the groups of the plan that each hit has. `content_weights` are added by
    content type: a career before its articles.
    """
    scorer = _Scorer(plan, asked, content_weights or {})
    found = in_order([Ranked(scorer.score(hit), hit) for hit in hits])
    first, others = found[:looked_at], found[looked_at:]
    if not first:
        return found
    texts = texts_of([one.hit for one in first])
    first = in_order([_by_key(one, texts, scorer, language) for one in first])
    if scorer.neighbours and len(first) > 1:
        read = [_by_text(one, scorer, language) for one in first[:READ]]
        first = in_order(read) + first[READ:]
    return first + others


def by_document(ranked, sections_of_each=2):
    """The same as lists of the best sections of each document, best document first."""
    found = {}
    for one in ranked:
        of_document = found.setdefault(one.hit.document, [])
        if len(of_document) < sections_of_each:
            of_document.append(one)
    return list(found.values())


def in_order(ranked):
    """Return `Ranked`s with the best first."""
    return sorted(ranked, key=lambda one: (-one[0], one[1][0]))


def _by_key(ranked, texts, scorer, language):
    """The same, better known by how often each wanted token sums it up."""
    _score, hit, _texts = ranked
    texts = texts[hit.section]
    tokens = (tokens_of_piece(piece, language) for piece in texts.key.split())
    key = Counter(token for of_piece in tokens for token in of_piece & scorer.wanted)
    return Ranked(scorer.score(hit, key) if key else ranked.score, hit, texts)


def _by_text(ranked, scorer, language):
    """The same, with what stands in a row in its text."""
    score, hit, texts = ranked
    return Ranked(score + scorer.of_text(texts.text, language), hit, texts)


class _Scorer:
    def __init__(self, plan, asked, content_weights):
        self.groups, self.asked = plan.groups, {*map(id, asked)}
        # Only a name asks for a career: a question asks for an answer.
        is_name = not any(group.is_stop_word for group in plan.groups)
        self.content_weights = content_weights if is_name else {}
        self.typed = {
            token for group in plan.groups for token in group.alternatives[0].tokens
        }
        known = (group for group in plan.groups if group.is_known)
        self.total = sum(group.weight for group in known) or 1
        self.qualities = {
            token: alternative.quality
            for group in plan.groups
            for alternative in reversed(group.alternatives)
            for token in alternative.tokens
        }
        self.wanted = frozenset(self.qualities)
        self.alternatives = [
            [
                (alternative.tokens, alternative.quality)
                for alternative in g.alternatives
            ]
            for g in plan.groups
        ]
        self.neighbours = _neighbours(plan.groups)
        self.in_a_row = {token for pair in self.neighbours for token in pair}
        self.of_pieces = {}
        self.there, self.of_places = {}, {}  # what many hits have in common

    def score(self, hit, key=None):
        """Return how well a hit fits; better known with what `key` says of its key."""
        heading, title = hit.heading_words, hit.title_words
        places = (
            self.there.get(heading) or self._wanted_in(heading),
            self.there.get(hit.context) or self._wanted_in_context(hit),
            self.there.get(title) or self._wanted_in(title),
            hit.in_sum,
        )
        found = None if key else self.of_places.get(places)
        if not found:
            found = self._of_groups(places, key)
            if not key:
                self.of_places[places] = found
        score, in_heading, in_title = found
        if hit.place:
            score += self._of_row(heading.split(), in_heading) if places[0] else 0
        elif places[2]:
            # The first section has the title of the page, and what its address says.
            score += self._of_row(heading.split(), in_title, title.split())
        if self.content_weights and self.typed <= places[0] | places[1]:
            score += self.content_weights.get(hit.content_type, 0)
        return score if hit.place else score + FIRST_SECTION

    def _of_row(self, heading, part_of_query, title=()):
        """How much of a heading, or of an address, was asked for, and in its order."""
        rows = [row for row in (heading, title[len(heading) :]) if row]
        part = max(map(self._part_of, rows))
        order = max(map(self._order_of, rows))
        return WHOLE_HEADING * part * part_of_query**3 + IN_ORDER * order

    def _wanted_in(self, words):
        """The tokens of a text, apart by spaces, that were asked for."""
        found = self.there[words] = self.wanted.intersection(words.split())
        return found

    def _wanted_in_context(self, hit):
        words = words_of_context(hit.context, hit.language)
        found = self.there[hit.context] = self.wanted.intersection(words.split())
        return found

    def _of_groups(self, places, key):
        """How much of the query stands there, in the heading, and in the title."""
        weights = tuple(zip(places[:3], (HEADING, CONTEXT, TITLE), strict=True))
        elsewhere = KEY if places[3] else TEXT
        in_title = 0
        score = in_heading = 0
        for group, alternatives in zip(self.groups, self.alternatives, strict=True):
            value = max(
                quality * _weight(tokens, weights, key)
                for tokens, quality in alternatives
            )
            if not value and id(group) in self.asked:
                value = elsewhere  # or the database had not found it
            score += group.weight * value
            if not value and group.is_name and group.is_known:
                score -= group.weight * OTHER_NAME
            if any(places[0].issuperset(tokens) for tokens, _quality in alternatives):
                in_heading += group.weight
            if any(places[2].issuperset(tokens) for tokens, _quality in alternatives):
                in_title += group.weight
        return score / self.total, in_heading / self.total, in_title / self.total

    def of_text(self, text, language):
        """How many neighbours of the query are neighbours in a text."""
        seen, before, found = self.of_pieces, (), set()
        for piece in text.split():
            tokens = seen.get(piece)
            if tokens is None:
                tokens = seen[piece] = tokens_of_piece(piece, language) & self.in_a_row
            if tokens and before:
                found.update(product(before, tokens))
            before = tokens
        found &= self.neighbours.keys()
        total = sum(self.neighbours.values())
        return IN_TEXT * sum(map(self.neighbours.get, found)) / total

    def _part_of(self, heading):
        """How much of a heading was asked for."""
        qualities = self.qualities
        return sum([qualities[w] for w in heading if w in qualities]) / len(heading)

    def _order_of(self, heading):
        """How many neighbours of the query are neighbours in a heading."""
        if not self.neighbours:
            return 0
        found = self.neighbours.keys() & {*pairwise(heading)}
        return sum(map(self.neighbours.get, found)) / sum(self.neighbours.values())


def _neighbours(groups):
    """{two tokens that follow each other: how much they say}; none of stop words."""
    tokens = [
        (token, not group.is_stop_word)
        for group in groups
        for token in group.alternatives[0].tokens
    ]
    return {
        (one, other): 1 if tells and other_tells else OF_HALF
        for (one, tells), (other, other_tells) in pairwise(tokens)
        if tells or other_tells
    }


def _weight(tokens, places, key):
    """How much all of some tokens count, where they count most."""
    best = 0
    for place, weight in places:
        if weight > best and place.issuperset(tokens):
            best = weight
    if key and (times := min(key[token] for token in tokens)):
        best = max(best, KEY + AGAIN_IN_KEY * min(MOST_AGAIN, times - 1))
    return best
