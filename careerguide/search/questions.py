"""Read words by the question they stand in: “how much does … make” asks for pay."""

from .stems import stem
from .tokens import Token

# Questions of a language: how they begin, what follows, and a word that means another.
QUESTIONS = {
    "en": [
        (
            ("how", "much"),
            {"can", "could", "did", "do", "does", "money", "will", "would"},
            {"make": "earn", "makes": "earn"},
        )
    ]
}


def meant(words, language):
    """Return {place: the `Token` that is meant} of the words of a question."""
    found = {}
    for begin, follows, meanings in QUESTIONS.get(language.partition("-")[0], ()):
        end = len(begin)
        if tuple(words[:end]) == begin and {*words[end : end + 1]} & follows:
            found |= {
                place: Token(stem(other, language), other)
                for place, word in enumerate(words)
                if (other := meanings.get(word))
            }
    return found
