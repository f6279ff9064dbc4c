"""Hold what is looked for: groups of alternatives, of which one has to match."""

from dataclasses import dataclass, replace
from functools import cached_property


@dataclass(frozen=True)
class Alternative:
    """Phrases that all have to stand there, each of tokens in a row."""

    phrases: tuple[tuple[str, ...], ...]
    quality: float = 1.0

    @cached_property
    def tokens(self):
        return [token for phrase in self.phrases for token in phrase]


@dataclass(frozen=True)
class Meaning:
    """A word that a misspelt one may have been, and what says the same."""

    word: str
    alternatives: tuple[Alternative, ...]

    def is_in(self, tokens):
        return tokens.issuperset(self.alternatives[0].tokens)


@dataclass(frozen=True)
class Group:
    """Alternatives of which one has to match. `weight` is more for rarer words.

    What is not `is_known` stands nowhere in the index; `is_name` is of a career's name.
    A word that was corrected was `written` so, and has `meanings`.
    """

    alternatives: tuple[Alternative, ...]
    weight: float
    is_stop_word: bool = False
    is_known: bool = True
    is_name: bool = False
    is_light: bool = False
    written: str = ""
    meanings: tuple[Meaning, ...] = ()

    @property
    def is_of_words(self):
        """Whether words that were typed have to stand in a row."""
        return max(map(len, self.alternatives[0].phrases)) > 1

    @property
    def phrases(self):
        """What a back end is given."""
        return tuple(alternative.phrases for alternative in self.alternatives)


@dataclass(frozen=True)
class Plan:
    """All that is looked for; `stop_tokens` are those of words that say little.

    `hints` are groups of what an answer would say: nothing needs to have them.
    """

    groups: tuple[Group, ...]
    hints: tuple[Group, ...] = ()
    stop_tokens: frozenset[str] = frozenset()
    is_of_site: bool = False
    is_question: bool = False  # and no name
    names_people: bool = False  # its last word is what somebody is
    is_of_guide: bool = False  # the guide of a career as a whole

    @property
    def corrected(self):
        """{word as it was typed, folded: what it was taken for}"""
        return {g.written: g.meanings[0].word for g in self.groups if g.meanings}

    @property
    def tokens(self):
        """{token: its weight} of all that was asked for, to be marked."""
        return {
            token: group.weight
            for group in self.required
            for alternative in group.alternatives
            for token in alternative.tokens
            if group.is_stop_word or token not in self.stop_tokens
        }

    @property
    def is_occupation(self):
        """Whether all but its last word name a career: “machine learning expert”."""
        if not self.names_people or len(self.telling) < 2:
            return False
        *names, people = self.telling
        return all(group.is_name for group in names) and not people.is_name

    @property
    def is_settled(self):
        return all(len(group.meanings) <= 1 for group in self.groups)

    def settle(self, tokens):
        """The same, with the one word of several that is in a text of these tokens."""
        groups = tuple(_settled(group, tokens) for group in self.groups)
        return replace(self, groups=groups)

    @property
    def required(self):
        """The groups that a hit has to match.

        Light words only where nothing else is asked but a name, stop words only where
        all are such.
        """
        some = self.telling
        required = [g for g in some if not g.is_light]
        return required if any(not g.is_name for g in required) else some

    @property
    def telling(self):
        """The groups of all words but stop words, unless all are such."""
        return [g for g in self.groups if not g.is_stop_word] or list(self.groups)


def _settled(group, tokens):
    """The group with the one of its meanings that is in a text of these tokens."""
    if len(group.meanings) < 2:
        return group
    fits = [meaning for meaning in group.meanings if meaning.is_in(tokens)]
    meaning = fits[0] if fits else group.meanings[0]
    return replace(group, alternatives=meaning.alternatives, meanings=(meaning,))


def any_of(groups):
    """A group of all that one of several groups has."""
    alternatives = tuple(one for group in groups for one in group.alternatives)
    return Group(alternatives, weight=0)
