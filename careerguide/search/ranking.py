"""Put what either database has found in one order.

The databases give a few hundred hits in no order; the order that readers see is made
here, from where the words of the query stand.
"""

from typing import NamedTuple

from .backends.shapes import Hit
from .neighbours import InARow
from .scoring import Scorer
from .stored import Texts, texts_of

LOOKED_AT = 20  # hits of which we read what sums them up
READ = 6  # hits of which we read the text, for what stands in a row


class Ranked(NamedTuple):
    """`texts` of the `hit` are `Texts`, where they were read."""

    score: float
    hit: Hit
    texts: Texts | None = None


def rank(found, wanted, content_weights=None, looked_at=LOOKED_AT):
    """`Ranked`s of what is `Wanted`, best first; those looked at before all others.

    `found` are hits, the groups of the plan that each of them has, and how much less
    they count. `content_weights` are added by content type: a career before its
    articles.
    """
    ranked, scorers = [], {}
    for hits, asked, less in found:
        scorer = Scorer(wanted, asked, content_weights or {})
        ranked += [Ranked(scorer.score(hit) - less, hit) for hit in hits]
        scorers.update((hit.section, scorer) for hit in hits)
    ranked = in_order(ranked)
    first, others = ranked[:looked_at], ranked[looked_at:]
    if not first:
        return ranked
    texts = texts_of([one.hit for one in first])
    first = in_order([_by_key(one, texts, scorers) for one in first])
    in_a_row = InARow(wanted)
    if in_a_row.pairs and len(first) > 1:
        read = [_by_text(one, in_a_row) for one in first[:READ]]
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


def _by_key(ranked, texts, scorers):
    """The same, better known by what sums it up."""
    score, hit, _texts = ranked
    texts = texts[hit.section]
    more = scorers[hit.section].of_texts(hit, *texts)
    return Ranked(score + more, hit, texts)


def _by_text(ranked, in_a_row):
    """The same, with what stands in a row in its text."""
    score, hit, texts = ranked
    return Ranked(score + in_a_row.of_text(texts.text), hit, texts)
