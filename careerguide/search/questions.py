"""Read words by the question they stand in.

“How much does … make” asks for pay; “do you keep …” asks for the site itself; “do I
have to …” is answered where something is said to be essential.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from . import question_words, site_questions
from .plain_text import tokens_of_name
from .stems import stem, stop_words
from .tokens import Token


@dataclass(frozen=True)
class Question:
    """Words of a query, folded, and its numbers; whatever is neither is ""."""

    words: tuple[str, ...]
    language: str

    @cached_property
    def text(self):
        return " ".join(self.words)

    @property
    def is_question(self):
        """Whether an answer is asked for, and not a page by its name."""
        return self._asks(question_words.ASKING)

    @cached_property
    def is_of_site(self):
        """Whether the site is asked for, and no career."""
        return not self.asks_for_file and self._asks(site_questions.OF_SITE)

    @cached_property
    def asks_for_file(self):
        """Whether a file is asked for, in which a guide can be had."""
        return self._asks(question_words.FILES)

    @property
    def names_people(self):
        """Whether its last word is what somebody is, by what they do: “expert”."""
        return not self.is_question and self._asks(question_words.PEOPLE)

    @property
    def meant(self):
        """{place: the `Token`s that are meant} of words that mean another one here."""
        return self._meanings(question_words.MEANT)

    @property
    def also(self):
        """{place: the `Token`s that say as much} of words that may be another here."""
        found = self._meanings(question_words.ALSO)
        return found | (self._meanings(site_questions.ALSO) if self.is_of_site else {})

    @property
    def asked_for(self):
        """The places of words that say what is asked for: “which jobs”."""
        return self._places(question_words.ASKED_FOR)

    @cached_property
    def forming(self):
        """The places of words that only ask for what was named beside them."""
        after = self._places(question_words.NAMED_AFTER)
        if not any(
            self.words[at] not in stop_words(self.language) for at in self.asked_for
        ):
            return after
        return after + self._places(question_words.FORMING)

    @property
    def of_career(self):
        """The places of words that mean the career at hand: “in this job”."""
        return self._places(question_words.OF_CAREER)

    @cached_property
    def of_guide(self):
        """The places of words that mean the guide of a career: “nursing guide”."""
        return [] if self.is_of_site else self._places(question_words.OF_GUIDE)

    @property
    def ages(self):
        """The places of numbers that are somebody's age."""
        return self._places(question_words.AGE)

    @property
    def pointing(self):
        """The places of words that only point at the site: “on this page”."""
        pattern = _of(site_questions.POINTING, self.language)
        if not pattern or not self.is_of_site:
            return []
        whole = _compiled(pattern).fullmatch
        return [place for place, word in enumerate(self.words) if whole(word)]

    @property
    def hints(self):
        """By what words pages name an answer: for each hint its names, as tokens."""
        text, fillers = self.text, _of(question_words.FILLERS, self.language)
        if fillers:
            text = " ".join(_compiled(fillers).sub("", text).split())
        hints = _hints(question_words.HINTS, self.language)
        if self.is_of_site:
            hints = [*hints, *_hints(site_questions.HINTS, self.language)]
        return tuple(names for asks, names in hints if asks.search(text))

    def _meanings(self, patterns):
        """{place: `Token`s} of the words that have a meaning in such a question."""
        found = {}
        for pattern, meanings in _of(patterns, self.language) or ():
            places = [at for at, word in enumerate(self.words) if word in meanings]
            if places and _compiled(pattern).search(self.text):
                for at in places:
                    names = meanings[self.words[at]].split()
                    found[at] = tuple(Token(stem(w, self.language), w) for w in names)
        return found

    def _asks(self, patterns):
        pattern = _of(patterns, self.language)
        return bool(pattern and _compiled(pattern).search(self.text))

    def _places(self, patterns):
        pattern = _of(patterns, self.language)
        found = _compiled(pattern).finditer(self.text) if pattern else ()
        return [self.text.count(" ", 0, match.start(1)) for match in found]


def with_words_for_signs(text, language):
    """Return a query with words in place of signs that say something: “A = B”."""
    for sign, word in (_of(question_words.SIGNS, language) or {}).items():
        text = text.replace(sign, f" {word} ")
    return text


def _of(patterns, language):
    return patterns.get(language.partition("-")[0])


@lru_cache(maxsize=64)
def _compiled(pattern):
    """The pattern of whole words; in its lines, spaces around a bar are none."""
    pattern = re.sub(r"\s*\|\s*", "|", " ".join(pattern.split()))
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def _hints(patterns, language):
    """(pattern of a question, names of answers) of each hint."""
    return [
        (_compiled(asks), _names(names, language))
        for asks, names in _of(patterns, language) or ()
    ]


@lru_cache(maxsize=64)
def _names(names, language):
    return tuple(tokens_of_name(name, language) for name in names.split(","))
