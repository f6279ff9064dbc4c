"""Find words of a query that follow each other, in headings and in texts."""

from itertools import pairwise, product

IN_TEXT = 0.15  # for a text that has the words of the query in their order
OF_HALF = 0.5  # of two neighbours of which one is a stop word


class InARow:
    """Pairs of words of a plan that say something, and no name, where they meet."""

    def __init__(self, wanted):
        self.pairs = _telling_pairs(wanted.plan.groups)
        self.pieces = wanted.pieces

    def of_text(self, text):
        """Return how much more a section fits by what stands in a row in its text."""
        tokens, (pieces, hits) = self.pieces.tokens, self.pieces.of(text)
        places = [place for place, piece in enumerate(pieces) if piece in hits]
        found = set()
        for place, following in pairwise(places):
            if following == place + 1:
                row = tokens[pieces[place]], tokens[pieces[following]]
                found.update(product(*row))
        return IN_TEXT * len(found & self.pairs) / len(self.pairs)


def _telling_pairs(groups):
    telling = [group for group in groups if not group.is_stop_word]
    return {
        (one.alternatives[0].tokens[-1], other.alternatives[0].tokens[0])
        for one, other in pairwise(telling)
        if not (one.is_name and other.is_name)
    }


def neighbours(groups):
    """Return {two tokens that follow each other: how much that says}."""
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
