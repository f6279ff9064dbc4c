"""Plan what to look for: with synonyms, unfinished and misspelt words."""

from dataclasses import replace
from itertools import pairwise
from math import log

from . import vocabulary
from .groups import Alternative, Group, Meaning, Plan
from .query import as_one_word
from .related_words import related
from .stems import stop_tokens
from .synonyms import synonyms

# How well an alternative says what was asked.
EXACT, SYNONYM, JOINED, BEGUN, DIGITS, RELATED = 1.0, 0.9, 0.9, 0.8, 0.6, 0.55
STEP = 0.02  # less for each answer after the best
OF_NEXT_BEST = 0.05  # less for each less likely correction
MOST_CORRECTED = 4  # words of a query: each is compared with thousands
OF_STOP_WORD, OF_LIGHT_WORD = 0.05, 0.6  # of the weight of another word
# Numbers and pairs of characters are not counted: about as many as have a rare word.
FREQUENCY_OF_OTHERS = 0.01
OF_WORDS_IN_A_ROW = 0.25  # of the sections that have the rarest of them


def make_plan(query, correct=True, while_typing=False, widely=False):
    """Return the `Plan` of a query.

    `correct` replaces words that are unknown. `while_typing` takes the last word for
    unfinished even where it is one of the index. `widely` looks for `related_words`.
    """
    of_language = synonyms(query.language)
    answers = [
        related(query.terms, at, query.language) if widely else (0, ())
        for at in range(len(query.terms))
    ]
    last = query.terms[-1] if while_typing and query.terms else None
    begin = last.word if last and last.is_last else ""
    words = [term.word for term in query.terms if term.word]
    counts = vocabulary.counted(_tokens(query, of_language, answers), begin, words)
    return _Maker(query, of_language, answers, counts, while_typing).plan(correct)


def _tokens(query, of_language, answers):
    """All that may be asked for without a look at how words are spelt."""
    found = {token.text for term in query.terms for token in term.tokens}
    found |= {token.text for term in query.terms for token in term.joined}
    found |= {as_one_word(*pair, query.language) for pair in pairwise(query.terms)}
    for at in range(len(query.terms)):
        for other in of_language.others(query.terms, at)[1]:
            found.update(other)
        for other in answers[at][1]:
            found.update(other)
    return found


