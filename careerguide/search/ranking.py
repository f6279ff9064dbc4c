"""Put the hits of either database in one order.

The databases give the best few hundred by their own formulas, which differ; the order
that readers see is made here, from where the words of the query stand.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from .models import Section
from .tokens import plain_text

# How much a word counts by where it stands.
HEADING, CONTEXT, TITLE, KEY, TEXT = 1.0, 1.0, 0.8, 0.65, 0.4
WHOLE_HEADING = 0.35  # for a heading of which every word was asked for
IN_ORDER = 0.2  # for one that has the words of the query in their order
OF_HALF = 0.5  # of two neighbours of which one is a stop word
FIRST_SECTION = 0.06  # for the begin of a page
AGAIN_IN_KEY = 0.05  # for each time that a word stands there again, up to
MOST_AGAIN = 3
# Of what the database thinks of it: where two are alike, or too many to look at.
OF_DATABASE, OF_DATABASE_AT_FIRST = 0.03, 0.12
LOOKED_AT = 30  # hits of which we read more than the database gave


@dataclass(frozen=True)
class Ranked:
    score: float
    hit: tuple  # a `Hit`


def rank(hits, plan, asked, language, content_weights=None):
    """`Ranked`s, best first; those that were looked at before all others.

    `asked` are the groups of the plan that each hit has. `content_weights` are added by
    content type: a career before its articles.
    """
    best = max((hit.score for hit in hits), default=0) or 1
    scorer = _Scorer(plan, asked, content_weights or {})

    def by_score(hit, of_database, key=None):
        return Ranked(scorer.score(hit, key) + of_database * hit.score / best, hit)

    found = in_order(by_score(hit, OF_DATABASE_AT_FIRST) for hit in hits)
    looked_at, others = found[:LOOKED_AT], found[LOOKED_AT:]
    keys = _keys(looked_at, language)
    looked_at = [
        by_score(r.hit, OF_DATABASE, keys.get(r.hit.section)) for r in looked_at
    ]
    return in_order(looked_at) + others


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
    return sorted(ranked, key=lambda one: (-one.score, one.hit.section))


def _keys(ranked, language):
    """{section: how often each token stands in what sums it up}"""
    sections = Section.objects.filter(pk__in=[one.hit.section for one in ranked])
    return {
        pk: Counter(plain_text(key, language).split())
        for pk, key in sections.values_list("pk", "key")
    }


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
        self.neighbours = _neighbours(plan.groups)

    def score(self, hit, key=None):
        """Return how well a hit fits; better known with what `key` says of its key."""
        heading = hit.heading_words.split()
        words = {*heading}
        places = (
            (words, HEADING),
            ({*hit.context_words.split()}, CONTEXT),
            ({*hit.title_words.split()}, TITLE),
        )
        # The first section has the title of the page, and what its address says.
        rows = [heading]
        if not hit.place:
            rows.append(hit.title_words.split()[len(heading) :])
        own = words.union(*rows)
        score = in_heading = 0
        for group in self.groups:
            value = max(
                alternative.quality * _weight(alternative.tokens, places, key)
                for alternative in group.alternatives
            )
            if not value and id(group) in self.asked:
                value = TEXT  # it stands somewhere, or the database had not found it
            score += group.weight * value
            if any(own.issuperset(a.tokens) for a in group.alternatives):
                in_heading += group.weight
        score /= self.total
        part = max(map(self._part_of, rows))
        score += WHOLE_HEADING * part * (in_heading / self.total) ** 3
        score += IN_ORDER * max(map(self._order_of, rows))
        if self.content_weights and self.typed <= places[0][0] | places[1][0]:
            score += self.content_weights.get(hit.content_type, 0)
        return score + FIRST_SECTION * (hit.place == 0)

    def _part_of(self, heading):
        """How much of a heading was asked for."""
        return sum(self.qualities.get(w, 0) for w in heading) / max(1, len(heading))

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
