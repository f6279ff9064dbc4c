"""Say how much of a heading was asked for, and whether in its order."""

from itertools import pairwise

from .neighbours import neighbours

WHOLE_HEADING = 0.35  # for a heading of which every word was asked for
SAME = 0.3  # for one that is the query, word for word
IN_ORDER = 0.2  # for one that has the words of the query in their order


class Headings:
    """Headings of one query; many hits have theirs in common, so each is remembered.

    `qualities` are those of the tokens that were asked for.
    """

    def __init__(self, plan, qualities):
        self.qualities = qualities
        self.neighbours = neighbours(plan.groups)
        self.of_neighbours = sum(self.neighbours.values())
        self.typed = [t for group in plan.groups for t in group.alternatives[0].tokens]
        self.known = {}

    def fit(self, heading, part_of_query, title=""):
        """Return how much better a hit fits by the tokens of its heading.

        `part_of_query` is how much of the query stands there. `title` is a heading with
        the words of an address after it, of which either may be what was asked for.
        """
        found = self.known.get((heading, title))
        if found is None:
            words, more = heading.split(), title.split()
            rows = [row for row in (words, more[len(words) :]) if row]
            part = max(map(self._part_of, rows))
            order = max(map(self._order_of, rows))
            order += SAME / IN_ORDER if self.typed in rows else 0
            found = self.known[heading, title] = part, order
        part, order = found
        return WHOLE_HEADING * part * part_of_query**3 + IN_ORDER * order

    def _part_of(self, heading):
        """How much of a heading was asked for."""
        qualities = self.qualities
        return sum([qualities[w] for w in heading if w in qualities]) / len(heading)

    def _order_of(self, row):
        """How many neighbours of the query are neighbours in a row of words."""
        if not self.neighbours:
            return 0
        found = self.neighbours.keys() & {*pairwise(row)}
        return sum(map(self.neighbours.get, found)) / self.of_neighbours