class _Maker:
    def __init__(self, query, synonyms, answers, counts, while_typing):
        self.query, self.synonyms, self.answers = query, synonyms, answers
        self.total = max(1, counts.sections)
        self.known, self.names, self.begun = counts.known, counts.names, counts.begun
        self.stored = counts.stored
        self.while_typing = while_typing
        self.to_correct = MOST_CORRECTED
        self.uncounted = {
            token.text
            for term in query.terms
            for token in (*term.tokens, *term.joined)
            if not token.word
        }

    def plan(self, correct):
        groups, at, terms = [], 0, self.query.terms
        while at < len(terms):
            count, group = self._named(at)
            if group:
                groups.append(group)
            elif together := self._written_together(at):
                groups.append(together)
                count = 2
            else:
                groups += self._groups(at, correct)
                count = 1
            at += count
        query = self.query
        return Plan(tuple(groups), stop_tokens(query.language), query.is_of_site)

    def _named(self, at):
        """How many terms from there have synonyms or related words, and their group.

        A name of several words that stands nowhere, nor what it means, is its words.
        """
        count, others = self.synonyms.others(self.query.terms, at)
        more, answers = self.answers[at]
        longest = max(count, more)
        if longest > 1:
            others = others if count == longest else ()
            answers = answers if more == longest else ()
        elif not count:
            return 0, None
        terms = self.query.terms[at : at + longest]
        group = self._group_of_synonyms(terms, others, answers)
        return (0, None) if longest > 1 and not group.is_known else (longest, group)

    def _group_of_synonyms(self, terms, others, answers):
        typed = tuple(token.text for term in terms for token in term.tokens)
        # Whoever owns the synonyms says that these words are one name.
        first = Alternative((typed,)) if others else _all_of(typed)
        alternatives = [first, *map(_synonym, others), *_answers(answers, typed)]
        if len(terms) == 1:
            alternatives += [_all_of((token.text,)) for token in terms[0].joined]
            alternatives += self._stored(terms[0])
        if terms[-1].is_last and self.while_typing:
            alternatives += self._begun(terms[-1].word)
        return self._group(alternatives, terms[0] if len(terms) == 1 else None)

    def _written_together(self, at):
        """The group of two words that the index has as one as well: “wi fi”."""
        pair = self.query.terms[at : at + 2]
        if len(pair) < 2 or (pair[1].is_last and self.while_typing):
            return None
        one = as_one_word(*pair, self.query.language)
        if one not in self.known:
            return None
        parts = _all_of(token.text for term in pair for token in term.tokens)
        return self._group([parts, _all_of((one,), JOINED)])

    def _groups(self, at, correct):
        term = self.query.terms[at]
        count, answers = self.answers[at]
        texts = tuple(token.text for token in term.tokens)
        first = Alternative((texts,)) if term.in_a_row else _all_of(texts)
        if term.is_percent:
            first = replace(first, quality=DIGITS)
        of_joined = DIGITS if term.is_number_word else EXACT
        joined = (_all_of((token.text,), of_joined) for token in term.joined)
        alternatives = [first, *joined, *self._stored(term)]
        is_known = any(map(self._is_known, alternatives))
        if term.is_last and (self.while_typing or not is_known):
            alternatives += self._begun(term.word)
            is_known = is_known or len(alternatives) > 1
        if count == 1:
            answers = _answers(answers)
            is_known = is_known or any(map(self._is_known, answers))
            alternatives += answers
        says_little = term.is_stop_word or term.is_light
        if is_known or not correct or says_little or self.to_correct < 1:
            return [self._group(alternatives, term)]
        return self._corrected(term, alternatives)

    def _stored(self, term):
        """The word as texts in another language have it, which stem it otherwise."""
        token = self.stored.get(term.word)
        own = {token.text for token in (*term.tokens, *term.joined)}
        return [] if token is None or token in own else [_all_of((token,))]

    def _begun(self, word):
        found = self.begun if self.while_typing else vocabulary.begun(word)
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
            meanings = [
                self._meaning(one, EXACT - place * OF_NEXT_BEST)
                for place, one in enumerate(near)
            ]
        elif parts:
            word = " ".join(one.word for one in parts)
            meanings = [Meaning(word, (_all_of([one.token for one in parts]),))]
        else:
            return [self._group(alternatives)]
        alternatives = [a for meaning in meanings for a in meaning.alternatives]
        group = self._group(alternatives)
        return [replace(group, written=token.word, meanings=tuple(meanings))]

    def _meaning(self, word, quality):
        others = self.synonyms.of((word.token,))
        alternatives = [_all_of((word.token,), quality), *map(_synonym, others)]
        return Meaning(word.word, tuple(alternatives))

    def _group(self, alternatives, term=None):
        is_stop_word = term is not None and term.is_stop_word
        is_light = term is not None and term.is_light
        said = [one for one in alternatives if one.quality > RELATED]
        frequency = sum(map(self._frequency, said))
        frequency = frequency or sum(map(self._frequency, alternatives))
        is_known = any(map(self._is_known, alternatives))
        weight = log(1 + self.total / max(1, frequency))
        weight *= OF_STOP_WORD if is_stop_word else OF_LIGHT_WORD if is_light else 1
        is_name = not is_stop_word and any(
            self.names.issuperset(alternative.tokens) for alternative in said
        )
        return Group(
            tuple(alternatives), weight, is_stop_word, is_known, is_name, is_light
        )

    def _frequency(self, alternative):
        times = min(map(self._sections, alternative.tokens))
        in_a_row = max(map(len, alternative.phrases)) > 1
        return times * (OF_WORDS_IN_A_ROW if in_a_row else 1)

    def _sections(self, token):
        if token in self.known:
            return self.known[token]
        return self.total * FREQUENCY_OF_OTHERS if token in self.uncounted else 0

    def _is_known(self, alternative):
        return all(map(self._sections, alternative.tokens))


def _synonym(name):
    """What says the same, its words in a row: parted they may say anything."""
    return Alternative((name,), SYNONYM)


def _answers(names, typed=()):
    """What answers to a name, the best first; words of the name itself say it."""
    return [
        Alternative((name,), SYNONYM if {*name} <= {*typed} else RELATED - place * STEP)
        for place, name in enumerate(names)
    ]


def _all_of(tokens, quality=EXACT):
    return Alternative(tuple((token,) for token in tokens), quality)
