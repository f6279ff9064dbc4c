"""Hold what one query looks for, and what was found of it in what hits have in common.

Many sections have their heading, their career or their title in common.
"""

from .group_values import among, words_of
from .headings import Headings
from .pieces import Pieces
from .plain_text import names_of_context, words_of_context

SAID = 0.8  # of the quality of a word that says what was asked
NOWHERE = frozenset()


class Wanted:
    """The tokens of a plan, and the groups of each set of them."""

    def __init__(self, plan, language):
        self.plan = plan
        groups = self.groups = (*plan.groups, *plan.hints)
        self.total = sum(group.weight for group in groups if group.is_known) or 1
        # Of a token that several have, the first of them counts: it is the last here.
        alternatives = [one for group in groups for one in group.alternatives][::-1]
        qualities = {t: one.quality for one in alternatives for t in one.tokens}
        self.said = {
            t for one in alternatives if one.quality >= SAID for t in one.tokens
        }
        # What answers by itself says nothing in the name of a career.
        single = {one.tokens[0] for one in alternatives if len(one.tokens) == 1}
        self.answers = single - self.said
        self.tokens = frozenset(qualities)
        self.headings = Headings(plan, qualities)
        self.pieces = Pieces(self.tokens, language)
        self.there, self.named = {}, {}
        self.words = [words_of(group) for group in groups]
        self.of_tokens = {NOWHERE: [0] * len(groups)}

    def in_words(self, words):
        """The tokens of words, apart by spaces, that were asked for."""
        found = self.there.get(words)
        if found is None:
            found = self.there[words] = self.tokens.intersection(words.split())
        return found

    def in_context(self, hit):
        found = self.there.get(hit.context)
        if found is None:
            words = words_of_context(hit.context, hit.language).split()
            found = self.there[hit.context] = self.tokens.intersection(words)
        return found

    def is_named(self, hit):
        """Whether its career is asked for by one of its names, or what it is about."""
        found = self.named.get(hit.context)
        if found is None:
            names = names_of_context(hit.context, hit.language)
            found = self.named[hit.context] = any(map(self.said.issuperset, names))
        return found

    def by_group(self, tokens):
        """How well tokens say each of the groups."""
        found = self.of_tokens.get(tokens)
        if found is None:
            found = [among(tokens, *words) for words in self.words]
            self.of_tokens[tokens] = found
        return found
