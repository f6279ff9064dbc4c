"""Read what somebody typed: words, phrases in quotation marks, an unfinished last word.

There are no operators and no errors: what is no word is left out.
"""

import re
from dataclasses import dataclass, replace

from .questions import Question, with_words_for_signs
from .stems import light_words, stem, stop_words
from .tokens import PERCENT, Token, units

LONGEST = 300  # characters that are read
MOST_TERMS = 24
SHORTEST_BEGIN = 2  # characters of an unfinished word: “r” is a language

_QUOTES = '"“”„‟«»‹›〝〞「」『』″‶'
_QUOTED = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}]")


@dataclass(frozen=True)
class Term:
    """A word, or words that belong together; `tokens` and `joined` as in `Unit`.

    `in_a_row` is a phrase. `is_last` may be unfinished; `is_stop_word` says little.
    """

    tokens: tuple[Token, ...]
    joined: tuple[Token, ...] = ()
    in_a_row: bool = False
    is_last: bool = False
    is_stop_word: bool = False
    is_light: bool = False

    @property
    def is_number_word(self):
        """Whether it is “five”, whose digits are `joined`."""
        joined = [token for token in self.joined if not token.word]
        return bool(joined and self.word)

    @property
    def is_percent(self):
        return any(t.text.endswith(PERCENT) and not t.word for t in self.joined)

    @property
    def word(self):
        """The folded word where it is only one, and no number; "" of all else."""
        return self.tokens[0].word if len(self.tokens) == 1 else ""


@dataclass(frozen=True)
class Query:
    terms: tuple[Term, ...]
    question: Question

    def __bool__(self):
        return bool(self.terms)

    @property
    def language(self):
        return self.question.language

    def without(self, places):
        """The same, with the terms at these places saying little."""
        terms = [
            replace(term, is_stop_word=True) if at in places else term
            for at, term in enumerate(self.terms)
        ]
        return replace(self, terms=tuple(terms)) if places else self


def parse(text, language):
    """Return the `Query` of a text, which may be anything."""
    text = with_words_for_signs(text[:LONGEST], language)
    terms, end = [], 0
    for match in _QUOTED.finditer(text):
        terms += _terms(text[end : match.start()], language)
        terms += _phrase(match[1], language)
        end = match.end()
    rest = _terms(text[end:], language)
    if rest and text[-1:].isalnum():
        rest[-1] = _unfinished(rest[-1])
    terms = (terms + rest)[:MOST_TERMS]
    words = tuple(term.word or term.tokens[0].text for term in terms)
    question = Question(words, language)
    return Query(tuple(_as_asked(terms, question)), question)


def _as_asked(terms, question):
    """The terms as they are meant in their question."""
    for place, tokens in question.meant.items():
        terms[place] = Term(tokens)
    for place, tokens in question.also.items():
        terms[place] = replace(terms[place], joined=(*terms[place].joined, *tokens))
    for place in (*question.pointing, *question.forming, *question.of_career):
        terms[place] = replace(terms[place], is_stop_word=True)
    for place in question.asked_for:
        terms[place] = replace(terms[place], is_light=False)
    for place in question.ages:
        terms[place] = replace(terms[place], is_light=True)
    return terms


def as_one_word(first, second, language):
    """Return the token of two terms written as one word: “wi fi”.

    Empty where one says little, or is more or less than a word.
    """
    words = first.word, second.word
    if not all(words) or first.is_stop_word or second.is_stop_word:
        return ""
    return stem("".join(words), language)


def _terms(text, language):
    stops, light = stop_words(language), light_words(language)
    return [
        Term(
            unit.tokens,
            unit.joined,
            unit.in_a_row,
            is_stop_word=len(unit.tokens) == 1 and unit.tokens[0].word in stops,
            is_light=len(unit.tokens) == 1 and unit.tokens[0].word in light,
        )
        for unit in units(text, language)
    ]


def _phrase(text, language):
    tokens = [token for unit in units(text, language) for token in unit.tokens]
    return [Term(tuple(tokens[:MOST_TERMS]), in_a_row=True)] if tokens else []


def _unfinished(term):
    is_last = len(term.word) >= SHORTEST_BEGIN and not term.is_stop_word
    return replace(term, is_last=is_last)
