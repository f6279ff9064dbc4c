"""Say how much a group of a query weighs: more, the fewer sections have its words."""

from dataclasses import replace
from math import log

from .alternatives import RELATED
from .groups import Group

OF_STOP_WORD, OF_LIGHT_WORD = 0.05, 0.6  # of the weight of another word
OF_HINT = 0.7  # and of what an answer would say, where something else was asked
RARITY = 0.7  # below 1: a word that is ten times as rare does not say ten times as much
# Numbers and pairs of characters are not counted: about as many as have a rare word.
FREQUENCY_OF_OTHERS = 0.01
OF_WORDS_IN_A_ROW = 0.25  # of the sections that have the rarest of them


class Weights:
    """What the index has `counted`; see `vocabulary.Counted`."""

    def __init__(self, counts, query):
        self.total = max(1, counts.sections)
        self.known, self.names = counts.known, counts.names
        self.uncounted = {
            token.text
            for term in query.terms
            for token in (*term.tokens, *term.joined)
            if not token.word
        }

    def add(self, words):
        """Learn of more `Known` words."""
        self.known |= {one.token: one.sections for one in words}
        self.names |= {one.token for one in words if one.names}

    def group(self, alternatives, term=None):
        """Return the `Group` of alternatives, of one term or of several."""
        is_stop_word = term is not None and term.is_stop_word
        is_light = term is not None and term.is_light
        said = [one for one in alternatives if one.quality > RELATED]
        frequency = sum(map(self._frequency, said))
        frequency = frequency or sum(map(self._frequency, alternatives))
        is_known = any(map(self.is_known, alternatives))
        weight = log(1 + self.total / max(1, frequency)) ** RARITY
        weight *= OF_STOP_WORD if is_stop_word else OF_LIGHT_WORD if is_light else 1
        is_name = not is_stop_word and any(
            self.names.issuperset(alternative.tokens) for alternative in said
        )
        return Group(
            tuple(alternatives), weight, is_stop_word, is_known, is_name, is_light
        )

    def hint(self, alternatives, groups):
        """Return the `Group` of a hint, which says more where nothing else does."""
        asks_all = all(g.is_name or g.is_light or g.is_stop_word for g in groups)
        group = self.group(alternatives)
        weight = group.weight if asks_all else group.weight * OF_HINT
        return replace(group, weight=weight, is_name=False)

    def is_known(self, alternative):
        return all(map(self._sections, alternative.tokens))

    def _frequency(self, alternative):
        times = min(map(self._sections, alternative.tokens))
        in_a_row = max(map(len, alternative.phrases)) > 1
        return times * (OF_WORDS_IN_A_ROW if in_a_row else 1)

    def _sections(self, token):
        if token in self.known:
            return self.known[token]
        return self.total * FREQUENCY_OF_OTHERS if token in self.uncounted else 0
