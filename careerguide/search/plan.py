"""Plan what to look for: with synonyms, unfinished and misspelt words."""

from dataclasses import dataclass, replace
from math import log

from . import vocabulary
from .synonyms import synonyms

EXACT, SYNONYM, BEGUN = 1.0, 0.9, 0.8  # how well an alternative says what was asked
OF_NEXT_BEST = 0.05  # less for each less likely correction
MOST_CORRECTED = 4  # words of a query: each is compared with thousands
OF_STOP_WORD = 0.05  # of the weight of another word
# Numbers and pairs of characters are not counted: about as many as have a rare word.
FREQUENCY_OF_OTHERS = 0.01


@dataclass(frozen=True)
class Alternative:
    """Phrases that all have to stand there, each of tokens in a row."""

    phrases: tuple[tuple[str, ...], ...]
    quality: float = EXACT

    @property
    def tokens(self):
        return [token for phrase in self.phrases for token in phrase]


@dataclass(frozen=True)
class Group:
    """Alternatives of which one has to match. `weight` is more for rarer words.

    What is not `is_known` stands nowhere in the index. Of a word that was corrected
    `meant` are the words that it may have been, one for each alternative.
    """

    alternatives: tuple[Alternative, ...]
    weight: float
    is_stop_word: bool = False
    is_known: bool = True
    written: str = ""
    meant: tuple[str, ...] = ()

    @property
    def phrases(self):
        """What a back end is given."""
        return tuple(alternative.phrases for alternative in self.alternatives)


@dataclass(frozen=True)
class Plan:
    groups: tuple[Group, ...]

    @property
    def corrected(self):
        """{word as it was typed, folded: what it was taken for}"""
        return {g.written: g.meant[0] for g in self.groups if g.meant}

    @property
    def tokens(self):
        """{token: its weight} of all that was asked for, to be marked."""
        return {
            token: group.weight
            for group in self.required
            for alternative in group.alternatives
            for token in alternative.tokens
        }

    @property
    def is_settled(self):
        return all(len(group.meant) <= 1 for group in self.groups)

    def settle(self, tokens):
        """The same, with the one word of several that is in a text of these tokens."""
        return Plan(tuple(_settled(group, tokens) for group in self.groups))

    @property
    def required(self):
        """The groups that a hit has to match: stop words only where all are such."""
        return [g for g in self.groups if not g.is_stop_word] or list(self.groups)


def make_plan(query, correct=True, while_typing=False):
    """Return the `Plan` of a query.

    `correct` replaces words that are unknown. `while_typing` takes the last word for
    unfinished even where it is one of the index.
    """
    tokens = {token.text for term in query.terms for token in term.tokens}
    tokens |= {token.text for term in query.terms for token in term.joined}
    total, known = vocabulary.counted(tokens)
    maker = _Maker(query, known, max(1, total), while_typing)
    return maker.plan(correct)


class _Maker:
    def __init__(self, query, known, total, while_typing):
        self.query, self.known, self.total = query, known, total
        self.while_typing = while_typing
        self.to_correct = MOST_CORRECTED
        self.uncounted = {
            token.text
            for term in query.terms
            for token in (*term.tokens, *term.joined)
            if not token.word
        }
        self.synonyms = synonyms(query.language)
        self.longest_synonym = max(map(len, self.synonyms), default=0)

    def plan(self, correct):
        groups, at, terms = [], 0, self.query.terms
        while at < len(terms):
            count = self._synonym_at(at)
            if count:
                groups.append(self._group_of_synonyms(terms[at : at + count]))
            else:
                groups += self._groups(at, correct)
            at += count or 1
        return Plan(tuple(groups))

    def _synonym_at(self, at):
        """How many terms from there are a name that has others; 0 where none is."""
        single = []
        for term in self.query.terms[at : at + self.longest_synonym]:
            if term.in_a_row or len(term.tokens) > 1:
                break
            single.append(term.tokens[0].text)
        counts = range(len(single), 0, -1)
        return next((n for n in counts if tuple(single[:n]) in self.synonyms), 0)

    def _group_of_synonyms(self, terms):
        name = tuple(term.tokens[0].text for term in terms)
        others = self.synonyms[name]
        new = {token for other in others for token in other} - {*self.known}
        self.known |= vocabulary.known(new)
        alternatives = [_all_of(name)]
        alternatives += [_all_of(other, SYNONYM) for other in others]
        return self._group(alternatives)

    def _groups(self, at, correct):
        term = self.query.terms[at]
        texts = tuple(token.text for token in term.tokens)
        first = Alternative((texts,)) if term.in_a_row else _all_of(texts)
        alternatives = [first, *(_all_of((token.text,)) for token in term.joined)]
        is_known = any(map(self._is_known, alternatives))
        if term.is_last and (self.while_typing or not is_known):
            alternatives += self._begun(term.word)
            is_known = is_known or len(alternatives) > 1
        if is_known or not correct or term.is_stop_word or self.to_correct < 1:
            return [self._group(alternatives, term.is_stop_word)]
        return self._corrected(term, alternatives)

    def _begun(self, word):
        found = vocabulary.begun(word)
        self.known |= {one.token: one.sections for one in found}
        tokens = dict.fromkeys(one.token for one in found)
        return [_all_of((token,), BEGUN) for token in tokens]

    def _corrected(self, term, alternatives):
        """A group of what the term was probably meant to be."""
        self.to_correct -= 1
        token = term.joined[0] if term.joined else term.tokens[0]
        if not token.word or (term.in_a_row and len(term.tokens) > 1):
            return [self._group(alternatives)]
        near = vocabulary.nearest(token.word, token.text)
        parts = [] if near else vocabulary.divided(token.word)
        self.known |= {one.token: one.sections for one in (*near, *parts)}
        if near:
            alternatives = [
                _all_of((one.token,), EXACT - place * OF_NEXT_BEST)
                for place, one in enumerate(near)
            ]
            meant = tuple(one.word for one in near)
        elif parts:
            alternatives = [_all_of([one.token for one in parts])]
            meant = (" ".join(one.word for one in parts),)
        else:
            return [self._group(alternatives)]
        group = self._group(alternatives)
        return [replace(group, written=token.word, meant=meant)]

    def _group(self, alternatives, is_stop_word=False):
        frequency = sum(map(self._frequency, alternatives))
        is_known = any(map(self._is_known, alternatives))
        weight = log(1 + self.total / max(1, frequency))
        weight *= OF_STOP_WORD if is_stop_word else 1
        return Group(tuple(alternatives), weight, is_stop_word, is_known)

    def _frequency(self, alternative):
        return min(map(self._sections, alternative.tokens))

    def _sections(self, token):
        if token in self.known:
            return self.known[token]
        return self.total * FREQUENCY_OF_OTHERS if token in self.uncounted else 0

    def _is_known(self, alternative):
        return all(map(self._sections, alternative.tokens))


def _settled(group, tokens):
    if len(group.meant) < 2:
        return group
    choices = zip(group.alternatives, group.meant, strict=True)
    fits = [choice for choice in choices if tokens.issuperset(choice[0].tokens)]
    alternative, meant = fits[0] if fits else (group.alternatives[0], group.meant[0])
    return replace(group, alternatives=(alternative,), meant=(meant,))


def _all_of(tokens, quality=EXACT):
    return Alternative(tuple((token,) for token in tokens), quality)
