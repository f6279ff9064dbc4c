"""Say how many mistakes make one word of another: letters, and their order."""

import re

LONG = 8  # letters, of the word or of what was meant, that allow two mistakes
OF_STEM = 0.5  # mistakes more, where only the stems are alike
SHUFFLED = 2  # mistakes, where the letters are right and their order is not: “eroupe”
SHORTEST_SHUFFLED = 5  # letters: of fewer, many words are made
SHORTEST_HEARD = 6  # letters of words that sound alike: “sallery”

_SILENT = re.compile(r"[aeiouy]+|(.)(?=\1)")  # vowels, and the first of two letters


class Misspelt:
    """A word that is in no text, and the token of it."""

    def __init__(self, word, token):
        self.word, self.token = word, token
        self.letters, self.letters_of_token = frozenset(word), frozenset(token)
        self.in_order = sorted(word) if len(word) >= SHORTEST_SHUFFLED else []

    def mistakes(self, other, token):
        """Return how many make it of another word; None where it is not likely.

        Words whose letters differ in more than these are not compared. Where only the
        tokens are alike, the index has another form of what was meant.
        """
        if other[0] != self.word[0] and other[:2] != self.word[1::-1]:
            return None
        if len(self.letters.symmetric_difference(other)) <= 4:
            found = distance(self.word, other, 2)
            if found < 2 or (found == 2 and self._may_have_two(other)):
                return found
            if self.in_order == sorted(other):
                return SHUFFLED
        if len(self.letters_of_token.symmetric_difference(token)) <= 2:
            most = 2 if min(len(self.token), len(token)) >= LONG else 1
            found = distance(self.token, token, most)
            if found <= most:
                return found + OF_STEM
        return None

    def _may_have_two(self, other):
        """Whether a word may have two mistakes: where it is long, or sounds alike."""
        if max(len(self.word), len(other)) >= LONG:
            return True
        return min(len(self.word), len(other)) >= SHORTEST_HEARD and (
            _SILENT.sub("", self.word) == _SILENT.sub("", other)
        )


def distance(one, other, most):
    """Return how many letters are missing, too many, wrong or swapped.

    `most` + 1 if more.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [], list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before_that, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before_that[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
