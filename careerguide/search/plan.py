"""Plan what to look for: with synonyms, unfinished and misspelt words."""

from dataclasses import replace
from itertools import pairwise

from . import vocabulary
from .alternatives import (
    BEGUN,
    DIGITS,
    EXACT,
    JOINED,
    all_of,
    answers_to,
    hinted,
    synonym,
    without_answers,
)
from .groups import Alternative, Meaning, Plan
from .query import as_one_word
from .related import related
from .stems import stop_tokens
from .synonyms import synonyms
from .weights import Weights

OF_NEXT_BEST = 0.05  # less for each less likely correction
MOST_CORRECTED = 4  # words of a query: each is compared with thousands


def make_plan(query, correct=True, while_typing=False, widely=False, apart=False):
    """Return the `Plan` of a query.

    `correct` replaces words that are unknown. `while_typing` takes the last word for
    unfinished even where it is one of the index. `widely` looks for `related_words`.
    `apart` takes names of several words for their words.
    """
    return _Maker(query, while_typing, widely, apart).plan(correct)


class _Maker:
    def __init__(self, query, while_typing, widely, apart):
        self.query, self.while_typing, self.apart = query, while_typing, apart
        self.to_correct = MOST_CORRECTED
        language, terms = query.language, query.terms
        places = range(len(terms))
        self.synonyms = synonyms(language)
        self.named = [self.synonyms.others(terms, at) for at in places]
        self.answers = [self._answers(at) if widely else (0, ()) for at in places]
        self.hints = query.question.hints if widely else ()
        last = terms[-1] if while_typing and terms else None
        begin = last.word if last and last.is_last else ""
        if query.question.names_people and not while_typing:
            begin = self._worked_on()
        words = [term.word for term in terms if term.word]
        counts = vocabulary.counted(self._tokens(), begin, words)
        self.weights, self.known = Weights(counts, query), counts.known
        self.stored, self.begun = counts.stored, counts.begun
        self.of_guide = self._of_guide(counts.names)
        self.query = query.without(self.of_guide)

    def _of_guide(self, names):
        """The places of words for a guide, beside names, or that ask for its file.

        No word of a name is one: a mountain guide is a career.
        """
        question, terms = self.query.question, self.query.terms

        def is_name(term):
            return any(token.text in names for token in term.tokens)

        found = [at for at in question.of_guide if not is_name(terms[at])]
        others = [
            term
            for at, term in enumerate(terms)
            if at not in found and not term.is_stop_word
        ]
        is_known = question.asks_for_file or (others and all(map(is_name, others)))
        return found if is_known else []

    def _answers(self, at):
        """How many terms from there have `related` words, and these."""
        form = [place for place in self.query.question.forming if place >= at]
        terms = self.query.terms[: min(form, default=None)]
        return related(terms, at, self.query.language)

    def _tokens(self):
        """All that may be asked for without a look at how words are spelt."""
        query = self.query
        found = {token.text for term in query.terms for token in term.tokens}
        found |= {token.text for term in query.terms for token in term.joined}
        found |= {as_one_word(*pair, query.language) for pair in pairwise(query.terms)}
        for (_, names), (_, answers) in zip(self.named, self.answers, strict=True):
            found.update(*names, *answers)
        for names in self.hints:
            found.update(*names)
        return found

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
        question = self.query.question
        hints = [self.weights.hint(hinted(names), groups) for names in self.hints]
        hints = without_answers(hints, groups)
        return Plan(
            tuple(without_answers(groups, groups)),
            tuple(hint for hint in hints if hint.alternatives),
            stop_tokens(question.language),
            question.is_of_site,
            question.is_question,
            question.names_people,
            bool(self.of_guide),
        )

    def _named(self, at):
        """How many terms from there have synonyms or related words, and their group.

        A name of several words that stands nowhere, nor what it means, is its words.
        """
        count, others = self.named[at]
        more, answers = self.answers[at]
        longest = max(count, more)
        if longest > 1 and self.apart:
            return 0, None
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
        first = Alternative((typed,)) if others else all_of(typed)
        alternatives = [first, *map(synonym, others), *answers_to(answers, typed)]
        if len(terms) == 1:
            alternatives += [all_of((token.text,)) for token in terms[0].joined]
            alternatives += self._stored(terms[0])
        if terms[-1].is_last and self.while_typing:
            alternatives += self._begun(terms[-1].word)
        return self.weights.group(alternatives, terms[0] if len(terms) == 1 else None)

    def _written_together(self, at):
        """The group of two words that the index has as one as well: “wi fi”."""
        pair = self.query.terms[at : at + 2]
        if len(pair) < 2 or (pair[1].is_last and self.while_typing):
            return None
        one = as_one_word(*pair, self.query.language)
        if one not in self.known:
            return None
        parts = all_of(token.text for term in pair for token in term.tokens)
        return self.weights.group([parts, all_of((one,), JOINED)])

    def _groups(self, at, correct):
        term = self.query.terms[at]
        count, answers = self.answers[at]
        texts = tuple(token.text for token in term.tokens)
        first = Alternative((texts,)) if term.in_a_row else all_of(texts)
        if term.is_percent:
            first = replace(first, quality=DIGITS)
        of_joined = DIGITS if term.is_number_word else EXACT
        joined = (all_of((token.text,), of_joined) for token in term.joined)
        alternatives = [first, *joined, *self._stored(term)]
        is_known = any(map(self.weights.is_known, alternatives))
        if term.is_last and (self.while_typing or not is_known):
            alternatives += self._begun(term.word)
            is_known = is_known or len(alternatives) > 1
        if self._may_name_career(at):
            alternatives += self._of_names(self.begun)
        if count == 1:
            answers = answers_to(answers)
            is_known = is_known or any(map(self.weights.is_known, answers))
            alternatives += answers
        says_little = term.is_stop_word or term.is_light
        if is_known or not correct or says_little or self.to_correct < 1:
            return [self.weights.group(alternatives, term)]
        return self._corrected(term, alternatives)

    def _stored(self, term):
        """The word as texts in another language have it, which stem it otherwise."""
        token = self.stored.get(term.word)
        own = {token.text for token in (*term.tokens, *term.joined)}
        return [] if token is None or token in own else [all_of((token,))]

    def _begun(self, word):
        found = self.begun if self.while_typing else vocabulary.begun(word)
        self.weights.add(found)
        tokens = dict.fromkeys(one.token for one in found)
        return [all_of((token,), BEGUN) for token in tokens]

    def _names_begun(self, word):
        """Words of careers' names that begin so: “rail” of a railway engineer."""
        if len(word) < vocabulary.SHORTEST:
            return []
        return self._of_names(vocabulary.begun(word))

    def _of_names(self, words):
        found = [one for one in words if one.names]
        self.weights.add(found)
        return [all_of((one.token,), BEGUN) for one in found]

    def _worked_on(self):
        """The word before that for people: “forest” of a forest engineer."""
        word = self.query.terms[-2].word if len(self.query.terms) > 1 else ""
        return word if len(word) >= vocabulary.SHORTEST else ""

    def _may_name_career(self, at):
        """Whether it says what somebody works on, and no career is called so."""
        terms = self.query.terms
        term = terms[at]
        if self.while_typing or not self.begun or at != len(terms) - 2:
            return False
        is_name = any(token.text in self.weights.names for token in term.tokens)
        return not (is_name or term.is_stop_word or term.is_light)

    def _corrected(self, term, alternatives):
        """A group of what the term was probably meant to be."""
        self.to_correct -= 1
        token = term.joined[0] if term.joined else term.tokens[0]
        if not token.word or (term.in_a_row and len(term.tokens) > 1):
            return [self.weights.group(alternatives)]
        longer = [] if term.is_last else self._names_begun(token.word)
        if longer:
            return [self.weights.group([*alternatives, *longer])]
        near = vocabulary.nearest(token.word, token.text)
        parts = [] if near else vocabulary.divided(token.word)
        self.weights.add([*near, *parts])
        if near:
            meanings = [
                self._meaning(one, EXACT - place * OF_NEXT_BEST)
                for place, one in enumerate(near)
            ]
        elif parts:
            word = " ".join(one.word for one in parts)
            meanings = [Meaning(word, (all_of([one.token for one in parts]),))]
        else:
            return [self.weights.group(alternatives)]
        alternatives = [a for meaning in meanings for a in meaning.alternatives]
        group = self.weights.group(alternatives)
        return [replace(group, written=token.word, meanings=tuple(meanings))]

    def _meaning(self, word, quality):
        others = self.synonyms.of((word.token,))
        alternatives = [all_of((word.token,), quality), *map(synonym, others)]
        return Meaning(word.word, tuple(alternatives))
