"""Put the hits of either database in one order.

The databases give the best few hundred by their own formulas, which differ; the order
that readers see is made here, from where the words of the query stand.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from .models import Section
from .tokens import plain_text

# How much a word counts by where it stands.
HEADING, CONTEXT, TITLE, KEY, TEXT = 1.0, 1.0, 0.7, 0.65, 0.4
WHOLE_HEADING = 0.35  # for a heading of which every word was asked for
IN_ORDER = 0.1  # for one that has the words of the query in their order
FIRST_SECTION = 0.06  # for the begin of a page
AGAIN_IN_KEY = 0.05  # for each time that a word stands there again, up to
MOST_AGAIN = 3
# Of what the database thinks of it: where two are alike, or too many to look at.
OF_DATABASE, OF_DATABASE_AT_FIRST = 0.03, 0.12
LOOKED_AT = 40  # hits whose texts are read
LEAST_COVERED = 0.5  # of the weight of a query, where not all of it has to match


@dataclass(frozen=True)
class Ranked:
    score: float
    hit: tuple  # a `Hit`
    section: Section


def rank(hits, plan, language, content_weights=None, all_match=True):
    """`Ranked`s, best first: at most `LOOKED_AT` that match well enough.

    `content_weights` are added by content type: a career before its articles.
    """
    content_weights = content_weights or {}
    best = max((hit.score for hit in hits), default=0) or 1
    scorer = _Scorer(plan)

    def first_look(hit):
        return (
            scorer.where_it_stands(hit, all_match)
            + content_weights.get(hit.content_type, 0)
            + OF_DATABASE_AT_FIRST * hit.score / best
        )

    looked_at = sorted(hits, key=lambda hit: (-first_look(hit), hit.section))
    looked_at = looked_at[:LOOKED_AT]
    sections = Section.objects.in_bulk([hit.section for hit in looked_at])
    ranked = []
    for hit in looked_at:
        section = sections.get(hit.section)
        if section is None:
            continue
        key = Counter(plain_text(section.key, language).split())
        text = set() if all_match else set(plain_text(section.text, language).split())
        score, covered = scorer.score(hit, key, text, all_match)
        if covered >= LEAST_COVERED:
            score += content_weights.get(hit.content_type, 0)
            ranked.append(Ranked(score + OF_DATABASE * hit.score / best, hit, section))
    return sorted(ranked, key=lambda one: (-one.score, one.hit.section))


def by_document(ranked, sections_of_each=2):
    """The same as lists of the best sections of each document, best document first."""
    found = defaultdict(list)
    for one in ranked:
        if len(found[one.hit.document]) < sections_of_each:
            found[one.hit.document].append(one)
    return list(found.values())


def all_tokens(section, hit, language):
    """Every token of a section, and of what it belongs to."""
    texts = (plain_text(text, language) for text in (section.key, section.text))
    words = (hit.heading_words, hit.title_words, hit.context_words, *texts)
    return {token for text in words for token in text.split()}


class _Scorer:
    def __init__(self, plan):
        self.groups = plan.groups
        self.stops = {
            token for g in plan.groups if g.is_stop_word for token in _first(g)
        }
        self.total = sum(group.weight for group in plan.groups) or 1
        self.asked = {
            token: alternative.quality
            for group in plan.groups
            for alternative in reversed(group.alternatives)
            for token in alternative.tokens
        }
        self.in_order = [token for group in plan.groups for token in _first(group)]

    def where_it_stands(self, hit, all_match):
        return self.score(hit, Counter(), set(), all_match)[0]

    def score(self, hit, key, text, all_match):
        """How well a hit fits, and how much of the query's weight it has."""
        heading, title = hit.heading_words.split(), set(hit.title_words.split())
        context = {*hit.context_words.split()}
        words = {*heading}
        places = ((words, HEADING), (title, TITLE), (context, CONTEXT), (text, TEXT))
        score = covered = in_heading = 0
        for group in self.groups:
            value = max(
                (
                    alternative.quality * weight
                    for alternative in group.alternatives
                    for place, weight in (*places, _in_key(key, alternative.tokens))
                    if all(token in place for token in alternative.tokens)
                ),
                default=0,
            )
            if value or (all_match and not group.is_stop_word):
                covered += group.weight
                # It stands somewhere, or the database had not found it.
                score += group.weight * (value or TEXT)
            if value and any(words.issuperset(a.tokens) for a in group.alternatives):
                in_heading += group.weight
        score, covered = score / self.total, covered / self.total
        all_of_it = (in_heading / self.total) ** 3
        score += WHOLE_HEADING * self._part_of(heading) * all_of_it
        score += IN_ORDER * self._order_of(heading)
        return score + FIRST_SECTION * (hit.place == 0), covered

    def _part_of(self, heading):
        """How much of a heading was asked for."""
        return sum(self.asked.get(word, 0) for word in heading) / max(1, len(heading))

    def _order_of(self, heading):
        """How many neighbours of the query are neighbours in a heading."""
        asked, there = set(pairwise(self.in_order)), set(pairwise(heading))
        return len(asked & there) / len(asked) if asked else 0


def _in_key(key, tokens):
    """The same of what sums a section up, more where a word is repeated."""
    times = min((key[token] for token in tokens), default=0)
    again = AGAIN_IN_KEY * min(MOST_AGAIN, max(0, times - 1))
    return key.keys(), KEY + again


def _first(group):
    return group.alternatives[0].tokens
